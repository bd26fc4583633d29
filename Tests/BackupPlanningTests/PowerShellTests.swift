@testable import BackupPlanning
import Diagnostics
import TestSupport
import Testing

/// Printed commands are commands, whatever the names in them are.
struct PowerShellTests {
  @Test(arguments: [
    ("pool.contoso.com", #""pool.contoso.com""#), (#"sql\rtc"#, #""sql\rtc""#), ("share$", "'share$'"),
    ("a'b", "'a''b'"), (#"a"b"#, #"'a"b'"#), ("a`b", "'a`b'"), ("a\u{2019}b", "'a\u{2019}\u{2019}b'"),
    ("a\u{201D};calc", "'a\u{201D};calc'"), ("$(calc)", "'$(calc)'"), ("a b", #""a b""#),
  ])
  func aNameIsOneArgument(name: String, quoted: String) {
    #expect(PowerShellQuoting.literal(name) == quoted)
  }

  @Test(arguments: [
    ("Config.zip", #""$Backup\Config.zip""#), (#"filestore\f-s$"#, #""$Backup\filestore\f-s`$""#),
    (#"a"b`c$(d)"#, #""$Backup\a`"b``c`$(d)""#), ("it's", #""$Backup\it's""#),
    ("a\u{201C}b", "\"$Backup\\a`\u{201C}b\""),
  ])
  func onlyTheFolderOfTheRunIsExpanded(name: String, quoted: String) {
    #expect(PowerShellQuoting.inBackupFolder(name) == quoted)
  }

  /// Reads back what PowerShell would: the value of the quoted argument.
  @Test(arguments: HostileStrings.all)
  func quotingIsUndoneByReading(name: String) throws {
    #expect(PowerShellReader.value(of: PowerShellQuoting.literal(name)) == name)
    #expect(PowerShellReader.value(of: PowerShellQuoting.inBackupFolder(name)) == "$Backup\\" + name)
  }

  @Test func aNameThatNoServerCanHaveGetsNoCommandButAFinding() throws {
    var sample = SampleDeployment()
    _ = sample.standardEdition("se\u{202E}.contoso.com")
    let plan = try sample.plan()
    let item = try #require(plan.items(.userData).first)
    #expect(item.command == nil)
    #expect(item.notes.contains { $0.key == "note.nameImpossible" })
    #expect(plan.findings(.nameImpossible).map(\.subject).contains(item.id))
  }
}
