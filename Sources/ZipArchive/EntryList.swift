/// The entries that were met, for the directory that comes after them to be compared with.
///
/// Programs that unpack go by the directory, this one by the entries; an archive in which the two differ could show
/// each of them another file.
struct EntryList {
  private var facts: [(facts: EntryFacts, isListed: Bool)] = []
  /// Position in ``facts`` by where the entry begins.
  private var positions: [Int: Int] = [:]
  private var listed = 0

  var count: Int { facts.count }
  var allAreListed: Bool { listed == facts.count }

  mutating func add(_ entry: EntryFacts, at offset: Int) {
    positions[offset] = facts.count
    facts.append((entry, false))
  }

  mutating func compare(_ record: DirectoryRecord) throws(ZipError) {
    let name = String(decoding: record.facts.name, as: UTF8.self)
    guard record.disk == 0 else { throw ZipError(.multiDisk) }
    guard let position = positions[record.offset], !facts[position].isListed else {
      throw ZipError(.overlap, entry: name)
    }
    guard facts[position].facts == record.facts else { throw ZipError(.directory, entry: name) }
    facts[position].isListed = true
    listed += 1
  }
}

/// What the records at the end say about the directory.
struct DirectoryEnd {
  private let disks: [Int]
  private let entries: [Int]
  private let size: Int
  private let offset: Int

  /// Nil where a number is one that no file can have.
  init?(zip64 bytes: RecordBytes) {
    disks = [bytes.number(16, 4), bytes.number(20, 4)]
    guard let here = bytes.length(24), let all = bytes.length(32), let size = bytes.length(40),
      let offset = bytes.length(48)
    else { return nil }
    entries = [here, all]
    self.size = size
    self.offset = offset
  }

  init(_ bytes: RecordBytes) {
    disks = [bytes.number(4, 2), bytes.number(6, 2)]
    entries = [bytes.number(8, 2), bytes.number(10, 2)]
    size = bytes.number(12, 4)
    offset = bytes.number(16, 4)
  }

  /// - Parameter zip64: The record that has the numbers which do not fit into this one.
  func check(entries count: Int, directory: Range<Int>, zip64: DirectoryEnd?) throws(ZipError) {
    let isLarge = zip64 != nil
    guard disks.allSatisfy({ $0 == 0 || isLarge && $0 == 0xFFFF }) else { throw ZipError(.multiDisk) }
    guard entries.allSatisfy({ $0 == count || isLarge && $0 == 0xFFFF }),
      size == directory.count || isLarge && size == 0xFFFF_FFFF,
      offset == directory.lowerBound || isLarge && offset == 0xFFFF_FFFF
    else { throw ZipError(.incompleteDirectory) }
    try zip64?.check(entries: count, directory: directory, zip64: nil)
  }
}
