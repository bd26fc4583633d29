internal import CivilTime
internal import Evidence
internal import Glibc

/// How much of a folder of evidence is read.
struct EvidenceLimits {
  /// Files and folders together.
  var entries = 1_000_000
  /// Folders inside each other.
  var depth = 64
  /// Of a path below the folder, in bytes.
  var pathBytes = 4096
}

/// Reads what is in a copy of a backup share: names, sizes and dates of all files, and the directories of the zip
/// archives that are called like planned ones. Writes nothing, follows no link, opens no file but those archives.
struct EvidenceFolder {
  /// As the user named it.
  let name: String
  let limits: EvidenceLimits
  /// Whether the file of a path is worth looking into.
  let isPlanned: (String) -> Bool

  private(set) var source = EvidenceSource()
  private var entries = 0

  init(name: String, limits: EvidenceLimits, isPlanned: @escaping (String) -> Bool) {
    self.name = name
    self.limits = limits
    self.isPlanned = isPlanned
  }

  /// - Throws: ``CommandFailure`` with status 65 beyond a limit, 74 where reading a folder fails.
  mutating func read(_ folder: FileDescriptor) throws(CommandFailure) {
    try read(folder, path: "", depth: 1)
  }

  private mutating func read(_ folder: FileDescriptor, path: String, depth: Int) throws(CommandFailure) {
    let names: [FileDescriptor.EntryName]?
    do {
      names = try folder.entryNames(limit: limits.entries - entries)
    } catch {
      throw CommandFailure(
        .readingOrWritingFailed, id: "input-failed", file: shown(path), "reading failed: \(error.message)",
        remedy: "check the disk or the connection, then try again")
    }
    guard let names else {
      throw exceeded("more than \(limits.entries) files and folders", "--max-evidence-files")
    }
    entries += names.count
    for name in names {
      let path = path.isEmpty ? name.text : "\(path)/\(name.text)"
      guard path.utf8.count <= limits.pathBytes else {
        throw exceeded("a path of more than \(limits.pathBytes) bytes", "--max-evidence-path-bytes")
      }
      let status: stat
      do {
        status = try folder.status(of: name)
      } catch {
        source.skipped.append("\(path): cannot be looked at: \(error.message)")
        continue
      }
      switch status.st_mode & S_IFMT {
      case S_IFDIR:
        source.folders.append(BackupFolder(path: path, modified: Self.moment(status)))
        try readInner(name, of: folder, path: path, depth: depth + 1)
      case S_IFREG:
        source.files.append(
          BackupFile(
            path: path, size: Int(status.st_size), modified: Self.moment(status),
            archive: archiveState(of: name, path: path, in: folder)))
      case S_IFLNK: source.skipped.append("\(path): a link, not followed")
      default: source.skipped.append("\(path): neither file nor folder")
      }
    }
  }

  private mutating func readInner(
    _ name: FileDescriptor.EntryName, of folder: FileDescriptor, path: String, depth: Int
  ) throws(CommandFailure) {
    guard depth <= limits.depth else {
      throw exceeded("folders more than \(limits.depth) deep", "--max-evidence-depth")
    }
    let inner: FileDescriptor
    do {
      inner = try folder.openEntry(name, O_DIRECTORY)
    } catch {
      source.skipped.append("\(path): cannot be opened: \(error.message)")
      return
    }
    defer { try? inner.close() }
    try read(inner, path: path, depth: depth)
  }

  private func archiveState(
    of name: FileDescriptor.EntryName, path: String, in folder: FileDescriptor
  ) -> ArchiveState {
    guard path.lowercased().hasSuffix(".zip"), isPlanned(path) else { return .unknown }
    do throws(SystemError) {
      let file = try folder.openEntry(name)
      defer { try? file.close() }
      let status = try file.status()
      guard status.st_mode & S_IFMT == S_IFREG else { return .unreadable("was replaced while it was looked at") }
      return try ZipDirectory.state(size: Int(status.st_size)) { offset, count throws(SystemError) in
        try file.read(at: offset, count: count)
      }
    } catch {
      return .unreadable("cannot be read: \(error.message)")
    }
  }

  private func exceeded(_ what: String, _ option: String) -> CommandFailure {
    CommandFailure(
      .unusableInput, id: "limit-exceeded", file: name, "\(what), the limit",
      remedy: "check that it is the right folder, or raise \(option)")
  }

  private func shown(_ path: String) -> String { path.isEmpty ? name : "\(name)/\(path)" }

  private static func moment(_ status: stat) -> Moment { Moment(secondsSince1970: status.st_mtim.tv_sec) }
}
