/// A name that Windows, DNS and SQL Server compare without regard to case: an FQDN, an instance, a share.
///
/// Equality, order and hash ignore case and compare the whole name; the text prints as it was written.
public struct CaselessName: Sendable, CustomStringConvertible {
  /// As written in the topology.
  public let text: String
  /// The form that identities are made of: lower case.
  public let folded: String

  public init(_ text: String) {
    self.text = text
    folded = text.lowercased()
  }

  public var description: String { text }
}

extension CaselessName: Hashable {
  public static func == (left: CaselessName, right: CaselessName) -> Bool { left.folded == right.folded }

  public func hash(into hasher: inout Hasher) { hasher.combine(folded) }
}

extension CaselessName: Comparable {
  public static func < (left: CaselessName, right: CaselessName) -> Bool { left.folded < right.folded }
}

extension CaselessName: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) { self.init(text) }
}
