@testable import BackupPlanning
import Diagnostics
import Testing

/// Which of several settings a cell gets.
struct ItemSettingsTests {
  @Test func theMostSpecificSettingWinsCellByCell() throws {
    var policy = Policy()
    policy.defaults = ItemSettings(schedule: "general", retention: "general", owner: "general")
    policy.dataDefaults[.userData] = ItemSettings(schedule: "data", retention: "data")
    policy.overrides = [override(ItemSettings(schedule: "override"), data: .userData, pool: "pool.*")]
    let plan = try SampleDeployment.enterprise().deployment.plan(policy)
    let item = try #require(plan.item("userData:pool.contoso.com"))
    #expect(item.schedule == "override")
    #expect(item.backupSet.expiration == "data")
    #expect(item.owner == "general")
    #expect(item.rpo == nil)
  }

  @Test func moreConditionsWinThenMoreCharactersThenTheLaterOne() throws {
    var policy = Policy()
    policy.overrides = [
      override(ItemSettings(owner: "two conditions"), data: .userData, pool: "*"),
      override(ItemSettings(owner: "one condition", rto: "1h"), pool: "pool.contoso.com"),
      override(ItemSettings(rto: "2h"), pool: "pool*"),
      override(ItemSettings(rpo: "first"), data: .userData),
      override(ItemSettings(rpo: "last"), data: .userData),
    ]
    let item = try #require(
      try SampleDeployment.enterprise().deployment.plan(policy).item("userData:pool.contoso.com"))
    #expect(item.owner == "two conditions")
    #expect(item.rto == "1h")
    #expect(item.rpo == "last")
  }

  @Test func anOverrideThatMatchesNothingIsAWarningWithItsPlace() throws {
    var policy = Policy()
    policy.overrides = [override(ItemSettings(owner: "x"), pool: "pool-emea*")]
    let result = try Planner.plan(SampleDeployment.enterprise().deployment.topology, policy: policy)
    #expect(
      result.diagnostics.map(\.description).contains(
        "policy.yml:7:5: warning: the override matches no backup item; compare its match with the item ids of "
          + "plan.json, or remove it [policy-override-unmatched]"))
  }

  @Test(arguments: [
    (#"\\backup.contoso.com\lync"#, #""\\backup.contoso.com\lync\Config.zip""#),
    (#"\\backup.contoso.com\lync$"#, #"'\\backup.contoso.com\lync$\Config.zip'"#),
    (#"D:\backup\"#, #""D:\backup\Config.zip""#),
    ("/mnt/backup", #""/mnt/backup/Config.zip""#),
    ("$Backup", #""$Backup\Config.zip""#),
    (#"$Backup\lync$"#, #""$Backup\lync`$\Config.zip""#),
    ("$Backups", "'$Backups\\Config.zip'"),
    ("https://backup.contoso.com/lync", #""$Backup\Config.zip""#),
  ])
  func commandsWriteToTheDestination(destination: String, target: String) throws {
    var policy = Policy()
    policy.defaults.destination = destination
    let plan = try SampleDeployment.enterprise().deployment.plan(policy)
    let item = try #require(plan.item("topologyConfiguration:deployment"))
    #expect(item.command == "Export-CsConfiguration -FileName \(target)")
    #expect(item.notes.contains { $0.key == "note.webAddress" } == destination.contains("://"))
  }

  private func override(_ settings: ItemSettings, data: BackupData? = nil, pool: String? = nil) -> PolicyOverride {
    PolicyOverride(
      match: .init(data: data, pool: pool.map { Glob($0) }), settings: settings,
      location: SourceLocation(file: "policy.yml", line: 7, column: 5))
  }
}

struct GlobTests {
  @Test(arguments: [
    ("*", "anything", true), ("*", "", true), ("a*c", "abc", true), ("a*c", "ac", true), ("a*c", "acd", false),
    ("ab*ba", "aba", false), ("*b*", "abc", true), ("a*b*c", "a1b2b3c", true), ("A.b", "a.B", true),
    ("a.b", "aXb", false), (#"\\f\s*"#, #"\\F\share"#, true), ("", "", true), ("", "x", false), ("**", "x", true),
  ])
  func aStarMatchesAnything(pattern: String, text: String, matches: Bool) {
    #expect(Glob(pattern).matches(text) == matches)
  }

  /// Found in time even where naive backtracking would not end.
  @Test func manyStarsAreNoProblem() {
    let pattern = String(repeating: "a*", count: 200) + "b"
    #expect(!Glob(pattern).matches(String(repeating: "a", count: 5_000)))
  }
}
