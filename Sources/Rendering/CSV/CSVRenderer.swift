internal import DelimitedText
public import Documents

/// Renders each document that has tables as one data file: RFC 4180, UTF-8 without byte order mark, CRLF. Overviews
/// have none.
///
/// A document of several tables gives one table with the union of their columns, by title, behind a column that
/// names the table.
public struct CSVRenderer: Renderer {
  private let labels: RenderingLabels

  public init(labels: RenderingLabels) {
    self.labels = labels
  }

  public func render(_ set: DocumentSet, into sink: any OutputSink) throws(RenderingError) {
    try set.checkDocumentIDs()
    for document in set.documents where !document.isOverview {
      let tables = document.dataTables.isEmpty ? document.tables : Array(document.dataTables)
      if !tables.isEmpty { write(tables, into: OutgoingFile("\(document.id).csv", sink)) }
    }
  }

  private func write(_ tables: [Table], into outgoing: OutgoingFile) {
    var file = outgoing
    let union = UnitedColumns(tables)
    var writer = DelimitedWriter()
    let namesTables = tables.count > 1
    if namesTables { writer.cell(labels.table) }
    for title in union.titles { writer.cell(title) }
    writer.endRecord()
    for (table, sources) in zip(tables, union.sources) {
      for row in table.rows {
        if namesTables { writer.cell(table.caption) }
        let cells = row.cells
        for source in sources {
          if let source, source < cells.count { writer.cell(cells[source].values) } else { writer.cell([]) }
        }
        writer.endRecord()
        writer.move(to: &file.bytes)
        file.passOn()
      }
    }
    writer.move(to: &file.bytes)
    file.end()
  }
}

/// The columns of several tables side by side, by title in order of first appearance. A title that a table has twice
/// is two columns.
private struct UnitedColumns {
  private(set) var titles: [String] = []
  /// For each table, the index of its own column for every title.
  private(set) var sources: [[Int?]] = []

  init(_ tables: [Table]) {
    struct Key: Hashable {
      var title: String
      var occurrence: Int
    }
    var positions: [Key: Int] = [:]
    var columns: [[Int: Int]] = []
    for table in tables {
      var occurrences: [String: Int] = [:]
      var own: [Int: Int] = [:]
      for column in table.dataColumns {
        let title = table.columns[column].title
        let key = Key(title: title, occurrence: occurrences[title, default: 0])
        occurrences[title, default: 0] += 1
        let position = positions[key] ?? titles.count
        if position == titles.count {
          titles.append(title)
          positions[key] = position
        }
        own[position] = column
      }
      columns.append(own)
    }
    sources = columns.map { own in titles.indices.map { own[$0] } }
  }
}
