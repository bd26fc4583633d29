internal import Diagnostics
internal import Glibc

/// Ways from one place to another, as links have them.
enum RelativePath {
  /// What leads from a file to a folder, with a slash at its end; empty where the file is in it. By the names alone,
  /// so that a link or an absolute path shows nothing of the machine beyond what was asked for.
  static func address(from file: String, toFolder folder: String) -> String {
    steps(from: parts(file).dropLast(), to: parts(folder)).map { "\(PercentEncoding.encoded($0))/" }.joined()
  }

  /// The names on the way from one folder to another, `..` among them.
  static func steps(from start: String, to end: String) -> [String] { steps(from: parts(start)[...], to: parts(end)) }

  private static func steps(from start: ArraySlice<String>, to end: [String]) -> [String] {
    let shared = zip(start, end).prefix { $0 == $1 }.count
    return Array(repeating: "..", count: start.count - shared) + end.dropFirst(shared)
  }

  /// The names on the way from the root.
  private static func parts(_ path: String) -> [String] {
    var parts: [String] = []
    for part in (path.hasPrefix("/") ? path : "\(workingFolder)/\(path)").split(separator: "/") {
      switch part {
      case ".": break
      case "..": _ = parts.popLast()
      default: parts.append(String(part))
      }
    }
    return parts
  }

  private static var workingFolder: String {
    guard let path = unsafe getcwd(nil, 0) else { return "" }
    defer { unsafe free(path) }
    return unsafe String(cString: path)
  }
}
