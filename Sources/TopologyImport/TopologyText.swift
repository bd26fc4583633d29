internal import XMLStream

/// The text of a file on its way to the parser: what stands before the document is taken off, what is no XML at all
/// is recognised.
struct TopologyText: TextSink, ~Copyable {
  private enum Stage {
    /// Only blanks so far.
    case blanks
    /// The document begins here, but too little is known of it yet.
    case head([UInt8])
    case document
  }

  /// An XML declaration must end within as many bytes, and the first lines of a property list are looked for there.
  private static let headSize = 4096

  let document: DocumentReader
  private let limits: XMLLimits
  private var stage = Stage.blanks
  private var parser: XMLParser?
  /// Where the next character stands, until there is a parser that knows better.
  private var start = XMLPosition.start

  init(document: DocumentReader, limits: XMLLimits) {
    self.document = document
    self.limits = limits
  }

  var position: XMLPosition {
    switch parser {
    case .some(let parser): parser.endPosition
    case .none: start
    }
  }

  mutating func take(_ text: Span<UInt8>) throws(ImportProblem) {
    switch stage {
    case .document: try parse(text)
    case .blanks:
      let first = skipBlanks(text)
      guard first < text.count else { return }
      let rest = text.extracting(first..<text.count)
      if rest.count >= Self.headSize {
        stage = .document
        try begin(rest)
      } else {
        stage = .head(Self.array(rest))
      }
    case .head(var head):
      stage = .document
      head.append(contentsOf: Self.array(text))
      if head.count >= Self.headSize {
        try begin(head.span)
      } else {
        stage = .head(head)
      }
    }
  }

  mutating func settle() throws(ImportProblem) {
    guard case .head(let head) = stage else { return }
    // Before `begin`, which would release the bytes under the span: Swift 6.3.1 takes `head` for borrowed from `stage`
    // in release builds.
    stage = .document
    try begin(head.span)
  }

  /// Says that the file is complete.
  mutating func finish() throws(ImportProblem) -> DeploymentBuilder {
    try settle()
    guard parser != nil else { throw .empty() }
    do {
      try parser?.finish()
    } catch {
      throw problem(error)
    }
    return try document.finish()
  }

  /// The first character that is no blank is known, and enough of what follows it.
  private mutating func begin(_ text: Span<UInt8>) throws(ImportProblem) {
    guard text[0] == UInt8(ascii: "<") else { throw ForeignText.problem(text, at: start) }
    let declaration = try declarationLength(text)
    advance(over: text.extracting(0..<declaration))
    do {
      parser = try XMLParser(handler: document, vocabulary: .topology, limits: limits, position: start)
    } catch {
      throw problem(error)
    }
    try parse(text.extracting(declaration..<text.count))
  }

  /// Length of the XML declaration, which is dropped: the encoding in it is that of the file before it was converted,
  /// or simply wrong.
  private func declarationLength(_ text: Span<UInt8>) throws(ImportProblem) -> Int {
    let opening = Array("<?xml".utf8)
    guard text.count > opening.count, ByteText.begins(text, with: opening), ByteText.isBlank(text[opening.count]) else {
      return 0
    }
    for index in opening.count..<min(text.count, Self.headSize) - 1
    where text[index] == UInt8(ascii: "?") && text[index + 1] == UInt8(ascii: ">") {
      return index + 2
    }
    guard text.count >= Self.headSize else { return 0 }
    throw .longDeclaration(start)
  }

  private mutating func parse(_ text: Span<UInt8>) throws(ImportProblem) {
    do {
      try parser?.feed(text)
    } catch {
      throw problem(error)
    }
  }

  private func problem(_ error: XMLError) -> ImportProblem {
    document.failure ?? .xml(error, limits: limits)
  }

  private mutating func skipBlanks(_ text: Span<UInt8>) -> Int {
    var index = 0
    while index < text.count {
      if ByteText.isBlank(text[index]) {
        index += 1
      } else if index + 2 < text.count, text[index] == 0xEF, text[index + 1] == 0xBB, text[index + 2] == 0xBF {
        // A byte order mark that was pasted or converted along.
        index += 3
      } else {
        break
      }
    }
    advance(over: text.extracting(0..<index))
    return index
  }

  private mutating func advance(over text: Span<UInt8>) {
    for index in text.indices {
      if text[index] == UInt8(ascii: "\n") {
        start = XMLPosition(line: start.line + 1, column: 1)
      } else if text[index] & 0xC0 != 0x80 {
        start.column = (start.column ?? 1) + 1
      }
    }
  }

  private static func array(_ span: Span<UInt8>) -> [UInt8] {
    var array: [UInt8] = []
    array.reserveCapacity(span.count)
    for index in span.indices { array.append(span[index]) }
    return array
  }
}
