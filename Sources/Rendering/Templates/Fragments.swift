/// Prepared pieces of a file, all in one buffer. Templates place them by short markers, so that megabytes of rows
/// never pass through a template engine's strings.
struct Fragments {
  var bytes: [UInt8] = []
  private(set) var names: [String] = []
  private var ranges: [Range<Int>] = []
  private var start = 0

  /// Stands on both sides of a fragment's number. No template and no escaped text contains it.
  static let mark: UInt8 = 1

  mutating func begin(_ name: String) {
    names.append(name)
    start = bytes.count
  }

  /// Ends the fragment. The template gives the line end after it.
  mutating func end() -> TemplateValue {
    if bytes.count > start, bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
    ranges.append(start..<bytes.count)
    return .fragment(ranges.count - 1)
  }

  /// `text` with every marker replaced by its fragment, and the names of those that do not occur exactly once.
  func placed(in text: String) -> (bytes: [UInt8], misplaced: Set<String>) {
    let template = text.utf8.span
    var output: [UInt8] = []
    output.reserveCapacity(template.count + bytes.count)
    var uses = [Int](repeating: 0, count: ranges.count)
    var index = 0
    while index < template.count {
      let byte = template[index]
      index += 1
      guard byte == Self.mark else {
        output.append(byte)
        continue
      }
      var number = 0
      while index < template.count, template[index] != Self.mark {
        number = number * 10 + Int(template[index] &- UInt8(ascii: "0"))
        index += 1
      }
      index += 1
      uses[number] += 1
      output.append(contentsOf: bytes[ranges[number]])
    }
    let misplaced = uses.indices.filter { uses[$0] != 1 }.map { names[$0] }
    return (output, Set(misplaced))
  }
}
