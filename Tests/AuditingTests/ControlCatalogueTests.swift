import BackupPlanning
import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Auditing

/// The controls as people read them, and as policies name them.
@Suite struct ControlCatalogueTests {
  @Test func policiesNameTheControlsThereAre() {
    let ids = ControlCatalogue.rules.map(\.id)
    #expect(ids.count == Set(ids).count)
    #expect(Set(ids) == Set(ControlNames.audit))
    #expect(ControlNames.needingEvidence.isSubset(of: ids))
  }

  @Test func policiesSetTheParametersThereAre() {
    let parameters = Dictionary(uniqueKeysWithValues: ControlCatalogue.rules.map { ($0.id, $0.parameters.map(\.name)) })
      .filter { !$0.value.isEmpty }
    #expect(parameters == ControlNames.parameters)
  }

  @Test func publishedDefaults() {
    let values = ControlCatalogue.rules.flatMap { rule in rule.parameters.map { "\(rule.id) \($0.name) \($0.value)" } }
    #expect(
      values == [
        "backup-stale days 1", "backup-shrunk percent 50", "restore-test-old days 365", "waiver-expires-soon days 30",
      ])
  }

  @Test func everyControlSaysWhatItServesAndHowToMendIt() {
    for rule in ControlCatalogue.rules {
      #expect(!rule.meaning.isEmpty && !rule.remedy.isEmpty && !rule.serves.isEmpty, "\(rule.id)")
      let text = RuleText.explanation(of: rule.explanation)
      #expect(text.hasPrefix("\(rule.id) (control)\n\(rule.severity.rawValue): \(rule.remedy)\n"))
      #expect(text.contains("Serves: NIST SP 800-53 CP-"))
      #expect(text.contains("Source: ") == !rule.sources.isEmpty)
      #expect(text.contains("Authority: ") == rule.sources.isEmpty)
    }
  }

  /// One control, one file, one test file of its name.
  @Test func everyControlHasItsFileAndItsTests() throws {
    let root = Fixture.repository
    for control in ControlCatalogue.controls {
      let name = "\(type(of: control))"
      let source = try String(
        contentsOf: root.appending(path: "Sources/Auditing/Controls/\(name).swift"), encoding: .utf8)
      let tests = try String(
        contentsOf: root.appending(path: "Tests/AuditingTests/Controls/\(name)Tests.swift"), encoding: .utf8)
      #expect(source.contains("/// `\(control.rule.id)`: ") && source.contains("struct \(name): "))
      #expect(tests.contains("\"\(control.rule.id)\""))
    }
  }

  @Test func noIDIsUsedTwiceInAllCatalogues() {
    let ids = (RuleCatalogue.all + ControlCatalogue.explanations).map { $0.id.lowercased() }
    #expect(ids.count == Set(ids).count)
  }

  @Test func everyRequirementIsServed() {
    #expect(Set(ControlCatalogue.rules.flatMap(\.serves)) == Set(ServedRequirement.allCases))
  }
}
