internal import DelimitedText

extension Register {
  /// A column of the file.
  public struct Column: Sendable, Equatable {
    public let title: String
    /// Whether people fill it; the program writes the others.
    public let isFilledByPeople: Bool
    public let isDate: Bool
  }

  /// Ours in their order, then people's own.
  public var columns: [Column] {
    RegisterColumn.allCases.map {
      Column(title: $0.rawValue, isFilledByPeople: $0.isFilledByPeople, isDate: $0.isDate)
    } + foreignColumns.map { Column(title: $0, isFilledByPeople: true, isDate: false) }
  }

  /// The cells of a row as they stand in the file, before quotes and apostrophes: one for each of ``columns``.
  public func cells(of entry: Entry) -> [String] {
    RegisterColumn.allCases.map { column in
      switch column {
      case .itemID: entry.itemID
      case .state: entry.state.rawValue
      default: column.cell.flatMap { entry[keyPath: $0] } ?? ""
      }
    } + foreignColumns.map { entry.foreignCells[$0] ?? "" }
  }

  /// Titles of the columns in which a decision about `item` is missing: neither the register nor the policy has it.
  public static func undecidedColumns(of item: BackupItem) -> Set<String> {
    Set(RegisterColumn.allCases.filter { $0.isUndecided(for: item) }.map(\.rawValue))
  }

  /// The file: our columns in their order, then people's own; RFC 4180 with CRLF, in the form the file had.
  public var csv: [UInt8] {
    var writer = DelimitedWriter(delimiter: form.delimiter, byteOrderMark: form.hasByteOrderMark)
    for column in columns { writer.cell(column.title) }
    writer.endRecord()
    for entry in entries {
      for cell in cells(of: entry) { writer.cell(cell) }
      writer.endRecord()
    }
    return writer.bytes
  }
}
