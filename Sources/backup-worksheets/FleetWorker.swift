internal import ArgumentParser
internal import BackupPlanning
internal import Diagnostics
internal import Fleet
internal import Glibc
internal import TopologyImport

/// What one thread does with the deployments of a fleet, one after the other.
struct FleetWorker {
  /// What all threads know.
  struct Settings: Sendable {
    let shared: SharedSettings
    let limits: ImportLimits
    /// Where no deployment says otherwise.
    let formats: [WorksheetFormat]
    let language: String
    /// The folder of the fleet.
    let output: String
    /// What leads to the folder of the manifest, with a slash at its end; not said in results.
    let folder: String
    /// Whether what is up to date is made all the same.
    let force: Bool
    let console: Console
  }

  /// What became of a deployment, and what there is to say of it.
  struct Result: Sendable {
    let report: DeploymentReport
    let messages: String
  }

  private let settings: Settings
  private let shared: SharedInputs
  private let records: RecordFolder

  init(_ settings: Settings) {
    self.settings = settings
    shared = SharedInputs(settings.shared)
    records = RecordFolder(output: settings.output)
  }

  func result(of deployment: FleetDeployment) -> Result {
    let log = MessageLog()
    let files = [deployment.topology, deployment.entries, deployment.output].compactMap(\.self)
    let console = settings.console.collecting(in: log) { diagnostic in
      let file = diagnostic.location?.file ?? ""
      let says = files.contains { file == $0 || file.hasPrefix("\($0)/") }
      return says ? "" : "\(deployment.name): "
    }
    var report = DeploymentReport(
      name: deployment.name, topology: shown(deployment.topology), output: shown(deployment.output), state: .failed)
    do throws(CommandFailure) {
      try make(deployment, &report, console)
    } catch {
      console.report(error.diagnostics)
      report.exitCode = error.status.rawValue
      report.errors = error.diagnostics.filter { $0.severity == .error }.map { text(of: $0, deployment) }
      report.worksheets = records.record(of: deployment.name).map(PresentWorksheets.init)
    }
    return Result(report: report, messages: log.text)
  }

  private func make(
    _ deployment: FleetDeployment, _ report: inout DeploymentReport, _ console: Console
  ) throws(CommandFailure) {
    var deployment = deployment
    if let entries = deployment.entries, deployment.mayLackEntries, OutputFolder.kind(of: entries) == nil {
      console.report([
        Diagnostic(
          id: "fleet-entries-missing", severity: .warning, location: SourceLocation(file: entries),
          message: "nobody has begun this register: the cells that it would fill stay as the policy has them",
          remedy: "create it with `backup-worksheets entries`")
      ])
      report.missingEntries = shown(entries)
      deployment.entries = nil
    }
    let known = settings.force ? nil : records.record(of: deployment.name)
    if let known, try isUpToDate(known, deployment) {
      report.state = .skipped
      report.filesUnchanged = known.files.count
      report.worksheets = PresentWorksheets(known)
      return
    }
    let order = order(deployment)
    let job = try order.job(shared, console)
    var record = DeploymentRecord(name: deployment.name, inputs: "", files: [:], counts: DeploymentCounts(of: job.plan))
    let outcome = try job.write(isAlone: false) { digests throws(CommandFailure) in
      record.files = digests
      record.inputs = try inputs(
        deployment, topology: order.request.topology.tally?.finish() ?? "",
        entries: order.request.entries?.tally?.finish())
      try records.write(record)
    }
    report.state = outcome.written > 0 ? .written : .unchanged
    report.filesWritten = outcome.written
    report.filesUnchanged = outcome.unchanged
    report.worksheets = PresentWorksheets(record)
  }

  private func order(_ deployment: FleetDeployment) -> WorksheetOrder {
    func file(_ path: String) -> InputFile { InputFile(path: path, tally: DigestTally()) }
    return WorksheetOrder(
      request: PlanRequest(
        topology: file(deployment.topology), limits: settings.limits, policy: deployment.policy,
        entries: deployment.entries.map(file)),
      output: deployment.output, formats: formats(of: deployment), language: deployment.language ?? settings.language)
  }

  private func formats(of deployment: FleetDeployment) -> [WorksheetFormat] {
    deployment.formats.map { $0.compactMap { WorksheetFormat(rawValue: $0) } } ?? settings.formats
  }

  // MARK: Up to date

  /// Whether the files are those that the record names, and would be made from the same.
  private func isUpToDate(_ record: DeploymentRecord, _ deployment: FleetDeployment) throws(CommandFailure) -> Bool {
    // A pipe would be empty afterwards.
    let files = [deployment.topology, deployment.entries].compactMap(\.self)
    guard files.allSatisfy({ OutputFolder.kind(of: $0) == S_IFREG }) else { return false }
    let entries = try deployment.entries.map { path throws(CommandFailure) in
      try DigestTally.digest(of: InputFile(path: path))
    }
    let topology = try DigestTally.digest(of: InputFile(path: deployment.topology))
    guard record.inputs == (try inputs(deployment, topology: topology, entries: entries)) else { return false }
    return record.files.allSatisfy { name, digest in
      let path = "\(deployment.output)/\(name)"
      // Nothing waits for a pipe that somebody put there.
      return OutputFolder.kind(of: path) == S_IFREG && (try? DigestTally.digest(of: InputFile(path: path))) == digest
    }
  }

  /// The digest of everything that the worksheets are a function of.
  private func inputs(
    _ deployment: FleetDeployment, topology: String, entries: String?
  ) throws(CommandFailure) -> String {
    let formats = formats(of: deployment)
    var digest = InputDigest()
    digest.add("program", BackupWorksheets.configuration.version)
    digest.add("formats", WorksheetFormat.allCases.filter(formats.contains).map(\.rawValue).joined(separator: ","))
    digest.add("language", try shared.language(deployment.language ?? settings.language).digest)
    digest.add("templates", try shared.templates().digest)
    digest.add("redaction", try shared.redaction().digest)
    digest.add("policy", try shared.policy(deployment.policy).digest)
    digest.add("entries", entries)
    digest.add("topology", topology)
    return digest.finish()
  }

  // MARK: Results

  /// A path for results, which hold no absolute one.
  private func shown(_ path: String) -> String {
    let isInside = !settings.folder.isEmpty && path.hasPrefix(settings.folder)
    return InputFile.resultName(of: isInside ? String(path.dropFirst(settings.folder.count)) : path)
  }

  /// What is wrong. Under pseudonyms its id alone: the words may hold a name.
  private func text(of diagnostic: Diagnostic, _ deployment: FleetDeployment) -> String {
    guard !settings.shared.redacts else { return diagnostic.id }
    let paths = [deployment.topology, deployment.policy, deployment.entries, deployment.output].compactMap(\.self)
    return paths.reduce(diagnostic.description) { text, path in
      path == shown(path) ? text : text.replacing(path, with: shown(path))
    }
  }
}
