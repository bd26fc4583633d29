/// Names and ids of the old plan as the new one writes them, so that a rename is not a change of everything that
/// mentions it.
struct NameTranslation {
  /// New names by the old ones in lower case.
  private let names: [String: String]
  /// New ids of entries that moved or were renamed, by the old ones.
  var ids: [String: String] = [:]

  init(_ renames: [PoolRename]) {
    names = Dictionary(renames.map { ($0.from.lowercased(), $0.to) }) { first, _ in first }
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
    guard !names.isEmpty else { return text }
    var result = text
    for (old, new) in names.sorted(by: { ($0.key.utf8.count, $0.key) > ($1.key.utf8.count, $1.key) }) {
      result = Self.replacing(Array(old.utf8), with: Array(new.utf8), in: result)
    }
    return result
  }

  private static func replacing(_ old: [UInt8], with new: [UInt8], in text: String) -> String {
    let bytes = Array(text.utf8)
    guard let first = old.first, bytes.count >= old.count else { return text }
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let end = index + old.count
      if end <= bytes.count, lower(bytes[index]) == first, index == 0 || !isNamePart(bytes[index - 1]),
        end == bytes.count || !isNamePart(bytes[end]), bytes[index..<end].elementsEqual(old, by: { lower($0) == $1 })
      {
        result += new
        index = end
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
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
