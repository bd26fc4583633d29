internal import CRename
internal import Glibc

/// The register on the disk, which people edit at the same time: it is replaced only while it is the file that was
/// read.
struct RegisterFile {
  /// The file as it was read.
  struct Snapshot {
    let bytes: [UInt8]
    fileprivate let status: stat
  }

  /// 64 MiB: a hundred thousand rows and more.
  static let largest = 1 << 26

  /// As the user named it.
  private let path: String
  /// Where the file is: a symbolic link is followed, not replaced.
  private let target: String
  private let staged: StagedFile

  /// - Throws: ``CommandFailure`` with status 73 where the path cannot be followed.
  init(path: String) throws(CommandFailure) {
    self.path = path
    target = try StagedFile.resolve(path)
    staged = StagedFile(target)
  }

  /// Calls `body` while no other run of this program works in the folder.
  func locked<Result>(_ body: () throws(CommandFailure) -> Result) throws(CommandFailure) -> Result {
    let descriptor: FileDescriptor
    do {
      descriptor = try FileDescriptor.open(staged.folder, O_RDONLY | O_DIRECTORY)
      try descriptor.lock()
    } catch {
      throw cannotCreate(error.message)
    }
    defer { try? descriptor.close() }
    return try body()
  }

  /// The file; nil where there is none.
  /// - Throws: ``CommandFailure`` with status 66 where it cannot be opened, 74 where it cannot be read or changes
  ///   meanwhile.
  func read() throws(CommandFailure) -> Snapshot? {
    guard let status = Self.status(of: target) else { return nil }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw CommandFailure(
        .inputCannotBeOpened, id: "input-not-opened", file: path, "cannot be opened: not an ordinary file",
        remedy: "name a file, not a folder or device")
    }
    let bytes = try InputFile(path: target).contents(limit: Self.largest)
    guard let after = Self.status(of: target), Self.isSame(status, after), bytes.count == Int(status.st_size) else {
      throw changed
    }
    return Snapshot(bytes: bytes, status: status)
  }

  /// Puts `bytes` in place of `old`, with its permissions; nil stands for no file. Bytes that are there already are
  /// not written.
  /// - Returns: Whether the file was written.
  /// - Throws: ``CommandFailure`` with status 74 where the file is not `old` any more or writing fails, 73 where it
  ///   cannot be created. The file is as it was then.
  @discardableResult
  func replace(_ old: Snapshot?, with bytes: [UInt8]) throws(CommandFailure) -> Bool {
    // What a killed run left behind.
    staged.discard()
    guard isCurrent(old, at: target) else { throw changed }
    if old?.bytes == bytes { return false }
    if old != nil, unsafe access(target, W_OK) != 0 { throw cannotCreate(SystemError.last.message) }
    defer { staged.discard() }
    try writeTemporary(bytes, like: old)
    guard isCurrent(old, at: target) else { throw changed }
    if let old { try exchange(old) } else { try place() }
    return true
  }

  /// Exchanges the names of the new file and the old one, then looks whether the old one is what it should be: no
  /// moment is left in which an edit could be overwritten.
  private func exchange(_ old: Snapshot) throws(CommandFailure) {
    let exchange: () -> Int32 = {
      unsafe renameat2(AT_FDCWD, staged.temporary, AT_FDCWD, target, UInt32(renameExchanging))
    }
    if exchange() == 0 {
      guard isCurrent(old, at: staged.temporary) else {
        _ = exchange()
        throw changed
      }
    } else if errno == ENOENT {
      throw changed
    } else if unsafe rename(staged.temporary, target) != 0 {
      // Network file systems cannot exchange; there a rename follows the comparison at once.
      throw cannotWrite(.last)
    }
  }

  /// Gives the new file its name, unless somebody took it.
  private func place() throws(CommandFailure) {
    if unsafe renameat2(AT_FDCWD, staged.temporary, AT_FDCWD, target, UInt32(renameWithoutReplacing)) == 0 { return }
    if errno == EEXIST { throw changed }
    if unsafe rename(staged.temporary, target) != 0 { throw cannotWrite(.last) }
  }

  private func writeTemporary(_ bytes: [UInt8], like old: Snapshot?) throws(CommandFailure) {
    do {
      try staged.write(bytes, permissions: old == nil ? 0o666 : 0o600) { file throws(SystemError) in
        if let old { try file.adopt(old.status) }
        try file.synchronize()
      }
    } catch {
      switch error {
      case .creating(let error): throw cannotCreate(error.message)
      case .writing(let error): throw cannotWrite(error)
      }
    }
  }

  private func isCurrent(_ old: Snapshot?, at path: String) -> Bool {
    guard let old else { return Self.status(of: path) == nil && errno == ENOENT }
    guard let status = Self.status(of: path), Self.isSame(old.status, status),
      let descriptor = try? FileDescriptor.open(path, O_RDONLY)
    else { return false }
    defer { try? descriptor.close() }
    return (try? descriptor.holds(old.bytes)) ?? false
  }

  private static func isSame(_ left: stat, _ right: stat) -> Bool {
    left.st_dev == right.st_dev && left.st_ino == right.st_ino && left.st_size == right.st_size
      && left.st_mtim.tv_sec == right.st_mtim.tv_sec && left.st_mtim.tv_nsec == right.st_mtim.tv_nsec
  }

  private static func status(of path: String) -> stat? {
    var status = stat()
    return unsafe stat(path, &status) == 0 ? status : nil
  }

  private var changed: CommandFailure {
    CommandFailure(
      .readingOrWritingFailed, id: "register-changed", file: path,
      "the register was changed by somebody else meanwhile; nothing was written",
      remedy: "run the command again once it is saved")
  }

  private func cannotCreate(_ reason: String) -> CommandFailure {
    CommandFailure(
      .outputCannotBeCreated, id: "output-not-created", file: path, "cannot be created or replaced: \(reason)",
      remedy: "choose another file with --file, or mend the permissions")
  }

  private func cannotWrite(_ error: SystemError) -> CommandFailure {
    CommandFailure(
      .readingOrWritingFailed, id: "output-failed", file: path, "writing failed: \(error.message)",
      remedy: "make room or mend the disk, then run again")
  }
}
