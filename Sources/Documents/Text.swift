/// A line of text made of runs.
public struct Text: Sendable, Equatable {
  /// A piece of text with one meaning.
  public enum Run: Sendable, Equatable {
    case plain(String)
    case strong(String)
    /// What a machine reads: a command, a path, a file name.
    case code(String)
    /// A link to an anchor of the document set: the document's `id`, and the row, section or table in it, if any.
    case link(String, document: String, anchor: String?)
    /// A link to a file that is beside the documents or below them: the names on the way to it.
    case file(String, path: [String])
    /// A value that rows can be filtered by; `isGap` marks one that tells of something to do.
    case value(String, of: Facet, isGap: Bool)

    /// The characters alone.
    public var text: String {
      switch self {
      case .plain(let part), .strong(let part), .code(let part), .link(let part, _, _), .file(let part, _),
        .value(let part, _, _):
        part
      }
    }
  }

  public let runs: Few<Run>

  public init(_ runs: [Run]) { self.runs = Few(runs) }

  public init(_ run: Run) { runs = Few(run) }

  public init(_ plain: String) { self.init(.plain(plain)) }

  public static func code(_ text: String) -> Text { Text(.code(text)) }

  /// The characters alone.
  public var plainText: String {
    runs.reduce(into: "") { $0 += $1.text }
  }
}

extension Text: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) { self.init(text) }
}
