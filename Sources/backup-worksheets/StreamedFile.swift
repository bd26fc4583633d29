internal import Glibc

/// A file of the output folder while it is rendered. As long as its bytes are those of the file that is there, nothing
/// is written; from the first that differs on, a temporary file takes them all.
final class StreamedFile {
  private enum State {
    /// All bytes so far are those that the file on disk begins with.
    case same(FileDescriptor, count: Int)
    case writing(FileDescriptor)
    case failed(StagedFile.Failure)
  }

  /// What became of it.
  struct Outcome {
    let staged: StagedFile
    /// Whether the temporary file has to take the place of the file; nil where it could not be written.
    let isChanged: Result<Bool, StagedFile.Failure>
  }

  private let staged: StagedFile
  private var state: State
  private var buffer: [UInt8] = []

  /// - Parameter target: The path of the file. One that cannot be read or is no ordinary file counts as changed.
  init(_ target: String) {
    staged = StagedFile(target)
    if OutputFolder.kind(of: target) == S_IFREG, let old = try? FileDescriptor.open(target, O_RDONLY) {
      state = .same(old, count: 0)
    } else {
      state = Self.create(staged)
    }
  }

  /// Takes what follows. Failures show in ``finish()``.
  func append(_ bytes: [UInt8]) {
    if case .same(let old, let count) = state {
      if (try? old.continues(with: bytes, buffer: &buffer)) ?? false {
        state = .same(old, count: count + bytes.count)
        return
      }
      part(from: old, after: count)
    }
    guard case .writing(let descriptor) = state else { return }
    do throws(SystemError) {
      try descriptor.write(bytes)
    } catch {
      fail(descriptor, error)
    }
  }

  /// Ends the file; nothing can be appended any more.
  func finish() -> Outcome {
    if case .same(let old, let count) = state {
      if let status = try? old.status(), Int(status.st_size) == count {
        try? old.close()
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
  private func part(from old: FileDescriptor, after count: Int) {
    state = Self.create(staged)
    defer { try? old.close() }
    guard case .writing(let descriptor) = state else { return }
    do throws(SystemError) {
      try old.copyBeginning(count, to: descriptor)
    } catch {
      fail(descriptor, error)
    }
  }

  private func fail(_ descriptor: FileDescriptor, _ error: SystemError) {
    try? descriptor.close()
    state = .failed(.writing(error))
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
