internal import Glibc

/// What the operating system said.
struct SystemError: Error, Equatable {
  let code: Int32

  /// The reason of the call that just failed.
  static var last: SystemError { SystemError(code: errno) }

  var message: String { unsafe String(cString: strerror(code)) }
}

/// An open file. Interrupted calls are made again.
struct FileDescriptor {
  let number: Int32

  init(_ number: Int32) { self.number = number }

  static var standardInput: FileDescriptor { FileDescriptor(STDIN_FILENO) }
  static var standardError: FileDescriptor { FileDescriptor(STDERR_FILENO) }

  /// Opens a file. Files are never inherited by other programs.
  static func open(_ path: String, _ flags: Int32, permissions: mode_t = 0o644) throws(SystemError) -> FileDescriptor {
    while true {
      let number = unsafe Glibc.open(path, flags | O_CLOEXEC, permissions)
      if number >= 0 { return FileDescriptor(number) }
      if errno != EINTR { throw .last }
    }
  }

  /// Fills `buffer` as far as one read goes; 0 at the end of the file.
  func read(into buffer: inout [UInt8]) throws(SystemError) -> Int {
    try read(into: &buffer, from: 0, to: buffer.count)
  }

  /// Whether the rest of the file is exactly `bytes`.
  func holds(_ bytes: [UInt8]) throws(SystemError) -> Bool {
    guard Int(try status().st_size) == bytes.count else { return false }
    var buffer: [UInt8] = [0]
    guard try continues(with: bytes, buffer: &buffer) else { return false }
    return try read(into: &buffer, from: 0, to: 1) == 0
  }

  /// Whether the file has `bytes` next. It is read on by so much.
  func continues(with bytes: [UInt8], buffer: inout [UInt8]) throws(SystemError) -> Bool {
    if buffer.count < bytes.count { buffer = [UInt8](repeating: 0, count: bytes.count) }
    var position = 0
    while position < bytes.count {
      let count = try read(into: &buffer, from: position, to: bytes.count)
      if count == 0 { return false }
      position += count
    }
    return unsafe buffer.withUnsafeBytes { read in
      unsafe bytes.withUnsafeBytes { expected in
        guard let read = read.baseAddress, let expected = expected.baseAddress else { return true }
        return unsafe memcmp(read, expected, position) == 0
      }
    }
  }

  private func read(into buffer: inout [UInt8], from start: Int, to end: Int) throws(SystemError) -> Int {
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes { bytes in
        unsafe Glibc.read(number, bytes.baseAddress?.advanced(by: start), end - start)
      }
      if count >= 0 { return count }
      if errno != EINTR { throw .last }
    }
  }

  /// Copies the first `count` bytes to another file, behind what was written there.
  func copyBeginning(_ count: Int, to other: FileDescriptor) throws(SystemError) {
    guard lseek(number, 0, SEEK_SET) == 0 else { throw .last }
    var buffer = [UInt8](repeating: 0, count: min(count, 1 << 18))
    var rest = count
    while rest > 0 {
      let copied = try read(into: &buffer, from: 0, to: min(rest, buffer.count))
      // It became shorter meanwhile.
      if copied == 0 { throw SystemError(code: EIO) }
      try other.write(Array(buffer[..<copied]))
      rest -= copied
    }
  }

  /// Writes all of `bytes`.
  func write(_ bytes: [UInt8]) throws(SystemError) {
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(number, buffer.baseAddress?.advanced(by: written), buffer.count - written)
      }
      if count >= 0 {
        written += count
      } else if errno != EINTR {
        throw .last
      }
    }
  }

  /// What is known about the file.
  func status() throws(SystemError) -> stat {
    var status = stat()
    guard unsafe fstat(number, &status) == 0 else { throw .last }
    return status
  }

  /// Gives the file the permissions of another and, where that is allowed, its owner.
  func adopt(_ status: stat) throws(SystemError) {
    // The owner first: changing it takes special permissions away.
    _ = fchown(number, status.st_uid, status.st_gid)
    guard fchmod(number, status.st_mode & 0o7777) == 0 else { throw .last }
  }

  /// Waits until the disk has what was written.
  func synchronize() throws(SystemError) {
    while fsync(number) != 0 {
      if errno != EINTR { throw .last }
    }
  }

  /// Waits until no other process holds the lock of this file, then holds it until the file is closed.
  func lock() throws(SystemError) {
    while flock(number, LOCK_EX) != 0 {
      if errno != EINTR { throw .last }
    }
  }

  func close() throws(SystemError) {
    // Linux closes the file even where it reports an interruption.
    guard Glibc.close(number) == 0 || errno == EINTR else { throw .last }
  }
}
