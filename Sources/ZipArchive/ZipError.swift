/// Why an archive cannot be read any further.
public struct ZipError: Error, Sendable, Equatable {
  public enum Reason: Sendable, Equatable {
    /// It ends before its directory does.
    case truncated
    /// It has no entries.
    case empty
    /// An entry is in the way that cannot be read, nor passed over.
    case obstacle(ZipEntry.Obstacle)
    /// One of several files that only together are an archive.
    case multiDisk
    /// The contents have another CRC-32 than the archive says.
    case checksum
    /// The contents have another length than the archive says.
    case length
    /// The contents cannot be inflated.
    case contents
    /// Something stands where a record of the archive should.
    case record
    /// The directory names a place where no entry begins, or one place twice.
    case overlap
    /// The directory says something else about an entry than the entry itself.
    case directory
    /// Entries that the directory does not list, or numbers that are not those of the directory.
    case incompleteDirectory
    /// Bytes follow the end of the archive.
    case trailingBytes
    /// The name of an entry has more than ``ZipLimits/nameBytes`` bytes.
    case name
    case limit(ZipLimits.Limit)
    case outOfMemory
  }

  public var reason: Reason
  /// The entry that is read, where it is about one: as the archive names it.
  public var entry: String?

  public init(_ reason: Reason, entry: String? = nil) {
    self.reason = reason
    self.entry = entry
  }
}
