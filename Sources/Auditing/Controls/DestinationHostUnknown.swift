internal import BackupPlanning
internal import Diagnostics

/// `destination-host-unknown`: a destination that names no machine.
struct DestinationHostUnknown: ItemControl {
  let rule = ControlRule(
    "destination-host-unknown", .note,
    meaning:
      "A drive path, a local path, a numeric address or any other text names no machine: whether the "
      + "backup lies on what it protects cannot be known.",
    remedy: "write the destination as \\\\server\\share or as a web address",
    serves: [.separateStorage])

  func complaint(about item: AuditedItem, _ context: AuditContext) -> Phrase? {
    guard let text = item.item.destination,
      item.destinations.isEmpty || item.destinations.contains(where: { $0?.machine == nil })
    else { return nil }
    return Phrase(
      "control.destination-host-unknown", "which machine \"{destination}\" is on cannot be known", ["destination": text]
    )
  }

  func canJudge(_ item: AuditedItem, _ context: AuditContext) -> Bool {
    item.item.destination != nil
  }
}
