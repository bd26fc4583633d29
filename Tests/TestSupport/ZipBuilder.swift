internal import CZlib

/// Zip archives, and what only looks like one: every number of an entry can be made a lie.
public struct ZipBuilder: Sendable {
  /// Where checksum and lengths stand behind the contents: with or without signature, in four bytes or eight.
  public enum Descriptor: Sendable, CaseIterable {
    case short, shortWithSignature, long, longWithSignature
  }

  public struct Entry: Sendable {
    public var name: [UInt8]
    public var contents: [UInt8]
    /// 8 packs the contents; under every other number they stand as they are.
    public var method = 8
    public var flags = 0
    public var descriptor: Descriptor?
    /// Lengths in the extra fields of large archives.
    public var isZip64 = false
    public var checksum: UInt32?
    public var unpackedLength: Int?
    public var packedLength: Int?
    public var nameInDirectory: [UInt8]?
    public var offsetInDirectory: Int?
    /// Times the directory lists it.
    public var listings = 1
    /// Instead of the packed contents.
    public var packed: [UInt8]?

    public init(_ name: String, _ contents: [UInt8]) {
      self.name = Array(name.utf8)
      self.contents = contents
    }

    public init(_ name: String, _ contents: String) { self.init(name, Array(contents.utf8)) }

    /// The same entry, changed.
    public func with(_ change: (inout Entry) -> Void) -> Entry {
      var entry = self
      change(&entry)
      return entry
    }
  }

  public var entries: [Entry]
  /// The numbers of the directory in the record of large archives.
  public var isZip64 = false
  public var comment = ""
  public var disk = 0
  /// Bytes that come first and are counted, such as a mark.
  public var mark: [UInt8] = []

  public init(_ entries: [Entry]) { self.entries = entries }

  public init(_ entries: Entry...) { self.init(entries) }

  public var bytes: [UInt8] {
    var bytes = mark
    var directory: [UInt8] = []
    for entry in entries { Self.write(entry, &bytes, &directory) }
    let start = bytes.count
    let count = entries.reduce(0) { $0 + $1.listings }
    bytes += directory
    if isZip64 {
      let record = bytes.count
      bytes += number(0x0606_4B50, 4) + number(44, 8) + number(45, 2) + number(45, 2) + number(disk, 4) + number(0, 4)
      bytes += number(count, 8) + number(count, 8) + number(directory.count, 8) + number(start, 8)
      bytes += number(0x0706_4B50, 4) + number(0, 4) + number(record, 8) + number(1, 4)
    }
    bytes += number(0x0605_4B50, 4) + number(isZip64 ? 0 : disk, 2) + number(0, 2)
    bytes += number(isZip64 ? 0xFFFF : count, 2) + number(isZip64 ? 0xFFFF : count, 2)
    bytes += number(isZip64 ? 0xFFFF_FFFF : directory.count, 4) + number(isZip64 ? 0xFFFF_FFFF : start, 4)
    return bytes + number(comment.utf8.count, 2) + comment.utf8
  }

  private static func write(_ entry: Entry, _ bytes: inout [UInt8], _ directory: inout [UInt8]) {
    let packed = entry.packed ?? (entry.method == 8 ? deflated(entry.contents) : entry.contents)
    let checksum = number(Int(entry.checksum ?? checksum(entry.contents)), 4)
    let packedLength = entry.packedLength ?? packed.count
    let unpackedLength = entry.unpackedLength ?? entry.contents.count
    let offset = entry.offsetInDirectory ?? bytes.count
    let flags = entry.flags | (entry.descriptor == nil ? 0 : 8)
    func lengths(_ width: Int) -> [UInt8] { number(packedLength, width) + number(unpackedLength, width) }
    let noLengths = [UInt8](repeating: 0xFF, count: 8)

    let head = number(45, 2) + number(flags, 2) + number(entry.method, 2) + number(0, 4)
    // What lies beside the field is not for anybody here.
    let other = number(0x5455, 2) + number(1, 2) + [0]
    let local =
      entry.isZip64 ? other + number(1, 2) + number(16, 2) + number(unpackedLength, 8) + number(packedLength, 8) : []
    bytes += number(0x0403_4B50, 4) + head
    if entry.descriptor != nil {
      bytes += [UInt8](repeating: 0, count: 12)
    } else {
      bytes += checksum + (entry.isZip64 ? noLengths : lengths(4))
    }
    bytes += number(entry.name.count, 2) + number(local.count, 2) + entry.name + local + packed
    switch entry.descriptor {
    case .short?: bytes += checksum + lengths(4)
    case .shortWithSignature?: bytes += number(0x0807_4B50, 4) + checksum + lengths(4)
    case .long?: bytes += checksum + lengths(8)
    case .longWithSignature?: bytes += number(0x0807_4B50, 4) + checksum + lengths(8)
    case nil: break
    }
    let name = entry.nameInDirectory ?? entry.name
    let extra =
      entry.isZip64
      ? other + number(1, 2) + number(24, 2) + number(unpackedLength, 8) + number(packedLength, 8) + number(offset, 8)
      : []
    for _ in 0..<entry.listings {
      directory += number(0x0201_4B50, 4) + number(45, 2) + head + checksum
      directory += (entry.isZip64 ? noLengths : lengths(4)) + number(name.count, 2) + number(extra.count, 2)
      directory += number(0, 2) + number(0, 2) + number(0, 2) + number(0, 4)
      directory += number(entry.isZip64 ? 0xFFFF_FFFF : offset, 4) + name + extra
    }
  }

  /// The contents packed by zlib, as they stand in an archive.
  public static func deflated(_ contents: [UInt8]) -> [UInt8] {
    var stream = unsafe z_stream()
    unsafe deflateInit2_(
      &stream, 9, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    defer { unsafe deflateEnd(&stream) }
    var output = [UInt8](repeating: 0, count: Int(unsafe deflateBound(&stream, UInt(contents.count))))
    var input = contents
    let count = unsafe input.withUnsafeMutableBufferPointer { source in
      unsafe output.withUnsafeMutableBufferPointer { target in
        unsafe stream.next_in = source.baseAddress
        unsafe stream.avail_in = UInt32(source.count)
        unsafe stream.next_out = target.baseAddress
        unsafe stream.avail_out = UInt32(target.count)
        unsafe deflate(&stream, Z_FINISH)
        return unsafe target.count - Int(stream.avail_out)
      }
    }
    return Array(output.prefix(count))
  }

  private static func checksum(_ contents: [UInt8]) -> UInt32 {
    unsafe contents.withUnsafeBufferPointer { buffer in
      unsafe buffer.isEmpty ? 0 : UInt32(crc32_z(0, buffer.baseAddress, buffer.count))
    }
  }
}

private func number(_ value: Int, _ width: Int) -> [UInt8] {
  (0..<width).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
}
