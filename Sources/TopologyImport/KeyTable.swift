/// Identities of a file, each with a small number; compared without regard to case.
///
/// References become numbers as they are read, so no String is made of them: in a real file most identities are
/// mentioned several times.
struct KeyTable {
  private struct Entry {
    var begin: Int
    var count: UInt32
    /// Where the parts of the identity end, so that `1-2` and `3` are never `1` and `2-3`.
    var shape: UInt32
  }

  /// The whole hash stands beside the number, so that only the entry that is meant is looked at: every other one would
  /// be another cache miss.
  private struct Slot {
    var hash: UInt32
    /// Negative where the slot is free.
    var number: Int32

    static let free = Slot(hash: 0, number: -1)
  }

  private var bytes: [UInt8] = []
  private var entries: [Entry] = []
  private var slots = [Slot](repeating: .free, count: 64)
  /// Whether the text of an identity is that of its definition, by number; as long as needed.
  private var spelled: [Bool] = []
  /// Texts of the identities with letters outside ASCII, whose bytes are kept in lower case.
  private var spellings: [Int32: String] = [:]
  /// Random in every process, so that no file can be made of colliding keys; order never depends on it.
  private let hasher = KeyHash(seed: UInt64(bitPattern: Int64(Hasher().finalize())))

  var count: Int { entries.count }

  /// The number of a key, a new one if it has not occurred yet.
  mutating func number(_ key: [UInt8], shape: UInt32 = 0) -> Int32 {
    let hash = hasher.hash(key.span, shape)
    guard hash.isASCII else {
      // Rare: folded as Unicode does it.
      let text = String(decoding: key, as: UTF8.self)
      let folded = Array(text.lowercased().utf8)
      let number = find(folded, shape, hasher.hash(folded.span, shape).value)
      if spellings[number] == nil { spellings[number] = text }
      return number
    }
    return find(key, shape, hash.value)
  }

  /// The identity as it was written first, or as ``spell(_:as:)`` said.
  func text(_ number: Int32) -> String {
    if !spellings.isEmpty, let spelling = spellings[number] { return spelling }
    let entry = entries[Int(number)]
    return String(decoding: bytes[entry.begin..<entry.begin + Int(entry.count)], as: UTF8.self)
  }

  /// Makes `key` the text of its identity, once: it is written so where the object is first defined.
  mutating func spell(_ number: Int32, as key: [UInt8]) {
    while spelled.count <= Int(number) { spelled.append(false) }
    guard !spelled[Int(number)] else { return }
    spelled[Int(number)] = true
    let entry = entries[Int(number)]
    if !spellings.isEmpty, spellings[number] != nil {
      spellings[number] = String(decoding: key, as: UTF8.self)
    } else if !isSame(entry, key) {
      for index in 0..<min(key.count, Int(entry.count)) { bytes[entry.begin + index] = key[index] }
    }
  }

  private mutating func find(_ key: [UInt8], _ shape: UInt32, _ hash: UInt32) -> Int32 {
    var place = Int(hash) & (slots.count - 1)
    while true {
      let slot = slots[place]
      if slot.number < 0 { break }
      if slot.hash == hash {
        let entry = entries[Int(slot.number)]
        if entry.shape == shape, Int(entry.count) == key.count, isSame(entry, key) || isEqual(entry, key) {
          return slot.number
        }
      }
      place = (place + 1) & (slots.count - 1)
    }
    let number = Int32(entries.count)
    entries.append(Entry(begin: bytes.count, count: UInt32(key.count), shape: shape))
    bytes.append(contentsOf: key)
    slots[place] = Slot(hash: hash, number: number)
    if 2 * entries.count > slots.count { grow() }
    return number
  }

  private mutating func grow() {
    var larger = [Slot](repeating: .free, count: 2 * slots.count)
    for slot in slots where slot.number >= 0 {
      var place = Int(slot.hash) & (larger.count - 1)
      while larger[place].number >= 0 { place = (place + 1) & (larger.count - 1) }
      larger[place] = slot
    }
    slots = larger
  }

  /// Whether the bytes are the same, as they nearly always are. Without a way out of the loop, it becomes vector
  /// instructions. Both have the same length.
  @inline(__always)
  private func isSame(_ entry: Entry, _ key: [UInt8]) -> Bool {
    let text = bytes.span.extracting(entry.begin..<entry.begin + key.count)
    let other = key.span
    var difference: UInt8 = 0
    for index in 0..<text.count { difference |= text[index] ^ other[index] }
    return difference == 0
  }

  /// Whether the bytes are the same but for case.
  private func isEqual(_ entry: Entry, _ key: [UInt8]) -> Bool {
    for index in 0..<key.count
    where ByteText.folded(bytes[entry.begin + index]) != ByteText.folded(key[index]) {
      return false
    }
    return true
  }
}
