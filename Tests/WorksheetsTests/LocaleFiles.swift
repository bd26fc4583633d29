import BackupPlanning
import Diagnostics
import Foundation
import TestSupport
import TopologyImport
@testable import Worksheets
import Yams

/// The catalogues in `templates/locales`, and the sentences they have to have.
enum LocaleFiles {
  /// Every sentence that a document can print, besides the words of the documents.
  static let templates = PlanningPhrases.all + ImportPhrases.all

  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../templates/locales").standardized

  static func text(of language: String) throws -> String {
    try String(contentsOf: folder.appending(path: "\(language).yml"), encoding: .utf8)
  }

  static func read(_ language: String) throws -> Language {
    try LanguageReader(fileName: "\(language).yml", templates: templates).read(text(of: language))
  }

  static let french = Result { try read("fr") }

  /// Every text of a catalogue by the path of its keys.
  static func texts(of language: String) throws -> [String: String] {
    guard let root = try Yams.compose(yaml: text(of: language)) else { return [:] }
    var texts: [String: String] = [:]
    collect(root, "", into: &texts)
    return texts.filter { !["language", "name", "plural", "numbers.groupFrom"].contains($0.key) }
  }

  private static func collect(_ node: Node, _ path: String, into texts: inout [String: String]) {
    if let scalar = node.scalar { texts[path] = scalar.string }
    for (number, item) in (node.sequence.map(Array.init) ?? []).enumerated() {
      collect(item, "\(path).\(number)", into: &texts)
    }
    for (key, value) in node.mapping.map(Array.init) ?? [] {
      collect(value, path.isEmpty ? key.scalar?.string ?? "" : "\(path).\(key.scalar?.string ?? "")", into: &texts)
    }
  }

  /// The English catalogue as a file: what `UPDATE_GOLDEN=1 swift test --filter LocaleTests` writes.
  static func englishFile() throws -> String {
    let english = LanguageFile(english: templates)
    var lines = [
      "# English, extracted from the source code: UPDATE_GOLDEN=1 swift test --filter LocaleTests. Not to be edited.",
      "language: \(quoted(english.language))", "name: \(quoted(english.name))", "plural: \(english.plural.rawValue)",
      "", "numbers:", "  grouping: \(quoted(english.numbers.grouping))", "  groupFrom: \(english.numbers.groupFrom)",
      "  decimal: \(quoted(english.numbers.decimal))", "  percent: \(quoted(english.numbers.percent))",
      "", "dates:", "  pattern: \(quoted(english.dates.pattern))", "  first: \(quoted(english.dates.first))",
      "  withTime: \(quoted(english.dates.withTime))", "  months:",
    ]
    lines += english.dates.months.map { "    - \(quoted($0))" }
    lines += [""] + entry("severities", english.severities, "") + ["", "wording:"]
    for (name, value) in Mirror(reflecting: english.wording).children {
      lines += entry(name ?? "?", value, "  ")
    }
    lines += ["", "phrases:"]
    var seen: Set<String> = []
    for template in templates where seen.insert(template.key).inserted {
      lines += entry(template.key, CountedText(template), "  ")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func entry(_ name: String, _ value: Any, _ indent: String) -> [String] {
    switch value {
    case let text as String: ["\(indent)\(name): \(quoted(text))"]
    case let texts as [String: String]:
      ["\(indent)\(name):"] + texts.sorted { $0.key < $1.key }.map { "\(indent)  \($0.key): \(quoted($0.value))" }
    case let counted as CountedText:
      switch counted {
      case .same(let text): ["\(indent)\(name): \(quoted(text))"]
      case .forms(let forms):
        ["\(indent)\(name):"]
          + PluralCategory.allCases.compactMap { category in
            forms[category].map { "\(indent)  \(category.rawValue): \(quoted($0))" }
          }
      }
    case is WorkbookWording, is FleetWording:
      ["\(indent)\(name):"]
        + Mirror(reflecting: value).children.flatMap { entry($0.label ?? "?", $0.value, indent + "  ") }
    default: ["\(indent)\(name): unknown kind of text"]
    }
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
