internal import BackupPlanning
internal import Diagnostics

/// `register-row-missing`: an item that the register does not have.
struct RegisterRowMissing: ItemControl {
  let rule = ControlRule(
    "register-row-missing", .warning,
    meaning: "A register is given, and it has no row for the item: nobody was asked about it.",
    remedy: "run backup-worksheets entries, then fill in the new row",
    serves: [.contingencyPlan, .informationBackup], sources: [.planning])

  func complaint(about item: AuditedItem, _ context: AuditContext) -> Phrase? {
    guard context.register != nil, !context.hasRegisterRow(item.item.id) else { return nil }
    return Phrase("control.register-row-missing", "the register has no row for it")
  }

  func canJudge(_ item: AuditedItem, _ context: AuditContext) -> Bool {
    context.register != nil
  }
}
