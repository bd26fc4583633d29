import BackupPlanning
import DelimitedText
import Diagnostics
import Documents
import Foundation
import Rendering
import TestSupport
import Testing
import Worksheets

/// Every row of the plan is in its worksheet, in every format, and comes back as it was.
@Suite struct RowTests {
  private static let worksheets: [WorksheetKind: String] = [
    .database: "database-worksheet", .fileStore: "file-store-worksheet", .settings: "settings-worksheet",
  ]

  @Test(arguments: PlannedFile.all)
  func noLinkLeadsNowhere(file: PlannedFile) throws {
    #expect(PlannedFile.documents(of: try file.plan()).danglingLinks == [])
  }

  @Test(arguments: PlannedFile.all)
  func idsOccurOnceInTheSet(file: PlannedFile) throws {
    let set = PlannedFile.documents(of: try file.plan())
    let ids = set.documents.flatMap { document in
      [document.id] + document.sections.map(\.id) + document.tables.map(\.id)
        + document.tables.flatMap { $0.rows.compactMap(\.id) }
    }
    #expect(Dictionary(grouping: ids) { $0 }.filter { $0.value.count > 1 }.keys.sorted() == [])
  }

  @Test(arguments: PlannedFile.all)
  func everyItemIsARowOfItsWorksheetInEveryFormat(file: PlannedFile) throws {
    let plan = try file.plan()
    let files = try PlannedFile.files(of: plan)
    let page = String(decoding: files["worksheets.html"] ?? [], as: UTF8.self)
    for (kind, name) in Self.worksheets {
      let items = plan.backupItems.filter { $0.worksheet == kind }
      let markdown = String(decoding: files["\(name).md"] ?? [], as: UTF8.self)
      let rows = markdown.split(separator: "\n").filter { $0.hasPrefix("| ") }.dropFirst()
        .filter { !$0.hasPrefix("| ---") && !$0.hasPrefix("| :--") }
      #expect(rows.count == items.count, "\(name).md")
      let records = try CSVFile(bytes: files["\(name).csv"] ?? []).records
      #expect(records.dropFirst().map { $0[CSVFile.column("Item ID", of: name)] } == items.map(\.id), "\(name).csv")
      let table = try #require(
        page.components(separatedBy: "<table").first { $0.hasPrefix(" id=\"\(name)-table\"") })
      #expect(table.components(separatedBy: "<tr").count - 1 == items.count + 1, "\(name) in the page")
      for (item, row) in zip(items, rows) {
        let label = BackupCatalogue.rule(for: item.data)?.label ?? ""
        #expect(row.contains(label))
      }
    }
  }

  /// The cells of a data file against the plan itself, through Python's reader.
  @Test(arguments: PlannedFile.all)
  func cellsComeBackEqual(file: PlannedFile) throws {
    let plan = try file.plan()
    let files = try PlannedFile.files(of: plan)
    for (kind, name) in Self.worksheets {
      let records = try CSVFile(bytes: files["\(name).csv"] ?? []).records.dropFirst()
      for (item, record) in zip(plan.backupItems.filter({ $0.worksheet == kind }), records) {
        for (title, value) in cells(of: item) {
          let column = CSVFile.column(title, of: name)
          #expect(record[column] == value, "\(item.id): \(title)")
        }
      }
    }
  }

  /// What the contract says stands in each column.
  private func cells(of item: BackupItem) -> [(title: String, value: String)] {
    let official: [(String, String)] =
      switch item.worksheet {
      case .database: [("Database backup tool", item.tool.text), ("Backup destination", item.destination ?? "")]
      case .fileStore:
        [
          ("File system backup tool", item.tool.text), ("File share to be backed up", item.share ?? ""),
          ("Backup destination", item.destination ?? ""),
        ]
      case .settings:
        [
          ("Backup tool", item.tool.text), ("Configuration file (.xml) name", item.backupSet.name),
          ("Backup location", item.destination ?? ""),
        ]
      }
    return official + [
      ("Server name (FQDN)", item.server ?? ""), ("Backup schedule", item.schedule ?? ""),
      ("Backup set name", item.backupSet.name), ("Backup set expiration", item.backupSet.expiration ?? ""),
      ("Site", item.site ?? ""), ("Pools", item.pools.joined(separator: "; ")),
      ("Database name", item.database ?? ""), ("SQL instance", item.instance ?? ""), ("Owner", item.owner ?? ""),
      ("RPO", item.rpo ?? ""), ("RTO", item.rto ?? ""), ("Last backup", ""), ("Last restore test", ""),
      ("Item ID", item.id), ("Source", item.sources.map(\.id).joined(separator: "; ")),
    ]
  }

  /// The whole set of documents, cell by cell, for the other data files too.
  @Test(arguments: PlannedFile.all)
  func everyCellOfEveryDataFileComesBackEqual(file: PlannedFile) throws {
    let plan = try file.plan()
    let files = try PlannedFile.files(of: plan)
    for document in PlannedFile.documents(of: plan).documents where !document.isOverview {
      let records = try CSVFile(bytes: files["\(document.id).csv"] ?? []).records
      let tables = document.dataTables.isEmpty ? document.tables : Array(document.dataTables)
      let header = try #require(records.first)
      var next = 1
      for table in tables {
        for row in table.rows {
          let record = records[next]
          next += 1
          #expect(tables.count == 1 || record[0] == table.caption)
          for (column, cell) in zip(table.columns, row.cells) where column.audience != .pagesOnly {
            let position = try #require(header.firstIndex(of: column.title))
            #expect(record[position] == cell.values.map(\.plainText).joined(separator: "; "))
          }
        }
      }
      #expect(next == records.count)
    }
  }
}

/// A data file as Python's csv module reads it, with the protection against formulas undone.
struct CSVFile {
  let records: [[String]]

  init(bytes: [UInt8]) throws {
    let script = """
      import csv, io, json, sys
      text = sys.stdin.buffer.read().decode("utf-8")
      assert not text.startswith("\\ufeff") and text.endswith("\\r\\n")
      records = list(csv.reader(io.StringIO(text, newline=""), strict=True))
      assert len({len(record) for record in records}) == 1
      json.dump(records, sys.stdout)
      """
    let result = try runProcess("python3", ["-c", script], input: bytes, changing: ["PYTHONIOENCODING": "utf-8"])
    guard result.status == 0 else { throw UnreadableCSV(description: result.errorText) }
    records = try JSONDecoder().decode([[String]].self, from: Data(result.standardOutput))
      .map { $0.map(CSVCell.undoingNeutralisation) }
  }

  static func column(_ title: String, of worksheet: String) -> Int {
    WorksheetColumnTests.header(worksheet).firstIndex(of: title) ?? -1
  }
}

struct UnreadableCSV: Error, CustomStringConvertible {
  let description: String
}
