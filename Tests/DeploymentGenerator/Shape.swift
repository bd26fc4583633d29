/// The two forms in which the product writes a topology.
public enum Shape: String, Sendable, CaseIterable {
  case published
  case topologyBuilder
}

extension GeneratedDeployment {
  /// UTF-8 with line feeds.
  public func xml(_ shape: Shape) -> [UInt8] {
    switch shape {
    case .published: publishedXML()
    case .topologyBuilder: topologyBuilderXML()
    }
  }

  /// As `Get-CsTopology -AsXml` gives it, without an XML declaration. Carries no simple URLs.
  public func publishedXML() -> [UInt8] {
    var writer = PublishedWriter(self)
    writer.writeAll()
    return writer.buffer.bytes
  }

  /// As Topology Builder saves it, with byte order mark and declaration. Carries no backup registrars (pairs are in
  /// the Backup Services) and, for a draft, no CMS services and no numbers but those of the sites.
  ///
  /// - Parameter repeatingOriginal: Precede the new topology by the original one with the same content, as a file has
  ///   that was downloaded from a Central Management store. A reader that takes both counts everything twice.
  public func topologyBuilderXML(repeatingOriginal: Bool = false) -> [UInt8] {
    var writer = TopologyBuilderWriter(self)
    writer.writeAll(repeatingOriginal: repeatingOriginal)
    return writer.buffer.bytes
  }

  /// A GUID of this deployment: the same for the same thing, in every form.
  func guid(_ kind: UInt64, _ position: Int) -> String {
    let key = seed &* 31 &+ kind << 48 &+ UInt64(position)
    let high = SeededRandom.mixed(key &+ 0x9E37_79B9_7F4A_7C15)
    let low = SeededRandom.mixed(high ^ key)
    var text: [UInt8] = []
    text.reserveCapacity(36)
    for digit in 0..<32 {
      if digit == 8 || digit == 12 || digit == 16 || digit == 20 { text.append(UInt8(ascii: "-")) }
      let word = digit < 16 ? high : low
      let nibble = UInt8(truncatingIfNeeded: word >> (60 - 4 * UInt64(digit % 16))) & 0xF
      // Version 4, variant 1.
      let value = digit == 12 ? 4 : digit == 16 ? 8 | nibble & 3 : nibble
      text.append(value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10)
    }
    return String(decoding: text, as: UTF8.self)
  }
}

/// Namespaces of ``GeneratedDeployment/guid(_:_:)``.
enum Identity {
  static let signature: UInt64 = 0
  static let cluster: UInt64 = 1
  static let sqlInstance: UInt64 = 2
  static let service: UInt64 = 3
  static let bypass: UInt64 = 4
}
