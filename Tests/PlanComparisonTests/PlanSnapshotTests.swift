import BackupPlanning
import Diagnostics
import Foundation
import PlanComparison
import TestSupport
import Testing

/// `plan.json` as an input.
@Suite struct PlanSnapshotTests {
  @Test(arguments: [
    ("", "plan-unreadable", "no JSON"), ("{", "plan-unreadable", "no JSON"),
    ("{}", "plan-wrong-schema", "JSON without \"schema\""), ("[]", "plan-unreadable", "another kind"),
    ("{\"schema\": \"backup-worksheets/audit/1\"}", "plan-wrong-schema", "\"backup-worksheets/audit/1\""),
    ("{\"schema\": \"backup-worksheets/plan/2\"}", "plan-wrong-schema", "plan/2"),
    ("{\"schema\": 1}", "plan-unreadable", "schema is of another kind"),
    ("{\"schema\": \"backup-worksheets/plan/1\"}", "plan-unreadable", "components is missing"),
    (
      "{\"schema\": \"backup-worksheets/plan/1\", \"components\": [{}]}", "plan-unreadable",
      "components[0].id is missing"
    ),
  ])
  func whatIsNoPlanIsSaid(text: String, id: String, message: String) throws {
    let error = #expect(throws: UnusableInput.self) { try PlanSnapshot(Array(text.utf8), name: "plan.json") }
    let diagnostic = try #require(error?.diagnostics.first)
    #expect(diagnostic.id == id)
    #expect(diagnostic.message.contains(message))
    #expect(diagnostic.location?.file == "plan.json")
  }

  /// PowerShell writes UTF-16 when output goes into a file.
  @Test func utf16AndByteOrderMarksAreRead() throws {
    let plan = try Snapshots.plan("paired.tbxml")
    let text = String(decoding: plan.json, as: UTF8.self)
    var utf16: [UInt8] = [0xFF, 0xFE]
    for unit in text.utf16 { utf16 += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let marked: [UInt8] = [0xEF, 0xBB, 0xBF] + plan.json
    for bytes in [utf16, marked] {
      #expect(PlanSnapshot.isJSON(bytes) == true)
      let snapshot = try PlanSnapshot(bytes, name: "plan.json")
      #expect(try PlanDifference(from: snapshot, to: PlanSnapshot(plan, name: "x")).isEmpty)
    }
  }

  @Test(arguments: [
    ("<?xml", false), ("\u{FEFF} <Topology", false), ("  {", true), ("\n[", true), ("Identity : x", false),
  ])
  func theFirstBytesTellWhatAFileIs(text: String, isJSON: Bool) {
    #expect(PlanSnapshot.isJSON(Array(text.utf8)) == isJSON)
  }

  @Test func whiteSpaceTellsNothing() { #expect(PlanSnapshot.isJSON([0x20, 0xFF, 0xFE]) == nil) }

  @Test func repeatedIdsAreKeptApart() throws {
    let plan = try Snapshots.plan("paired.tbxml")
    var twice = plan
    twice.backupItems.append(twice.backupItems[0])
    let difference = try Snapshots.difference(plan, twice)
    #expect(difference.list(.backupItems) == ["appeared \(plan.backupItems[0].id) #2"])
  }
}
