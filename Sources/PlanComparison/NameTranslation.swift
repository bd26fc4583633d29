/// Names and ids of the old plan as the new one writes them, so that a rename is not a change of everything that
/// mentions it.
struct NameTranslation {
  /// New names by the old ones in lower case.
  private let names: [String: String]
  /// The same as bytes, longer names first: one may be part of another.
  private let replacements: [(old: [UInt8], new: [UInt8])]
  private let shortest: Int
  /// New ids of entries that moved or were renamed, by the old ones.
  var ids: [String: String] = [:]

  init(_ renames: [PoolRename]) {
    names = Dictionary(renames.map { ($0.from.lowercased(), $0.to) }) { first, _ in first }
    replacements = names.sorted { ($0.key.utf8.count, $0.key) > ($1.key.utf8.count, $1.key) }
      .map { (Array($0.key.utf8), Array($0.value.utf8)) }
    shortest = replacements.last?.old.count ?? Int.max
  }

  /// A name, `server\instance` or `\\server\share`.
  func name(_ name: String) -> String {
    guard !names.isEmpty else { return name }
    let lead = name.hasPrefix("\\\\") ? "\\\\" : ""
    let body = name.dropFirst(lead.count)
    let server = body.prefix { $0 != "\\" }
    guard let new = names[server.lowercased()] else { return name }
    return lead + new + body[server.endIndex...]
  }

  /// `kind:name`, in lower case after the colon, or a rule and such an id.
  func id(_ id: String) -> String {
    if let new = ids[id] { return new }
    guard let colon = id.firstIndex(of: ":") else { return id }
    let scope = String(id[id.index(after: colon)...])
    let translated = name(scope)
    if translated != scope { return "\(id[...colon])\(translated.lowercased())" }
    return "\(id[...colon])\(self.id(scope))"
  }

  /// Text, with every old name in it replaced, whatever the case of its ASCII letters.
  func text(_ text: String) -> String {
    // Most words are shorter than any name.
    guard text.utf8.count >= shortest else { return text }
    var bytes = Array(text.utf8)
    var isChanged = false
    for (old, new) in replacements where bytes.count >= old.count {
      guard let replaced = Self.replacing(old, with: new, in: bytes) else { continue }
      bytes = replaced
      isChanged = true
    }
    return isChanged ? String(decoding: bytes, as: UTF8.self) : text
  }

  /// Nil where `old` does not occur.
  private static func replacing(_ old: [UInt8], with new: [UInt8], in bytes: [UInt8]) -> [UInt8]? {
    guard let first = old.first else { return nil }
    var result: [UInt8] = []
    var index = 0
    var copied = 0
    while index + old.count <= bytes.count {
      let end = index + old.count
      if lower(bytes[index]) == first, index == 0 || !isNamePart(bytes[index - 1]),
        end == bytes.count || !isNamePart(bytes[end]), bytes[index..<end].elementsEqual(old, by: { lower($0) == $1 })
      {
        result += bytes[copied..<index]
        result += new
        index = end
        copied = end
      } else {
        index += 1
      }
    }
    return copied == 0 ? nil : result + bytes[copied...]
  }

  private static func lower(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    switch lower(byte) {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...: true
    default: false
    }
  }
}
