import Foundation

/// Output compared with a recorded file in the folder `Golden` beside the test.
///
/// `UPDATE_GOLDEN=1 swift test` records what the tests give now; read the difference in git before you commit it.
public enum GoldenFile {
  /// A recorded file that is missing, differs, or that no test asks for. Its description shows the changed lines.
  public struct Mismatch: Error, CustomStringConvertible {
    public let description: String
  }

  /// Compares a whole folder below `Golden`: each of `files` by name, and nothing else may lie there.
  public static func check(
    _ files: [String: [UInt8]], in folder: String, testFile: String = #filePath
  ) throws {
    let directory = URL(filePath: testFile).deletingLastPathComponent().appending(path: "Golden/\(folder)")
    let recorded = (try? FileManager.default.contentsOfDirectory(atPath: directory.path)) ?? []
    let unasked = Set(recorded).subtracting(files.keys)
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      return try record(files, removing: unasked, in: directory)
    }
    var complaints = unasked.sorted().map { "Golden/\(folder)/\($0): no test asks for this file" }
    for (name, bytes) in files.sorted(by: { $0.key < $1.key }) {
      let expected = try? Data(contentsOf: directory.appending(path: name))
      if expected.map(Array.init) != bytes {
        complaints += ["Golden/\(folder)/\(name):"] + differences(expected.map(Array.init) ?? [], bytes)
      }
    }
    guard complaints.isEmpty else {
      throw Mismatch(description: complaints.joined(separator: "\n") + "\nUPDATE_GOLDEN=1 swift test records anew.")
    }
  }

  /// Compares one file that a test keeps true in another folder of the repository.
  public static func check(_ name: String, _ bytes: [UInt8], at folder: String) throws {
    let directory = URL(filePath: folder)
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      return try record([name: bytes], removing: [], in: directory)
    }
    let expected = try? Data(contentsOf: directory.appending(path: name))
    guard expected.map(Array.init) != bytes else { return }
    let complaints = ["\(name):"] + differences(expected.map(Array.init) ?? [], bytes)
    throw Mismatch(description: complaints.joined(separator: "\n") + "\nUPDATE_GOLDEN=1 swift test records anew.")
  }

  /// Throws if a folder lies in `Golden` that is not among `names`, the folders the tests of a target compare.
  public static func checkFolders(_ names: Set<String>, testFile: String = #filePath) throws {
    let directory = URL(filePath: testFile).deletingLastPathComponent().appending(path: "Golden")
    let unasked = Set(try FileManager.default.contentsOfDirectory(atPath: directory.path)).subtracting(names)
    guard unasked.isEmpty else {
      throw Mismatch(description: "no test asks for Golden/\(unasked.sorted().joined(separator: ", "))")
    }
  }

  private static func record(_ files: [String: [UInt8]], removing unasked: Set<String>, in directory: URL) throws {
    guard ProcessInfo.processInfo.environment["CI"] != "true" else {
      throw Mismatch(description: "golden files are recorded by people, not in CI")
    }
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    for name in unasked { try FileManager.default.removeItem(at: directory.appending(path: name)) }
    for (name, bytes) in files { try Data(bytes).write(to: directory.appending(path: name)) }
    FileHandle.standardError.write(Data("recorded: review \(directory.path)\n".utf8))
  }

  private static func differences(_ expected: [UInt8], _ actual: [UInt8]) -> [String] {
    let old = expected.split(separator: 10, omittingEmptySubsequences: false)
    let new = actual.split(separator: 10, omittingEmptySubsequences: false)
    var lines: [String] = []
    for change in Array(new).difference(from: Array(old)) {
      switch change {
      case .remove(let line, let text, _): lines.append("  -\(line + 1): \(String(decoding: text, as: UTF8.self))")
      case .insert(let line, let text, _): lines.append("  +\(line + 1): \(String(decoding: text, as: UTF8.self))")
      }
      if lines.count == 20 { return lines + ["  …"] }
    }
    return lines
  }
}
