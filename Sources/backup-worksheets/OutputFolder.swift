internal import Glibc
internal import Rendering

/// The folder that `generate` writes into. All files are replaced or none; files of others stay as they are.
struct OutputFolder {
  let path: String

  /// What writing did.
  struct Outcome {
    let written: Int
    /// Files that already had these bytes, and were not touched.
    let unchanged: Int
  }

  /// Writes all temporary files before it renames the first one. A lock on the folder makes a second run wait; what a
  /// killed run left behind is removed.
  /// - Throws: ``CommandFailure`` with status 73 where the folder or a file cannot be created, 74 where writing fails.
  func write(_ files: [OutputFile]) throws(CommandFailure) -> Outcome {
    try createFolder()
    let folder = try lockedFolder()
    defer { try? folder.close() }
    removeTemporaryFiles()
    try refuseFolders(in: files)
    let changed = files.filter { !isCurrent($0) }
    defer { removeTemporaryFiles() }
    for file in changed { try writeTemporary(file) }
    do {
      try StagedFile.replaceAll(changed.map { staged($0.name) })
    } catch {
      throw cannotWrite(error.file.target, error.error)
    }
    return Outcome(written: changed.count, unchanged: files.count - changed.count)
  }

  private func target(_ name: String) -> String { "\(path)/\(name)" }

  private func staged(_ name: String) -> StagedFile { StagedFile(target(name)) }

  private func createFolder() throws(CommandFailure) {
    var prefix = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      prefix += part
      if unsafe mkdir(prefix, 0o777) != 0 && errno != EEXIST && !Self.isFolder(prefix) {
        throw cannotCreate(prefix, .last)
      }
      prefix += "/"
    }
    if !Self.isFolder(path) { throw cannotCreate(path, SystemError(code: ENOTDIR)) }
  }

  private func lockedFolder() throws(CommandFailure) -> FileDescriptor {
    do {
      let folder = try FileDescriptor.open(path, O_RDONLY | O_DIRECTORY)
      try folder.lock()
      return folder
    } catch {
      throw cannotCreate(path, error)
    }
  }

  private func refuseFolders(in files: [OutputFile]) throws(CommandFailure) {
    for file in files where Self.isFolder(target(file.name)) {
      throw CommandFailure(
        .outputCannotBeCreated, id: "output-not-created", file: target(file.name),
        "cannot be created: a folder has this name", remedy: "rename it, or choose another folder with --output")
    }
  }

  /// Whether the file already has these bytes. One that cannot be read or is no ordinary file is as good as changed.
  private func isCurrent(_ file: OutputFile) -> Bool {
    guard Self.kind(of: target(file.name)) == S_IFREG,
      let current = try? FileDescriptor.open(target(file.name), O_RDONLY)
    else { return false }
    defer { try? current.close() }
    return (try? current.holds(file.bytes)) ?? false
  }

  private func writeTemporary(_ file: OutputFile) throws(CommandFailure) {
    do {
      try staged(file.name).write(file.bytes)
    } catch {
      switch error {
      case .creating(let error): throw cannotCreate(target(file.name), error)
      case .writing(let error): throw cannotWrite(target(file.name), error)
      }
    }
  }

  private func removeTemporaryFiles() {
    for name in InputFile.names(in: path) {
      if name.hasPrefix(StagedFile.prefix) && name.hasSuffix(StagedFile.suffix) {
        _ = unsafe unlink(target(name))
      }
    }
  }

  private static func isFolder(_ path: String) -> Bool { kind(of: path) == S_IFDIR }

  /// Such as `S_IFDIR`; a link counts as what it points to.
  private static func kind(of path: String) -> mode_t? {
    var status = stat()
    return unsafe stat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
  }

  private func cannotCreate(_ path: String, _ error: SystemError) -> CommandFailure {
    CommandFailure(
      .outputCannotBeCreated, id: "output-not-created", file: path, "cannot be created: \(error.message)",
      remedy: "choose another folder with --output, or mend its permissions")
  }

  private func cannotWrite(_ path: String, _ error: SystemError) -> CommandFailure {
    CommandFailure(
      .readingOrWritingFailed, id: "output-failed", file: path, "writing failed: \(error.message)",
      remedy: "make room or mend the disk, then run again")
  }
}
