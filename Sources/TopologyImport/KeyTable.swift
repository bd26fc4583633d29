/// What stands between the parts of an identity. XML cannot contain these characters, so `1-2` and `3` never become the
/// identity of `1` and `2-3`.
enum KeySeparator {
  static let part: UInt8 = 0x1F
  static let instance: UInt8 = 0x1E

  /// The identity as people write it; the default instance is its server alone.
  static func text(_ key: some BidirectionalCollection<UInt8>) -> String {
    String(
      decoding: (key.last == instance ? key.dropLast() : key[...]).map { byte in
        switch byte {
        case part: UInt8(ascii: "-")
        case instance: UInt8(ascii: "\\")
        default: byte
        }
      }, as: UTF8.self)
  }
}

/// Identities of a file, each with a small number; compared without regard to case.
///
/// References become numbers as they are read, so no String is made of them: in a real file most identities are
/// mentioned several times. The text of an identity is what the file wrote first.
struct KeyTable {
  private var bytes: [UInt8] = []
  private var entries: [(begin: Int, end: Int, hash: UInt64)] = []
  private var slots = [Int32](repeating: -1, count: 64)
  /// Random in every process, so that no file can be made of colliding keys; order never depends on it.
  private let seed = UInt64(bitPattern: Int64(Hasher().finalize())) | 1

  var count: Int { entries.count }

  /// The number of a key, a new one if it has not occurred yet.
  mutating func number(_ key: [UInt8]) -> Int32 {
    // Letters outside ASCII are rare: folded here, as Unicode does it.
    key.allSatisfy { $0 < 0x80 } ? find(key) : find(Array(String(decoding: key, as: UTF8.self).lowercased().utf8))
  }

  private mutating func find(_ key: [UInt8]) -> Int32 {
    let hash = hash(key)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let entry = entries[Int(slots[slot])]
      if entry.hash == hash, isEqual(entry.begin, entry.end, key) { return slots[slot] }
      slot = (slot + 1) & (slots.count - 1)
    }
    let number = Int32(entries.count)
    let begin = bytes.count
    bytes.append(contentsOf: key)
    entries.append((begin, bytes.count, hash))
    slots[slot] = number
    if 2 * entries.count > slots.count { grow() }
    return number
  }

  /// The identity as people write it.
  func text(_ number: Int32) -> String {
    let entry = entries[Int(number)]
    return KeySeparator.text(bytes[entry.begin..<entry.end])
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: 2 * slots.count)
    for (number, entry) in entries.enumerated() {
      var slot = Int(truncatingIfNeeded: entry.hash) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(number)
    }
  }

  private func isEqual(_ begin: Int, _ end: Int, _ key: [UInt8]) -> Bool {
    guard end - begin == key.count else { return false }
    for index in 0..<key.count where ByteText.folded(bytes[begin + index]) != ByteText.folded(key[index]) {
      return false
    }
    return true
  }

  private func hash(_ key: [UInt8]) -> UInt64 {
    var hash = seed
    var word: UInt64 = 0
    for index in 0..<key.count {
      word = word << 8 | UInt64(ByteText.folded(key[index]))
      if index & 7 == 7 {
        hash = mix(hash ^ word)
        word = 0
      }
    }
    return mix(mix(hash ^ word) ^ UInt64(key.count))
  }

  private func mix(_ value: UInt64) -> UInt64 {
    let product = (value ^ seed).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low
  }
}
