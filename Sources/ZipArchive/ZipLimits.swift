/// Bounds on what an archive may cost. All are far above what an export or a person makes.
public struct ZipLimits: Sendable, Equatable {
  /// One of the bounds, for messages.
  public enum Limit: Sendable, Equatable, CaseIterable {
    case inflatedBytes
    case entries
    case ratio
  }

  /// Bytes of all entries that are unpacked, together. Default: 2 GiB.
  public var inflatedBytes: Int
  /// Files and folders. Default: 1,000.
  public var entries: Int
  /// How many bytes one packed byte of an entry may become; asked once the entry has become ``ratioFrom`` bytes.
  /// Default: 250; deflate itself ends at 1,032.
  public var ratio: Int

  public static let standard = ZipLimits()
  /// The longest path that Linux opens.
  public static let nameBytes = 4096
  /// 1 MiB: less harms nobody, whatever it was packed into.
  public static let ratioFrom = 1 << 20

  public init(inflatedBytes: Int = 2 << 30, entries: Int = 1000, ratio: Int = 250) {
    self.inflatedBytes = inflatedBytes
    self.entries = entries
    self.ratio = ratio
  }

  public subscript(limit: Limit) -> Int {
    switch limit {
    case .inflatedBytes: inflatedBytes
    case .entries: entries
    case .ratio: ratio
    }
  }
}
