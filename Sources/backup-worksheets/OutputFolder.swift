internal import Glibc

/// The folder that `generate` writes into. All files are replaced or none; files of others stay as they are.
struct OutputFolder {
  let path: String

  /// What writing did.
  struct Outcome {
    let written: Int
    /// Files that already had these bytes, and were not touched.
    let unchanged: Int
  }

  /// Has all temporary files written before it renames the first one. A lock on the folder makes a second run wait;
  /// what a killed run left behind is removed.
  /// - Parameters:
  ///   - names: Names of the files that `render` may write.
  ///   - others: Files of people with Markdown of ours in them, replaced together with the folder's.
  ///   - refusal: Throws where the folder has something that must not be replaced.
  ///   - render: Writes files into sinks of this folder, and gives what became of each.
  ///   - last: Called when all files are in place, while no other run can change them.
  /// - Throws: ``CommandFailure`` with status 73 where the folder or a file cannot be created, 74 where writing fails,
  ///   or what `render` throws. Every file is as it was then.
  func write(
    _ names: [String], and others: [PendingFile], refusing refusal: () throws(CommandFailure) -> Void,
    render: () throws(CommandFailure) -> [StreamedFile.Outcome],
    finally last: () throws(CommandFailure) -> Void = { () throws(CommandFailure) in }
  ) throws(CommandFailure) -> Outcome {
    var created: [String] = []
    do throws(CommandFailure) {
      try createFolder(&created)
      return try replace(names, others, refusal, render, last)
    } catch {
      // Nothing was there before; a folder that somebody filled meanwhile stays.
      for folder in created.reversed() { _ = unsafe rmdir(folder) }
      throw error
    }
  }

  private func replace(
    _ names: [String], _ others: [PendingFile], _ refusal: () throws(CommandFailure) -> Void,
    _ render: () throws(CommandFailure) -> [StreamedFile.Outcome], _ last: () throws(CommandFailure) -> Void
  ) throws(CommandFailure) -> Outcome {
    let locks = try locked([path] + others.map(\.staged.folder))
    defer { for lock in locks { try? lock.close() } }
    removeTemporaryFiles(names, others)
    try refuseFolders(names)
    try refusal()
    for file in others { try file.refuseChanged() }
    defer { removeTemporaryFiles(names, others) }
    let files = try render()
    var changed: [StagedFile] = []
    for file in files where try isChanged(file) { changed.append(file.staged) }
    for file in others where !file.isCurrent {
      try file.writeTemporary()
      changed.append(file.staged)
    }
    do throws(StagedFile.ReplacementFailure) {
      try StagedFile.replaceAll(changed)
    } catch {
      let name = others.first { $0.staged.target == error.file.target }?.name ?? error.file.target
      throw Self.cannotWrite(name, error.error)
    }
    try last()
    return Outcome(written: changed.count, unchanged: files.count + others.count - changed.count)
  }

  func target(_ name: String) -> String { "\(path)/\(name)" }

  /// Makes the folder, and those it is in, where they are missing.
  func create() throws(CommandFailure) {
    var created: [String] = []
    try createFolder(&created)
  }

  /// - Parameter created: Gets the folders that were not there before, the outermost first.
  private func createFolder(_ created: inout [String]) throws(CommandFailure) {
    var prefix = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      prefix += part
      if unsafe mkdir(prefix, 0o777) == 0 {
        created.append(prefix)
      } else if errno != EEXIST && !Self.isFolder(prefix) {
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

  private func refuseFolders(_ names: [String]) throws(CommandFailure) {
    for name in names where Self.isFolder(target(name)) {
      throw CommandFailure(
        .outputCannotBeCreated, id: "output-not-created", file: target(name),
        "cannot be created: a folder has this name", remedy: "rename it, or choose another folder with --output")
    }
  }

  /// This run's, and those that runs with other options left.
  private func removeTemporaryFiles(_ names: [String], _ others: [PendingFile]) {
    let present = InputFile.names(in: path)
    for name in present where Self.isTemporary(name) { _ = unsafe unlink(target(name)) }
    // A folder that cannot be listed may be written into all the same. One that can has its own name.
    if present.isEmpty { for name in names { StagedFile(target(name)).discard() } }
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

  private func isChanged(_ file: StreamedFile.Outcome) throws(CommandFailure) -> Bool {
    do throws(StreamedFile.Failure) {
      return try file.isChanged.get()
    } catch {
      switch error {
      case .creating(let error): throw cannotCreate(file.staged.target, error)
      case .writing(let error): throw Self.cannotWrite(file.staged.target, error)
      case .changedMeanwhile:
        throw CommandFailure(
          .readingOrWritingFailed, id: "output-changed", file: file.staged.target,
          "the file was changed by somebody else meanwhile; nothing was written", remedy: "run the command again")
      }
    }
  }

  static func cannotWrite(_ name: String, _ error: SystemError) -> CommandFailure {
    CommandFailure(
      .readingOrWritingFailed, id: "output-failed", file: name, "writing failed: \(error.message)",
      remedy: "make room or mend the disk, then run again")
  }

  private func cannotCreate(_ path: String, _ error: SystemError) -> CommandFailure {
    CommandFailure(
      .outputCannotBeCreated, id: "output-not-created", file: path, "cannot be created: \(error.message)",
      remedy: "choose another folder with --output, or mend its permissions")
  }
}
