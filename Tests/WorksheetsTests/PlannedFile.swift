import BackupPlanning
import BuiltinTemplates
import Documents
import Foundation
import Rendering
import TestSupport
import Testing
import TopologyImport
import Worksheets

/// A topology file of the repository, with a policy or without, on its way to worksheets.
struct PlannedFile: CustomTestStringConvertible, Sendable {
  /// Name of its folder of golden files.
  var name: String
  /// From the root of the package.
  var topology: String
  var policy: String?

  var testDescription: String { name }

  /// Both examples, and fixtures for what they do not have.
  static let all = [
    PlannedFile(
      name: "example-draft", topology: "docs/examples/draft.tbxml", policy: "docs/examples/draft.policy.yml"),
    PlannedFile(
      name: "example-published", topology: "docs/examples/published.xml",
      policy: "docs/examples/published.policy.yml"),
    PlannedFile(name: "paired", topology: "Tests/Fixtures/paired.tbxml"),
    PlannedFile(name: "enterprise-shared", topology: "Tests/Fixtures/enterprise-shared.xml"),
    PlannedFile(name: "dangling", topology: "Tests/Fixtures/dangling.xml"),
    PlannedFile(name: "version-5-beside-6", topology: "Tests/Fixtures/version-5-beside-6.xml"),
  ]

  /// What is recorded in French: a pair with everything, and what can be wrong with a topology.
  static let french = all.filter { ["paired", "dangling"].contains($0.name) }

  private static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")

  func plan() throws -> Plan {
    let bytes = Array(try Data(contentsOf: Self.root.appending(path: topology)))
    var importer = TopologyImporter(fileName: topology)
    try importer.read(bytes.span)
    let imported = try importer.finish()
    var decided = Policy()
    if let policy {
      var reader = PolicyReader(fileName: policy)
      decided = try reader.read(String(contentsOf: Self.root.appending(path: policy), encoding: .utf8))
    }
    return try Planner.plan(imported.topology, importDiagnostics: imported.diagnostics, policy: decided).plan
  }

  static func documents(of plan: Plan, in language: Language = .english) -> DocumentSet {
    let builder = WorksheetBuilder(language)
    return DocumentSet(
      title: builder.title(of: plan), subtitle: builder.subtitle(of: plan), language: language.tag,
      documents: builder.documents(for: plan))
  }

  /// `worksheets.html`.
  static func page(of plan: Plan) throws -> [UInt8] {
    let builder = WorksheetBuilder(.english)
    let set = DocumentSet(
      title: builder.title(of: plan), subtitle: builder.subtitle(of: plan), language: Language.english.tag,
      documents: builder.documents(for: plan, in: .page))
    let templates = try Templates(files: BuiltinTemplates.files)
    return try HTMLRenderer(templates: templates, labels: Language.english.renderingLabels).render(set)[0].bytes
  }

  static func files(of plan: Plan, in language: Language = .english) throws -> [String: [UInt8]] {
    let templates = try Templates(files: BuiltinTemplates.files)
    let labels = language.renderingLabels
    let renderers: [any Renderer] = [
      MarkdownRenderer(templates: templates, labels: labels), HTMLRenderer(templates: templates, labels: labels),
      CSVRenderer(labels: labels),
    ]
    var files = ["plan.json": plan.json]
    let set = documents(of: plan, in: language)
    for renderer in renderers {
      for file in try renderer.render(set) { files[file.name] = file.bytes }
    }
    return files
  }
}
