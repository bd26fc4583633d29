internal import Documents

/// A sheet as it is written: its texts as the file holds them, no more rows than fit, a name it can have.
struct PreparedSheet {
  var name: String
  var sheet: Sheet
  /// In characters, one a column.
  var widths: [Double]

  /// The sheets of `workbook`. A sheet for reading with too many rows goes on in another one.
  /// - Parameter mostRows: Of a sheet, without that of the titles.
  static func sheets(
    of workbook: Workbook, mostRows: Int = WorkbookLimits.rows - 1
  ) throws(WorkbookError) -> [PreparedSheet] {
    var names = SheetNames()
    var prepared: [PreparedSheet] = []
    for sheet in workbook.sheets {
      guard sheet.columns.count <= WorkbookLimits.columns else { throw .tooManyColumns(sheet: sheet.name) }
      guard sheet.purpose == .reading || sheet.rows.count <= mostRows else { throw .tooManyRows(sheet: sheet.name) }
      for start in stride(from: 0, to: max(sheet.rows.count, 1), by: mostRows) {
        var part = sheet
        part.rows = []
        for (row, source) in sheet.rows.dropFirst(start).prefix(mostRows).enumerated() {
          part.rows.append(try texts(of: source, row, sheet, workbook.cutMark))
        }
        for column in part.columns.indices {
          part.columns[column].title = try text(part.columns[column].title, (0, column), sheet, workbook.cutMark)
        }
        prepared.append(PreparedSheet(name: names.name(like: sheet.name), sheet: part, widths: widths(of: part)))
      }
    }
    return prepared
  }

  private static func texts(
    of source: SheetRow, _ row: Int, _ sheet: Sheet, _ cutMark: String
  ) throws(WorkbookError) -> SheetRow {
    var result = source
    for column in result.cells.indices {
      result.cells[column].text = try text(source.cells[column].text, (row + 1, column), sheet, cutMark)
    }
    return result
  }

  private static func text(
    _ text: String, _ place: (row: Int, column: Int), _ sheet: Sheet, _ cutMark: String
  ) throws(WorkbookError) -> String {
    guard sheet.purpose == .savingAsData else { return CellText.forReading(text, cutMark: cutMark) }
    let cell = "\(letters(of: place.column))\(place.row + 1)"
    switch CellText.problem(with: text) {
    case .tooLong: throw .cellTooLong(sheet: sheet.name, cell: cell)
    case .character(let character):
      throw .characterWithoutXML(sheet: sheet.name, cell: cell, character: character)
    case nil: break
    }
    let escaped = CellText.escapingEscapes(text)
    // The library counts the escapes too.
    if escaped.unicodeScalars.count > WorkbookLimits.characters { throw .cellTooLong(sheet: sheet.name, cell: cell) }
    return escaped
  }

  /// `A` to `Z`, `AA` …
  static func letters(of column: Int) -> String {
    var rest = column
    var letters = ""
    repeat {
      letters = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(rest % 26))) + letters
      rest = rest / 26 - 1
    } while rest >= 0
    return letters
  }

  // MARK: Widths

  /// As wide as the longest line, within what a column of its kind may take; a word of the title is never broken, and
  /// a cell to fill has room for what is written in it.
  private static func widths(of sheet: Sheet) -> [Double] {
    sheet.columns.enumerated().map { index, column in
      // Beside the title there is the button of the filter.
      let word = column.title.split(separator: " ").map(\.unicodeScalars.count).max() ?? 0
      var least = word + (sheet.isFiltered ? 3 : 1)
      var longest = 0
      for row in sheet.rows where index < row.cells.count {
        let cell = row.cells[index]
        if cell.choices.isEmpty && (cell.kind == .open || cell.kind == .openGap) { least = max(least, roomToWrite) }
        for line in cell.text.utf8.split(separator: UInt8(ascii: "\n")) {
          // Bytes bound characters: most lines need no counting.
          if line.count > longest { longest = max(longest, Substring(line).unicodeScalars.count) }
        }
      }
      return Double(max(least, min(longest + 1, most(column.width, longest))))
    }
  }

  private static let roomToWrite = 14

  // MARK: Heights

  /// Of a row, in points; nil where one line is enough. Said in the file since not every program measures the texts of
  /// a workbook when it opens it.
  ///
  /// Columns that are not printed do not count: few look at them, and lists of ids would blow up every row.
  func height(of row: SheetRow) -> Double? {
    Self.height(of: zip(row.cells, sheet.columns).map { $1.isPrinted ? $0.text : "" }, widths)
  }

  var titleHeight: Double? { Self.height(of: sheet.columns.map(\.title), widths) }

  private static func height(of texts: [String], _ widths: [Double]) -> Double? {
    let lines = zip(texts, widths).map { text, width in
      text.isEmpty
        ? 0
        : text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).reduce(0) { sum, line in
          // A letter of Arial takes less than the digit that widths are counted in; lines break between words.
          let room = max(Int(width * 1.2), 1)
          return sum + max(1, (line.count + room - 1) / room)
        }
    }
    guard let most = lines.max(), most > 1 else { return nil }
    return min(Double(most) * pointsOfLine + 2, highestRow)
  }

  /// Of 10-point text.
  private static let pointsOfLine = 12.75
  /// That a workbook can have, in points.
  private static let highestRow = 409.0

  private static func most(_ width: Column.Width, _ longestLine: Int) -> Int {
    switch width {
    case .narrow: 14
    // Sentences.
    case .normal where longestLine > 90: 40
    case .normal: 24
    case .wide: 50
    }
  }
}
