internal import XMLStream

/// Takes UTF-8 text in the order of the file; whole characters only.
protocol TextSink: ~Copyable {
  mutating func take(_ text: Span<UInt8>) throws(ImportProblem)
  /// Everything taken is all there is before a fault: what is wrong with it must be said first.
  mutating func settle() throws(ImportProblem)
  /// Where the next character would stand in the file.
  var position: XMLPosition { get }
}

/// Finds out the encoding of a file from its first bytes, whatever its declaration says, and turns it into UTF-8.
struct TextDecoding {
  private enum Encoding {
    case utf8
    case utf16(UTF16Decoder)
  }

  private var encoding: Encoding?
  /// Bytes of a character of UTF-8 whose rest comes with the next piece.
  private var incomplete: [UInt8] = []
  /// The NUL or Ctrl-Z after which no text may come, and its place.
  private var padding: (character: UInt32, position: XMLPosition)?

  /// - Parameter piece: the first one has at least four bytes if the file has.
  mutating func decode(_ piece: Span<UInt8>, into sink: inout some TextSink & ~Copyable) throws(ImportProblem) {
    guard encoding == nil else { return try decodeRest(piece, &sink) }
    let mark = try detect(piece)
    try decodeRest(piece.extracting(mark..<piece.count), &sink)
  }

  /// Says that the file is complete.
  mutating func finish(_ sink: inout some TextSink & ~Copyable) throws(ImportProblem) {
    if case .utf16(let decoder)? = encoding {
      if let high = decoder.highSurrogate {
        try sink.settle()
        throw .loneSurrogate(high, sink.position)
      }
      // A single NUL or Ctrl-Z after UTF-16 comes from programs that pad bytes.
      if let half = decoder.halfUnit, half != 0, half != 0x1A { incomplete = [half] }
    }
    guard incomplete.isEmpty else {
      try sink.settle()
      throw .truncated(sink.position)
    }
  }

  /// Sets the encoding. Returns the length of the byte order mark.
  private mutating func detect(_ bytes: Span<UInt8>) throws(ImportProblem) -> Int {
    func byte(_ index: Int) -> UInt8? { index < bytes.count ? bytes[index] : nil }
    switch (byte(0), byte(1), byte(2), byte(3)) {
    case (0x50, 0x4B, 0x03, 0x04): throw .zip()
    case (0xFF, 0xFE, 0, 0), (0, 0, 0xFE, 0xFF), (0, 0, 0, 0x3C), (0x3C, 0, 0, 0): throw .utf32()
    case (0xFF, 0xFE, _, _):
      encoding = .utf16(UTF16Decoder(isBigEndian: false))
      return 2
    case (0xFE, 0xFF, _, _):
      encoding = .utf16(UTF16Decoder(isBigEndian: true))
      return 2
    case (0xEF, 0xBB, 0xBF, _):
      encoding = .utf8
      return 3
    case (let first?, 0, _, _) where first != 0:
      encoding = .utf16(UTF16Decoder(isBigEndian: false))
    case (0, let second?, _, _) where second != 0:
      encoding = .utf16(UTF16Decoder(isBigEndian: true))
    default: encoding = .utf8
    }
    return 0
  }

  private mutating func decodeRest(
    _ piece: Span<UInt8>, _ sink: inout some TextSink & ~Copyable
  ) throws(ImportProblem) {
    switch encoding {
    case .utf16(var decoder)?:
      // Taken out, so that its buffer is not copied when it changes.
      encoding = nil
      defer { encoding = .utf16(decoder) }
      try decodeUTF16(piece, &decoder, &sink)
    default: try decodeUTF8(piece, &sink)
    }
  }

  // MARK: UTF-8

  private mutating func decodeUTF8(
    _ piece: Span<UInt8>, _ sink: inout some TextSink & ~Copyable
  ) throws(ImportProblem) {
    var begin = 0
    if padding != nil { return try checkPadding(piece, from: 0) }
    // At most three more bytes complete the character that the last piece began.
    while !incomplete.isEmpty, begin < piece.count {
      incomplete.append(piece[begin])
      switch UTF8Check.end(of: incomplete.span) {
      case .none:
        try sink.take(incomplete.span)
        incomplete.removeAll(keepingCapacity: true)
      case .incomplete: break
      case .invalid, .padding:
        try sink.settle()
        throw .undeclaredEncoding(incomplete[0], sink.position)
      }
      begin += 1
    }
    let rest = piece.extracting(begin..<piece.count)
    switch UTF8Check.end(of: rest) {
    case .none: try sink.take(rest)
    case .incomplete(let index):
      try sink.take(rest.extracting(0..<index))
      for position in index..<rest.count { incomplete.append(rest[position]) }
    case .invalid(let index):
      try sink.take(rest.extracting(0..<index))
      try sink.settle()
      throw .undeclaredEncoding(rest[index], sink.position)
    case .padding(let index):
      try sink.take(rest.extracting(0..<index))
      try sink.settle()
      padding = (UInt32(rest[index]), sink.position)
      try checkPadding(rest, from: index)
    }
  }

  private func checkPadding(_ bytes: Span<UInt8>, from begin: Int) throws(ImportProblem) {
    guard let padding else { return }
    for index in begin..<bytes.count {
      let byte = bytes[index]
      guard byte == 0 || byte == 0x1A || ByteText.isBlank(byte) else {
        throw .controlCharacter(padding.character, padding.position)
      }
    }
  }

  // MARK: UTF-16

  private mutating func decodeUTF16(
    _ piece: Span<UInt8>, _ decoder: inout UTF16Decoder, _ sink: inout some TextSink & ~Copyable
  ) throws(ImportProblem) {
    if padding != nil { return try checkPadding(piece, from: 0) }
    let stop = decoder.decode(piece)
    try sink.take(decoder.output.span)
    switch stop {
    case .loneSurrogate(let unit)?:
      try sink.settle()
      throw .loneSurrogate(unit, sink.position)
    case .padding(let unit, let next)?:
      try sink.settle()
      padding = (UInt32(unit), sink.position)
      try checkPadding(piece, from: next)
    case nil: break
    }
  }
}
