internal import Diagnostics
internal import Glibc
internal import Rendering

/// A file of somebody that `--inject` names: Markdown goes between its markers, all else in it stays.
struct InjectedFile {
  /// As the user named it.
  let path: String
  /// Where the file is: a symbolic link is followed, not replaced.
  let target: String
  private let marked: MarkedFile
  private let status: stat

  /// 16 MiB: more than anybody reads.
  private static let largest = 1 << 24

  /// Reads the file and finds its markers.
  /// - Throws: ``CommandFailure`` with status 66 where it cannot be opened, 65 where its markers are not as they should.
  init(path: String) throws(CommandFailure) {
    self.path = path
    let bytes: [UInt8]
    (target, status, bytes) = try Self.read(path)
    do throws(UnusableInput) {
      marked = try MarkedFile(bytes, name: path)
    } catch {
      throw CommandFailure(error, linesToPaste: MarkedFile.linesToPaste)
    }
  }

  /// The files that are named, each once.
  static func all(_ paths: [String]) throws(CommandFailure) -> [InjectedFile] {
    var files: [InjectedFile] = []
    for path in paths {
      let file = try InjectedFile(path: path)
      if !files.contains(where: { $0.target == file.target }) { files.append(file) }
    }
    return files
  }

  private static func read(
    _ path: String
  ) throws(CommandFailure) -> (target: String, status: stat, bytes: [UInt8]) {
    guard let resolved = unsafe realpath(path, nil) else { throw cannotOpen(path, SystemError.last.message) }
    defer { unsafe free(resolved) }
    let target = unsafe String(cString: resolved)
    var status = stat()
    guard unsafe stat(target, &status) == 0 else { throw cannotOpen(path, SystemError.last.message) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw cannotOpen(path, "not an ordinary file") }
    return (target, status, try InputFile(path: path).contents(limit: largest))
  }

  private static func cannotOpen(_ path: String, _ reason: String) -> CommandFailure {
    CommandFailure(
      .inputCannotBeOpened, id: "input-not-opened", file: path, "cannot be opened: \(reason)",
      remedy: "name a file that is there, with two lines between which the Markdown goes")
  }

  /// The file as it was read.
  var oldBytes: [UInt8] { marked.bytes }

  /// The file with Markdown in it.
  /// - Parameters:
  ///   - documents: Ids of the documents there are, the overview first.
  ///   - output: The folder that links lead to, as the user named it.
  ///   - render: The Markdown of a document, its links led by a prefix.
  func filled(
    documents: [String], output: String, _ render: (String, String) throws(CommandFailure) -> [UInt8]
  ) throws(CommandFailure) -> [UInt8] {
    let chosen: [String]
    do throws(UnusableInput) {
      chosen = try marked.documents(of: documents)
    } catch {
      throw CommandFailure(error)
    }
    let prefix = RelativePath.address(from: path, toFolder: output)
    var contents: [[UInt8]] = []
    for document in chosen { contents.append(try render(document, prefix)) }
    return marked.filled(with: contents)
  }

  /// Refuses a file that is one of those that `generate` writes as a whole.
  func refuse(among names: [String], in output: String) throws(CommandFailure) {
    guard let folder = unsafe realpath(output, nil) else { return }
    defer { unsafe free(folder) }
    let own = unsafe String(cString: folder)
    guard names.contains(where: { target == "\(own)/\($0)" }) else { return }
    throw CommandFailure(
      .wrongUsage, id: "inject-own-file", file: path, "generate writes this file as a whole",
      remedy: "name a file of yours with --inject")
  }

  /// What takes its place.
  func pending(_ bytes: [UInt8]) -> PendingFile {
    PendingFile(name: path, target: target, bytes: bytes, successorOf: (status, oldBytes))
  }
}
