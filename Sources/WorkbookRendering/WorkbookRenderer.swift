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

  /// Whether `old`, which lies where `new` is to be written, is a workbook of ours that nobody saved since, so that
  /// nobody's entries are lost with it.
  ///
  /// Told by the flags and the date of the first entry of the archive: Excel sets other flags, LibreOffice and others the
  /// time.
  public static func isUntouched(_ old: [UInt8], comparedWith new: [UInt8]) -> Bool {
    let signatureToDate = 14
    return old.prefix(signatureToDate) == new.prefix(signatureToDate)
  }
}
