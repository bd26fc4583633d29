/// The bytes of one record, in which numbers have their lowest byte first.
struct RecordBytes {
  private let bytes: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

  var count: Int { bytes.count }

  /// A number of at most four bytes.
  func number(_ offset: Int, _ width: Int) -> Int {
    Int(wide(offset, width))
  }

  /// A number of eight bytes; nil for one that no file can have.
  func length(_ offset: Int) -> Int? { Int(exactly: wide(offset, 8)) }

  func part(_ offset: Int, _ count: Int) -> ArraySlice<UInt8> {
    bytes[(bytes.startIndex + offset)..<(bytes.startIndex + offset + count)]
  }

  private func wide(_ offset: Int, _ width: Int) -> UInt64 {
    part(offset, width).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
  }
}

/// The kinds of records, by their first four bytes.
enum Signature: Int {
  case local = 0x0403_4B50
  case directory = 0x0201_4B50
  case zip64End = 0x0606_4B50
  case zip64Locator = 0x0706_4B50
  case end = 0x0605_4B50
  /// Of a descriptor; as the first record, of a file that is one of several.
  case descriptor = 0x0807_4B50
  /// First record of an archive that might have been divided, and was not.
  case undivided = 0x3030_4B50

  /// Bytes before the parts of variable length.
  var length: Int {
    switch self {
    case .local: 30
    case .directory: 46
    case .zip64End: 56
    case .zip64Locator: 20
    case .end: 22
    case .descriptor, .undivided: 4
    }
  }
}

/// What an archive says about an entry, at the entry or in the directory.
struct EntryFacts: Equatable {
  var method: Int
  var isEncrypted: Bool
  var checksum: UInt32
  var packed: Int
  var unpacked: Int
  var name: ArraySlice<UInt8>
}

/// The record in front of an entry's contents.
struct LocalHeader {
  var facts: EntryFacts
  /// Whether checksum and lengths stand behind the contents.
  let hasDescriptor: Bool

  /// - Parameter bytes: the whole record. Nil where its extra field is none.
  init?(_ bytes: RecordBytes) {
    let flags = bytes.number(6, 2)
    let nameLength = bytes.number(26, 2)
    hasDescriptor = flags & 8 != 0
    facts = EntryFacts(
      method: bytes.number(8, 2), isEncrypted: flags & 0x2041 != 0, checksum: UInt32(bytes.number(14, 4)),
      packed: bytes.number(18, 4), unpacked: bytes.number(22, 4), name: bytes.part(30, nameLength))
    var zip64 = Zip64Field(bytes, from: 30 + nameLength)
    // What the descriptor says counts, where there is one.
    guard !hasDescriptor else { return }
    guard let unpacked = zip64.value(facts.unpacked), let packed = zip64.value(facts.packed) else { return nil }
    facts.unpacked = unpacked
    facts.packed = packed
  }

  static func variableLength(_ bytes: RecordBytes) -> Int { bytes.number(26, 2) + bytes.number(28, 2) }

  var entryName: String { String(decoding: facts.name, as: UTF8.self) }

  static let stored = 0
  static let deflated = 8

  var obstacle: ZipEntry.Obstacle? {
    // 99 is the mark of AES.
    if facts.isEncrypted || facts.method == 99 { return .encrypted }
    switch facts.method {
    // Folders have no contents, whatever writers say about the place of the length.
    case Self.stored: return hasDescriptor && facts.name.last != UInt8(ascii: "/") ? .unknownLength : nil
    case Self.deflated: return nil
    default: return .method(facts.method)
    }
  }
}

/// What the directory says about an entry.
struct DirectoryRecord {
  let facts: EntryFacts
  /// Where the entry's own record begins.
  let offset: Int
  let disk: Int

  /// - Parameter bytes: the whole record. Nil where its extra field is none.
  init?(_ bytes: RecordBytes) {
    let flags = bytes.number(8, 2)
    let nameLength = bytes.number(28, 2)
    var zip64 = Zip64Field(bytes, from: 46 + nameLength, count: bytes.number(30, 2))
    guard let unpacked = zip64.value(bytes.number(24, 4)), let packed = zip64.value(bytes.number(20, 4)),
      let offset = zip64.value(bytes.number(42, 4))
    else { return nil }
    facts = EntryFacts(
      method: bytes.number(10, 2), isEncrypted: flags & 0x2041 != 0, checksum: UInt32(bytes.number(16, 4)),
      packed: packed, unpacked: unpacked, name: bytes.part(46, nameLength))
    self.offset = offset
    let disk = bytes.number(34, 2)
    self.disk = disk == 0xFFFF ? zip64.disk : disk
  }

  static func variableLength(_ bytes: RecordBytes) -> Int {
    bytes.number(28, 2) + bytes.number(30, 2) + bytes.number(32, 2)
  }
}

/// The part of an extra field that has the numbers which do not fit into four bytes.
private struct Zip64Field {
  private var rest: RecordBytes?

  /// - Parameter count: bytes of the extra field; to the end of the record without it.
  init(_ bytes: RecordBytes, from begin: Int, count: Int? = nil) {
    var position = begin
    let end = begin + (count ?? bytes.count - begin)
    while position + 4 <= end {
      let length = bytes.number(position + 2, 2)
      guard position + 4 + length <= end else { return }
      if bytes.number(position, 2) == 1 {
        rest = RecordBytes(bytes.part(position + 4, length))
        return
      }
      position += 4 + length
    }
  }

  /// The number itself, or the next of the field where it says so.
  mutating func value(_ number: Int) -> Int? {
    guard number == 0xFFFF_FFFF else { return number }
    guard let field = rest, field.count >= 8 else { return nil }
    rest = RecordBytes(field.part(8, field.count - 8))
    return field.length(0)
  }

  var disk: Int { rest.map { $0.count >= 4 ? $0.number(0, 4) : 0xFFFF } ?? 0xFFFF }
}
