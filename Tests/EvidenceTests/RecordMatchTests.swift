import CivilTime
import Diagnostics
import Testing

@testable import BackupPlanning
@testable import Evidence

/// Which row of SQL Server's history belongs to which database.
@Suite struct RecordMatchTests {
  private static let items = [SampleItem.records, SampleItem.archive, SampleItem.users]

  private static func backup(
    _ server: String, _ database: String, _ type: String = "D", day: Int = 21, size: Int? = 100
  ) -> DatabaseBackup {
    DatabaseBackup(server: server, database: database, finished: .november(day), type: type, size: size)
  }

  private static func matches(_ backups: [DatabaseBackup], _ items: [BackupItem] = items) -> EvidenceMatches {
    EvidenceMatches(items, [EvidenceSource(databaseBackups: backups)])
  }

  @Test(arguments: [
    (#"SQL1\RTC"#, "LcsCDR", 0), (#"sql1.contoso.com\rtc"#, "LCSCDR", 0), ("SQL1", "LcsLog", 1),
    (#"SQL1\MSSQLSERVER"#, "LcsLog", 1),
  ])
  func byServerAndDatabase(server: String, database: String, item: Int) {
    let matches = Self.matches([Self.backup(server, database)])
    #expect(matches.items[item].records.map(\.name) == ["\(database) of \(server)"])
    #expect(matches.matchedRecords == 1 && matches.notes.count == 0)
  }

  @Test(arguments: [
    ("SQL1", "LcsCDR"), (#"SQL1\OTHER"#, "LcsCDR"), (#"SQL2\RTC"#, "LcsCDR"), (#"sql1.fabrikam.com\rtc"#, "LcsCDR"),
    ("", "LcsLog"),
  ])
  func otherServersAreNoted(server: String, database: String) {
    let matches = Self.matches([Self.backup(server, database), Self.backup(server, database, day: 22)])
    #expect(!matches.items.contains { !$0.isEmpty })
    #expect(
      matches.notes.shown == ["\(database) of \(server) is backed up, but the plan has no such database on that server"]
    )
  }

  @Test func otherDatabasesAndOtherKindsAreNoBackups() {
    let matches = Self.matches([
      Self.backup(#"SQL1\RTC"#, "master"), Self.backup(#"SQL1\RTC"#, "LcsCDR", "I"),
      Self.backup(#"SQL1\RTC"#, "LcsCDR", "L"),
    ])
    #expect(matches.items.allSatisfy(\.isEmpty) && matches.records == 3 && matches.notes.count == 0)
  }

  /// User data is restored from Export-CsUserData.
  @Test func anExportIsNoSQLBackup() {
    var users = SampleItem.users
    users.database = "rtcxds"
    users.server = "sql1.contoso.com"
    #expect(Self.matches([Self.backup("SQL1", "rtcxds")], [users]).items[0].isEmpty)
    let chat = SampleItem.item(
      .persistentChat, "sql1", name: "mgc.bak", database: "mgc", server: "sql1.contoso.com")
    #expect(Self.matches([Self.backup("SQL1", "mgc")], [chat]).items[0].records.count == 1)
    var exported = chat
    exported.tool = .verbatim("Export-CsPersistentChatData")
    #expect(Self.matches([Self.backup("SQL1", "mgc")], [exported]).items[0].isEmpty)
  }

  @Test func aStripedBackupIsOne() {
    let matches = Self.matches([Self.backup("SQL1", "LcsLog"), Self.backup("SQL1", "LcsLog")])
    #expect(matches.items[1].records.count == 1 && matches.matchedRecords == 2)
  }

  @Test func aShortNameOfTwoServersCountsForNone() {
    var other = SampleItem.archive
    other.id = "archiving:sql1.fabrikam.com"
    other.server = "sql1.fabrikam.com"
    let items = [SampleItem.archive, other]
    let matches = Self.matches([Self.backup("SQL1", "LcsLog")], items)
    #expect(!matches.items.contains { !$0.isEmpty })
    #expect(
      matches.notes.shown == [
        "LcsLog of SQL1 can be archiving:sql1, archiving:sql1.fabrikam.com: counted for none; export the server's full name"
      ])
    #expect(Self.matches([Self.backup("sql1.fabrikam.com", "LcsLog")], items).items[1].records.count == 1)
  }

  @Test func namesOfMoreThanFifteenCharactersAreCut() {
    var long = SampleItem.archive
    long.server = "databaseserver-zurich.contoso.com"
    #expect(Self.matches([Self.backup("DATABASESERVER-", "LcsLog")], [long]).items[0].records.count == 1)
    #expect(Self.matches([Self.backup("DATABASESERVER", "LcsLog")], [long]).items[0].isEmpty)
  }

  /// The same backup, once as a file and once in the history: compressed or not, sizes differ.
  @Test func filesAndRecordsAreNotCompared() {
    let files = [BackupFile(path: "LcsLog-sql1.contoso.com.bak", size: 10, modified: .november(22))]
    let matches = EvidenceMatches(
      Self.items, [EvidenceSource(files: files), EvidenceSource(databaseBackups: [Self.backup("SQL1", "LcsLog")])])
    #expect(matches.items[1].comparable.isEmpty && matches.items[1].newest.count == 2)
    #expect(matches.items[1].newestSound?.finished == .november(22))
  }

  @Test func sizes() {
    let matches = Self.matches([
      Self.backup("SQL1", "LcsLog", day: 1, size: 9), Self.backup("SQL1", "LcsLog", day: 2, size: 0),
      Self.backup("SQL1", "LcsLog", day: 3, size: 4), Self.backup("SQL1", "LcsLog", day: 4, size: nil),
    ])
    let records = matches.items[1].records
    #expect(
      records.map(\.flaw) == [nil, .empty, nil, nil] && records.map(\.isUnexamined) == [false, false, false, true])
    let known = matches.items[1].split(after: Moment.november(3).day).known
    #expect(known.comparable.map { [$0.newest.size, $0.before.size] } == [[4, 9]])
  }
}
