internal import CLibMD
internal import FoundationEssentials

/// SHA-256: what a Content-Security-Policy names a style by, what pseudonyms are made from, and what tells whether a
/// file is the same.
public enum SHA256 {
  public static func base64Digest(of bytes: [UInt8]) -> String { Data(digest(of: bytes)).base64EncodedString() }

  /// 32 bytes.
  public static func digest(of bytes: [UInt8]) -> [UInt8] {
    var hasher = Hasher()
    hasher.update(bytes.span)
    return hasher.finish()
  }

  /// Two digits a byte, in lower case.
  public static func hexadecimal(_ digest: [UInt8]) -> String {
    digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// The digest of bytes that come in pieces.
  public struct Hasher {
    private var context = SHA2_CTX()

    // C writes into the context and the digest, whose lengths are the library's own constants.
    public init() { unsafe SHA256Init(&context) }

    public mutating func update(_ bytes: Span<UInt8>) {
      unsafe bytes.withUnsafeBufferPointer { buffer in unsafe SHA256Update(&context, buffer.baseAddress, buffer.count) }
    }

    /// 32 bytes. To be called once.
    public mutating func finish() -> [UInt8] {
      var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
      unsafe SHA256Final(&digest, &context)
      return digest
    }
  }
}
