internal import Glibc

/// A file of the output folder while it is rendered. As long as its bytes are those of the file that is there, nothing
/// is written; from the first that differs on, a temporary file takes them all.
final class StreamedFile {
  private enum State {
    /// All bytes so far are those that the file on disk begins with.
    case same(OldFile, count: Int)
    case writing(FileDescriptor)
    case failed(Failure)
  }

  /// What could not be done.
  enum Failure: Error {
    case creating(SystemError)
    case writing(SystemError)
    /// Somebody wrote into the old file: what was the same is not any more.
    case changedMeanwhile
  }

  /// The file that is there.
  private struct OldFile {
    let descriptor: FileDescriptor
    /// As it was when it was opened.
    private let status: stat

    /// Nil where it cannot be read or is no ordinary file. Nothing waits for another program.
    init?(_ path: String) {
      guard let descriptor = try? FileDescriptor.open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY) else { return nil }
      guard let status = try? descriptor.status(), status.st_mode & S_IFMT == S_IFREG else {
        try? descriptor.close()
        return nil
      }
      self.descriptor = descriptor
      self.status = status
    }

    var size: Int { Int(status.st_size) }

    /// Whether nobody wrote into it since.
    var isUntouched: Bool {
      guard let now = try? descriptor.status() else { return false }
      return now.st_size == status.st_size && now.st_mtim.tv_sec == status.st_mtim.tv_sec
        && now.st_mtim.tv_nsec == status.st_mtim.tv_nsec
    }
  }

  /// What became of it.
  struct Outcome {
    let staged: StagedFile
    /// Whether the temporary file has to take the place of the file, or why it could not be written.
    let isChanged: Result<Bool, Failure>
  }

  private let staged: StagedFile
  private var state: State
  private var buffer: [UInt8] = []

  /// - Parameter target: The path of the file. One that cannot be read or is no ordinary file counts as changed.
  init(_ target: String) {
    staged = StagedFile(target)
    // Looked at before it is opened: opening a device can do something.
    if OutputFolder.kind(of: target) == S_IFREG, let old = OldFile(target) {
      state = .same(old, count: 0)
    } else {
      state = Self.create(staged)
    }
  }

  /// Takes what follows. Failures show in ``finish()``.
  func append(_ bytes: [UInt8]) {
    if case .same(let old, let count) = state {
      if (try? old.descriptor.continues(with: bytes, buffer: &buffer)) ?? false {
        state = .same(old, count: count + bytes.count)
        return
      }
      part(from: old, after: count)
    }
    guard case .writing(let descriptor) = state else { return }
    do throws(SystemError) {
      try descriptor.write(bytes)
    } catch {
      fail(descriptor, .writing(error))
    }
  }

  /// Ends the file; nothing can be appended any more.
  func finish() -> Outcome {
    if case .same(let old, let count) = state {
      if old.size == count, old.isUntouched {
        try? old.descriptor.close()
        return Outcome(staged: staged, isChanged: .success(false))
      }
      part(from: old, after: count)
    }
    switch state {
    case .writing(let descriptor):
      do throws(SystemError) {
        try descriptor.close()
        return Outcome(staged: staged, isChanged: .success(true))
      } catch {
        return Outcome(staged: staged, isChanged: .failure(.writing(error)))
      }
    case .failed(let failure): return Outcome(staged: staged, isChanged: .failure(failure))
    case .same: return Outcome(staged: staged, isChanged: .success(false))
    }
  }

  /// Begins the temporary file with the first bytes of the old one.
  private func part(from old: OldFile, after count: Int) {
    state = Self.create(staged)
    defer { try? old.descriptor.close() }
    guard case .writing(let descriptor) = state else { return }
    do throws(SystemError) {
      try old.descriptor.copyBeginning(count, to: descriptor)
    } catch {
      return fail(descriptor, .writing(error))
    }
    if count > 0, !old.isUntouched { fail(descriptor, .changedMeanwhile) }
  }

  private func fail(_ descriptor: FileDescriptor, _ failure: Failure) {
    try? descriptor.close()
    state = .failed(failure)
  }

  private static func create(_ staged: StagedFile) -> State {
    do throws(SystemError) {
      return .writing(
        try FileDescriptor.open(staged.temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, permissions: 0o666))
    } catch {
      return .failed(.creating(error))
    }
  }
}
