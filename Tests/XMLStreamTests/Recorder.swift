import XMLStream

/// Writes down what a parser hands over: `<name`, `>` and text.
final class Recorder: XMLHandler {
  static let vocabulary = XMLVocabulary(words: ["a", "b", "skipped", "named", "value"], namespaces: ["urn:one"])

  private(set) var events: [String] = []
  private(set) var positions: [XMLPosition] = []

  override func start(_ element: borrowing XMLElement) -> XMLStep {
    let value = element.string(5).map { "=\($0)" } ?? ""
    events.append("<\(element.namespace):\(element.word)\(value)")
    positions.append(element.position)
    switch element.word {
    case 3: return .skip
    case 4: return .text
    default: return element.name == "stop" ? .stop : .descend
    }
  }

  override func end() { events.append(">") }

  override func text(_ bytes: Span<UInt8>) {
    var piece: [UInt8] = []
    for index in bytes.indices { piece.append(bytes[index]) }
    let text = String(decoding: piece, as: UTF8.self)
    // Pieces of one text come in sizes that mean nothing.
    if let last = events.last, last.hasPrefix("'") {
      events[events.count - 1] = last + text
    } else {
      events.append("'" + text)
    }
  }
}

/// Parses a whole document.
func parse(
  _ document: String, limits: XMLLimits = .standard, position: XMLPosition = .start, chunk: Int = .max
) throws(XMLError) -> Recorder {
  let recorder = Recorder()
  var parser = try XMLParser(
    handler: recorder, vocabulary: Recorder.vocabulary, limits: limits, position: position)
  let bytes = Array(document.utf8)
  var begin = 0
  while begin < bytes.count {
    let end = chunk > bytes.count - begin ? bytes.count : begin + chunk
    try parser.feed(bytes.span.extracting(begin..<end))
    begin = end
  }
  try parser.finish()
  return recorder
}
