internal import Documents

/// What a format writes beside the template engine: short markers stand for it in templates, so that megabytes of rows
/// never pass through the engine's strings.
struct Fragments {
  enum Content {
    case blocks([Block])
    case bytes([UInt8])
  }

  /// By number. Several may have one name, such as the bodies of sections.
  private(set) var all: [(name: String, content: Content)] = []

  /// Stands on both sides of a fragment's number. No template and no escaped text contains it.
  static let mark: UInt8 = 1

  /// The next fragment, as the value of its name in a template.
  mutating func add(_ name: String, _ content: Content) -> TemplateValue {
    all.append((name, content))
    return .fragment(all.count - 1)
  }
}

/// Writes blocks into a file of one format.
protocol BlockWriter {
  var file: OutgoingFile { get set }
  mutating func write(_ blocks: [Block])
}

/// A template with its values in it, and the fragments that belong into it.
struct FilledTemplate {
  private enum Piece {
    case text(Range<Int>)
    case fragment(Fragments.Content)
  }

  private let bytes: [UInt8]
  private var pieces: [Piece] = []
  /// Names of fragments that do not occur exactly once.
  let misplaced: Set<String>

  init(_ text: String, fragments: Fragments) {
    bytes = Array(text.utf8)
    var uses = [Int](repeating: 0, count: fragments.all.count)
    var start = 0
    while let mark = bytes[start...].firstIndex(of: Fragments.mark) {
      let end = bytes[(mark + 1)...].firstIndex(of: Fragments.mark) ?? bytes.count
      let number = bytes[(mark + 1)..<end].reduce(0) { $0 * 10 + Int($1 &- UInt8(ascii: "0")) }
      uses[number] += 1
      pieces += [.text(start..<mark), .fragment(fragments.all[number].content)]
      start = end + 1
    }
    pieces.append(.text(start..<bytes.count))
    misplaced = Set(uses.indices.filter { uses[$0] != 1 }.map { fragments.all[$0].name })
  }

  /// Writes all of it. The line end at the end of a fragment is left out: the template gives it.
  func write(with writer: inout some BlockWriter) {
    for piece in pieces {
      switch piece {
      case .text(let range): writer.file.bytes += bytes[range]
      case .fragment(let content):
        let start = writer.file.position
        switch content {
        case .blocks(let blocks): writer.write(blocks)
        case .bytes(let bytes): writer.file.bytes += bytes
        }
        if writer.file.position > start, writer.file.bytes.last == UInt8(ascii: "\n") {
          writer.file.bytes.removeLast()
        }
      }
    }
    writer.file.end()
  }
}
