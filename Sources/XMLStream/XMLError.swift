/// A place in a document. Line and column count from 1.
public struct XMLPosition: Sendable, Equatable {
  public var line: Int
  /// In characters. Absent for a tag that is written over several lines.
  public var column: Int?

  public init(line: Int, column: Int?) {
    self.line = line
    self.column = column
  }

  public static let start = XMLPosition(line: 1, column: 1)
}

/// Why parsing ended before the document did. Nothing can be read any more.
public struct XMLError: Error, Sendable, Equatable {
  public enum Reason: Sendable, Equatable {
    /// The rule of XML that is broken, in libxml2's words, without a final full stop.
    case malformed(String)
    /// The input ends inside the document.
    case truncated
    /// A document type declaration, which could define entities.
    case doctype
    case limit(XMLLimits.Limit)
    /// The handler asked for it.
    case stopped
    case outOfMemory
  }

  public var reason: Reason
  public var position: XMLPosition

  public init(_ reason: Reason, at position: XMLPosition) {
    self.reason = reason
    self.position = position
  }
}
