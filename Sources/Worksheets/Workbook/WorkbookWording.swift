/// The words that only the workbook has.
public struct WorkbookWording: Sendable, Codable {
  // Names of sheets: at most 31 characters, without [ ] : * ? / \
  var overviewSheet = "Overview"
  var registerSheet = "Register"
  var databaseSheet = "Databases"
  var fileStoreSheet = "File stores"
  var settingsSheet = "Settings"
  var restorationSheet = "Restoration steps"
  var requirementsSheet = "Other requirements"
  var exclusionsSheet = "Needs no backup"
  var questionsSheet = "Questions"
  var answersSheet = "Answers"

  // What sheets are
  var sheetColumn = "Sheet"
  var contentColumn = "What is in it"
  var registerContent =
    "What people decide, a row for each backup: the one sheet to fill in for the worksheets. Its columns are those of "
    + "the register, entries.csv."
  var worksheetContent = "{caption}. To read: its cells come from the policy and the register."
  var restorationContent = "Every step of every procedure, to filter, tick off and sign while restoring."
  var questionsContent = "An answer counts once it is in the policy."

  // How to use it
  var howTo = "How to fill in"
  var openGapLegend = "Nobody has decided this: fill it in, on the sheet {register}."
  var openLegend =
    "May be filled in. Empty, the policy decides, or nobody needs to; what you write comes before the policy."
  var gapLegend = "Nobody has decided this: it is filled in on the sheet {register}."
  var saveStep =
    "Save the sheet {register} as \"CSV UTF-8\", for instance as entries.csv, and the workbook under another name if "
    + "you keep it."
  var readStep =
    "Run backup-worksheets generate again with --entries entries.csv: all sheets have what you filled in."
  var protection = "The sheets are protected without a password, so that nothing is changed by mistake."

  // Cells
  var datePrompt = "Year first: 2026-11-22, or with a time 2026-11-22T01:30"
  var answerPrompt = "An answer counts once it is in the policy. What is chosen here stays in this workbook."
  var tickedBox = "\u{2611}"
  var cutMark = " … (cut: longer than a cell of a workbook can be)"

  // Paper
  var pageNumber = "Page {page} of {pages}"
}
