internal import Glibc

/// A file that takes the place of another whole or not at all: written beside it under another name, then renamed.
struct StagedFile {
  /// What could not be done.
  enum Failure: Error {
    case creating(SystemError)
    case writing(SystemError)
  }

  static let prefix = ".backup-worksheets-"
  static let suffix = ".tmp"

  let target: String
  let folder: String
  let temporary: String
  /// Another name for what the file held before.
  private let old: String

  init(_ target: String) {
    self.target = target
    let name: Substring
    if let slash = target.lastIndex(of: "/") {
      folder = slash == target.startIndex ? "/" : String(target[..<slash])
      name = target[target.index(after: slash)...]
    } else {
      folder = "."
      name = target[...]
    }
    temporary = "\(folder)/\(Self.prefix)\(name)\(Self.suffix)"
    old = "\(folder)/\(Self.prefix)old-\(name)\(Self.suffix)"
  }

  /// Writes the temporary file, which must not be there.
  /// - Parameter finish: What else is done to it before it is closed.
  func write(
    _ bytes: [UInt8], permissions: mode_t = 0o666,
    finish: (FileDescriptor) throws(SystemError) -> Void = { (_) throws(SystemError) in }
  ) throws(Failure) {
    let descriptor: FileDescriptor
    do {
      descriptor = try FileDescriptor.open(
        temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, permissions: permissions)
    } catch {
      throw .creating(error)
    }
    defer { try? descriptor.close() }
    do {
      try descriptor.write(bytes)
      try finish(descriptor)
    } catch {
      throw .writing(error)
    }
  }

  /// Removes what is left of the temporary file, of a killed run's as well.
  func discard() {
    _ = unsafe unlink(temporary)
    _ = unsafe unlink(old)
  }

  /// Renames the temporary file.
  func replace() throws(SystemError) {
    guard unsafe rename(temporary, target) == 0 else { throw .last }
  }

  /// Renames the temporary files; where one cannot be renamed, those before it are put back.
  /// - Throws: The file that could not be renamed and why.
  static func replaceAll(_ files: [StagedFile]) throws(ReplacementFailure) {
    let before = files.map { $0.keepOld() }
    for (position, file) in files.enumerated() {
      if unsafe rename(file.temporary, file.target) == 0 { continue }
      let error = SystemError.last
      for (file, before) in zip(files, before).prefix(position) { file.putBack(before) }
      throw ReplacementFailure(file: file, error: error)
    }
  }

  /// What was there before a file is replaced.
  private enum Before {
    case nothing
    /// It has another name meanwhile.
    case kept
    /// It can have no other name, as on some file systems.
    case lost
  }

  /// Gives the old contents another name.
  private func keepOld() -> Before {
    if unsafe link(target, old) == 0 { return .kept }
    return errno == ENOENT ? .nothing : .lost
  }

  /// Undoes a renaming as far as it can be: the new file is better than none.
  private func putBack(_ before: Before) {
    switch before {
    case .nothing: _ = unsafe unlink(target)
    case .kept: _ = unsafe rename(old, target)
    case .lost: break
    }
  }

  /// A file that could not be renamed.
  struct ReplacementFailure: Error {
    let file: StagedFile
    let error: SystemError
  }

  /// Where a file is: a symbolic link is followed, not replaced.
  /// - Throws: ``CommandFailure`` with status 73 where the path cannot be followed.
  static func resolve(_ path: String) throws(CommandFailure) -> String {
    var status = stat()
    guard unsafe lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK else { return path }
    guard let resolved = unsafe realpath(path, nil) else {
      throw CommandFailure(
        .outputCannotBeCreated, id: "output-not-created", file: path,
        "is a link that leads nowhere: \(SystemError.last.message)", remedy: "mend or remove the link")
    }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }
}
