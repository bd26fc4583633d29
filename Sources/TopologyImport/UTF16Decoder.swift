/// Turns UTF-16 of either byte order into UTF-8, piece by piece.
struct UTF16Decoder {
  /// What ended a piece before its end.
  enum Stop: Equatable {
    case padding(UInt16, at: Int)
    case loneSurrogate(UInt16)
  }

  private let isBigEndian: Bool
  /// First byte of a unit whose second comes with the next piece.
  private(set) var halfUnit: UInt8?
  /// First half of a pair whose second comes with the next piece.
  private(set) var highSurrogate: UInt16?
  /// The UTF-8 of the last piece.
  private(set) var output: [UInt8] = []

  init(isBigEndian: Bool) { self.isBigEndian = isBigEndian }

  /// Fills ``output``. Stops at a NUL, Ctrl-Z or half a character; `at` is the index of the byte after the unit.
  mutating func decode(_ bytes: Span<UInt8>) -> Stop? {
    output.removeAll(keepingCapacity: true)
    output.reserveCapacity(bytes.count)
    var index = 0
    if let first = halfUnit, bytes.count > 0 {
      halfUnit = nil
      index = 1
      if let stop = append(unit(first, bytes[0]), next: 1) { return stop }
    }
    while index + 1 < bytes.count {
      if highSurrogate == nil {
        index = appendASCII(bytes, from: index)
        guard index + 1 < bytes.count else { break }
      }
      index += 2
      if let stop = append(unit(bytes[index - 2], bytes[index - 1]), next: index) { return stop }
    }
    if index < bytes.count { halfUnit = bytes[index] }
    return nil
  }

  @inline(__always)
  private func unit(_ first: UInt8, _ second: UInt8) -> UInt16 {
    isBigEndian ? UInt16(first) << 8 | UInt16(second) : UInt16(second) << 8 | UInt16(first)
  }

  /// Appends characters of ASCII, as far as there are nothing but such, at once: that takes a third of the time that
  /// appending them one by one took, and a topology is almost nothing else.
  /// - Returns: The index behind them.
  private mutating func appendASCII(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var end = start
    while end + 1 < bytes.count {
      let unit = unit(bytes[end], bytes[end + 1])
      guard unit < 0x80, unit != 0, unit != 0x1A else { break }
      end += 2
    }
    let low = isBigEndian ? 1 : 0
    output.append(addingCapacity: (end - start) / 2) { output in
      for index in stride(from: start + low, to: end, by: 2) { output.append(bytes[index]) }
    }
    return end
  }

  private mutating func append(_ unit: UInt16, next: Int) -> Stop? {
    if let high = highSurrogate {
      guard unit & 0xFC00 == 0xDC00 else { return .loneSurrogate(high) }
      highSurrogate = nil
      append(scalar: 0x10000 + (UInt32(high & 0x3FF) << 10 | UInt32(unit & 0x3FF)))
      return nil
    }
    switch unit {
    case 0, 0x1A: return .padding(unit, at: next)
    case 0xD800...0xDBFF: highSurrogate = unit
    case 0xDC00...0xDFFF: return .loneSurrogate(unit)
    default: append(scalar: UInt32(unit))
    }
    return nil
  }

  private mutating func append(scalar: UInt32) {
    let continuation = { (shift: UInt32) in UInt8(truncatingIfNeeded: 0x80 | (scalar >> shift) & 0x3F) }
    switch scalar {
    case 0..<0x80: output.append(UInt8(truncatingIfNeeded: scalar))
    case 0x80..<0x800:
      output.append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
      output.append(continuation(0))
    case 0x800..<0x10000:
      output.append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
      output.append(continuation(6))
      output.append(continuation(0))
    default:
      output.append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
      output.append(continuation(12))
      output.append(continuation(6))
      output.append(continuation(0))
    }
  }
}
