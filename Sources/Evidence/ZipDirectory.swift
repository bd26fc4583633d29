/// Whether the list of files at the end of a zip archive can be read. Nothing is unpacked: an archive that was cut off,
/// or is something else, has no such list.
public enum ZipDirectory {
  /// - Parameters:
  ///   - size: of the file, in bytes.
  ///   - read: The bytes at an offset, at most `count`; fewer at the end of the file.
  public static func state<Failure: Error>(
    size: Int, read: (_ offset: Int, _ count: Int) throws(Failure) -> [UInt8]
  ) throws(Failure) -> ArchiveState {
    guard size >= endLength else { return .unreadable("is too short to be one") }
    let tailOffset = max(0, size - endLength - longestComment)
    let tail = Bytes(try read(tailOffset, size - tailOffset))
    guard let position = endPosition(in: tail) else {
      return .unreadable("has no directory at its end: it was cut off, or is no archive")
    }
    var end = tailOffset + position
    var directory = Directory(
      entries: tail.number(position + 10, 2), length: tail.number(position + 12, 4),
      offset: tail.number(position + 16, 4))
    if directory.needsZip64 {
      // Larger archives have the numbers in a second record, which a locator in front of the first one finds.
      let locator = position - 20
      guard locator >= 0, tail.has(signature: 0x0706_4B50, at: locator) else { return damaged }
      let offset = tail.number(locator + 8, 8)
      guard offset >= 0, offset < end else { return damaged }
      let record = Bytes(try read(offset, 56))
      guard record.count == 56, record.has(signature: 0x0606_4B50, at: 0) else { return damaged }
      directory = Directory(entries: record.number(32, 8), length: record.number(40, 8), offset: record.number(48, 8))
      end = offset
    }
    guard directory.entries != 0 else { return .unreadable("holds no files") }
    guard directory.entries > 0, directory.length >= 0, directory.offset >= 0, directory.offset <= end,
      directory.length <= end - directory.offset
    else { return .unreadable("has a directory that lies outside the file") }
    guard directory.length <= longestDirectory else { return .unknown }
    return directory.isWhole(Bytes(try read(directory.offset, directory.length))) ? .readable : damaged
  }

  private static let endLength = 22
  private static let longestComment = 65_535
  /// 16 MiB: some hundred thousand files. A longer list is not read.
  private static let longestDirectory = 1 << 24
  private static let damaged = ArchiveState.unreadable("has a damaged directory")

  /// Where the last record of the archive begins.
  private static func endPosition(in tail: Bytes) -> Int? {
    guard tail.count >= endLength else { return nil }
    let positions = stride(from: tail.count - endLength, through: 0, by: -1).filter { position in
      tail.has(signature: 0x0605_4B50, at: position)
        && position + endLength + tail.number(position + 20, 2) <= tail.count
    }
    // A comment can hold the signature, too; the record ends the file but for what some programs append.
    return positions.first { $0 + endLength + tail.number($0 + 20, 2) == tail.count } ?? positions.first
  }

  private struct Directory {
    var entries: Int
    /// In bytes.
    var length: Int
    var offset: Int

    var needsZip64: Bool { entries == 0xFFFF || length == 0xFFFF_FFFF || offset == 0xFFFF_FFFF }

    /// Whether `bytes` are as many entries as there should be, each of a file that begins before the directory.
    func isWhole(_ bytes: Bytes) -> Bool {
      guard bytes.count == length else { return false }
      var position = 0
      var found = 0
      while position < bytes.count {
        guard position + 46 <= bytes.count, bytes.has(signature: 0x0201_4B50, at: position) else { return false }
        let start = bytes.number(position + 42, 4)
        guard start < offset || start == 0xFFFF_FFFF else { return false }
        position +=
          46 + bytes.number(position + 28, 2) + bytes.number(position + 30, 2) + bytes.number(position + 32, 2)
        found += 1
      }
      return position == bytes.count && found == entries
    }
  }

  private struct Bytes {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var count: Int { bytes.count }

    /// A number of `width` bytes, the lowest first; negative where it does not fit.
    func number(_ position: Int, _ width: Int) -> Int {
      Int(
        truncatingIfNeeded: bytes[position..<(position + width)].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
    }

    func has(signature: Int, at position: Int) -> Bool {
      bytes[position] == UInt8(ascii: "P") && number(position, 4) == signature
    }
  }
}
