internal import DelimitedText

extension Register {
  /// The file: our columns in their order, then people's own; RFC 4180 with CRLF, in the form the file had.
  public var csv: [UInt8] {
    var writer = DelimitedWriter(delimiter: form.delimiter, byteOrderMark: form.hasByteOrderMark)
    for column in RegisterColumn.allCases { writer.cell(column.rawValue) }
    for title in foreignColumns { writer.cell(title) }
    writer.endRecord()
    for entry in entries {
      for column in RegisterColumn.allCases {
        switch column {
        case .itemID: writer.cell(entry.itemID)
        case .state: writer.cell(entry.state.rawValue)
        default: writer.cell(column.cell.flatMap { entry[keyPath: $0] } ?? "")
        }
      }
      for title in foreignColumns { writer.cell(entry.foreignCells[title] ?? "") }
      writer.endRecord()
    }
    return writer.bytes
  }
}
