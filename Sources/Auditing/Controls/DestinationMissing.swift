internal import BackupPlanning
internal import Diagnostics

/// `destination-missing`: an item without a destination.
struct DestinationMissing: ItemControl {
  let rule = ControlRule(
    "destination-missing", .error,
    meaning: "Nobody has said where its backup goes: the item is not planned.",
    remedy: "give a destination in the register or the policy, such as \\\\server\\share",
    serves: [.systemBackup, .separateStorage, .informationBackup], sources: [.worksheets, .backupLocation])

  func complaint(about item: AuditedItem, _ context: AuditContext) -> Phrase? {
    item.item.destination == nil ? Phrase("control.destination-missing", "nobody has given a destination") : nil
  }
}
