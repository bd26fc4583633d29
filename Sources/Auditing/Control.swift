public import BackupPlanning
public import Diagnostics

/// One question that the audit asks of a plan. Each has a file of its own.
protocol Control: Sendable {
  var rule: ControlRule { get }

  func complaints(_ context: AuditContext) -> [Complaint]
}

/// A control that asks the same of every backup item.
protocol ItemControl: Control {
  /// What is wrong with the item; nil where nothing is.
  func complaint(about item: AuditedItem, _ context: AuditContext) -> Phrase?

  /// Whether enough is known to say that nothing is wrong. Nothing is passed for lack of knowledge.
  func canJudge(_ item: AuditedItem, _ context: AuditContext) -> Bool
}

extension ItemControl {
  func canJudge(_ item: AuditedItem, _ context: AuditContext) -> Bool { true }

  func complaints(_ context: AuditContext) -> [Complaint] {
    context.items.compactMap { item in
      complaint(about: item, context).map {
        Complaint(subject: item.item.id, message: $0, location: context.registerLocation(of: item.item.id))
      }
    }
  }
}

/// What a control has to say about one subject.
struct Complaint: Sendable {
  /// The id of an item, or what else it is about.
  var subject: String
  var message: Phrase
  var location: SourceLocation?
}

/// What is published about a control: what it means, how bad it is, on whose authority, how to mend it.
public struct ControlRule: Sendable {
  /// A number that the policy can change.
  public struct Parameter: Sendable, Equatable {
    public let name: String
    public let value: Int
    public let meaning: String
  }

  public let id: String
  public let severity: Diagnostic.Severity
  public let meaning: String
  public let remedy: String
  /// Requirements of standards that it serves.
  public let serves: [ServedRequirement]
  /// Pages that ask for it.
  public let sources: [SourcePage]
  public let parameters: [Parameter]

  init(
    _ id: String, _ severity: Diagnostic.Severity, meaning: String, remedy: String, serves: [ServedRequirement],
    sources: [SourcePage] = [], parameters: [Parameter] = []
  ) {
    self.id = id
    self.severity = severity
    self.meaning = meaning
    self.remedy = remedy
    self.serves = serves
    self.sources = sources
    self.parameters = parameters
  }
}

/// Requirements of NIST SP 800-53 (revision 5) and ISO/IEC 27001:2022 that controls serve.
public enum ServedRequirement: String, Sendable, CaseIterable {
  case contingencyPlan = "NIST SP 800-53 CP-2"
  case contingencyPlanTesting = "NIST SP 800-53 CP-4"
  case separationFromPrimarySite = "NIST SP 800-53 CP-6(1)"
  case systemBackup = "NIST SP 800-53 CP-9"
  case backupTesting = "NIST SP 800-53 CP-9(1)"
  case separateStorage = "NIST SP 800-53 CP-9(3)"
  case recovery = "NIST SP 800-53 CP-10"
  case informationBackup = "ISO/IEC 27001:2022 A.8.13"
}
