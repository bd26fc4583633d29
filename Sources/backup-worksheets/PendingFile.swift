internal import Glibc
internal import Rendering

/// A file that is about to be written: its bytes go into a temporary file first, which then takes its name.
struct PendingFile {
  /// As messages call it.
  let name: String
  let target: String
  let bytes: [UInt8]
  /// Beside the target, so that renaming works.
  let temporary: String
  /// Another name of the old contents while files are replaced.
  let old: String
  /// What people keep there, whose permissions stay: as it was read.
  private let predecessor: (status: stat, bytes: [UInt8])?

  static let temporaryPrefix = ".backup-worksheets-"
  static let temporarySuffix = ".tmp"

  init(name: String, target: String, bytes: [UInt8], successorOf predecessor: (status: stat, bytes: [UInt8])? = nil) {
    self.name = name
    self.target = target
    self.bytes = bytes
    self.predecessor = predecessor
    let slash = target.lastIndex(of: "/").map { target.index(after: $0) } ?? target.startIndex
    let (folder, file) = (target[..<slash], target[slash...])
    temporary = "\(folder)\(Self.temporaryPrefix)\(file)\(Self.temporarySuffix)"
    old = "\(folder)\(Self.temporaryPrefix)old-\(file)\(Self.temporarySuffix)"
  }

  /// The folder it is in.
  var folder: String {
    guard let slash = target.lastIndex(of: "/") else { return "." }
    return slash == target.startIndex ? "/" : String(target[..<slash])
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
    guard OutputFolder.kind(of: target) == S_IFREG, let current = try? FileDescriptor.open(target, O_RDONLY) else {
      return false
    }
    defer { try? current.close() }
    return (try? current.holds(bytes)) ?? false
  }

  func writeTemporary() throws(CommandFailure) {
    let descriptor: FileDescriptor
    do {
      descriptor = try FileDescriptor.open(
        temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, permissions: predecessor == nil ? 0o666 : 0o600)
    } catch {
      throw cannotCreate(error)
    }
    do {
      defer { try? descriptor.close() }
      try descriptor.write(bytes)
      if let predecessor { try descriptor.adopt(predecessor.status) }
    } catch {
      throw cannotWrite(error)
    }
  }

  func replace() throws(CommandFailure) {
    if unsafe rename(temporary, target) != 0 { throw cannotWrite(.last) }
  }

  /// What was there before the file is replaced.
  enum Before {
    case nothing
    /// It has another name meanwhile.
    case kept
    /// It can have no other name, as on some file systems.
    case lost
  }

  /// Gives the old contents another name.
  func keepOld() -> Before {
    if unsafe link(target, old) == 0 { return .kept }
    return errno == ENOENT ? .nothing : .lost
  }

  /// Undoes ``replace()`` as far as it can be: the new file is better than none.
  func putBack(_ before: Before) {
    switch before {
    case .nothing: _ = unsafe unlink(target)
    case .kept: _ = unsafe rename(old, target)
    case .lost: break
    }
  }

  /// Removes what this run, or one that was killed, left beside the target.
  func removeTemporary() {
    _ = unsafe unlink(temporary)
    _ = unsafe unlink(old)
  }

  private func cannotCreate(_ error: SystemError) -> CommandFailure {
    CommandFailure(
      .outputCannotBeCreated, id: "output-not-created", file: name, "cannot be created: \(error.message)",
      remedy: predecessor == nil
        ? "choose another folder with --output, or mend its permissions" : "mend the permissions of its folder")
  }

  private func cannotWrite(_ error: SystemError) -> CommandFailure {
    CommandFailure(
      .readingOrWritingFailed, id: "output-failed", file: name, "writing failed: \(error.message)",
      remedy: "make room or mend the disk, then run again")
  }
}
