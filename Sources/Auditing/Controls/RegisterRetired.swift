internal import BackupPlanning
internal import Diagnostics

/// `register-retired`: a register row whose item is gone.
struct RegisterRetired: Control {
  let rule = ControlRule(
    "register-retired", .note,
    meaning:
      "The register has a row whose item the topology no longer has. The row stays: the item may come back, and its "
      + "backups may still be needed.",
    remedy: "check whether its backups may go; leave the row",
    serves: [.contingencyPlan], sources: [.planning])

  func complaints(_ context: AuditContext) -> [Complaint] {
    let known = Set(context.plan.backupItems.map { $0.id.lowercased() })
    return (context.register?.entries ?? []).filter { !known.contains($0.itemID.lowercased()) }.map { entry in
      Complaint(
        subject: entry.itemID,
        message: Phrase("control.register-retired", "the register has a row, but the topology no longer has the item"),
        location: context.registerLocation(of: entry.itemID))
    }
  }
}
