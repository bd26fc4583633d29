/// Why there is no workbook.
public enum WorkbookError: Error, Sendable, Equatable, CustomStringConvertible {
  /// A text that has to be kept exactly is longer than a cell can be.
  case cellTooLong(sheet: String, cell: String)
  /// A text that has to be kept exactly has a character that XML cannot hold.
  case characterWithoutXML(sheet: String, cell: String, character: String)
  /// More rows than a sheet has, where they have to stay together.
  case tooManyRows(sheet: String)
  /// More columns than a sheet has.
  case tooManyColumns(sheet: String)
  /// What the library says, such as that it cannot make its temporary files.
  case library(String)

  public var description: String {
    switch self {
    case .cellTooLong(let sheet, let cell):
      "sheet \"\(sheet)\", cell \(cell): the text is longer than the \(WorkbookLimits.characters) characters that a "
        + "cell of a workbook holds"
    case .characterWithoutXML(let sheet, let cell, let character):
      "sheet \"\(sheet)\", cell \(cell): no workbook can hold the character \(character)"
    case .tooManyRows(let sheet):
      "sheet \"\(sheet)\": there are more rows than the \(WorkbookLimits.rows) that a sheet of a workbook has"
    case .tooManyColumns(let sheet):
      "sheet \"\(sheet)\": there are more columns than the \(WorkbookLimits.columns) that a sheet of a workbook has"
    case .library(let message): "the workbook cannot be made: \(message)"
    }
  }
}

/// What a workbook of Excel holds.
public enum WorkbookLimits {
  /// In a cell: UTF-16 code units.
  public static let characters = 32_767
  /// In a sheet, that of the titles included.
  public static let rows = 1_048_576
  public static let columns = 16_384
  /// In the name of a sheet: UTF-16 code units.
  static let sheetName = 31
  /// In the head or foot of a printed page.
  static let pageHeader = 255
  /// In what a cell says when it is chosen, and in all choices of a list.
  static let prompt = 255
  static let choices = 255
}
