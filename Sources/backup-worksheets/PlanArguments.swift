internal import ArgumentParser
internal import BackupPlanning
internal import Redaction
internal import Diagnostics
internal import TopologyImport

/// What a plan is made from: a topology, and what people decided and filled in.
struct PlanArguments: ParsableArguments {
  @OptionGroup var topology: TopologyArgument

  @OptionGroup var policy: PolicyArgument

  @Option(name: .long, help: "What people filled in row by row (CSV). `entries` writes and updates it.")
  var entries: String?

  func validate() throws {
    let fromStandardInput = [topology.topology, policy.policy, entries].filter { $0 == "-" }
    if fromStandardInput.count > 1 {
      throw ValidationError("Standard input can be one of the topology, the policy and the entries, not several.")
    }
  }

  /// The plan, after the diagnostics about its inputs have been printed.
  func plan(_ console: Console, _ redaction: RedactionArguments) throws(CommandFailure) -> Plan {
    try worksheetInputs(console, redaction).plan
  }

  /// The plan and what else worksheets are made from, after the diagnostics about it have been printed.
  func worksheetInputs(
    _ console: Console, _ redaction: RedactionArguments
  ) throws(CommandFailure) -> WorksheetInputs {
    if let pseudonyms = try redaction.pseudonyms() {
      return WorksheetInputs(plan: try redactedPlan(pseudonyms, console))
    }
    let inputs = try inputs(console)
    if let register = inputs.register, let file = inputs.registerFile {
      console.report(RegisterReview(register, inputs.plan).diagnostics(file: file))
    }
    return WorksheetInputs(
      plan: inputs.plan, register: inputs.register ?? Register(), houseStyle: inputs.policy.houseStyle)
  }

  /// The plan with what it was made from, after the diagnostics about the inputs have been printed.
  /// - Parameter omitsFindings: Whether the plan's own findings are left to the caller, who shows them all.
  func inputs(_ console: Console, omitsFindings: Bool = false) throws(CommandFailure) -> PlannedInputs {
    // The small files first: a mistake in them should not wait for a large topology.
    let policy = try policy.read()
    let register = try readRegister()
    let imported = try topology.imported(console)
    let plan = try topology.file.plan(
      of: imported, policy, register?.contents ?? Register(), console, omitsFindings: omitsFindings)
    return PlannedInputs(
      plan: plan, topologyEntry: imported.archiveEntry, policy: policy, register: register?.contents,
      registerFile: register?.name)
  }

  /// The plan of the deployment under pseudonyms. It is planned twice: what the policy and the register say depends on
  /// the names, and no name may be left in what is derived from them.
  private func redactedPlan(_ pseudonyms: Pseudonyms, _ console: Console) throws(CommandFailure) -> Plan {
    let policy = try policy.read()
    let register = try readRegister()?.contents ?? Register()
    let imported = try topology.imported(console)
    let diagnostics = pseudonyms.redacted(imported.diagnostics, of: imported.topology)
    console.report(diagnostics)
    console.begin(.planning)
    do throws(UnusableInput) {
      let named = try Planner.plan(imported.topology, policy: policy, register: register).plan
      return try Planner.plan(
        pseudonyms.redacted(imported.topology), importDiagnostics: diagnostics, policy: pseudonyms.redacted(policy),
        register: pseudonyms.register(of: named.backupItems, register)
      ).plan
    } catch {
      throw CommandFailure(error)
    }
  }

  private func readRegister() throws(CommandFailure) -> (name: String, contents: Register)? {
    guard let entries else { return nil }
    let file = InputFile(path: entries)
    let bytes = try file.contents(limit: RegisterFile.largest)
    return (file.name, try Register(bytes, fileName: file.name))
  }
}

/// What worksheets are made from.
struct WorksheetInputs {
  var plan: Plan
  /// What people filled in so far: nil under pseudonyms, by which nobody fills in anything.
  var register: Register?
  /// Empty under pseudonyms: a logo is a name.
  var houseStyle = HouseStyle()
}

/// A plan and what it was made from.
struct PlannedInputs {
  var plan: Plan
  /// The entry that held the topology, where its file is an archive.
  var topologyEntry: String?
  var policy: Policy
  /// What people filled in, and the file's name; nil where none is given.
  var register: Register?
  var registerFile: String?
}

/// The policy that a command reads.
struct PolicyArgument: ParsableArguments {
  @Option(name: .long, help: "What the organisation decided (YAML). `init` writes a first one.")
  var policy: String?

  /// The policy; an empty one where none is named.
  func read() throws(CommandFailure) -> Policy {
    guard let policy else { return Policy() }
    let file = InputFile(path: policy)
    let bytes = try file.contents(limit: Self.largestPolicy)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw CommandFailure(
        .unusableInput, id: "policy-not-utf8", file: file.name, "the policy is not UTF-8",
        remedy: "save it as UTF-8")
    }
    do throws(UnusableInput) {
      var reader = PolicyReader(fileName: file.name)
      return try reader.read(text)
    } catch {
      throw CommandFailure(error)
    }
  }

  /// 1 MiB: hundreds of times what a person writes.
  private static let largestPolicy = 1 << 20
}

extension TopologyArgument {
  /// The plan of the topology, after the diagnostics about it have been printed.
  func plan(_ policy: Policy, _ register: Register, _ console: Console) throws(CommandFailure) -> Plan {
    try file.plan(of: imported(console), policy, register, console)
  }
}

extension InputFile {
  /// The plan of the topology that was imported from this file, after the diagnostics about it have been printed.
  func plan(
    of imported: ImportedTopology, _ policy: Policy, _ register: Register, _ console: Console,
    omitsFindings: Bool = false
  ) throws(CommandFailure) -> Plan {
    if !omitsFindings { console.report(imported.diagnostics) }
    console.begin(.planning)
    do throws(UnusableInput) {
      let result = try Planner.plan(
        imported.topology, importDiagnostics: imported.diagnostics, policy: policy, register: register,
        topologyFile: name(ofEntry: imported.archiveEntry))
      let shown = Set(omitsFindings ? result.plan.findings.map(\.rule) : [])
      console.report(result.diagnostics.filter { !shown.contains($0.id) })
      return result.plan
    } catch {
      throw CommandFailure(error)
    }
  }
}

extension Register {
  /// The register that a file holds.
  init(_ bytes: [UInt8], fileName: String) throws(CommandFailure) {
    do throws(UnusableInput) {
      var reader = RegisterReader(fileName: fileName)
      self = try reader.read(bytes)
    } catch {
      throw CommandFailure(error)
    }
  }
}
