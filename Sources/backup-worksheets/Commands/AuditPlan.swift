internal import CivilTime
internal import ArgumentParser
internal import Auditing
internal import BackupPlanning
internal import Diagnostics

/// `audit`: what is covered, what is not, and why.
struct AuditPlan: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit", abstract: "Say what is covered, what is not, and why.",
    discussion: "Exits with 1 where a finding at or above --fail-on is not waived.")

  /// How the audit is printed.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text
    case json
  }

  /// What makes it fail.
  enum Threshold: String, CaseIterable, ExpressibleByArgument {
    case error
    case warning
    case note

    var severity: Diagnostic.Severity {
      switch self {
      case .error: .error
      case .warning: .warning
      case .note: .note
      }
    }
  }

  @OptionGroup var input: PlanArguments

  @OptionGroup var evidence: EvidenceArguments

  @Option(name: .long, help: "text or json.")
  var format = Format.text

  @Option(name: .customLong("fail-on"), help: "The least severity that makes it exit with 1: error, warning or note.")
  var failOn = Threshold.error

  @Option(
    name: .customLong("as-of"),
    help: "The day that counts as now, in UTC: yyyy-mm-dd, or with a time. Without it SOURCE_DATE_EPOCH, else today.",
    transform: Self.moment)
  var asOf: Moment?

  @OptionGroup var messages: MessageOptions

  func run() throws {
    let console = messages.console
    let asOf = try asOf ?? Now.moment()
    let inputs = try input.inputs(console, omitsFindings: true)
    var audit = try Auditor.audit(
      plan: inputs.plan, policy: inputs.policy, register: inputs.register,
      evidence: evidence.read(inputs.plan, console), asOf: asOf,
      files: AuditFiles(topology: input.topology.file.name, register: inputs.registerFile))
    for position in audit.findings.indices {
      guard let file = audit.findings[position].location?.file else { continue }
      audit.findings[position].location?.file = InputFile.resultName(of: file)
    }
    switch format {
    case .text: try console.print(AuditText(audit, usesColor: messages.colorsResults).text)
    case .json: try console.print(audit.json)
    }
    if !audit.openFindings(atLeast: failOn.severity).isEmpty { throw ExitCode(Self.findingsStatus) }
  }

  /// The contract's exit code for findings at or above `--fail-on`.
  private static let findingsStatus: Int32 = 1

  private static func moment(_ text: String) throws -> Moment {
    guard let moment = Moment(text) else {
      throw ValidationError("'\(text)' is no day. Write yyyy-mm-dd, or yyyy-mm-ddThh:mm:ssZ.")
    }
    return moment
  }
}
