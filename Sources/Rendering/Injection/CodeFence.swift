/// Follows fenced code blocks of Markdown line by line.
struct CodeFence {
  private var open: (mark: UInt8, length: Int)?

  /// Whether `line`, without its line end, belongs to a code block, its fences included.
  mutating func contains(_ line: ArraySlice<UInt8>) -> Bool {
    let indentation = line.prefix { $0 == UInt8(ascii: " ") }.count
    let body = line.dropFirst(indentation)
    guard indentation < 4, let mark = body.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else {
      return open != nil
    }
    let length = body.prefix { $0 == mark }.count
    let rest = body.dropFirst(length)
    if let fence = open {
      if mark == fence.mark, length >= fence.length, rest.allSatisfy(\.isBlank) { open = nil }
      return true
    }
    // A line with backticks after the fence is code within a paragraph.
    guard length >= 3, mark == UInt8(ascii: "~") || !rest.contains(mark) else { return false }
    open = (mark, length)
    return true
  }
}

extension UInt8 {
  /// A space, tab or carriage return.
  var isBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0D }
}
