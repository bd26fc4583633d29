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

  /// - Throws: `ValidationError` where two go to one place, or one would overwrite an input.
  static func check(_ requests: [ReportRequest], inputs: [String]) throws {
    let printed = requests.filter { $0.file == nil }.map(\.format.rawValue)
    if printed.count > 1 {
      throw ValidationError(
        "Standard output has room for one of \(printed.joined(separator: ", ")). Give the others a file: "
          + "--format \(printed[1])=FILE.")
    }
    let files = requests.compactMap(\.file)
    for (position, file) in files.enumerated() {
      if inputs.contains(file) { throw ValidationError("'\(file)' is read: write to another file.") }
      if files[..<position].contains(file) { throw ValidationError("Two formats go to '\(file)': name two files.") }
    }
  }
}
