/// Zip archives of stored files, byte by byte, for tests that damage them.
public enum ZipBytes {
  /// - Parameter zip64: Whether the numbers are in the records of large archives.
  public static func archive(_ files: [String: String], zip64: Bool = false, comment: String = "") -> [UInt8] {
    var bytes: [UInt8] = []
    var directory: [UInt8] = []
    for (name, text) in files.sorted(by: { $0.key < $1.key }) {
      let offset = bytes.count
      let length = number(text.utf8.count, 4)
      let common =
        number(0, 2) + number(0, 4) + number(0, 4) + length + length + number(name.utf8.count, 2) + number(0, 2)
      bytes += number(0x0403_4B50, 4) + number(20, 2) + number(0, 2) + common + name.utf8 + text.utf8
      directory += number(0x0201_4B50, 4) + number(20, 2) + number(20, 2) + number(0, 2) + common
      directory += number(0, 2) + number(0, 2) + number(0, 2) + number(0, 4) + number(offset, 4) + name.utf8
    }
    let start = bytes.count
    bytes += directory
    if zip64 {
      let record = bytes.count
      bytes += number(0x0606_4B50, 4) + number(44, 8) + number(45, 2) + number(45, 2) + number(0, 4) + number(0, 4)
      bytes += number(files.count, 8) + number(files.count, 8) + number(directory.count, 8) + number(start, 8)
      bytes += number(0x0706_4B50, 4) + number(0, 4) + number(record, 8) + number(1, 4)
    }
    bytes += number(0x0605_4B50, 4) + number(0, 2) + number(0, 2)
    bytes += zip64 ? number(0xFFFF, 2) + number(0xFFFF, 2) : number(files.count, 2) + number(files.count, 2)
    bytes += zip64 ? number(0xFFFF_FFFF, 4) : number(directory.count, 4)
    bytes += zip64 ? number(0xFFFF_FFFF, 4) : number(start, 4)
    return bytes + number(comment.utf8.count, 2) + comment.utf8
  }

  private static func number(_ value: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }
}
