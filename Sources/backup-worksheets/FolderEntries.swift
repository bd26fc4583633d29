internal import Glibc

/// Names in a folder and files beside each other, without any path: what is renamed or replaced by a link meanwhile
/// leads nowhere else.
extension FileDescriptor {
  /// A name as the file system has it: any bytes but NUL and `/`.
  struct EntryName: Comparable {
    let bytes: [UInt8]

    /// For results: what is no UTF-8 is replaced.
    var text: String { String(decoding: bytes, as: UTF8.self) }

    fileprivate func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
      unsafe (bytes.map { CChar(bitPattern: $0) } + [0]).withUnsafeBufferPointer { buffer in
        guard let start = buffer.baseAddress else { preconditionFailure("the buffer has a NUL at least") }
        return unsafe body(start)
      }
    }

    static func < (left: Self, right: Self) -> Bool { left.bytes.lexicographicallyPrecedes(right.bytes) }
  }

  /// Opens a file of this folder. A link is never followed, and nothing waits for another program.
  func openEntry(_ name: EntryName, _ flags: Int32 = 0) throws(SystemError) -> FileDescriptor {
    while true {
      let opened = unsafe name.withCString {
        unsafe openat(number, $0, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC | flags)
      }
      if opened >= 0 { return FileDescriptor(opened) }
      if errno != EINTR { throw .last }
    }
  }

  /// What is known about a file of this folder; of a link, about the link.
  func status(of name: EntryName) throws(SystemError) -> stat {
    var status = stat()
    guard unsafe name.withCString({ unsafe fstatat(number, $0, &status, AT_SYMLINK_NOFOLLOW) }) == 0 else {
      throw .last
    }
    return status
  }

  /// The names in this folder but `.` and `..`, in the order of their bytes; nil where there are more than `limit`.
  func entryNames(limit: Int) throws(SystemError) -> [EntryName]? {
    // The stream takes the descriptor over, so it gets one of its own.
    let own = try openEntry(EntryName(bytes: [UInt8(ascii: ".")]), O_DIRECTORY)
    guard let stream = unsafe fdopendir(own.number) else {
      let error = SystemError.last
      try? own.close()
      throw error
    }
    defer { unsafe closedir(stream) }
    var names: [EntryName] = []
    while true {
      errno = 0
      guard let entry = unsafe readdir(stream) else {
        if errno != 0 { throw .last }
        return names.sorted()
      }
      let bytes = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { unsafe Array($0.prefix { $0 != 0 }) }
      if bytes == [UInt8(ascii: ".")] || bytes == [UInt8(ascii: "."), UInt8(ascii: ".")] { continue }
      if names.count == limit { return nil }
      names.append(EntryName(bytes: bytes))
    }
  }

  /// The bytes at an offset; fewer than `count` at the end of the file.
  func read(at offset: Int, count: Int) throws(SystemError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
      let got = unsafe bytes.withUnsafeMutableBytes { buffer in
        unsafe pread(number, buffer.baseAddress?.advanced(by: filled), count - filled, off_t(offset + filled))
      }
      if got == 0 { break }
      if got > 0 {
        filled += got
      } else if errno != EINTR {
        throw .last
      }
    }
    return Array(bytes.prefix(filled))
  }
}
