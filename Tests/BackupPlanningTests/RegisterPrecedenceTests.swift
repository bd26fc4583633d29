import Diagnostics
import Testing

@testable import BackupPlanning

/// What a cell of the worksheets gets: entries, then the override, then the default of its data, then the general
/// default, then nothing.
struct RegisterPrecedenceTests {
  private static let id = "userData:pool.contoso.com"

  /// How many of the sources say something, from the weakest on, and whose word counts.
  @Test(arguments: 0...4) func theStrongestSourceFillsTheCell(sources: Int) throws {
    let expected: String? = sources == 0 ? nil : ["general", "data", "override", "entries"][sources - 1]
    func settings(_ text: String) -> ItemSettings {
      ItemSettings(schedule: text, retention: text, destination: text, owner: text, rpo: text, rto: text)
    }
    var policy = Policy()
    if sources > 0 { policy.defaults = settings("general") }
    if sources > 1 { policy.dataDefaults[.userData] = settings("data") }
    if sources > 2 {
      policy.overrides = [
        PolicyOverride(
          match: .init(data: .userData, pool: Glob("pool*")), settings: settings("override"),
          location: SourceLocation(file: "policy.yml"))
      ]
    }
    var entry = Register.Entry(itemID: Self.id, state: .active)
    if sources > 3 {
      entry.cells.schedule = "entries"
      entry.cells.backupSetExpiration = "entries"
      entry.cells.destination = "entries"
      entry.cells.owner = "entries"
      entry.cells.rpo = "entries"
      entry.cells.rto = "entries"
    }
    let plan = try Planner.plan(
      SampleDeployment.enterprise().deployment.topology, policy: policy, register: Register(entries: [entry])
    ).plan
    let item = try #require(plan.item(Self.id))
    let cells = [item.schedule, item.backupSet.expiration, item.destination, item.owner, item.rpo, item.rto]
    #expect(cells == Array(repeating: expected, count: 6))
    #expect(item.backupSet.name == "UserData-pool.contoso.com.zip")
    #expect(item.lastBackup == nil && item.lastRestoreTest == nil)
  }

  @Test func datesNamesAndNotesComeFromEntriesAlone() throws {
    var entry = Register.Entry(itemID: Self.id, state: .retired)
    entry.cells.lastBackup = "2026-11-22"
    entry.cells.lastRestoreTest = "2026-10-01T02:30"
    entry.cells.backupSetName = "users.zip"
    entry.cells.notes = "mine"
    let plan = try Planner.plan(
      SampleDeployment.enterprise().deployment.topology, register: Register(entries: [entry])
    ).plan
    let item = try #require(plan.item(Self.id))
    #expect(item.lastBackup == "2026-11-22")
    #expect(item.lastRestoreTest == "2026-10-01T02:30")
    #expect(item.backupSet.name == "users.zip")
    #expect(item.command?.contains("users.zip") ?? false)
    #expect(item.notes.contains { $0.text == "mine" })
  }
}
