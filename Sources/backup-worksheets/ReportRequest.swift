internal import Glibc
internal import ArgumentParser

/// One `--format NAME[=FILE]` of `audit`.
struct ReportRequest {
  /// How an audit is reported.
  enum Format: String, CaseIterable {
    case text
    case json
    case sarif
    case junit
    case github
    case summary = "github-summary"
    case baseline
  }

  let format: Format
  /// Nil for standard output.
  let file: String?

  init(_ format: Format, file: String? = nil) {
    self.format = format
    self.file = file
  }

  /// - Throws: `ValidationError` for a name that is no format, or a file without a name.
  init(_ text: String) throws {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard let format = Format(rawValue: String(parts[0])) else {
      throw ValidationError("There is no format '\(parts[0])'. Formats: \(Self.names).")
    }
    self.format = format
    file = parts.count == 2 && parts[1] != "-" ? String(parts[1]) : nil
    if file?.isEmpty == true { throw ValidationError("Name a file after '=', or leave both out.") }
  }

  static let names = Format.allCases.map(\.rawValue).joined(separator: ", ")

  /// - Parameters:
  ///   - inputs: Paths that are read.
  ///   - baseline: The baseline that is read, which a new one may replace.
  /// - Throws: `ValidationError` where two go to one place, or one would overwrite an input.
  static func check(_ requests: [ReportRequest], inputs: [String], baseline: String?) throws {
    let printed = requests.filter { $0.file == nil }.map(\.format.rawValue)
    if printed.count > 1 {
      throw ValidationError(
        "Standard output has room for one of \(printed.joined(separator: ", ")). Give the others a file: "
          + "--format \(printed[1])=FILE.")
    }
    for (position, request) in requests.enumerated() {
      guard let file = request.file else { continue }
      let read = inputs + (request.format == .baseline ? [] : [baseline].compactMap(\.self))
      if read.contains(where: { Self.isSame($0, file) }) {
        throw ValidationError("'\(file)' is read: write to another file.")
      }
      if requests[..<position].contains(where: { $0.file.map { Self.isSame($0, file) } ?? false }) {
        throw ValidationError("Two formats go to '\(file)': name two files.")
      }
    }
  }

  /// Whether two paths lead to one file, however they are spelt; it need not be there yet.
  private static func isSame(_ left: String, _ right: String) -> Bool {
    var (one, other) = (stat(), stat())
    if unsafe stat(left, &one) == 0, unsafe stat(right, &other) == 0 {
      return one.st_dev == other.st_dev && one.st_ino == other.st_ino
    }
    let (staged, otherStaged) = (StagedFile(left), StagedFile(right))
    guard staged.temporary.split(separator: "/").last == otherStaged.temporary.split(separator: "/").last,
      unsafe stat(staged.folder, &one) == 0, unsafe stat(otherStaged.folder, &other) == 0
    else { return left == right }
    return one.st_dev == other.st_dev && one.st_ino == other.st_ino
  }
}
