internal import ArgumentParser
internal import BackupPlanning
internal import Fleet

/// `generate`: the worksheets of one topology or of many, as files.
struct Generate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "Write the worksheets of a topology into a folder, or those of many into one each.",
    discussion: """
      Several topologies, or the deployments of a manifest (--fleet), get a folder each below --output, named after \
      them, and an index beside the folders. What is up to date is left alone. One that fails stops no other; the exit \
      code is then that of the worst.
      """)

  @Argument(
    help: """
      A published topology (XML), a Topology Builder file (.tbxml) or an archive of Export-CsConfiguration (zip); \
      - for standard input. Several get a folder each.
      """)
  var topology: [String] = []

  @OptionGroup var limits: LimitOptions

  @OptionGroup var policy: PolicyArgument

  @Option(name: .long, help: "What people filled in row by row (CSV). `entries` writes and updates it.")
  var entries: String?

  @OptionGroup var redaction: RedactionArguments

  @OptionGroup var worksheets: WorksheetOptions

  @OptionGroup var fleet: FleetArguments

  @OptionGroup var messages: MessageOptions

  func validate() throws {
    if let manifest = fleet.manifest { return try validateManifest(manifest) }
    guard let first = topology.first else {
      throw ValidationError("Missing expected argument '<topology> ...': name a topology, or a manifest with --fleet.")
    }
    guard topology.count > 1 else { return try validateOne(first) }
    if ([policy.policy, entries].compactMap(\.self) + topology).contains("-") {
      throw ValidationError("Standard input can be read once: not with several topologies.")
    }
    try refuseInjecting()
    try CommandLineFleet.check(topology)
  }

  private func validateOne(_ topology: String) throws {
    if [topology, policy.policy, entries].count(where: { $0 == "-" }) > 1 {
      throw ValidationError("Standard input can be one of the topology, the policy and the entries, not several.")
    }
    if let option = fleet.onlyForSeveral.first {
      throw ValidationError("\(option) is of use with several topologies, or with --fleet.")
    }
  }

  private func validateManifest(_ manifest: String) throws {
    if let first = topology.first {
      throw ValidationError("The topologies are in the manifest \(manifest): '\(first)' cannot be given as well.")
    }
    let given = [
      (policy.policy != nil, "--policy"), (entries != nil, "--entries"), (worksheets.outputGiven != nil, "--output"),
      (worksheets.formatGiven != nil, "--format"), (worksheets.languageGiven != nil, "--language"),
    ]
    if let option = given.first(where: \.0)?.1 {
      throw ValidationError("\(option) cannot be given with --fleet: the manifest says it.")
    }
    try refuseInjecting()
  }

  private func refuseInjecting() throws {
    guard worksheets.inject.isEmpty else { throw ValidationError("--inject is of use with one topology only.") }
  }

  func run() throws {
    let console = messages.console
    if let manifest = fleet.manifest {
      try run(ManifestFile(path: manifest, templates: worksheets.templates).read(), console)
    } else if topology.count > 1 {
      try run(CommandLineFleet.fleet(of: topology, policy: policy.policy, entries: entries, worksheets), console)
    } else {
      try runOne(topology.first ?? "", console)
    }
  }

  private func runOne(_ topology: String, _ console: Console) throws(CommandFailure) {
    let order = worksheets.order(
      PlanRequest(
        topology: InputFile(path: topology), limits: limits.limits, policy: policy.policy,
        entries: entries.map { InputFile(path: $0) }))
    let job = try order.job(SharedInputs(SharedSettings(worksheets, redaction)), console)
    console.begin(.writing)
    let outcome = try job.write()
    let plan = job.plan
    if console.hasReader {
      console.note(FirstSteps(plan: plan, order: order, redacts: redaction.redact, outcome: outcome).lines)
    } else {
      console.note(
        "\(order.output): files written: \(outcome.written), unchanged: \(outcome.unchanged); components: "
          + "\(plan.components.count), backup items: \(plan.backupItems.count), restorations: "
          + "\(plan.restorations.count), open questions: \(plan.questions.count)")
    }
    // The system takes a large plan back at once; object by object it takes a thirtieth of the run.
    withExtendedLifetime(job) { Self.exit() }
  }

  private func run(_ requested: RequestedFleet, _ console: Console) throws {
    let run = FleetRun(
      deployments: requested.deployments, title: requested.title,
      settings: FleetWorker.Settings(
        shared: SharedSettings(worksheets, redaction), limits: limits.limits, formats: requested.formats,
        language: requested.language, output: requested.output, folder: requested.folder, force: fleet.force,
        console: console),
      shard: try fleet.shard?.shard(), jobs: fleet.threads, summary: fleet.summary)
    let code = try run.run(console)
    if code != 0 { throw ExitCode(code) }
  }
}
