/// A streaming reader of zip archives nobody vouches for: bytes in, contents of entries out to a receiver.
///
/// Entries are read where they stand, one after the other; the directory at the end has to agree with all of them. So
/// a pipe will do, nothing is kept but names and lengths, and entries cannot overlap, hide or lie about themselves.
/// Once an error was thrown, every further call throws it again.
public struct ZipReader: ~Copyable {
  private enum State {
    /// Records from the first to the last; collected until they are whole.
    case record
    /// Contents of an entry as they are, or passed over.
    case plain(left: Int)
    case deflated
    /// Checksum and lengths behind the contents of an entry, in one of four forms.
    case descriptor
    case comment(left: Int)
    case finished
  }

  private var state = State.record
  /// Bytes of a record that has not come whole.
  private var pending: [UInt8] = []
  /// Bytes before ``pending``.
  private var offset = 0
  private var contents: EntryContents
  private let limits: ZipLimits
  private var failure: ZipError?

  private var entries = EntryList()
  /// The entry that is being read: its header, its place, whether the receiver wants it.
  private var entry: (header: LocalHeader, offset: Int, isWanted: Bool)?
  private var directoryBegin: Int?
  private var directoryEnd = 0
  private var zip64End: DirectoryEnd?

  public init(limits: ZipLimits = .standard) {
    self.limits = limits
    contents = EntryContents(limits: limits)
  }

  /// Whether a file that begins with these bytes is an archive, or a part of one; nil while more are needed.
  public static func isArchive(_ beginning: [UInt8]) -> Bool? {
    let signatures: [Signature] = [.local, .end, .zip64End, .descriptor, .undivided]
    let isPossible = signatures.contains { signature in
      zip(beginning, 0..<4).allSatisfy { byte, index in byte == UInt8(signature.rawValue >> (8 * index) & 0xFF) }
    }
    return isPossible ? (beginning.count < 4 ? nil : true) : false
  }

  /// Reads the next bytes of the archive.
  public mutating func read(
    _ bytes: Span<UInt8>, into receiver: inout some ZipReceiver & ~Copyable
  ) throws(ZipError) {
    if let failure { throw failure }
    do throws(ZipError) {
      var begin = 0
      while try advance(bytes, &begin, &receiver) {}
    } catch {
      var error = error
      if error.entry == nil { error.entry = entry?.header.entryName }
      failure = error
      throw error
    }
  }

  /// Says that the archive is complete.
  public mutating func finish() throws(ZipError) {
    if let failure { throw failure }
    guard case .finished = state else { throw ZipError(.truncated, entry: entry?.header.entryName) }
  }

  /// One step; false where it needs more bytes.
  private mutating func advance(
    _ bytes: Span<UInt8>, _ begin: inout Int, _ receiver: inout some ZipReceiver & ~Copyable
  ) throws(ZipError) -> Bool {
    switch state {
    case .record: return try takeRecord(bytes, &begin, &receiver)
    case .descriptor: return try takeDescriptor(bytes, &begin, &receiver)
    case .plain(let left):
      let count = min(left, bytes.count - begin)
      if entry?.isWanted == true {
        try contents.copy(bytes.extracting(begin..<(begin + count)), to: &receiver)
      }
      begin += count
      offset += count
      guard count == left else {
        state = .plain(left: left - count)
        return false
      }
      try endContents(&receiver)
      return true
    case .deflated:
      // What follows the entry is not shown to zlib where it is known where that begins.
      let most = entry.map { $0.header.hasDescriptor ? Int.max : $0.header.facts.packed - contents.count.packed } ?? 0
      let rest = bytes.extracting(begin..<bytes.count).extracting(first: most)
      let (used, isEnd) = try contents.inflate(rest, to: &receiver, isWanted: entry?.isWanted == true)
      begin += used
      offset += used
      guard isEnd else {
        guard used < most else { throw ZipError(.length) }
        return false
      }
      try endContents(&receiver)
      return true
    case .comment(let left):
      let count = min(left, bytes.count - begin)
      begin += count
      offset += count
      state = left == count ? .finished : .comment(left: left - count)
      return left == count
    case .finished:
      guard begin == bytes.count else { throw ZipError(.trailingBytes) }
      return false
    }
  }

