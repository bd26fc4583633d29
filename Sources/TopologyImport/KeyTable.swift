/// Identities of a file, each with a small number; compared without regard to case.
///
/// References become numbers as they are read, so no String is made of them: in a real file most identities are
/// mentioned several times.
struct KeyTable {
  private struct Entry {
    var begin: Int
    var end: Int
    /// Where the parts of the identity end, so that `1-2` and `3` are never `1` and `2-3`.
    var shape: UInt32
    var hash: UInt32
    /// Whether its text is that of the definition.
    var isSpelled = false
  }

  private var bytes: [UInt8] = []
  private var entries: [Entry] = []
  private var slots = [Int32](repeating: -1, count: 64)
  /// Texts of the identities with letters outside ASCII, whose bytes are kept in lower case.
  private var spellings: [Int32: String] = [:]
  /// Random in every process, so that no file can be made of colliding keys; order never depends on it.
  private let seed = UInt64(bitPattern: Int64(Hasher().finalize())) | 1

  var count: Int { entries.count }

  /// The number of a key, a new one if it has not occurred yet.
  mutating func number(_ key: [UInt8], shape: UInt32 = 0) -> Int32 {
    let hash = hash(key, shape)
    guard hash.isASCII else {
      // Rare: folded as Unicode does it.
      let text = String(decoding: key, as: UTF8.self)
      let folded = Array(text.lowercased().utf8)
      let number = find(folded, shape, self.hash(folded, shape).value)
      if spellings[number] == nil { spellings[number] = text }
      return number
    }
    return find(key, shape, hash.value)
  }

  /// The identity as it was written first, or as ``spell(_:as:)`` said.
  func text(_ number: Int32) -> String {
    if !spellings.isEmpty, let spelling = spellings[number] { return spelling }
    let entry = entries[Int(number)]
    return String(decoding: bytes[entry.begin..<entry.end], as: UTF8.self)
  }

  /// Makes `key` the text of its identity, once: it is written so where the object is first defined.
  mutating func spell(_ number: Int32, as key: [UInt8]) {
    let entry = entries[Int(number)]
    guard !entry.isSpelled else { return }
    entries[Int(number)].isSpelled = true
    if !spellings.isEmpty, spellings[number] != nil {
      spellings[number] = String(decoding: key, as: UTF8.self)
    } else {
      for index in 0..<min(key.count, entry.end - entry.begin) { bytes[entry.begin + index] = key[index] }
    }
  }

  private mutating func find(_ key: [UInt8], _ shape: UInt32, _ hash: UInt32) -> Int32 {
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let entry = entries[Int(slots[slot])]
      if entry.hash == hash, entry.shape == shape, isEqual(entry, key) { return slots[slot] }
      slot = (slot + 1) & (slots.count - 1)
    }
    let number = Int32(entries.count)
    let begin = bytes.count
    bytes.append(contentsOf: key)
    entries.append(Entry(begin: begin, end: bytes.count, shape: shape, hash: hash))
    slots[slot] = number
    if 2 * entries.count > slots.count { grow() }
    return number
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: 2 * slots.count)
    for (number, entry) in entries.enumerated() {
      var slot = Int(entry.hash) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(number)
    }
  }

  private func isEqual(_ entry: Entry, _ key: [UInt8]) -> Bool {
    guard entry.end - entry.begin == key.count else { return false }
    for index in 0..<key.count
    where ByteText.folded(bytes[entry.begin + index]) != ByteText.folded(key[index]) {
      return false
    }
    return true
  }

  private func hash(_ key: [UInt8], _ shape: UInt32) -> (value: UInt32, isASCII: Bool) {
    var hash = seed ^ UInt64(shape)
    var word: UInt64 = 0
    var all: UInt8 = 0
    for (index, byte) in key.enumerated() {
      all |= byte
      word = word << 8 | UInt64(ByteText.folded(byte))
      if index & 7 == 7 {
        hash = mix(hash ^ word)
        word = 0
      }
    }
    let last = mix(mix(hash ^ word) ^ UInt64(key.count))
    return (UInt32(truncatingIfNeeded: last ^ last >> 32), all < 0x80)
  }

  private func mix(_ value: UInt64) -> UInt64 {
    let product = (value ^ seed).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low
  }
}
