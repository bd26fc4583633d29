/// What ends the readable part of a text.
enum TextEnd: Equatable {
  /// Nothing: all is text.
  case none
  /// A NUL or Ctrl-Z at this index, which programs of old put after the end.
  case padding(Int)
  /// A byte at this index that cannot stand there in UTF-8.
  case invalid(Int)
  /// A character begins at this index whose end has not come yet.
  case incomplete(Int)
}

/// Checks UTF-8 in place, so that valid text goes to the parser without a copy.
enum UTF8Check {
  /// Length of the blocks that are looked at as a whole; a loop that the compiler turns into vector instructions.
  private static let block = 128

  static func end(of bytes: Span<UInt8>) -> TextEnd {
    var index = 0
    while index < bytes.count {
      while index + block <= bytes.count, isPlain(bytes, index) { index += block }
      let stop = min(index + block, bytes.count)
      while index < stop {
        let byte = bytes[index]
        if byte < 0x80 {
          if byte == 0 || byte == 0x1A { return .padding(index) }
          index += 1
          continue
        }
        switch sequence(bytes, index) {
        case .complete(let length): index += length
        case .incomplete: return .incomplete(index)
        case .invalid: return .invalid(index)
        }
      }
    }
    return .none
  }

  /// Whether a block is ASCII without NUL and Ctrl-Z.
  @inline(__always)
  private static func isPlain(_ bytes: Span<UInt8>, _ begin: Int) -> Bool {
    let part = bytes.extracting(begin..<begin + block)
    var found: UInt8 = 0
    for index in part.indices {
      let byte = part[index]
      found |= byte | (byte == 0 || byte == 0x1A ? 0x80 : 0)
    }
    return found < 0x80
  }

  private enum Sequence {
    case complete(Int)
    case incomplete
    case invalid
  }

  /// The sequence that begins at `index`, by the table of well-formed byte sequences in the Unicode Standard (3-7).
  private static func sequence(_ bytes: Span<UInt8>, _ index: Int) -> Sequence {
    let length: Int
    let second: ClosedRange<UInt8>
    switch bytes[index] {
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xE1...0xEC, 0xEE...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return .invalid
    }
    for offset in 1..<length {
      guard index + offset < bytes.count else { return .incomplete }
      let byte = bytes[index + offset]
      guard offset == 1 ? second.contains(byte) : (0x80...0xBF).contains(byte) else { return .invalid }
    }
    return .complete(length)
  }
}
