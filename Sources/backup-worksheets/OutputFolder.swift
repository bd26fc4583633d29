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
  /// - Parameter others: Files of people with Markdown of ours in them, replaced together with the folder's.
  /// - Throws: ``CommandFailure`` with status 73 where the folder or a file cannot be created, 74 where writing fails.
  func write(_ files: [OutputFile], and others: [PendingFile] = []) throws(CommandFailure) -> Outcome {
    try createFolder()
    let locks = try locked([path] + others.map(\.staged.folder))
    defer { for lock in locks { try? lock.close() } }
    removeTemporaryFiles(others)
    try refuseFolders(in: files)
    try refuseSavedWorkbook(among: files)
    for file in others { try file.refuseChanged() }
    let all = files.map { PendingFile(name: target($0.name), target: target($0.name), bytes: $0.bytes) } + others
    let changed = all.filter { !$0.isCurrent }
    defer { removeTemporaryFiles(others) }
    for file in changed { try file.writeTemporary() }
    try PendingFile.replaceAll(changed)
    return Outcome(written: changed.count, unchanged: all.count - changed.count)
  }

  private func target(_ name: String) -> String { "\(path)/\(name)" }

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

  /// Locks folders, each once and in an order that every run keeps, so that no two wait for each other.
  private func locked(_ folders: [String]) throws(CommandFailure) -> [FileDescriptor] {
    var opened: [(id: [UInt64], descriptor: FileDescriptor)] = []
    var current = path
    do {
      for folder in folders {
        current = folder
        let descriptor = try FileDescriptor.open(folder, O_RDONLY | O_DIRECTORY)
        let status = try descriptor.status()
        let id = [UInt64(status.st_dev), UInt64(status.st_ino)]
        if opened.contains(where: { $0.id == id }) {
          try descriptor.close()
        } else {
          opened.append((id, descriptor))
        }
      }
      opened.sort { $0.id.lexicographicallyPrecedes($1.id) }
      for (_, descriptor) in opened { try descriptor.lock() }
      return opened.map(\.descriptor)
    } catch {
      for (_, descriptor) in opened { try? descriptor.close() }
      throw cannotCreate(current, error)
    }
  }

  private func refuseFolders(in files: [OutputFile]) throws(CommandFailure) {
    for file in files where Self.isFolder(target(file.name)) {
      throw CommandFailure(
        .outputCannotBeCreated, id: "output-not-created", file: target(file.name),
        "cannot be created: a folder has this name", remedy: "rename it, or choose another folder with --output")
    }
  }

  private func removeTemporaryFiles(_ others: [PendingFile]) {
    for name in InputFile.names(in: path) where Self.isTemporary(name) { _ = unsafe unlink(target(name)) }
    for file in others { file.staged.discard() }
  }

  /// Whether a run that was killed left a file of this name.
  static func isTemporary(_ name: String) -> Bool {
    name.hasPrefix(StagedFile.prefix) && name.hasSuffix(StagedFile.suffix)
  }

  private static func isFolder(_ path: String) -> Bool { kind(of: path) == S_IFDIR }

  /// Such as `S_IFDIR`; a link counts as what it points to.
  static func kind(of path: String) -> mode_t? {
    var status = stat()
    return unsafe stat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
  }

  private func cannotCreate(_ path: String, _ error: SystemError) -> CommandFailure {
    CommandFailure(
      .outputCannotBeCreated, id: "output-not-created", file: path, "cannot be created: \(error.message)",
      remedy: "choose another folder with --output, or mend its permissions")
  }
}
