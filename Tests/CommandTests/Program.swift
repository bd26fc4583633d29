import Foundation
import TestSupport

/// The built program, run in a folder of its own.
struct Program {
  /// Removed with everything in it when the test ends.
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  static let draft = Fixture.repository.appending(path: "docs/examples/draft.tbxml").path
  static let published = Fixture.repository.appending(path: "docs/examples/published.xml").path
  static let publishedPolicy = Fixture.repository.appending(path: "docs/examples/published.policy.yml").path

  static func fixture(_ name: String) -> String {
    Fixture.repository.appending(path: "Tests/Fixtures/\(name)").path
  }

  /// What `generate` writes: the contract's list.
  static let files: Set<String> = Set(markdown + csv + ["worksheets.html", "plan.json"])
  static let csv = worksheets.map { "\($0).csv" }
  static let markdown = ["index.md"] + worksheets.map { "\($0).md" }
  private static let worksheets = [
    "database-worksheet", "file-store-worksheet", "settings-worksheet", "restoration-worksheet",
    "other-requirements",
  ]

  @discardableResult
  func callAsFunction(
    _ arguments: String..., input: [UInt8] = [], changing: [String: String?] = [:], from directory: String? = nil
  ) throws -> ProcessResult {
    try runProcess(
      builtProduct(named: "backup-worksheets"), arguments, input: input, changing: changing,
      workingDirectory: directory ?? folder.path)
  }
}

/// A folder that is gone when nobody holds it any more.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: "commands-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func path(_ name: String) -> String { "\(path)/\(name)" }

  @discardableResult
  func write(_ bytes: [UInt8], to name: String) throws -> String {
    let url = URL(filePath: path(name))
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
    return url.path
  }

  @discardableResult
  func write(_ text: String, to name: String) throws -> String { try write(Array(text.utf8), to: name) }

  func bytes(_ name: String) throws -> [UInt8] { try Array(Data(contentsOf: URL(filePath: path(name)))) }

  /// Everything below `name`, hidden files too: path to contents; folders have none.
  func contents(_ name: String = ".") throws -> [String: [UInt8]] {
    let root = path(name)
    var contents: [String: [UInt8]] = [:]
    for file in FileManager.default.enumerator(atPath: root)?.compactMap({ $0 as? String }) ?? [] {
      contents[file] = (try? Array(Data(contentsOf: URL(filePath: "\(root)/\(file)")))) ?? []
    }
    return contents
  }

  func names(_ name: String) -> Set<String> {
    Set((try? FileManager.default.contentsOfDirectory(atPath: path(name))) ?? [])
  }
}
