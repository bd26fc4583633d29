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

/// A reader of PowerShell's quoted strings, written from the language's rules and independent of the writer.
private enum PowerShellReader {
  /// The value of an argument that is one quoted string; nil if it is not. `$Backup` stays as it is, any other
  /// expansion is a failure.
  static func value(of argument: String) -> String? {
    var scalars = Array(argument.unicodeScalars)
    guard let quote = scalars.first, scalars.count > 1 else { return nil }
    scalars.removeFirst()
    return "\"\u{201C}\u{201D}\u{201E}".unicodeScalars.contains(quote) ? expandable(scalars) : literal(scalars)
  }

  private static func literal(_ scalars: [Unicode.Scalar]) -> String? {
    var value = String.UnicodeScalarView()
    var index = 0
    while index < scalars.count {
      if "'\u{2018}\u{2019}\u{201A}\u{201B}".unicodeScalars.contains(scalars[index]) {
        guard index + 1 < scalars.count else { return String(value) }
        guard "'\u{2018}\u{2019}\u{201A}\u{201B}".unicodeScalars.contains(scalars[index + 1]) else { return nil }
        index += 1
      }
      value.append(scalars[index])
      index += 1
    }
    return nil
  }

  private static func expandable(_ scalars: [Unicode.Scalar]) -> String? {
    var value = String.UnicodeScalarView()
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      if scalar == "`" {
        guard index + 1 < scalars.count else { return nil }
        index += 1
        value.append(scalars[index])
      } else if "\"\u{201C}\u{201D}\u{201E}".unicodeScalars.contains(scalar) {
        return index == scalars.count - 1 ? String(value) : nil
      } else if scalar == "$" && !(index == 0 && scalars.starts(with: Array("$Backup\\".unicodeScalars))) {
        return nil
      } else {
        value.append(scalar)
      }
      index += 1
    }
    return nil
  }
}
