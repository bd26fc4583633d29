/// What the rows of tables can be filtered by on a page, such as their place. Whoever writes the documents decides
/// which facets there are; renderers know their keys alone.
public struct Facet: Sendable, Hashable {
  /// Lower-case letters.
  public let key: String

  public init(_ key: String) { self.key = key }
}
