import BackupPlanning
import Documents
import Testing

@testable import Worksheets

/// Coverage in the overview is counted from the rows, and says nothing that depends on the day.
@Suite struct CoverageSectionTests {
  private static func tables(_ items: [BackupItem], _ components: [Component]) -> [String: Table] {
    let tables = CoverageSection(words: .english, isCondensed: false).section(of: items, components).blocks.compactMap {
      block in
      if case .table(let table) = block { table } else { nil }
    }
    return Dictionary(tables.map { ($0.id, $0) }) { first, _ in first }
  }

  private static func numbers(_ row: Row) -> [Int] {
    row.cells[1...3].compactMap { $0.values.first.flatMap { Int($0.plainText) } }
  }

  @Test(arguments: PlannedFile.all)
  func everyTableSumsToTheRows(file: PlannedFile) throws {
    let plan = try file.plan()
    var items = plan.backupItems
    for position in items.indices {
      items[position].schedule = position.isMultiple(of: 2) ? "Daily" : nil
      items[position].destination = position.isMultiple(of: 3) ? #"\\backup\lync"# : nil
    }
    let planned = items.indices.count { $0.isMultiple(of: 6) }
    let tables = Self.tables(items, plan.components)
    for id in ["coverage-table", "coverage-by-site"] {
      let sums = try #require(tables[id]).rows.map(Self.numbers).reduce([0, 0, 0]) { zip($0, $1).map { $0 + $1 } }
      #expect(sums == [items.count, planned, items.count - planned])
    }
    let uncovered = try #require(tables["uncovered-table"])
    #expect(uncovered.rows.reduce(0) { $0 + $1.cells[0].values.count } == items.count - planned)
    #expect(uncovered.rows.first?.cells.last?.values.first?.plainText == "no schedule, no destination")
    let cells = try #require(tables["coverage-by-cell"]).rows.map(Self.numbers)
    let scheduled = items.indices.count { $0.isMultiple(of: 2) }
    #expect(cells[0] == [items.count, scheduled, items.count - scheduled])
    let pools = try #require(tables["coverage-by-pool"])
    for row in pools.rows {
      let name = row.cells[0].values[0].plainText.lowercased()
      #expect(Self.numbers(row)[0] == items.count { item in item.pools.contains { $0.lowercased() == name } })
    }
    #expect(pools.rows.count == Set(items.flatMap(\.pools).map { $0.lowercased() }).count)
  }

  /// A share is the file server's, a database the SQL Server's, and both are the pool's.
  @Test func theMatrixShowsTheWorseOfWhatConcernsAComponent() throws {
    let plan = try PlannedFile.all[0].plan()
    var items = plan.backupItems
    for position in items.indices {
      items[position].schedule = "Daily"
      items[position].destination = items[position].data == .userData ? nil : #"\\backup\lync"#
    }
    let matrix = try #require(Self.tables(items, plan.components)["coverage-matrix"])
    let titles = matrix.columns.map(\.title)
    func cell(_ kind: String, _ data: String) throws -> String? {
      let row = try #require(matrix.rows.first { $0.cells[0].values[1].plainText == kind })
      return row.cells[try #require(titles.firstIndex(of: data))].values.first?.plainText
    }
    #expect(try cell("Front End pool", "User data") == "Uncovered")
    #expect(try cell("Front End pool", "Lync file store") == "Planned")
    #expect(try cell("File server", "Lync file store") == "Planned")
    #expect(try cell("File server", "User data") == nil)
    #expect(try cell("Back End Server (SQL Server)", "Lync file store") == nil)
  }

  @Test func nothingIsListedWhereAllIsPlanned() throws {
    let plan = try PlannedFile.all[0].plan()
    var items = plan.backupItems
    for position in items.indices {
      items[position].schedule = "Daily"
      items[position].destination = #"\\backup\lync"#
    }
    let tables = Self.tables(items, plan.components)
    #expect(tables["uncovered-table"] == nil)
    #expect(
      try #require(tables["coverage-by-site"]).rows.allSatisfy { $0.cells.last?.values.first?.plainText == "100%" })
  }
}