  // MARK: Records

  /// Collects at least `count` bytes of a record; false where they have not come yet.
  private mutating func collect(_ count: Int, _ bytes: Span<UInt8>, _ begin: inout Int) -> Bool {
    while pending.count < count, begin < bytes.count {
      pending.append(bytes[begin])
      begin += 1
    }
    return pending.count >= count
  }

  private mutating func drop(_ count: Int) {
    pending.removeFirst(count)
    offset += count
  }

  private mutating func takeRecord(
    _ bytes: Span<UInt8>, _ begin: inout Int, _ receiver: inout some ZipReceiver & ~Copyable
  ) throws(ZipError) -> Bool {
    guard collect(4, bytes, &begin) else { return false }
    guard let signature = Signature(rawValue: RecordBytes(pending[..<4]).number(0, 4)) else { throw ZipError(.record) }
    guard collect(signature.length, bytes, &begin) else { return false }
    let fixed = RecordBytes(pending[..<signature.length])
    var length = signature.length
    switch signature {
    case .local: length += LocalHeader.variableLength(fixed)
    case .directory: length += DirectoryRecord.variableLength(fixed)
    case .zip64End:
      // Its length leaves out the first twelve bytes; what is behind the 56 of the first version is for nobody.
      guard let rest = fixed.length(4), (44...0xFFFF).contains(rest) else { throw ZipError(.record) }
      length = 12 + rest
    default: break
    }
    guard collect(length, bytes, &begin) else { return false }
    let record = RecordBytes(pending[..<length])
    let place = offset
    drop(length)
    switch signature {
    case .local: try beginEntry(record, at: place, &receiver)
    case .directory: try compare(record, at: place)
    case .zip64End:
      try endDirectory(at: place)
      guard let end = DirectoryEnd(zip64: record), zip64End == nil else { throw ZipError(.record) }
      zip64End = end
    case .zip64Locator:
      guard zip64End != nil, record.length(8) == directoryEnd else { throw ZipError(.record) }
      guard record.number(4, 4) == 0, record.number(16, 4) <= 1 else { throw ZipError(.multiDisk) }
    case .end:
      if zip64End == nil { try endDirectory(at: place) }
      try DirectoryEnd(record).check(
        entries: entries.count, directory: (directoryBegin ?? directoryEnd)..<directoryEnd, zip64: zip64End)
      guard entries.count > 0 else { throw ZipError(.empty) }
      guard entries.allAreListed else { throw ZipError(.incompleteDirectory) }
      let comment = record.number(20, 2)
      state = comment == 0 ? .finished : .comment(left: comment)
    case .undivided: guard place == 0 else { throw ZipError(.record) }
    case .descriptor: throw ZipError(place == 0 ? .multiDisk : .record)
    }
    return true
  }

  private mutating func beginEntry(
    _ record: RecordBytes, at place: Int, _ receiver: inout some ZipReceiver & ~Copyable
  ) throws(ZipError) {
    guard directoryBegin == nil, zip64End == nil else { throw ZipError(.record) }
    guard let header = LocalHeader(record) else { throw ZipError(.record) }
    entry = (header, place, false)
    guard header.facts.name.count <= ZipLimits.nameBytes else { throw ZipError(.name) }
    guard entries.count < limits.entries else { throw ZipError(.limit(.entries)) }
    let isWanted = receiver.begin(ZipEntry(header))
    entry = (header, place, isWanted)
    if let obstacle = header.obstacle, isWanted || header.hasDescriptor { throw ZipError(.obstacle(obstacle)) }
    let isDeflated = header.facts.method == LocalHeader.deflated
    try contents.begin(isDeflated: isDeflated)
    // What nobody wants is passed over packed, where it is known how long that is.
    state =
      isDeflated && (isWanted || header.hasDescriptor)
      ? .deflated : .plain(left: header.hasDescriptor ? 0 : header.facts.packed)
  }

