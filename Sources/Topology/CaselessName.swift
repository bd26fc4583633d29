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
    // One text in memory, not two, where it is in lower case already, as nearly all are.
    folded = Self.isFolded(text) ? text : text.lowercased()
  }

  public var description: String { text }

  /// Whether all is ASCII, and nothing in upper case.
  private static func isFolded(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 < 0x80 && !(UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
  }
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
