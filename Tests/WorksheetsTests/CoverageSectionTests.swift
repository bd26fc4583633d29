import BackupPlanning
import Documents
import Testing

@testable import Worksheets

/// Coverage in the overview is counted from the rows, and says nothing that depends on the day.
@Suite struct CoverageSectionTests {
  private static func tables(_ items: [BackupItem]) -> [Table] {
    CoverageSection(words: .english).section(of: items).blocks.compactMap { block in
      if case .table(let table) = block { table } else { nil }
    }
  }

  private static func numbers(_ row: Row) -> [Int] {
    row.cells[1...3].compactMap { $0.values.first.flatMap { Int($0.plainText) } }
  }

  @Test(arguments: PlannedFile.all)
  func everyTableSumsToTheRows(file: PlannedFile) throws {
    var items = try file.plan().backupItems
    for position in items.indices {
      items[position].schedule = position.isMultiple(of: 2) ? "Daily" : nil
      items[position].destination = position.isMultiple(of: 3) ? #"\\backup\lync"# : nil
    }
    let planned = items.indices.count { $0.isMultiple(of: 6) }
    let tables = Self.tables(items)
    try #require(tables.count == 3)
    for table in tables[0...1] {
      let sums = table.rows.map(Self.numbers).reduce([0, 0, 0]) { zip($0, $1).map { $0 + $1 } }
      #expect(sums == [items.count, planned, items.count - planned])
    }
    #expect(tables[2].rows.count == items.count - planned)
    #expect(tables[2].rows.first?.cells.last?.values.first?.plainText == "no schedule, no destination")
  }

  @Test func nothingIsListedWhereAllIsPlanned() throws {
    var items = try PlannedFile.all[0].plan().backupItems
    for position in items.indices {
      items[position].schedule = "Daily"
      items[position].destination = #"\\backup\lync"#
    }
    let tables = Self.tables(items)
    #expect(tables.map(\.id) == ["coverage-table", "coverage-by-site"])
    #expect(tables[1].rows.allSatisfy { $0.cells.last?.values.first?.plainText == "100 %" })
  }
}
