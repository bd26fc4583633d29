import BackupPlanning
import DeploymentGenerator
import Diagnostics
import Documents
import Testing
import TopologyImport
@testable import Worksheets

/// Over generated deployments: nothing of a document stays English in another language.
@Suite struct LanguagePropertyTests {
  private static let seeds: Range<UInt64> = 0..<24

  /// Half of them awkward: what is wrong with a topology is on the page too.
  private static let plans = Result {
    try seeds.map { seed in
      let deployment = GeneratedDeployment(seed: seed, awkward: seed.isMultiple(of: 2))
      var importer = TopologyImporter(fileName: "seed-\(seed)")
      try importer.read(deployment.xml(seed.isMultiple(of: 3) ? .topologyBuilder : .published).span)
      let imported = try importer.finish()
      return try Planner.plan(imported.topology, importDiagnostics: imported.diagnostics).plan
    }
  }

  @Test func everyPhraseHasItsKey() throws {
    let known = Set(LocaleFiles.templates.map(\.key))
    for plan in try Self.plans.get() {
      let unknown = plan.phrases.filter { $0.template.hasWords && !known.contains($0.key) }
      #expect(unknown.map(\.key) == [])
    }
  }

  @Test func noEnglishIsLeftInFrench() throws {
    let french = try LocaleFiles.french.get()
    let own = try LocaleFiles.texts(of: "fr").values.joined(separator: "\n")
    let english = Set(try LocaleFiles.texts(of: "en").values.flatMap(Self.fixedParts)).filter { !own.contains($0) }
    #expect(english.count > 300)
    var texts: Set<String> = []
    for plan in try Self.plans.get() {
      for document in WorksheetBuilder(french).documents(for: plan) { texts.formUnion(document.plainTexts) }
    }
    let all = texts.sorted().joined(separator: "\n")
    #expect(english.filter { all.contains($0) }.sorted() == [])
  }

  /// What stands between placeholders, if it is longer than a name may be.
  private static func fixedParts(_ template: String) -> [String] {
    var parts = [template]
    for name in PhraseTemplate.placeholders(in: template) {
      parts = parts.flatMap { $0.split(separator: "{\(name)}").map(String.init) }
    }
    return parts.filter { $0.count(where: \.isLetter) > 12 }
  }
}

extension Plan {
  /// Every sentence in it.
  fileprivate var phrases: [Phrase] {
    var phrases: [Phrase] = []
    for item in backupItems {
      phrases += item.notes
      phrases += [item.tool, item.permission]
    }
    for restoration in restorations {
      phrases.append(restoration.purpose)
      phrases += restoration.permissions
      phrases += restoration.prerequisites
      phrases += restoration.cautions
      phrases += restoration.steps.map(\.text)
    }
    for finding in findings {
      phrases += [finding.message, finding.remedy]
      if let name = finding.subjectName { phrases.append(name) }
    }
    for answer in answers { phrases += [answer.question, answer.answer] }
    phrases += exclusions.map(\.reason)
    phrases += otherRequirements.map(\.text)
    phrases += questions.map(\.text)
    phrases += lostComponents.flatMap(\.impact)
    phrases += components.map(\.kind.name)
    return phrases + phrases.flatMap(\.inner)
  }
}

extension Phrase {
  /// Those among its arguments.
  fileprivate var inner: [Phrase] { arguments.flatMap { Self.phrases(in: $0.value) } }

  private static func phrases(in value: Value) -> [Phrase] {
    switch value {
    case .text, .number: []
    case .phrase(let phrase): [phrase] + phrase.inner
    case .list(let values): values.flatMap(phrases)
    }
  }
}

extension Document {
  /// Every text that a reader sees, commands and names that a machine reads left out.
  fileprivate var plainTexts: [String] {
    [title] + sections.flatMap { [$0.heading ?? ""] + texts(of: $0.blocks) } + dataTables.flatMap(texts)
  }

  private func texts(of blocks: [Block]) -> [String] {
    blocks.flatMap { block -> [String] in
      switch block {
      case .paragraph(let text): [words(text)]
      case .list(let texts): texts.map(words)
      case .table(let table): texts(of: table)
      case .group(let group): [group.heading] + texts(of: group.blocks)
      case .groups(let groups): groups.flatMap { [$0.heading] + texts(of: $0.blocks) }
      case .cards(let cards): cards.flatMap { [$0.title, $0.value] + $0.lines.map(words) }
      case .chart(let chart): [chart.caption] + chart.bars.flatMap { [words($0.label), $0.text] }
      case .lookup(let lookup): [lookup.question, words(lookup.link), lookup.nothingFound]
      case .picture(let picture):
        [picture.caption, picture.legend, picture.alternativeTitle] + picture.alternative.map(words)
          + picture.places.flatMap { $0.kinds.map(\.title) + $0.remarks }
      case .diagram(let diagram): [diagram.caption] + diagram.ranks.flatMap { [$0.title] + $0.nodes.map(\.label) }
      }
    }
  }

  private func texts(of table: Table) -> [String] {
    [table.caption, table.emptyText] + table.columns.map(\.title)
      + table.rows.flatMap { $0.cells.flatMap(\.values).map(words) }
  }

  private func words(_ text: Text) -> String {
    text.runs.map { run in if case .code = run { "" } else { run.text } }.joined()
  }
}
