internal import BackupPlanning
internal import Diagnostics

/// `waiver-without-approver`: a waiver that nobody approved.
struct WaiverWithoutApprover: Control {
  let rule = ControlRule(
    "waiver-without-approver", .error,
    meaning: "The waiver does not say who agreed to it: it waives nothing.",
    remedy: "have it approved, and name the approver",
    serves: [.contingencyPlan])

  func complaints(_ context: AuditContext) -> [Complaint] {
    context.policy.waivers.filter { waiver in
      !waiver.hasApprover
    }.map { waiver in
      Complaint(
        subject: waiver.subject,
        message: Phrase(
          "control.waiver-without-approver", "the waiver names no approver and waives nothing",
          [:]),
        location: waiver.location)
    }
  }
}
