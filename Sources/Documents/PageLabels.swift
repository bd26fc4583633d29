/// The words of what a page can do beyond showing its documents: filter, search, sort, copy.
public struct PageLabels: Sendable, Equatable {
  /// What rows can be filtered by, and what people call it.
  public var facets: [FacetLabel]
  /// What people call a document of the set, to show one alone, such as "Worksheet".
  public var document: String
  /// The choice that leaves everything in, such as "All".
  public var all: String
  public var search: String
  public var clear: String
  /// How many rows are shown, with `{shown}` and `{all}` in it.
  public var shownRows: String
  public var filter: String
  public var copy: String
  public var copied: String

  /// A facet and its name.
  public struct FacetLabel: Sendable, Equatable {
    public var facet: Facet
    public var label: String

    public init(_ facet: Facet, _ label: String) {
      self.facet = facet
      self.label = label
    }
  }

  public init(
    facets: [FacetLabel], document: String, all: String, search: String, clear: String, shownRows: String,
    filter: String, copy: String, copied: String
  ) {
    self.facets = facets
    self.document = document
    self.all = all
    self.search = search
    self.clear = clear
    self.shownRows = shownRows
    self.filter = filter
    self.copy = copy
    self.copied = copied
  }
}
