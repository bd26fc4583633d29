internal import BackupPlanning
internal import Diagnostics

/// `waiver-unused`: a waiver whose items are gone.
struct WaiverUnused: Control {
  let rule = ControlRule(
    "waiver-unused", .note,
    meaning: "The waiver's item pattern matches nothing that the plan has: it was written for items that are gone, or "
      + "is misspelt and waives nothing.",
    remedy: "compare its item with the item ids of plan.json, or remove it",
    serves: [.contingencyPlan])

  func complaints(_ context: AuditContext) -> [Complaint] {
    let subjects =
      context.plan.backupItems.map(\.id) + context.plan.findings.map(\.subject)
      + (context.register?.entries.map(\.itemID) ?? []) + context.policy.waivers.map(\.subject)
    return context.policy.waivers.filter { waiver in
      waiver.item.map { item in !subjects.contains(where: item.matches) } ?? false
    }.map { waiver in
      Complaint(
        subject: waiver.subject,
        message: Phrase("control.waiver-unused", "the waiver's item matches nothing in the plan"),
        location: waiver.location)
    }
  }
}
