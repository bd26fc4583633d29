/// A pattern in which `*` matches anything. A backslash is itself, for UNC paths; case does not count.
public struct Glob: Sendable, Equatable {
  public let pattern: String
  private let parts: [[Unicode.Scalar]]

  public init(_ pattern: String) {
    self.pattern = pattern
    parts = pattern.lowercased().unicodeScalars.split(separator: "*", omittingEmptySubsequences: false).map(Array.init)
  }

  /// How many characters it states: the more, the more specific.
  var literalLength: Int { parts.reduce(0) { $0 + $1.count } }

  /// Whether the whole of `text` matches. Takes time in proportion to the lengths of both at worst multiplied.
  public func matches(_ text: String) -> Bool {
    let scalars = Array(text.lowercased().unicodeScalars)
    guard let first = parts.first, let last = parts.last, parts.count > 1 else { return parts.first == scalars }
    guard scalars.count >= first.count + last.count, scalars.starts(with: first),
      scalars.suffix(last.count).elementsEqual(last)
    else { return false }
    var position = first.count
    let end = scalars.count - last.count
    for part in parts.dropFirst().dropLast() where !part.isEmpty {
      guard let found = Self.firstIndex(of: part, in: scalars, from: position, to: end) else { return false }
      position = found + part.count
    }
    return true
  }

  private static func firstIndex(
    of part: [Unicode.Scalar], in scalars: [Unicode.Scalar], from start: Int, to end: Int
  ) -> Int? {
    guard start + part.count <= end else { return nil }
    return (start...(end - part.count)).first { scalars[$0..<($0 + part.count)].elementsEqual(part) }
  }
}
