internal import CivilTime
internal import ArgumentParser
internal import AuditReports
internal import Auditing
internal import BackupPlanning
internal import Diagnostics

/// `audit`: what is covered, what is not, and why.
struct AuditPlan: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit", abstract: "Say what is covered, what is not, and why.",
    discussion: "Exits with 1 where a finding at or above --fail-on is neither waived nor in the baseline.")

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

  @Option(
    name: .long,
    help: ArgumentHelp(
      "One of \(ReportRequest.names); text without it. Several at once: =FILE after the name writes it there.",
      valueName: "name[=file]"),
    transform: ReportRequest.init)
  var format: [ReportRequest] = []

  @Option(name: .long, help: "Findings that were known before (JSON) and do not count. `--format baseline` writes it.")
  var baseline: String?

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
    let baseline = try readBaseline()
    let inputs = try input.inputs(console, omitsFindings: true)
    let topology = input.topology.file
    let topologyName = topology.name(ofEntry: inputs.topologyEntry)
    var audit = try Auditor.audit(
      plan: inputs.plan, policy: inputs.policy, register: inputs.register,
      evidence: evidence.read(inputs.plan, console), asOf: asOf,
      files: AuditFiles(topology: topologyName, register: inputs.registerFile))
    audit.nameFiles { name in
      name == topologyName ? topology.resultName(ofEntry: inputs.topologyEntry) : InputFile.resultName(of: name)
    }
    if let baseline {
      audit = audit.comparing(with: baseline)
      console.report(staleEntries(audit))
    }
    try write(audit, console)
    if !audit.openFindings(atLeast: failOn.severity).isEmpty { throw ExitCode(Self.findingsStatus) }
  }

  func validate() throws {
    let inputs = [input.topology.topology, input.policy.policy, input.entries].compactMap(\.self)
    if baseline == "-", inputs.contains("-") {
      throw ValidationError("Standard input can be one of the inputs, not several.")
    }
    try ReportRequest.check(format, inputs: inputs + evidence.paths, baseline: baseline)
  }

  private func readBaseline() throws(CommandFailure) -> Baseline? {
    guard let baseline else { return nil }
    let file = InputFile(path: baseline)
    let bytes = try file.contents(limit: RegisterFile.largest)
    do {
      return try Baseline(json: bytes, fileName: file.name)
    } catch {
      throw CommandFailure(error)
    }
  }

  private func staleEntries(_ audit: Audit) -> [Diagnostic] {
    (audit.baseline?.stale ?? []).map { entry in
      Diagnostic(
        id: "baseline-stale", severity: .note,
        location: baseline.map { SourceLocation(file: InputFile(path: $0).name) },
        message: "\(entry.rule) of \(entry.subject) is not found any more",
        remedy: "write the baseline anew with --format baseline=FILE")
    }
  }

  /// Makes every report before the first one is written.
  private func write(_ audit: Audit, _ console: Console) throws(CommandFailure) {
    let requests = format.isEmpty ? [ReportRequest(.text)] : format
    let formats = Set(requests.map(\.format))
    // A step of GitHub Actions has a place for the summary; whoever asks for it elsewhere does not want it twice.
    let stepFile = formats.contains(.github) && !formats.contains(.summary) ? StepSummary.file : nil
    let summary = try stepFile.map { file throws(CommandFailure) in
      try StepSummary.bytes(of: audit, appendedTo: file)
    }
    var printed: [UInt8] = []
    var files: [(path: String, bytes: [UInt8])] = []
    for request in requests {
      let bytes = try report(audit, request)
      if let file = request.file { files.append((file, bytes)) } else { printed += bytes }
    }
    try ReportFiles(files).write { () throws(CommandFailure) in
      try console.print(printed)
      if let summary, let stepFile { try StepSummary.append(summary, to: stepFile) }
    }
  }

  private func report(_ audit: Audit, _ request: ReportRequest) throws(CommandFailure) -> [UInt8] {
    switch request.format {
    case .text:
      Array(AuditText(audit, usesColor: request.file == nil && messages.colorsResults).text.utf8)
    case .json: audit.json
    case .sarif:
      SARIFReport(
        audit, version: BackupWorksheets.configuration.version, topology: input.topology.file.resultName
      ).bytes
    case .junit: JUnitReport(audit, failingAt: failOn.severity).bytes
    case .github: Array(GitHubAnnotations(audit).text.utf8)
    case .summary: try StepSummary.bytes(of: audit)
    case .baseline: Baseline(of: audit).json
    }
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
