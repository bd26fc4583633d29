/// Where long words (names of servers, paths) may be broken into lines: after the signs that part them, not inside
/// their parts. Browsers know the hyphen and the space alone.
struct WordBreaks: Sendable {
  /// Words of up to so many bytes stay whole; zero for all.
  private let longestWhole: Int

  /// Running text has the whole width, and the style sheet breaks what does not fit even there.
  static let nowhere = WordBreaks(longestWhole: 0)
  /// One of many columns beside each other.
  static let inColumns = WordBreaks(longestWhole: 14)
  /// A wide column, or one of few: there is room for most names, and a large page is smaller without needless breaks.
  static let inWideColumns = WordBreaks(longestWhole: 32)

  /// No piece is shorter: nobody wants `com` on a line of its own.
  private static let shortestPiece = 4
  /// A part that is longer is broken all the same, so that it fits a sheet of paper.
  private static let longestPart = 24
  private static let separators = ByteSet(".\\/_:@=,;")
  private static let spaces = ByteSet(" \t\n\r")

  func positions(in text: String) -> [String.Index] {
    let bytes = text.utf8.span
    guard longestWhole > 0, bytes.count > longestWhole else { return [] }
    var positions: [Int] = []
    var word = Word(firstPosition: 0)
    for index in bytes.indices {
      let byte = bytes[index]
      if Self.spaces.contains(byte) {
        end(word, &positions)
        word = Word(firstPosition: positions.count)
        continue
      }
      // Only before a scalar, never inside one.
      if word.partLength >= Self.longestPart && byte & 0xC0 != 0x80 {
        positions.append(index)
        word.beginPart()
      }
      word.length += 1
      word.partLength += 1
      if Self.separators.contains(byte) && word.partLength >= Self.shortestPiece {
        positions.append(index + 1)
        word.beginPart()
      }
    }
    end(word, &positions)
    return positions.map { text.utf8.index(text.startIndex, offsetBy: $0) }
  }

  /// Drops the positions of a word that stays whole, and the last one where little follows it.
  private func end(_ word: Word, _ positions: inout [Int]) {
    if word.length <= longestWhole {
      positions.removeLast(positions.count - word.firstPosition)
    } else if positions.count > word.firstPosition && word.partLength < Self.shortestPiece {
      positions.removeLast()
    }
  }

  private struct Word {
    /// How many positions came before it.
    let firstPosition: Int
    var length = 0
    /// Bytes since its start or its last position.
    var partLength = 0

    init(firstPosition: Int) { self.firstPosition = firstPosition }

    mutating func beginPart() { partLength = 0 }
  }
}
