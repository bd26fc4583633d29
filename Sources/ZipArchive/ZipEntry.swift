/// A file or folder in an archive.
public struct ZipEntry: Sendable, Equatable {
  /// What keeps an entry from being read.
  public enum Obstacle: Sendable, Equatable {
    case encrypted
    /// Packed in a way that is not read; the number of the method.
    case method(Int)
    /// Not packed, and its length stands behind it: a reader that cannot jump does not see where it ends.
    case unknownLength
  }

  /// As the archive has it: text for messages, never a path. Bytes that are no UTF-8 are replaced.
  public let name: String
  public let obstacle: Obstacle?

  init(_ header: LocalHeader) {
    name = header.entryName
    obstacle = header.obstacle
  }

  /// The parts of the name between slashes of either kind, without those that mean a place and not a name.
  public var parts: [Substring] {
    name.split { $0 == "/" || $0 == "\\" }.filter { $0 != "." && $0 != ".." }
  }

  public var isFolder: Bool { name.hasSuffix("/") || name.hasSuffix("\\") }
}

/// Takes the entries of an archive in their order.
public protocol ZipReceiver: ~Copyable {
  /// An entry begins. Returns whether its contents are wanted; those of an entry with an obstacle cannot be had.
  mutating func begin(_ entry: ZipEntry) -> Bool
  /// The next bytes of the entry's contents, which are not yet known to be whole.
  mutating func take(_ bytes: Span<UInt8>)
  /// The wanted entry ends, and was whole.
  mutating func end()
}
