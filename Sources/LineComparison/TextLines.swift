/// The lines of a text file, blind to what git changes in a checkout: a byte order mark at its start and the form of
/// its line ends.
public struct TextLines: Sendable, Equatable {
  /// Without line ends.
  public let lines: [ArraySlice<UInt8>]
  /// Whether the last line has a line end.
  public let endsInLineEnd: Bool

  public init(_ bytes: [UInt8]) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let body = bytes.starts(with: mark) ? bytes[mark.count...] : bytes[...]
    var lines = body.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    endsInLineEnd = body.last == UInt8(ascii: "\n")
    // After the last line end nothing begins.
    let last = lines.removeLast()
    lines = lines.map { $0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0 }
    if !last.isEmpty { lines.append(last) }
    self.lines = lines
  }
}
