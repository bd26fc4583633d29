internal import Glibc

/// Bytes that are about to take the place of a file that people keep.
struct PendingFile {
  /// As the user named it.
  let name: String
  let staged: StagedFile
  private let bytes: [UInt8]
  /// What is there, as it was read: its permissions stay.
  private let predecessor: (status: stat, bytes: [UInt8])

  init(name: String, target: String, bytes: [UInt8], successorOf predecessor: (status: stat, bytes: [UInt8])) {
    self.name = name
    self.bytes = bytes
    self.predecessor = predecessor
    staged = StagedFile(target)
  }

  /// Whether the file already has these bytes. One that cannot be read or is no ordinary file is as good as changed.
  var isCurrent: Bool { holds(bytes) }

  /// Throws where the file is not what was read before.
  func refuseChanged() throws(CommandFailure) {
    guard !holds(predecessor.bytes) else { return }
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
      try staged.write(bytes, permissions: 0o600) { file throws(SystemError) in try file.adopt(predecessor.status) }
    } catch {
      switch error {
      case .creating(let error):
        throw CommandFailure(
          .outputCannotBeCreated, id: "output-not-created", file: name, "cannot be created: \(error.message)",
          remedy: "mend the permissions of its folder")
      case .writing(let error): throw OutputFolder.cannotWrite(name, error)
      }
    }
  }
}
