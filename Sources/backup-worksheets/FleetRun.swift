internal import Diagnostics
internal import Fleet
internal import Glibc
internal import Synchronization

/// The worksheets of many deployments, one folder each, and the index over them.
struct FleetRun {
  let deployments: [FleetDeployment]
  /// Heading of the index; nil for words of the language.
  let title: String?
  let settings: FleetWorker.Settings
  /// Nil for all of them.
  let shard: Shard?
  let jobs: Int
  let summary: SummaryRequest?

  /// More names than that nobody reads.
  private static let mostNames = 10

  /// - Returns: The exit code: that of the worst deployment.
  /// - Throws: ``CommandFailure`` where nothing can be done for any deployment, or the index or summary not be written.
  func run(_ console: Console) throws(CommandFailure) -> Int32 {
    let own = shard.map { shard in deployments.filter { shard.contains($0.name) } } ?? deployments
    if let shard {
      console.note("shard \(shard.index) of \(shard.count): \(own.count) of \(deployments.count) deployments")
    }
    // What is wrong with these is wrong for all.
    let shared = SharedInputs(settings.shared)
    _ = try shared.templates()
    _ = try shared.redaction()
    _ = try shared.language(settings.language)
    try createFolders(of: own)
    let reports = reports(of: own, console)
    if shard == nil {
      try FleetIndexOutput(title: title, settings: settings).write(deployments, reports, shared)
      noteLeftovers(console)
    }
    let result = FleetSummary(reports)
    console.note(result.lines)
    if shard == nil, console.hasReader { console.note("Look at  \(settings.output)/\(FleetIndexFiles.page)") }
    if let summary {
      if let file = summary.file {
        try ReportFiles([(file, result.jsonLines)]).write { () throws(CommandFailure) in }
      } else {
        try console.print(result.jsonLines)
      }
    }
    return reports.worstExitCode
  }

  /// Makes the folders that several deployments share: one that fails takes those away that it made, and another may be
  /// about to use them.
  private func createFolders(of deployments: [FleetDeployment]) throws(CommandFailure) {
    try OutputFolder(path: RecordFolder(output: settings.output).path).create()
    let parents = Set(
      deployments.compactMap { deployment in
        deployment.output.lastIndex(of: "/").map { String(deployment.output[..<$0]) }
      })
    for parent in parents.sorted() where !parent.isEmpty && OutputFolder.kind(of: parent) == nil {
      // Where it cannot be made, its deployments say so.
      try? OutputFolder(path: parent).create()
    }
  }

  private func reports(of deployments: [FleetDeployment], _ console: Console) -> [DeploymentReport] {
    let reports = Mutex<[DeploymentReport]>([])
    let settings = settings
    let count = deployments.count
    OrderedWork(elements: deployments, jobs: jobs).run {
      FleetWorker(settings)
    } work: { worker, deployment in
      worker.result(of: deployment)
    } deliver: { result, position in
      settings.console.forward(result.messages)
      settings.console.begin("Deployment \(position + 1) of \(count)")
      reports.withLock { $0.append(result.report) }
    }
    ProgressLine.shared.finish()
    return reports.withLock(\.self)
  }

  /// Records of deployments that are in the manifest no more: nobody deletes what may still be wanted.
  private func noteLeftovers(_ console: Console) {
    let known = Set(deployments.map(\.name))
    let others = RecordFolder(output: settings.output).names.filter { !known.contains($0) }
    guard !others.isEmpty else { return }
    let more = others.count - Self.mostNames
    let names = others.prefix(Self.mostNames).joined(separator: ", ") + (more > 0 ? ", and \(more) more" : "")
    console.note(
      "\(settings.output): written earlier and not among these deployments: \(names); their folders and their records "
        + "in \(FleetIndexFiles.records) stay, remove both if they are not wanted")
  }
}
