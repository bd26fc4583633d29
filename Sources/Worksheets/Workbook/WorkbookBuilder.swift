public import BackupPlanning
public import Documents

/// Builds the workbook of a plan: an overview, the register to fill in, and a sheet for each worksheet.
public struct WorkbookBuilder: Sendable {
  private let words: Language

  public init(_ words: Language = .english) { self.words = words }

  /// - Parameter register: What people filled in so far; nil for a workbook that nobody is to fill in.
  public func workbook(for plan: Plan, register: Register?) -> Workbook {
    let builder = WorksheetBuilder(words)
    let register = register.map { RegisterSheet(words: words).sheet(RegisterUpdate($0, plan).register, plan) }
    let sheets =
      [register].compactMap(\.self)
      + WorksheetKind.allCases.map { WorksheetSheets(words: words).sheet($0, plan) }
      + [RestorationSheet(words: words).sheet(plan)] + RequirementSheets(words: words).sheets(plan)
    let overview = OverviewSheet(words: words).sheet(plan, listing: sheets, hasRegister: register != nil)
    return Workbook(
      title: builder.title(of: plan), subtitle: builder.subtitle(of: plan), remark: words.footer,
      pageNumber: words.workbook.pageNumber, cutMark: words.workbook.cutMark, sheets: [overview] + sheets)
  }
}

extension SheetCell {
  /// The values of a cell, a line each.
  init(_ cell: Cell, _ kind: Kind = .fixed) {
    self.init(cell.values.map(\.plainText).joined(separator: "\n"), kind)
  }
}

extension SheetColumn {
  init(_ column: Column, isPrinted: Bool = true) {
    self.init(column.title, width: column.width, isPrinted: isPrinted)
  }
}
