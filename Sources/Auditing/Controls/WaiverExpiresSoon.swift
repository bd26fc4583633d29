internal import CivilTime
internal import BackupPlanning
internal import Diagnostics

/// `waiver-expires-soon`: a waiver that ends soon.
struct WaiverExpiresSoon: Control {
  let rule = ControlRule(
    "waiver-expires-soon", .note,
    meaning: "The waiver's last day is near: what it waives will count again.",
    remedy: "mend what it waives, or have it approved anew before that day",
    serves: [.contingencyPlan],
    parameters: [.init(name: "days", value: 30, meaning: "how many days ahead it is said")])

  func complaints(_ context: AuditContext) -> [Complaint] {
    context.policy.waivers.filter { waiver in
      waiver.lastDay.map { (0...context.parameter(of: rule)).contains($0.number - context.asOf.day.number) } ?? false
    }.map { waiver in
      Complaint(
        subject: waiver.subject,
        message: Phrase(
          "control.waiver-expires-soon", "the waiver expires on {day}",
          ["day": waiver.expires ?? ""]),
        location: waiver.location)
    }
  }
}
