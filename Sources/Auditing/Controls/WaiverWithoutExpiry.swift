internal import BackupPlanning
internal import Diagnostics

/// `waiver-without-expiry`: a waiver without an end.
struct WaiverWithoutExpiry: Control {
  let rule = ControlRule(
    "waiver-without-expiry", .warning,
    meaning: "The waiver holds for ever: nobody will be asked again whether the reason still stands.",
    remedy: "give it a last day: expires: yyyy-mm-dd",
    serves: [.contingencyPlan])

  func complaints(_ context: AuditContext) -> [Complaint] {
    context.policy.waivers.filter { waiver in
      waiver.expires == nil
    }.map { waiver in
      Complaint(
        subject: waiver.subject,
        message: Phrase(
          "control.waiver-without-expiry", "the waiver has no last day",
          [:]),
        location: waiver.location)
    }
  }
}
