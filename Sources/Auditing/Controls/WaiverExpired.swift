internal import CivilTime
internal import BackupPlanning
internal import Diagnostics

/// `waiver-expired`: a waiver that is over.
struct WaiverExpired: Control {
  let rule = ControlRule(
    "waiver-expired", .error,
    meaning: "The waiver's last day is past: it waives nothing any more.",
    remedy: "mend what it waived, or have it approved anew with a later day",
    serves: [.contingencyPlan])

  func complaints(_ context: AuditContext) -> [Complaint] {
    context.policy.waivers.filter { waiver in
      waiver.isExpired(on: context.asOf.day)
    }.map { waiver in
      Complaint(
        subject: waiver.subject,
        message: Phrase(
          "control.waiver-expired", "the waiver expired on {day} and waives nothing any more",
          ["day": waiver.expires ?? ""]),
        location: waiver.location)
    }
  }
}
