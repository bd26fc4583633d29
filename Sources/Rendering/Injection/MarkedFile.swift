public import Diagnostics

/// A file of somebody with places for Markdown of ours, between lines that mark them. All else in it is kept byte for
/// byte.
public struct MarkedFile: Sendable {
  /// A place for a document.
  public struct Region: Sendable, Equatable {
    /// The document that is named; nil for the first of the set.
    public var document: String?
    /// The line of its beginning, from 1.
    public var line: Int
    /// What is replaced: the lines between the markers.
    var contents: Range<Int>
    /// How the line of the beginning ends.
    var lineEnd: [UInt8]
  }

  public let bytes: [UInt8]
  public private(set) var regions: [Region] = []
  private let name: String

  /// The two lines to paste where the Markdown should go.
  public static let linesToPaste = [Marker.line(.begin), Marker.line(.end)]

  /// - Parameter name: The file, for messages.
  public init(_ bytes: [UInt8], name: String) throws(UnusableInput) {
    self.bytes = bytes
    self.name = name
    var problems = Problems(name: name)
    guard !bytes.starts(with: [0xFF, 0xFE]), !bytes.starts(with: [0xFE, 0xFF]) else {
      throw UnusableInput(
        Diagnostic(
          id: "inject-not-utf8", severity: .error, location: SourceLocation(file: name),
          message: "the file is UTF-16", remedy: "save it as UTF-8"))
    }
    findRegions(&problems)
    if regions.isEmpty && problems.found.isEmpty { problems.noMarkers() }
    guard problems.found.isEmpty else { throw UnusableInput(problems.found) }
  }

  private mutating func findRegions(_ problems: inout Problems) {
    var fence = CodeFence()
    var open: (marker: Marker, region: Region)?
    for (number, line) in Lines(bytes).enumerated() {
      // What stands in a region is ours: a broken code block in it must not hide its end.
      let isCode = open == nil && fence.contains(line.text)
      guard !isCode, let marker = Marker(line: line.text) else { continue }
      switch (marker.edge, open) {
      case (.begin, nil):
        let region = Region(
          document: marker.document, line: number + 1, contents: line.end..<line.end, lineEnd: Array(line.lineEnd))
        open = (marker, region)
      case (.begin, .some(let first)):
        problems.add(number + 1, "a region begins inside the one that begins in line \(first.region.line)")
      case (.end, nil):
        problems.add(number + 1, "the end of a region stands before its beginning, or without one")
      case (.end, .some(var first)):
        if let document = marker.document, document != first.marker.document {
          problems.add(
            number + 1,
            "the end names \(document), the beginning in line \(first.region.line) "
              + (first.marker.document ?? "no document"))
        }
        first.region.contents = first.region.contents.lowerBound..<line.text.startIndex
        regions.append(first.region)
        open = nil
      }
    }
    if let open { problems.add(open.region.line, "the region that begins here has no end") }
  }

  /// The regions with the documents that belong into them.
  /// - Parameter documents: Ids of all documents, the one for regions that name none first.
  public func documents(of documents: [String]) throws(UnusableInput) -> [String] {
    var problems = Problems(name: name)
    var lines: [String: Int] = [:]
    var chosen: [String] = []
    for region in regions {
      guard let document = region.document ?? documents.first, documents.contains(document) else {
        problems.unknown(region.document ?? "", line: region.line, documents)
        continue
      }
      if let first = lines[document] {
        problems.add(region.line, "\(document) has a place in line \(first) already, and its anchors occur once")
      }
      lines[document] = region.line
      chosen.append(document)
    }
    guard problems.found.isEmpty else { throw UnusableInput(problems.found) }
    return chosen
  }

  /// The file with Markdown in its regions: one document a region, in their order, its headings a level deeper.
  public func filled(with documents: [[UInt8]]) -> [UInt8] {
    var result: [UInt8] = []
    var position = 0
    for (region, markdown) in zip(regions, documents) {
      result += bytes[position..<region.contents.lowerBound]
      result += region.lineEnd
      var fence = CodeFence()
      for line in Lines(markdown) {
        if !fence.contains(line.text), line.text.isHeading { result.append(UInt8(ascii: "#")) }
        result += line.text
        result += region.lineEnd
      }
      result += region.lineEnd
      position = region.contents.upperBound
    }
    return result + bytes[position...]
  }
}

extension ArraySlice<UInt8> {
  /// Whether the line is a heading that can go a level deeper; Markdown has six.
  fileprivate var isHeading: Bool {
    let level = prefix { $0 == UInt8(ascii: "#") }.count
    return (1...5).contains(level) && dropFirst(level).first == UInt8(ascii: " ")
  }
}

/// The lines of a file where they are. A byte order mark belongs to no line.
private struct Lines: Sequence, IteratorProtocol {
  struct Line {
    var text: ArraySlice<UInt8>
    var lineEnd: ArraySlice<UInt8>
    var end: Int { lineEnd.endIndex }
  }

  private let bytes: [UInt8]
  private var position: Int

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  mutating func next() -> Line? {
    guard position < bytes.count else { return nil }
    let feed = bytes[position...].firstIndex(of: UInt8(ascii: "\n"))
    let end = feed.map { $0 + 1 } ?? bytes.count
    var textEnd = feed ?? bytes.count
    if feed != nil, textEnd > position, bytes[textEnd - 1] == UInt8(ascii: "\r") { textEnd -= 1 }
    defer { position = end }
    return Line(text: bytes[position..<textEnd], lineEnd: bytes[textEnd..<end])
  }
}

/// What is wrong with the markers of a file.
private struct Problems {
  let name: String
  private(set) var found: [Diagnostic] = []

  init(name: String) { self.name = name }

  mutating func noMarkers() {
    report(
      "inject-markers-missing", nil,
      "no line says where the Markdown goes; lines in code blocks and inside other lines do not count")
  }

  mutating func add(_ line: Int, _ message: String) { report("inject-markers-wrong", line, message) }

  mutating func unknown(_ document: String, line: Int, _ documents: [String]) {
    found.append(
      Diagnostic(
        id: "inject-document-unknown", severity: .error, location: SourceLocation(file: name, line: line),
        message: "there is no document \"\(document)\"",
        remedy: "name one of \(documents.joined(separator: ", ")), or none for \(documents.first ?? "")"))
  }

  private mutating func report(_ id: String, _ line: Int?, _ message: String) {
    found.append(
      Diagnostic(
        id: id, severity: .error, location: SourceLocation(file: name, line: line), message: message,
        remedy: "put the Markdown between a line \(Marker.line(.begin)) and a line \(Marker.line(.end))"))
  }
}
