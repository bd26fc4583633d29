internal import Diagnostics
internal import BackupPlanning
internal import Glibc

/// A file that the user named, or standard input as `-`.
struct InputFile {
  /// As the user named it.
  let path: String
  /// Sees every byte that is read; nil where nobody asks which they were.
  let tally: DigestTally?

  init(path: String, tally: DigestTally? = nil) {
    self.path = path
    self.tally = tally
  }

  var isStandardInput: Bool { path == "-" }

  /// For messages.
  var name: String { isStandardInput ? "<stdin>" : path }

  /// For results, which hold no absolute path: where it is named by one, the file's name alone.
  var resultName: String { Self.resultName(of: name) }

  /// What a result says instead of `name`, under which a file was read.
  static func resultName(of name: String) -> String {
    guard name.hasPrefix("/"), let last = name.split(separator: "/").last else { return name }
    return String(last)
  }

  /// The same for the entry of an archive, where it is one: what lines of the topology are counted in.
  func name(ofEntry entry: String?) -> String { entry.map { "\(name)/\($0)" } ?? name }

  func resultName(ofEntry entry: String?) -> String { entry.map { "\(resultName)/\($0)" } ?? resultName }

  /// Whether something has this path; a link counts as what it points to.
  var exists: Bool { unsafe isStandardInput || access(path, F_OK) == 0 }

  /// Hands over the contents piece by piece.
  /// - Throws: ``CommandFailure`` with status 66 where it cannot be opened, 74 where reading fails, or what `body`
  ///   throws.
  func readChunks(_ body: (Span<UInt8>) throws(CommandFailure) -> Void) throws(CommandFailure) {
    let descriptor = try open()
    defer { if !isStandardInput { try? descriptor.close() } }
    // Of small files there may be ten thousand; of a pipe nobody knows the size.
    let size = (try? descriptor.status()).map { Int($0.st_size) } ?? 0
    var buffer = [UInt8](repeating: 0, count: size > 0 ? min(size + 1, 1 << 18) : 1 << 18)
    while true {
      let count: Int
      do {
        count = try descriptor.read(into: &buffer)
      } catch {
        throw failure(toOpen: error.code == EISDIR, error)
      }
      if count == 0 { return }
      let piece = buffer.span.extracting(first: count)
      tally?.add(piece)
      try body(piece)
    }
  }

  /// The whole contents, at most `limit` bytes.
  func contents(limit: Int) throws(CommandFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    try readChunks { chunk throws(CommandFailure) in
      guard bytes.count + chunk.count <= limit else {
        throw CommandFailure(
          .unusableInput, id: "limit-exceeded", file: name, "larger than \(limit) bytes, the limit for such a file",
          remedy: "check that it is the right file")
      }
      for index in chunk.indices { bytes.append(chunk[index]) }
    }
    return bytes
  }

  private func remedy(for error: SystemError) -> String {
    switch error.code {
    case EISDIR: "name a file, not a folder"
    case ENOENT: neighbour.map { "did you mean \($0)?" } ?? "check the path and your permissions"
    default: "check the path and your permissions"
    }
  }

  /// A file of the same folder with nearly this name.
  private var neighbour: String? {
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { String(path[...$0]) } ?? ""
    let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
    let names = Self.names(in: folder.isEmpty ? "." : folder).filter { !$0.hasPrefix(".") }
    return Spelling.nearest(to: name, among: names.sorted()).map { folder + $0 }
  }

  private func open() throws(CommandFailure) -> FileDescriptor {
    guard !isStandardInput else { return .standardInput }
    do {
      return try FileDescriptor.open(path, O_RDONLY)
    } catch {
      throw failure(toOpen: true, error)
    }
  }

  private func failure(toOpen: Bool, _ error: SystemError) -> CommandFailure {
    if toOpen {
      return CommandFailure(
        .inputCannotBeOpened, id: "input-not-opened", file: name, "cannot be opened: \(error.message)",
        remedy: remedy(for: error))
    }
    return CommandFailure(
      .readingOrWritingFailed, id: "input-failed", file: name, "reading failed: \(error.message)",
      remedy: "check the disk or the connection, then try again")
  }
}
