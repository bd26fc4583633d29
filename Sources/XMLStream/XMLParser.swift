internal import CLibXML2

/// A streaming XML parser for documents nobody vouches for: UTF-8 in, elements out to a handler.
///
/// It is libxml2's push parser without anything that reaches outside the document: no network, no external entity, no
/// document type declaration, no recovery from errors. Once an error was thrown, every further call throws it again.
@safe
public struct XMLParser: ~Copyable {
  /// Whatever sizes the caller has, bytes reach libxml2 in pieces of at most this many: the limits are checked
  /// between pieces.
  public static let pieceSize = 64 << 10

  private let state: StatePointer
  private let handler: XMLHandler
  private var bytesFed = 0

  /// - Parameters:
  ///   - vocabulary: at most 255 words and 255 namespaces.
  ///   - position: where the first byte that will be fed stands in the original file.
  public init(
    handler: XMLHandler, vocabulary: XMLVocabulary, limits: XMLLimits = .standard, position: XMLPosition = .start
  ) throws(XMLError) {
    libraryIsReady
    var sax = xmlSAXHandler()
    sax.initialized = UInt32(XML_SAX2_MAGIC)
    sax.internalSubset = documentType
    sax.startElementNs = startElement
    sax.endElementNs = endElement
    sax.serror = structuredError
    let memory = StatePointer.allocate(capacity: 1)
    // libxml2 copies the handler.
    guard let context = xmlCreatePushParserCtxt(&sax, memory, nil, 0, nil), let dictionary = context.pointee.dict else {
      memory.deallocate()
      throw XMLError(.outOfMemory, at: position)
    }
    // NOENT because without it `&amp;` in an attribute arrives as `&#38;`; safe because DOCTYPE is refused.
    xmlCtxtUseOptions(context, Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOENT.rawValue))
    if let input = context.pointee.input {
      input.pointee.line = Int32(clamping: position.line)
      input.pointee.col = Int32(clamping: position.column ?? 1)
    }
    memory.initialize(
      to: ParserState(
        context: context, handler: .passUnretained(handler), limits: limits,
        words: NameTable(vocabulary.words, dictionary: dictionary),
        namespaces: NameTable(vocabulary.namespaces, dictionary: dictionary)))
    state = memory
    self.handler = handler
  }

  deinit {
    xmlFreeParserCtxt(state.pointee.context)
    state.pointee.words.deallocate()
    state.pointee.namespaces.deallocate()
    state.deinitialize(count: 1)
    state.deallocate()
  }

  /// Parses the next bytes of the document.
  public mutating func feed(_ bytes: Span<UInt8>) throws(XMLError) {
    var begin = 0
    while begin < bytes.count {
      let end = min(begin + Self.pieceSize, bytes.count)
      try parse(bytes.extracting(begin..<end))
      begin = end
    }
  }

  /// Says that the document is complete.
  public mutating func finish() throws(XMLError) {
    try throwFailure()
    let end = endPosition
    let code = xmlParseChunk(state.pointee.context, nil, 0, 1)
    // What libxml2 finds only now, it finds because there is no more.
    if state.pointee.failure != nil || code != 0 || state.pointee.context.pointee.wellFormed == 0 {
      state.pointee.failure = XMLError(.truncated, at: end)
    }
    try throwFailure()
  }

  /// Where the next byte would stand in the original file.
  public var endPosition: XMLPosition {
    var position = state.pointee.position
    guard let input = state.pointee.context.pointee.input, var place = input.pointee.cur, let end = input.pointee.end
    else { return position }
    var column = position.column ?? 1
    while place < end {
      if place.pointee == UInt8(ascii: "\n") {
        position.line += 1
        column = 1
      } else if place.pointee & 0xC0 != 0x80 {
        column += 1
      }
      place += 1
    }
    position.column = column
    return position
  }

  private mutating func parse(_ piece: Span<UInt8>) throws(XMLError) {
    try throwFailure()
    bytesFed += piece.count
    let context = state.pointee.context
    guard bytesFed <= state.pointee.limits.inputBytes else {
      state.pointee.stop(.limit(.inputBytes))
      return try throwFailure()
    }
    let code = piece.withUnsafeBytes { bytes in
      xmlParseChunk(context, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), 0)
    }
    try throwFailure()
    guard code == 0, context.pointee.wellFormed != 0 else {
      state.pointee.stop(.malformed("broken rule \(code)"))
      return try throwFailure()
    }
    if bytesFed - xmlByteConsumed(context) > state.pointee.limits.lookAheadBytes {
      state.pointee.stop(.limit(.lookAheadBytes))
      try throwFailure()
    }
  }

  private func throwFailure() throws(XMLError) {
    if let failure = state.pointee.failure { throw failure }
  }
}

/// The global tables of libxml2, made once. They are never torn down: another user in the process may need them.
private let libraryIsReady: Void = xmlInitParser()
