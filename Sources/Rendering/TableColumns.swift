internal import Documents

extension Table {
  /// Indices of the columns that pages show.
  var pageColumns: [Int] { columns.indices.filter { columns[$0].audience != .dataOnly } }

  /// Indices of the columns that data files carry.
  var dataColumns: [Int] { columns.indices.filter { columns[$0].audience != .pagesOnly } }
}

extension Row {
  /// The values in a column; none where the row is shorter than its table.
  func values(in column: Int) -> Few<Text> { cells.indices.contains(column) ? cells[column].values : [] }
}

extension Text {
  /// Whether it has no character at all.
  var isEmpty: Bool { runs.allSatisfy(\.text.isEmpty) }
}
