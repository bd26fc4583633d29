import BackupPlanning
import Documents
import TestSupport
import Testing
import Worksheets

/// The columns of the official worksheets, in the official order, and what the contract adds to them.
@Suite struct WorksheetColumnTests {
  /// Microsoft's seven columns; its "Backup set" is two, name and expiration.
  static let official: [(worksheet: String, columns: [String])] = [
    (
      "database-worksheet",
      [
        "Database", "Server name (FQDN)", "Backup schedule", "Database backup tool", "Backup set name",
        "Backup set expiration", "Backup destination", "Notes",
      ]
    ),
    (
      "file-store-worksheet",
      [
        "Content", "Server name (FQDN)", "Backup schedule", "File system backup tool", "File share to be backed up",
        "Backup destination", "Notes",
      ]
    ),
    (
      "settings-worksheet",
      [
        "Database", "Server name (FQDN)", "Backup schedule", "Backup tool", "Configuration file (.xml) name",
        "Backup location", "Notes",
      ]
    ),
  ]

  private static let backupSet = ["Backup set name", "Backup set expiration"]
  private static let further = [
    "Site", "Pools", "Database name", "SQL instance", "Owner", "RPO", "RTO", "Last backup", "Last restore test",
    "Item ID", "Source",
  ]

  /// The header of a worksheet's CSV file.
  static func header(_ worksheet: String) -> [String] {
    let columns = official.first { $0.worksheet == worksheet }?.columns ?? []
    return columns + (worksheet == "database-worksheet" ? [] : backupSet) + further
  }

  @Test func pagesBeginWithTheOfficialColumns() throws {
    let set = PlannedFile.documents(of: try PlannedFile.all[1].plan())
    for (worksheet, columns) in Self.official {
      let table = try #require(set.documents.first { $0.id == worksheet }?.tables.first)
      let shown = table.columns.filter { $0.audience != .dataOnly }.map(\.title)
      #expect(Array(shown.prefix(columns.count)) == columns)
      #expect(
        Array(shown.dropFirst(columns.count)) == (worksheet == "database-worksheet" ? [] : Self.backupSet)
          + ["Owner", "RPO", "RTO", "Source"])
    }
  }

  @Test func markdownHasThemToo() throws {
    let files = try PlannedFile.files(of: PlannedFile.all[1].plan())
    for (worksheet, columns) in Self.official {
      let text = String(decoding: files["\(worksheet).md"] ?? [], as: UTF8.self)
      #expect(text.contains("\n| " + columns.joined(separator: " | ")), "\(worksheet)")
    }
  }

  @Test(arguments: PlannedFile.all)
  func headersOfDataFilesAreThoseOfTheContract(file: PlannedFile) throws {
    let files = try PlannedFile.files(of: file.plan())
    for (worksheet, _) in Self.official {
      let text = String(decoding: files["\(worksheet).csv"] ?? [], as: UTF8.self)
      let first = text.unicodeScalars.prefix { $0 != "\r" && $0 != "\n" }
      #expect(String(first) == Self.header(worksheet).joined(separator: ","))
    }
  }

  @Test(arguments: PlannedFile.all)
  func cellsForPeopleStayEmptyUntilTheyAreFilled(file: PlannedFile) throws {
    guard file.policy == nil else { return }
    let set = PlannedFile.documents(of: try file.plan())
    for document in set.documents where Self.official.contains(where: { $0.worksheet == document.id }) {
      let table = try #require(document.tables.first)
      for (index, column) in table.columns.enumerated() where column.isFilledByPeople {
        // A set nobody named has its predictable name.
        guard column.title != "Backup set name" else { continue }
        #expect(table.rows.allSatisfy { $0.cells[index].isEmpty }, "\(document.id): \(column.title)")
      }
    }
  }

  /// On pages alone, in words, and only in a worksheet that has an item with a date.
  @Test func evidenceIsShownWhereThereIsSome() throws {
    var plan = try PlannedFile.all[2].plan()
    let position = try #require(plan.backupItems.firstIndex { $0.worksheet == .database })
    plan.backupItems[position].lastBackup = "2026-11-03"
    plan.backupItems[position].lastRestoreTest = "at Easter"
    func table(_ id: String) -> Table? {
      PlannedFile.documents(of: plan).documents.first { $0.id == id }?.tables.first
    }
    let database = try #require(table("database-worksheet"))
    let column = try #require(database.columns.firstIndex { $0.title == "Last backup, last restore test" })
    #expect(database.columns[column].audience == .pagesOnly)
    let row = try #require(database.rows.first { $0.id == plan.backupItems[position].id })
    #expect(
      row.cells[column].values.map(\.plainText) == ["Backup: 3 November 2026", "Restore test: at Easter"])
    #expect(table("settings-worksheet")?.columns.contains { $0.title.contains("last restore test") } == false)
  }
}
