internal import Diagnostics
internal import ZipArchive

/// Everything that makes an archive unusable, with the words for it.
enum ZipProblem {
  /// What people can do about an archive that is damaged or in a form that is not read.
  private static let copy = "copy or export the archive again"
  private static let again = "copy or export the archive again; where it can be unpacked, pass the DocItemSet.xml in it"
  private static let other = "pass an archive that Export-CsConfiguration wrote, or a topology"
  private static let unpack = "unpack it and pass its DocItemSet.xml"
  private static let split = "join the parts, or unpack them and pass the DocItemSet.xml in them"

  static func diagnostic(_ error: ZipError, file: String, limits: ZipLimits) -> Diagnostic {
    let words = words(error.reason, limits)
    let location = error.entry.map { ArchiveName.file(of: $0, in: file) } ?? file
    return unusable(words.id, location, words.message, words.remedy)
  }

  /// A file that is called an archive and begins with something else.
  static func notAnArchive(file: String) -> Diagnostic {
    unusable(
      "zip-damaged", file, "it is called .zip, but begins neither like a zip archive nor like a topology", copy)
  }

  /// - Parameter inner: an archive in the archive.
  static func noTopology(file: String, inner: String?) -> Diagnostic {
    unusable(
      "zip-without-topology", file,
      "the archive has no DocItemSet.xml, and no other .xml or .tbxml file in it is a topology",
      inner.map { "unpack \(ArchiveName.shown($0)), which is in it, and pass that" } ?? other)
  }

  /// Names as the archive has them: what tells them apart must be seen.
  static func twoTopologies(file: String, _ first: String, _ second: String) -> Diagnostic {
    unusable(
      "topology-ambiguous", file,
      "the archive has two topologies, \(ArchiveName.shortened(first)) and \(ArchiveName.shortened(second))",
      "unpack it and pass the one you mean")
  }

  private static func unusable(_ id: String, _ file: String, _ message: String, _ remedy: String) -> Diagnostic {
    Diagnostic(id: id, severity: .error, location: SourceLocation(file: file), message: message, remedy: remedy)
  }

  private static func words(
    _ reason: ZipError.Reason, _ limits: ZipLimits
  ) -> (id: String, message: String, remedy: String) {
    let damaged = "zip-damaged"
    return switch reason {
    case .truncated: ("zip-truncated", "the archive ends before its directory does", copy)
    case .empty: ("zip-without-topology", "the archive is empty", other)
    case .obstacle(.encrypted):
      ("zip-encrypted", "the entry is encrypted, and passwords are not asked for", unpack)
    case .obstacle(.method(let method)):
      ("zip-unsupported", "the entry is packed with \(name(ofMethod: method)); only Deflate is read", unpack)
    case .obstacle(.unknownLength):
      ("zip-unsupported", "the entry is not packed, and its length is only said behind it", unpack)
    case .multiDisk: ("zip-unsupported", "the archive is one part of several", split)
    case .checksum: (damaged, "the contents are not those that the archive was made of: another CRC-32", again)
    case .length: (damaged, "the contents have another length than the archive says", again)
    case .contents: (damaged, "the contents cannot be unpacked", again)
    case .record: (damaged, "the archive has something else where the next entry or its directory should be", again)
    case .overlap:
      (damaged, "the directory of the archive puts the entry where none begins, or where another one is", again)
    case .directory: (damaged, "the directory of the archive says something else about the entry than it does", again)
    case .incompleteDirectory: (damaged, "the directory of the archive does not fit its entries", again)
    case .trailingBytes: (damaged, "something follows the end of the archive", again)
    case .name: (damaged, "an entry has a name of more than \(ZipLimits.nameBytes) bytes", unpack)
    case .limit(let limit):
      (
        "limit-exceeded", limitMessage(limit, limits[limit]),
        "raise the limit with \(option(limit)) if you trust the file"
      )
    case .outOfMemory: ("out-of-memory", "memory ran out while unpacking", "give the program more memory")
    }
  }

  private static func limitMessage(_ limit: ZipLimits.Limit, _ value: Int) -> String {
    switch limit {
    case .inflatedBytes: "the archive unpacks to more than \(value) bytes, twice the largest topology"
    case .entries: "the archive has more entries than the limit of \(value)"
    case .ratio: "the entry unpacks to more than \(value) times its size"
    }
  }

  private static func option(_ limit: ZipLimits.Limit) -> String {
    switch limit {
    case .inflatedBytes: "--max-input-bytes"
    case .entries: "--max-zip-entries"
    case .ratio: "--max-zip-ratio"
    }
  }

  private static func name(ofMethod number: Int) -> String {
    let names = [1: "Shrink", 6: "Implode", 9: "Deflate64", 12: "bzip2", 14: "LZMA", 93: "Zstandard", 95: "xz"]
    return names[number] ?? "method \(number)"
  }
}

/// How entries of archives are called in messages.
enum ArchiveName {
  /// The archive and the entry behind it, such as `export.zip/DocItemSet.xml`: an archive is no folder, so nothing
  /// else is called so. Parts of a name that would lead elsewhere in a file system are left out.
  static func file(of entry: String, in archive: String) -> String { "\(archive)/\(shown(entry))" }

  static func shown(_ entry: String) -> String {
    let parts = entry.split { $0 == "/" || $0 == "\\" }.filter { $0 != "." && $0 != ".." }
    return shortened(parts.joined(separator: "/"))
  }

  /// The end of a name that is too long for a line.
  static func shortened(_ name: String) -> String {
    name.count <= 120 ? name : "…" + name.suffix(119)
  }
}
