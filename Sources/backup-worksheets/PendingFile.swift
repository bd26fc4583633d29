internal import Glibc
internal import Rendering

/// Bytes that are about to become a file, in the output folder or in place of one that people keep.
struct PendingFile {
  /// As messages call it.
  let name: String
  let bytes: [UInt8]
  let staged: StagedFile
  /// What people keep there, whose permissions stay: as it was read.
  private let predecessor: (status: stat, bytes: [UInt8])?

  init(name: String, target: String, bytes: [UInt8], successorOf predecessor: (status: stat, bytes: [UInt8])? = nil) {
    self.name = name
    self.bytes = bytes
    self.predecessor = predecessor
    staged = StagedFile(target)
  }

  /// Whether the file already has these bytes. One that cannot be read or is no ordinary file is as good as changed.
  var isCurrent: Bool { holds(bytes) }

  /// Throws where the file is not what was read before.
  func refuseChanged() throws(CommandFailure) {
    guard let predecessor, !holds(predecessor.bytes) else { return }
    throw CommandFailure(
      .readingOrWritingFailed, id: "inject-changed", file: name,
      "the file was changed by somebody else meanwhile; nothing was written", remedy: "run the command again")
  }

  private func holds(_ bytes: [UInt8]) -> Bool {
    guard OutputFolder.kind(of: staged.target) == S_IFREG,
      let current = try? FileDescriptor.open(staged.target, O_RDONLY)
    else { return false }
    defer { try? current.close() }
    return (try? current.holds(bytes)) ?? false
  }

  func writeTemporary() throws(CommandFailure) {
    do {
      try staged.write(bytes, permissions: predecessor == nil ? 0o666 : 0o600) { (file) throws(SystemError) in
        if let predecessor { try file.adopt(predecessor.status) }
      }
    } catch {
      switch error {
      case .creating(let error):
        throw CommandFailure(
          .outputCannotBeCreated, id: "output-not-created", file: name, "cannot be created: \(error.message)",
          remedy: predecessor == nil
            ? "choose another folder with --output, or mend its permissions" : "mend the permissions of its folder")
      case .writing(let error): throw Self.cannotWrite(name, error)
      }
    }
  }

  /// Renames the temporary files, or none.
  static func replaceAll(_ files: [PendingFile]) throws(CommandFailure) {
    do {
      try StagedFile.replaceAll(files.map(\.staged))
    } catch {
      let name = files.first { $0.staged.target == error.file.target }?.name ?? error.file.target
      throw cannotWrite(name, error.error)
    }
  }

  private static func cannotWrite(_ name: String, _ error: SystemError) -> CommandFailure {
    CommandFailure(
      .readingOrWritingFailed, id: "output-failed", file: name, "writing failed: \(error.message)",
      remedy: "make room or mend the disk, then run again")
  }
}