  private mutating func endContents(_ receiver: inout some ZipReceiver & ~Copyable) throws(ZipError) {
    guard let current = entry else { throw ZipError(.record) }
    guard !current.header.hasDescriptor else {
      state = .descriptor
      return
    }
    let facts = current.header.facts
    if current.isWanted {
      guard contents.count.packed == facts.packed, contents.count.unpacked == facts.unpacked else {
        throw ZipError(.length)
      }
      guard contents.count.checksum.value == facts.checksum else { throw ZipError(.checksum) }
    }
    endEntry(facts, &receiver)
  }

  private mutating func endEntry(_ facts: EntryFacts, _ receiver: inout some ZipReceiver & ~Copyable) {
    guard let entry else { return }
    entries.add(facts, at: entry.offset)
    if entry.isWanted { receiver.end() }
    self.entry = nil
    state = .record
  }

  private mutating func takeDescriptor(
    _ bytes: Span<UInt8>, _ begin: inout Int, _ receiver: inout some ZipReceiver & ~Copyable
  ) throws(ZipError) -> Bool {
    // Behind a descriptor there are always 22 bytes and more: those of the directory's end at least.
    guard collect(DescriptorForm.longest + 4, bytes, &begin) else { return false }
    guard var facts = entry?.header.facts else { throw ZipError(.record) }
    facts.checksum = contents.count.checksum.value
    facts.packed = contents.count.packed
    facts.unpacked = contents.count.unpacked
    let record = RecordBytes(pending[...])
    guard let form = DescriptorForm.all.first(where: { $0.says(facts, record) }) else {
      throw ZipError(DescriptorForm.all.contains { $0.saysLengths(facts, record) } ? .checksum : .length)
    }
    drop(form.length)
    endEntry(facts, &receiver)
    return true
  }

  // MARK: The directory

  private mutating func compare(_ record: RecordBytes, at place: Int) throws(ZipError) {
    guard zip64End == nil else { throw ZipError(.record) }
    guard let directory = DirectoryRecord(record) else { throw ZipError(.record) }
    if directoryBegin == nil { directoryBegin = place }
    try entries.compare(directory)
  }

  private mutating func endDirectory(at place: Int) throws(ZipError) {
    directoryEnd = place
    if directoryBegin == nil { directoryBegin = place }
  }
}

/// What can stand behind the contents of an entry: with or without a signature, with lengths of four or eight bytes.
/// No flag tells which, so each is tried on what was counted.
private struct DescriptorForm {
  let hasSignature: Bool
  let isLong: Bool

  static let all = [true, false].flatMap { signature in
    [false, true].map { DescriptorForm(hasSignature: signature, isLong: $0) }
  }
  static let longest = 24

  var length: Int { (hasSignature ? 4 : 0) + 4 + (isLong ? 16 : 8) }

  func says(_ facts: EntryFacts, _ bytes: RecordBytes) -> Bool {
    bytes.number(hasSignature ? 4 : 0, 4) == Int(facts.checksum) && saysLengths(facts, bytes)
  }

  func saysLengths(_ facts: EntryFacts, _ bytes: RecordBytes) -> Bool {
    let begin = hasSignature ? 8 : 4
    guard !hasSignature || bytes.number(0, 4) == Signature.descriptor.rawValue else { return false }
    let next = Signature(rawValue: bytes.number(length, 4))
    guard next == .local || next == .directory else { return false }
    guard isLong else {
      return bytes.number(begin, 4) == facts.packed & 0xFFFF_FFFF
        && bytes.number(begin + 4, 4) == facts.unpacked & 0xFFFF_FFFF
    }
    return bytes.length(begin) == facts.packed && bytes.length(begin + 8) == facts.unpacked
  }
}
