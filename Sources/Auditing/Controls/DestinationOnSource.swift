internal import BackupPlanning
internal import Diagnostics

/// `destination-on-source`: a backup on the machine that it protects.
struct DestinationOnSource: ItemControl {
  let rule = ControlRule(
    "destination-on-source", .error,
    meaning: "The backup lies on the server, or on a server of the pool, that it protects: one loss takes both.",
    remedy: "move the backup to another machine, preferably at another site",
    serves: [.separateStorage, .systemBackup, .informationBackup], sources: [.backupLocation, .bestPractices])

  func complaint(about item: AuditedItem, _ context: AuditContext) -> Phrase? {
    let hosts = Set(item.destinations.compactMap { $0?.machine }).filter {
      !context.machines.named($0, among: item.protects).isEmpty
    }.sorted()
    guard !hosts.isEmpty else { return nil }
    return Phrase(
      "control.destination-on-source", "the destination is on {hosts}, which it protects",
      ["hosts": hosts.joined(separator: ", ")])
  }

  func canJudge(_ item: AuditedItem, _ context: AuditContext) -> Bool {
    !item.protects.isEmpty && !item.destinations.isEmpty && item.destinations.allSatisfy { $0?.machine != nil }
  }
}
