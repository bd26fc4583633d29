/// A path with wildcards as glob(7) has them, and which parts of a path that it found they stand for.
public struct PathPattern: Sendable {
  /// A wildcard or a character of a pattern.
  private enum Token: Equatable {
    case character(Unicode.Scalar)
    /// `*`
    case any
    /// `?`
    case one
    /// `[a-z]`, or `[!a-z]`.
    case set([ClosedRange<Unicode.Scalar>], isNegated: Bool)

    var isWildcard: Bool { if case .character = self { false } else { true } }
  }

  private let parts: [[Token]]

  public init(_ pattern: String) {
    parts = pattern.split(separator: "/").filter { $0 != "." }.map { Self.tokens(of: $0.unicodeScalars) }
  }

  public var hasWildcards: Bool { parts.contains { $0.contains(where: \.isWildcard) } }

  /// What the wildcards stand for in `path`, each run of them once, joined by `-`; nil where that cannot be told.
  public func name(of path: String) -> String? {
    let names = path.split(separator: "/").filter { $0 != "." }
    guard names.count == parts.count else { return nil }
    var found: [String] = []
    for (name, tokens) in zip(names, parts) {
      guard let captures = Self.captures(Array(name.unicodeScalars), tokens) else { return nil }
      found += captures
    }
    return found.filter { !$0.isEmpty }.joined(separator: "-")
  }

  private static func tokens(of part: Substring.UnicodeScalarView) -> [Token] {
    var tokens: [Token] = []
    var rest = part
    while let scalar = rest.popFirst() {
      switch scalar {
      case "*": if tokens.last != .any { tokens.append(.any) }
      case "?": tokens.append(.one)
      case "\\": if let next = rest.popFirst() { tokens.append(.character(next)) }
      case "[":
        if let set = set(&rest) { tokens.append(set) } else { tokens.append(.character(scalar)) }
      default: tokens.append(.character(scalar))
      }
    }
    return tokens
  }

  /// Reads what follows `[`; nil, and nothing is read, where no `]` ends it.
  private static func set(_ rest: inout Substring.UnicodeScalarView) -> Token? {
    var inner = rest
    let isNegated = inner.first == "!" || inner.first == "^"
    if isNegated { inner.removeFirst() }
    var ranges: [ClosedRange<Unicode.Scalar>] = []
    while let first = inner.popFirst() {
      if first == "]" && !ranges.isEmpty {
        rest = inner
        return .set(ranges, isNegated: isNegated)
      }
      if inner.first == "-", let last = inner.dropFirst().first, last != "]" {
        inner.removeFirst(2)
        if first <= last { ranges.append(first...last) }
      } else {
        ranges.append(first...first)
      }
    }
    return nil
  }

  /// Goes back to the last `*` alone, as globs may: no pattern takes more than the product of the lengths.
  private static func captures(_ name: [Unicode.Scalar], _ tokens: [Token]) -> [String]? {
    // Where the text of each token begins.
    var starts = [Int](repeating: 0, count: tokens.count + 1)
    var (position, token) = (0, 0)
    var lastStar: Int?
    var starEnd = 0
    while position < name.count || token < tokens.count {
      if token < tokens.count, tokens[token] == .any {
        starts[token] = position
        (lastStar, starEnd) = (token, position)
        token += 1
      } else if token < tokens.count, position < name.count, matches(tokens[token], name[position]) {
        starts[token] = position
        token += 1
        position += 1
      } else if let star = lastStar, starEnd < name.count {
        starEnd += 1
        (position, token) = (starEnd, star + 1)
      } else {
        return nil
      }
    }
    starts[tokens.count] = name.count
    var captures: [String] = []
    for index in tokens.indices where tokens[index].isWildcard {
      let text = String(String.UnicodeScalarView(name[starts[index]..<starts[index + 1]]))
      if index > 0, tokens[index - 1].isWildcard, let last = captures.popLast() {
        captures.append(last + text)
      } else {
        captures.append(text)
      }
    }
    return captures
  }

  private static func matches(_ token: Token, _ scalar: Unicode.Scalar) -> Bool {
    switch token {
    case .character(let character): character == scalar
    case .any, .one: true
    case .set(let ranges, let isNegated): ranges.contains { $0.contains(scalar) } != isNegated
    }
  }
}
