public import Documents

/// Looks whether bytes are a PNG image and nothing else: signature, parts in order, nothing behind the end. What is in
/// its pixels is the browser's to read.
public enum PNGImage {
  /// What is wrong with an image.
  public enum Problem: Error, Equatable {
    case noPNG
    /// It breaks off, has something behind its end, or parts that do not fit.
    case damaged
  }

  private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  public static func logo(_ bytes: [UInt8]) throws(Problem) -> Logo {
    guard bytes.starts(with: signature) else { throw .noPNG }
    var position = signature.count
    var kinds: [String] = []
    // A part is its length, its kind, its contents and four bytes of check sum.
    while kinds.last != "IEND" {
      guard let length = number(in: bytes, at: position), position + 12 + length <= bytes.count else { throw .damaged }
      kinds.append(String(decoding: bytes[(position + 4)..<(position + 8)], as: UTF8.self))
      position += 12 + length
    }
    let header = signature.count + 8
    guard position == bytes.count, kinds.first == "IHDR", kinds.contains("IDAT"),
      let width = number(in: bytes, at: header), let height = number(in: bytes, at: header + 4), width > 0, height > 0
    else { throw .damaged }
    return Logo(png: bytes, width: width, height: height)
  }

  /// Four bytes, the highest first.
  private static func number(in bytes: [UInt8], at position: Int) -> Int? {
    guard position + 4 <= bytes.count else { return nil }
    return bytes[position..<(position + 4)].reduce(0) { $0 << 8 | Int($1) }
  }
}
