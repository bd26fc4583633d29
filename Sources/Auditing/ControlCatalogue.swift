public import BackupPlanning
internal import Diagnostics

/// Every control, in the order in which a reader wants them.
public enum ControlCatalogue {
  static let controls: [any Control] = [
    ScheduleMissing(), DestinationMissing(), OwnerMissing(), RPOMissing(), RTOMissing(), RetentionMissing(),
    ScheduleUnreadable(), DurationUnreadable(), ScheduleExceedsRPO(), RetentionTooShort(),
    DestinationOnSource(), DestinationSameSite(), DestinationHostUnknown(),
    BackupMissing(), BackupStale(), BackupEmpty(), BackupShrunk(), RestoreTestMissing(), RestoreTestOld(),
    DateImplausible(),
    RegisterRetired(), RegisterRowMissing(),
    WaiverExpired(), WaiverWithoutApprover(), WaiverWithoutExpiry(), WaiverExpiresSoon(), WaiverUnused(),
  ]

  /// What is published about them.
  public static var rules: [ControlRule] { controls.map(\.rule) }

  /// The controls as rules of the catalogue.
  public static var explanations: [RuleExplanation] { rules.map(\.explanation) }
}

extension ControlRule {
  var explanation: RuleExplanation {
    var details = [
      RuleExplanation.Detail(name: "Meaning", text: meaning),
      .init(name: "Severity", text: severity.rawValue),
      .init(name: "Remedy", text: remedy),
      .init(name: "Serves", text: serves.map(\.rawValue).joined(separator: "; ")),
    ]
    if sources.isEmpty { details.append(.init(name: "Authority", text: "our own; no page asks for it")) }
    details += parameters.map { parameter in
      .init(
        name: "Parameter",
        text: "\(parameter.name), \(parameter.value) if the policy does not change it: \(parameter.meaning)"
      )
    }
    if let parameter = parameters.first {
      details.append(.init(name: "To change", text: "controls: {\(id): {\(parameter.name): \(parameter.value)}}"))
    }
    details += [
      .init(name: "To switch off", text: "controls: {\(id): off}"),
      .init(
        name: "To waive",
        text: "waivers: [{rule: \(id), item: …, reason: …, approver: …, expires: …}]"),
    ]
    return RuleExplanation(
      id: id, kind: .control, title: "\(severity.rawValue): \(remedy)", details: details, sources: sources)
  }
}
