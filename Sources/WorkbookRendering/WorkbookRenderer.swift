public import Documents

/// Renders a workbook as a file of Office Open XML (`.xlsx`), where the package is built with the trait `Spreadsheet`.
///
/// The same workbook gives the same bytes: the file has no time but a constant one. It has no formula, link or macro,
/// whatever its texts look like.
public struct WorkbookRenderer: Sendable {
  /// Whether this build can render workbooks.
  public static var isBuiltIn: Bool {
    #if Spreadsheet
      true
    #else
      false
    #endif
  }

  public init() {}

  /// - Throws: ``WorkbookError`` where a cell that has to be exact cannot be, and where the library fails.
  public func render(_ workbook: Workbook) throws(WorkbookError) -> [UInt8] {
    #if Spreadsheet
      try WorkbookFile.bytes(of: PreparedSheet.sheets(of: workbook), workbook)
    #else
      throw .library("this program was built without the trait Spreadsheet")
    #endif
  }

  /// What every workbook of ours begins with, and none that a spreadsheet program saved: the flags and the date of the
  /// first entry of its zip archive. Excel sets other flags, LibreOffice and others the time.
  static let head: [UInt8] = [
    0x50, 0x4B, 0x03, 0x04, 0x14, 0x00, 0x00, 0x00, 0x08, 0x00, 0x00, 0x00, 0x21, 0x00,
  ]

  /// Whether a workbook that lies where one is to be written was written by this program and not saved since: nobody's
  /// entries are lost with it.
  public static func isUntouched(_ beginning: some Collection<UInt8>) -> Bool { beginning.starts(with: head) }
}
