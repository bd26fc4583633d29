internal import BackupPlanning
internal import Diagnostics
internal import Redaction
internal import TopologyImport

/// What a plan is made from: files that somebody named.
struct PlanRequest {
  var topology: InputFile
  var limits: ImportLimits
  /// The policy's path; nil where there is none.
  var policy: String?
  /// What people filled in; nil where there is none.
  var entries: InputFile?

  /// The plan and what else worksheets are made from, after the diagnostics about it have been printed.
  /// - Parameter pseudonyms: What takes the place of names; nil where they stay.
  func worksheetInputs(
    _ policy: Policy, _ console: Console, _ pseudonyms: Pseudonyms?
  ) throws(CommandFailure) -> WorksheetInputs {
    if let pseudonyms { return WorksheetInputs(plan: try redactedPlan(policy, pseudonyms, console)) }
    let inputs = try inputs(policy, console)
    if let register = inputs.register, let file = inputs.registerFile {
      console.report(RegisterReview(register, inputs.plan).diagnostics(file: file))
    }
    return WorksheetInputs(
      plan: inputs.plan, register: inputs.register ?? Register(), houseStyle: inputs.policy.houseStyle)
  }

  /// The plan with what it was made from, after the diagnostics about the inputs have been printed.
  /// - Parameter omitsFindings: Whether the plan's own findings are left to the caller, who shows them all.
  func inputs(
    _ policy: Policy, _ console: Console, omitsFindings: Bool = false
  ) throws(CommandFailure) -> PlannedInputs {
    // The small files first: a mistake in them should not wait for a large topology.
    let register = try readRegister()
    let imported = try topology.imported(limits, console)
    let plan = try topology.plan(
      of: imported, policy, register?.contents ?? Register(), console, omitsFindings: omitsFindings)
    return PlannedInputs(
      plan: plan, topologyEntry: imported.archiveEntry, policy: policy, register: register?.contents,
      registerFile: register?.name)
  }

  /// The plan of the deployment under pseudonyms. It is planned twice: what the policy and the register say depends on
  /// the names, and no name may be left in what is derived from them.
  private func redactedPlan(
    _ policy: Policy, _ pseudonyms: Pseudonyms, _ console: Console
  ) throws(CommandFailure) -> Plan {
    let register = try readRegister()?.contents ?? Register()
    let imported = try topology.imported(limits, console)
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
    let bytes = try entries.contents(limit: RegisterFile.largest)
    return (entries.name, try Register(bytes, fileName: entries.name))
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
