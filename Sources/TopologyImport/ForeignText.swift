internal import XMLStream

/// Recognises what people pass by mistake instead of XML.
enum ForeignText {
  /// - Parameter text: the beginning of the text, up to a few thousand bytes are looked at; its first character is no
  ///   blank and no `<`.
  static func problem(_ text: Span<UInt8>, at position: XMLPosition) -> ImportProblem {
    var line: [UInt8] = []
    for index in 0..<min(text.count, 4096) {
      let byte = text[index]
      guard byte != UInt8(ascii: "\n") else { break }
      line.append(byte)
    }
    return isProperty(line) ? .propertyList(position) : .notXML(position)
  }

  /// Whether a line is `Name : value`, as PowerShell prints the properties of an object.
  private static func isProperty(_ line: [UInt8]) -> Bool {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return false }
    let name = line[..<colon]
    guard let last = name.lastIndex(where: { !ByteText.isBlank($0) }) else { return false }
    let value = line[(colon + 1)...]
    return name[...last].allSatisfy { byte in
      ByteText.folded(byte) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10 || byte == UInt8(ascii: "_")
    } && (value.first.map { ByteText.isBlank($0) } ?? true)
  }
}
