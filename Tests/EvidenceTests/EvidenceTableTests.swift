import CivilTime
import Diagnostics
import Testing

@testable import Evidence

/// Manifests and exports as different programs write them.
@Suite struct EvidenceTableTests {
  private static func read(_ bytes: [UInt8]) throws -> EvidenceTable {
    try EvidenceTable(bytes, fileName: "m.csv")
  }

  private static func read(_ text: String) throws -> EvidenceTable { try read(Array(text.utf8)) }

  private static let file = BackupFile(
    path: #"\\backup\lync$\Config.zip"#, size: 12, modified: Moment(secondsSince1970: 1_795_309_200))
  /// The moment above: 2026-11-22T01:00:00Z.
  private static let rows = ["path,size,modified", #"\\backup\lync$\Config.zip,12,2026-11-22T01:00:00Z"#]

  private static let text = rows.joined(separator: "\r\n")
  private static let quoted = #"""
    "Modified","SIZE","Path"
    "2026-11-22T02:00:00.0000000+01:00","12","\\backup\lync$\Config.zip"
    """#
  private static let spaced = #"""
    path,size,modified,owner
    \\backup\lync$\Config.zip , 12,2026-11-22 01:00:00.000,x
    ,,,

    """#

  private static func utf16(littleEndian: Bool) -> [UInt8] {
    ([0xFEFF] + Array(text.utf16)).flatMap { unit -> [UInt8] in
      let (low, high) = (UInt8(unit & 0xFF), UInt8(unit >> 8))
      return littleEndian ? [low, high] : [high, low]
    }
  }

  @Test(arguments: [
    text, "\u{FEFF}" + text, rows.joined(separator: "\n"), text.replacing(",", with: ";"),
    text.replacing(",", with: "\t"),
    "#TYPE Selected.System.IO.FileInfo\r\n" + text, "\r\n" + quoted, spaced,
  ])
  func manifests(text: String) throws { try Self.isRead(Array(text.utf8)) }

  @Test(arguments: [true, false])
  func manifestsInUTF16(littleEndian: Bool) throws { try Self.isRead(Self.utf16(littleEndian: littleEndian)) }

  private static func isRead(_ bytes: [UInt8]) throws {
    let table = try read(bytes)
    #expect(table.source == EvidenceSource(files: [file]))
    #expect(table.warnings == [])
  }

  @Test func checksums() throws {
    let sum = String(repeating: "aB", count: 32)
    let table = try Self.read("path,size,modified,sha256\na,1,2026-11-22,\(sum)\nb,1,2026-11-22,\nc,1,2026-11-22,xyz")
    #expect(table.source.files.map(\.sha256) == [sum.lowercased(), nil])
    #expect(
      table.warnings.map(\.description) == [
        "m.csv:4: warning: sha256 \"xyz\" is no SHA-256; the row is not counted; write 64 hexadecimal digits, or leave it "
          + "empty [evidence-row-unreadable]"
      ])
  }

  @Test(arguments: [
    (",1,2026-11-22", "path is empty"), ("a,,2026-11-22", "size is empty"), ("a,1,", "modified is empty"),
    ("a,-1,2026-11-22", "size \"-1\" is no number of bytes"), ("a,1.5,2026-11-22", "size \"1.5\" is no number"),
    ("a,99999999999999999999,2026-11-22", "size \"99999999999999999999\" is no number"), ("a", "size is empty"),
    ("a,1,22.11.2026 01:00:00", "modified \"22.11.2026 01:00:00\" is no date"),
    ("a,1,11/22/2026 1:00:00 AM", "modified \"11/22/2026 1:00:00 AM\" is no date"),
  ])
  func badRows(row: String, message: String) throws {
    let table = try Self.read("path,size,modified\n\"first\nfile\",1,2026-11-22\n\(row)\nlast,1,2026-11-22\n")
    #expect(table.source.files.map(\.path) == ["first\nfile", "last"])
    #expect(table.warnings.map(\.location) == [SourceLocation(file: "m.csv", line: 4)])
    #expect(table.warnings.first?.message.hasPrefix(message) == true)
    #expect(table.warnings.first?.severity == .warning)
  }

  @Test func manyBadRowsAreCounted() throws {
    let table = try Self.read("path,size,modified\n" + String(repeating: "a,b,c\n", count: 60))
    #expect(table.warnings.count == EvidenceTable.mostWarnings + 1)
    #expect(table.warnings.last?.message == "10 more rows cannot be read")
  }

  @Test(arguments: [
    ("", "evidence-columns-missing", "no column is called path, size, modified, as a manifest needs"),
    ("path,size\n", "evidence-columns-missing", "no column is called modified, as a manifest needs"),
    ("a;b\n", "evidence-columns-missing", "no column is called path, size, modified, as a manifest needs"),
    (
      "server_name,database_name,type\n", "evidence-columns-missing",
      "no column is called backup_finish_date, as an export of backupset needs"
    ),
    ("path,size,modified\n\"a,1,2\n", "evidence-quote-unclosed", "the quotes of cell 1 do not match"),
  ])
  func unusable(text: String, id: String, message: String) throws {
    let error = try #require(throws: UnusableInput.self) { try Self.read(text) }
    #expect(error.diagnostics.map(\.id) == [id])
    #expect(error.diagnostics.map(\.message) == [message])
  }

  @Test(
    arguments: [[0x70, 0xE9], [0x70, 0x00, 0x61, 0x00], [0xFF, 0xFE, 0x70], [0xFF, 0xFE, 0x00, 0xD8]] as [[UInt8]])
  func otherEncodings(bytes: [UInt8]) throws {
    let error = try #require(throws: UnusableInput.self) { try Self.read(bytes) }
    #expect(error.diagnostics.map(\.id) == ["evidence-not-utf8"])
  }

  private static let backup = DatabaseBackup(
    server: #"SQL1\RTC"#, database: "LcsCDR", finished: Moment(secondsSince1970: 1_795_309_200), type: "D", size: 4096,
    mediaPath: #"\\backup\lync$\LcsCDR.bak"#)

  @Test(arguments: [
    // Export-Csv of the documented query.
    #"""
    "server_name","database_name","type","backup_finish_date","backup_size","compressed_backup_size","is_copy_only","physical_device_name"
    "SQL1\RTC","LcsCDR","D","2026-11-22T01:00:00Z","4096","1024","False","\\backup\lync$\LcsCDR.bak"
    """#,
    // sqlcmd -s"," -W
    #"""
    server_name,database_name,type,backup_finish_date,backup_size,physical_device_name
    -----------,-------------,----,------------------,-----------,--------------------
    SQL1\RTC,LcsCDR,D,2026-11-22T01:00:00Z,4096,\\backup\lync$\LcsCDR.bak

    (1 rows affected)
    """#,
    // Management Studio, of the table itself: local time beside its zone.
    #"""
    backup_set_id;server_name;database_name;type;backup_finish_date;time_zone;backup_size;physical_device_name
    7;SQL1\RTC;LcsCDR;D;2026-11-22 02:00:00.000;4;4096;\\backup\lync$\LcsCDR.bak
    """#,
    #"""
    server_name,database_name,type,backup_finish_date,time_zone,backup_size,physical_device_name
    SQL1\RTC,LcsCDR,D,2026-11-21 20:00:00.000,-20,4096,\\backup\lync$\LcsCDR.bak
    """#,
    // An offset of its own comes before the column; 127 is unknown, taken for UTC.
    #"""
    server_name,database_name,type,backup_finish_date,time_zone,backup_size,physical_device_name
    SQL1\RTC,LcsCDR,D,2026-11-22 02:00:00.0000000 +01:00,-20,4096,\\backup\lync$\LcsCDR.bak
    """#,
    #"""
    server_name,database_name,type,backup_finish_date,time_zone,backup_size,physical_device_name
    SQL1\RTC,LcsCDR,D,2026-11-22 01:00:00,127,4096,\\backup\lync$\LcsCDR.bak
    """#,
  ])
  func histories(text: String) throws {
    let table = try Self.read(text)
    #expect(table.source == EvidenceSource(databaseBackups: [Self.backup]))
    #expect(table.warnings == [])
  }

  @Test func nullIsNoValue() throws {
    let table = try Self.read(
      "server_name,database_name,type,backup_finish_date,backup_size,time_zone\nS,D,D,2026-11-22,NULL,NULL\n"
        + "S,D,D,NULL,1,NULL\nS,D,D,2026-11-22,1,soon\n")
    #expect(table.source.databaseBackups.map(\.size) == [nil])
    #expect(
      table.warnings.map(\.message) == [
        "backup_finish_date is empty; the row is not counted",
        "time_zone \"soon\" is no number of quarters of an hour; the row is not counted",
      ])
  }

  @Test(arguments: [
    ("D", nil, true), ("d", "x.bak", true), ("I", nil, false), ("L", nil, false), ("D", "NUL", false),
    ("D", "nul:", false),
  ])
  func fullBackups(type: String, media: String?, isFull: Bool) {
    var backup = Self.backup
    backup.type = type
    backup.mediaPath = media
    #expect(backup.isFullBackup == isFull)
  }
}
