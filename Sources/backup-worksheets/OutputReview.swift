internal import Diagnostics
internal import Glibc
internal import LineComparison
internal import Rendering

/// An output folder compared with what `generate` would write into it.
struct OutputReview {
  /// How many files `generate` would write, and how many of them are not what they should be.
  private(set) var files = 0
  private(set) var staleFiles = 0
  /// For each file that is not what it should be a unified diff, or a line where there is nothing to compare.
  private(set) var differences: [String] = []
  /// Names of files of a format that is not asked for: whether they are old is not known.
  private(set) var leftovers: [String] = []
  /// Names in the folder that are none of ours.
  private(set) var foreign: [String] = []

  /// Lines of one file's difference. What is longer nobody reads.
  private static let mostLines = 1000

  /// - Throws: ``CommandFailure`` with status 66 where the folder or a file in it cannot be read.
  init(
    _ rendered: [OutputFile], injected: [(file: InjectedFile, bytes: [UInt8])], possibleNames: Set<String>,
    in output: String
  ) throws(CommandFailure) {
    let names = try Self.names(in: output)
    for file in rendered {
      let path = "\(output)/\(file.name)"
      try compare(file.bytes, with: path, named: path, isText: file.name != WorkbookOutput.name)
    }
    for (file, bytes) in injected { compare(bytes, with: file.oldBytes, named: file.path) }
    let written = Set(rendered.map(\.name))
    let injected = Set(injected.map { $0.file.path })
    for name in names where !written.contains(name) {
      let path = "\(output)/\(name)"
      if possibleNames.contains(name) {
        leftovers.append(name)
      } else if !injected.contains(path), !OutputFolder.isTemporary(name) {
        foreign.append(name)
      }
    }
  }

  /// What is in the folder, sorted; nothing where it is missing.
  private static func names(in folder: String) throws(CommandFailure) -> [String] {
    do {
      let descriptor = try FileDescriptor.open(folder, O_RDONLY | O_DIRECTORY)
      try descriptor.close()
    } catch {
      if error.code == ENOENT { return [] }
      throw CommandFailure(
        .inputCannotBeOpened, id: "input-not-opened", file: folder, "cannot be opened: \(error.message)",
        remedy: "check the folder named with --output and your permissions")
    }
    return InputFile.names(in: folder).filter { $0 != "." && $0 != ".." }.sorted()
  }

  private mutating func compare(
    _ bytes: [UInt8], with path: String, named name: String, isText: Bool
  ) throws(CommandFailure) {
    switch OutputFolder.kind(of: path) {
    case S_IFREG where !isText:
      if try InputFile(path: path).contents(limit: Int.max) == bytes {
        files += 1
      } else {
        addStale("differs: \(VisibleText.escaping(name))\n")
      }
    case S_IFREG:
      compare(bytes, with: try InputFile(path: path).contents(limit: Int.max), named: name)
    case nil where errno == ENOENT:
      addStale("missing: \(VisibleText.escaping(name))\n")
    case nil:
      throw CommandFailure(
        .inputCannotBeOpened, id: "input-not-opened", file: name, "cannot be opened: \(SystemError.last.message)",
        remedy: "check the folder named with --output and your permissions")
    default:
      addStale("not an ordinary file: \(VisibleText.escaping(name))\n")
    }
  }

  private mutating func compare(_ bytes: [UInt8], with old: [UInt8], named name: String) {
    guard bytes != old else { return files += 1 }
    let diff = UnifiedDiff(
      from: TextLines(old), to: TextLines(bytes), oldName: name, newName: name, mostLines: Self.mostLines)
    guard !diff.text.isEmpty else { return files += 1 }
    let more = diff.omittedLines > 0 ? "… \(diff.omittedLines) more lines\n" : ""
    addStale(diff.text + more)
  }

  private mutating func addStale(_ difference: String) {
    files += 1
    staleFiles += 1
    differences.append(difference)
  }
}
