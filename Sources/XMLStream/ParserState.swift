internal import CLibXML2

/// Everything the callbacks need, behind the one pointer that libxml2 hands them.
struct ParserState {
  let context: UnsafeMutablePointer<xmlParserCtxt>
  let handler: Unmanaged<XMLHandler>
  let limits: XMLLimits
  var words: NameTable
  var namespaces: NameTable
  var depth = 0
  /// The depth of the element whose content is being skipped.
  var skipDepth = 0
  /// The first reason to stop; later ones are consequences.
  var failure: XMLError?

  /// Where libxml2 stands now.
  var position: XMLPosition {
    XMLPosition(
      line: Int(xmlSAX2GetLineNumber(UnsafeMutableRawPointer(context))),
      column: Int(xmlSAX2GetColumnNumber(UnsafeMutableRawPointer(context))))
  }

  mutating func stop(_ reason: XMLError.Reason, at position: XMLPosition? = nil) {
    if failure == nil { failure = XMLError(reason, at: position ?? self.position) }
    xmlStopParser(context)
  }
}

typealias StatePointer = UnsafeMutablePointer<ParserState>

@inline(__always)
func state(_ userData: UnsafeMutableRawPointer?) -> StatePointer? {
  userData?.assumingMemoryBound(to: ParserState.self)
}

let startElement: startElementNsSAX2Func = {
  userData, localName, _, namespace, _, _, attributeCount, _, attributes in
  guard let state = state(userData), let localName else { return }
  state.pointee.depth += 1
  let element = XMLElement(
    word: state.pointee.words.place(localName), namespace: state.pointee.namespaces.place(namespace),
    localName: localName, attributes: attributes, attributeCount: Int(attributeCount), state: state)
  guard state.pointee.depth <= state.pointee.limits.depth else {
    return state.pointee.stop(.limit(.depth), at: element.position)
  }
  listen(state, false)
  switch state.pointee.handler._withUnsafeGuaranteedRef({ $0.start(element) }) {
  case .descend: break
  case .text: listen(state, true)
  case .skip:
    state.pointee.skipDepth = state.pointee.depth
    skip(state, true)
  case .stop: state.pointee.stop(.stopped, at: element.position)
  }
}

let endElement: endElementNsSAX2Func = { userData, _, _, _ in
  guard let state = state(userData) else { return }
  state.pointee.depth -= 1
  listen(state, false)
  state.pointee.handler._withUnsafeGuaranteedRef { $0.end() }
}

/// The pair of callbacks inside a skipped element: they only count.
let startSkippedElement: startElementNsSAX2Func = { userData, _, _, _, _, _, _, _, _ in
  guard let state = state(userData) else { return }
  state.pointee.depth += 1
  if state.pointee.depth > state.pointee.limits.depth { state.pointee.stop(.limit(.depth)) }
}

let endSkippedElement: endElementNsSAX2Func = { userData, _, _, _ in
  guard let state = state(userData) else { return }
  if state.pointee.depth == state.pointee.skipDepth { skip(state, false) }
  state.pointee.depth -= 1
}

let characterData: charactersSAXFunc = { userData, bytes, count in
  guard let state = state(userData), let bytes else { return }
  let span = UnsafeBufferPointer(start: bytes, count: Int(count)).span
  state.pointee.handler._withUnsafeGuaranteedRef { $0.text(span) }
}

/// The beginning of `<!DOCTYPE`: refused before anything in it is read.
let documentType: internalSubsetSAXFunc = { userData, _, _, _ in
  state(userData)?.pointee.stop(.doctype)
}

let structuredError: xmlStructuredErrorFunc = { userData, error in
  guard let state = state(userData), let error = error?.pointee else { return }
  guard error.level.rawValue >= XML_ERR_ERROR.rawValue, state.pointee.failure == nil else { return }
  let position = XMLPosition(line: max(1, Int(error.line)), column: max(1, Int(error.int2)))
  if error.code == Int32(XML_ERR_NO_MEMORY.rawValue) {
    state.pointee.failure = XMLError(.outOfMemory, at: position)
    return
  }
  // Bounded, because it can quote the document.
  var message = error.message.map { String(cString: $0).prefix(200) } ?? "broken rule \(error.code)"
  while let last = message.last, last.isNewline || last == "." || last == " " { message.removeLast() }
  state.pointee.failure = XMLError(.malformed(String(message)), at: position)
}

/// Switches between the callbacks for wanted and skipped elements.
@inline(__always)
private func skip(_ state: StatePointer, _ on: Bool) {
  guard let sax = state.pointee.context.pointee.sax else { return }
  sax.pointee.startElementNs = on ? startSkippedElement : startElement
  sax.pointee.endElementNs = on ? endSkippedElement : endElement
}

/// Switches character data on and off. Without a callback for either kind libxml2 does not even ask whether text is
/// blank, and nearly all text of a topology is indentation.
@inline(__always)
private func listen(_ state: StatePointer, _ on: Bool) {
  guard let sax = state.pointee.context.pointee.sax else { return }
  sax.pointee.characters = on ? characterData : nil
  sax.pointee.ignorableWhitespace = on ? characterData : nil
}
