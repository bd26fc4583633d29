internal import ArgumentParser
internal import BackupPlanning
internal import Diagnostics

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

  /// The same as a value.
  var request: PlanRequest {
    PlanRequest(
      topology: topology.file, limits: topology.limits.limits, policy: policy.policy,
      entries: entries.map { InputFile(path: $0) })
  }

  /// The plan, after the diagnostics about its inputs have been printed.
  func plan(_ console: Console, _ redaction: RedactionArguments) throws(CommandFailure) -> Plan {
    try request.worksheetInputs(policy.read(), console, redaction.pseudonyms()).plan
  }

  /// The plan with what it was made from, after the diagnostics about the inputs have been printed.
  /// - Parameter omitsFindings: Whether the plan's own findings are left to the caller, who shows them all.
  func inputs(_ console: Console, omitsFindings: Bool = false) throws(CommandFailure) -> PlannedInputs {
    try request.inputs(policy.read(), console, omitsFindings: omitsFindings)
  }
}

/// The policy that a command reads.
struct PolicyArgument: ParsableArguments {
  @Option(name: .long, help: "What the organisation decided (YAML). `init` writes a first one.")
  var policy: String?

  /// The policy; an empty one where none is named.
  func read() throws(CommandFailure) -> Policy {
    try policy.map { path throws(CommandFailure) in try Policy(InputFile(path: path)) } ?? Policy()
  }
}

extension Policy {
  /// The policy that a file holds.
  init(_ file: InputFile) throws(CommandFailure) {
    let bytes = try file.contents(limit: Self.largestPolicy)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw CommandFailure(
        .unusableInput, id: "policy-not-utf8", file: file.name, "the policy is not UTF-8",
        remedy: "save it as UTF-8")
    }
    do throws(UnusableInput) {
      var reader = PolicyReader(fileName: file.name)
      self = try reader.read(text)
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
