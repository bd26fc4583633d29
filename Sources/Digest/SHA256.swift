internal import CLibMD
internal import FoundationEssentials

/// SHA-256: what a Content-Security-Policy names a style by, and what pseudonyms are made from.
public enum SHA256 {
  public static func base64Digest(of bytes: [UInt8]) -> String { Data(digest(of: bytes)).base64EncodedString() }

  /// 32 bytes.
  public static func digest(of bytes: [UInt8]) -> [UInt8] {
    var context = SHA2_CTX()
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
    // C writes into the context and the digest, whose lengths are the library's own constants.
    unsafe SHA256Init(&context)
    unsafe SHA256Update(&context, bytes, bytes.count)
    unsafe SHA256Final(&digest, &context)
    return digest
  }
}
