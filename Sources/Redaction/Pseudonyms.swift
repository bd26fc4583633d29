internal import Digest

/// Stable pseudonyms: one name always gets the same one, whatever else there is, and names that are equal but for case
/// stay equal.
///
/// A name is mixed with a key before it is hashed: without a secret key, whoever guesses a name can check the guess.
public struct Pseudonyms: Sendable {
  private let key: [UInt8]

  public init(key: [UInt8] = []) { self.key = key }

  /// `prefix-` and ten hexadecimal digits: among a million names, two that share a pseudonym are as likely as not.
  func text(_ prefix: String, _ name: String, separator: String = "-") -> String {
    let secret = SHA256.digest(of: key + [0])
    let digest = SHA256.digest(of: secret + Array("\(prefix)\u{0}\(name.lowercased())".utf8))
    return prefix + separator + digest.prefix(5).map { Self.hexadecimal($0) }.joined()
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }

  // MARK: Names

  /// A host: its labels one by one, so that a short name still fits its FQDN; the domain as one, below `example`.
  func host(_ name: String) -> String {
    let labels = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    let isAddress = name.utf8.allSatisfy { ".:[]".utf8.contains($0) || (48...57).contains($0) } || name.contains(":")
    guard labels.count > 1, !isAddress else { return text("host", name) }
    let domain = text("domain", labels.suffix(2).joined(separator: ".")) + ".example"
    return (labels.dropLast(2).map { text("host", $0) } + [domain]).joined(separator: ".")
  }

  /// The parts of a path below its host. A last `$` hides a share and is kept.
  func path(_ parts: [Substring]) -> [String] {
    parts.map { part in
      if part.isEmpty { return "" }
      return part.hasSuffix("$") ? text("share", String(part.dropLast())) + "$" : text("share", String(part))
    }
  }

  /// Instance names of Microsoft's own set-up are no secret. SQL Server allows no hyphen in the others.
  private static let commonInstances: Set<String> = ["rtc", "rtclocal", "lynclocal", "mssqlserver", "sqlexpress"]

  func instance(_ name: String) -> String {
    Self.commonInstances.contains(name.lowercased()) ? name : text("sql", name, separator: "_")
  }

  // MARK: Places

  /// `\\server\share`, a web address, `server\instance` or a host; what is none of these becomes a word.
  func place(_ place: String) -> String {
    if place.hasPrefix("\\\\") {
      let parts = place.dropFirst(2).split(separator: "\\", omittingEmptySubsequences: false)
      return "\\\\" + ([host(String(parts.first ?? ""))] + path(Array(parts.dropFirst()))).joined(separator: "\\")
    }
    if let scheme = Self.scheme(of: place) {
      let parts = place.dropFirst(scheme.count).split(separator: "/", omittingEmptySubsequences: false)
      return scheme + ([host(String(parts.first ?? ""))] + path(Array(parts.dropFirst()))).joined(separator: "/")
    }
    if place.contains("\\"), let server = place.split(separator: "\\").first, !place.contains(":") {
      return host(String(server)) + "\\" + instance(String(place.dropFirst(server.count + 1)))
    }
    return place.contains(where: { " /:\\".contains($0) }) ? text("place", place) : host(place)
  }

  /// `https://`, where a name begins with one.
  private static func scheme(of place: String) -> String? {
    guard let end = place.range(of: "://"), place[..<end.lowerBound].utf8.allSatisfy({ (97...122).contains($0 | 32) })
    else { return nil }
    return place[..<end.upperBound].lowercased()
  }
}

extension String {
  /// Where `text` first occurs.
  fileprivate func range(of text: String) -> Range<Index>? {
    guard let start = indices.first(where: { self[$0...].hasPrefix(text) }) else { return nil }
    return start..<index(start, offsetBy: text.count)
  }
}
