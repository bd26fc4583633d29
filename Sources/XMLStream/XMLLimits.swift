/// Bounds on what a document may make the parser do. All are far above any real topology file.
public struct XMLLimits: Sendable, Equatable {
  /// One of the bounds, for messages.
  public enum Limit: String, Sendable, CaseIterable {
    case inputBytes
    case depth
    case lookAheadBytes
  }

  /// Bytes of the whole document as UTF-8. Default: 1 GiB.
  public var inputBytes: Int
  /// Elements inside each other. Default: 256; the deepest real file has 12.
  public var depth: Int
  /// Bytes that one tag, comment or processing instruction may have, give or take one piece of 64 KiB: the parser
  /// reads it again with every piece until it is complete, so without a bound the time grows with the square.
  /// Default: 256 KiB.
  public var lookAheadBytes: Int

  public static let standard = XMLLimits()

  public init(inputBytes: Int = 1 << 30, depth: Int = 256, lookAheadBytes: Int = 256 << 10) {
    self.inputBytes = inputBytes
    self.depth = depth
    self.lookAheadBytes = lookAheadBytes
  }

  public subscript(limit: Limit) -> Int {
    switch limit {
    case .inputBytes: inputBytes
    case .depth: depth
    case .lookAheadBytes: lookAheadBytes
    }
  }
}
