internal import Digest

/// The SHA-256 of bytes that pass by on their way elsewhere.
final class DigestTally {
  private var hasher = SHA256.Hasher()

  func add(_ bytes: Span<UInt8>) { hasher.update(bytes) }

  /// Hexadecimal. To be called once, when all have passed.
  func finish() -> String { SHA256.hexadecimal(hasher.finish()) }

  static func digest(of bytes: [UInt8]) -> String { SHA256.hexadecimal(SHA256.digest(of: bytes)) }

  /// The digest of a file, of which only a piece at a time is in memory.
  static func digest(of file: InputFile) throws(CommandFailure) -> String {
    let tally = DigestTally()
    try InputFile(path: file.path, tally: tally).readChunks { _ throws(CommandFailure) in }
    return tally.finish()
  }
}
