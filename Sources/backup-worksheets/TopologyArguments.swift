internal import ArgumentParser
internal import BackupPlanning
internal import Diagnostics
internal import TopologyImport
internal import XMLStream

/// The topology that a command reads.
struct TopologyArgument: ParsableArguments {
  @Argument(help: "A published topology (XML) or a Topology Builder file (.tbxml); - for standard input.")
  var topology: String

  @Option(name: .customLong("max-input-bytes"), help: "The largest topology to read, in bytes as UTF-8.")
  var largestInput = XMLLimits.standard.inputBytes

  @Option(name: .customLong("max-depth"), help: "How deep the elements of a topology may be nested.")
  var deepest = XMLLimits.standard.depth

  @Option(name: .customLong("max-tag-bytes"), help: "The longest tag or comment in a topology, in bytes.")
  var longestTag = XMLLimits.standard.lookAheadBytes

  func validate() throws {
    guard largestInput > 0, deepest > 0, longestTag > 0 else {
      throw ValidationError("A limit is a number greater than 0.")
    }
  }

  private var limits: ImportLimits {
    ImportLimits(xml: XMLLimits(inputBytes: largestInput, depth: deepest, lookAheadBytes: longestTag))
  }

  var file: InputFile { InputFile(path: topology) }

  /// Imports the topology, a piece at a time.
  func imported() throws(CommandFailure) -> ImportedTopology {
    var importer = TopologyImporter(fileName: file.name, limits: limits)
    try file.readChunks { chunk throws(CommandFailure) in
      do throws(UnusableInput) {
        try importer.read(chunk)
      } catch {
        throw CommandFailure(error)
      }
    }
    do throws(UnusableInput) {
      return try importer.finish()
    } catch {
      throw CommandFailure(error)
    }
  }
}

/// A plan and what it was made from.
struct PlannedInputs {
  var plan: Plan
  var policy: Policy
  /// What people filled in, and the file's name; nil where none is given.
  var register: Register?
  var registerFile: String?
}

/// The topology and the policy that a plan is made from.
struct PlanArguments: ParsableArguments {
  @OptionGroup var topology: TopologyArgument

  @Option(name: .long, help: "What the organisation decided (YAML). `init` writes a first one.")
  var policy: String?

  func validate() throws {
    if topology.file.isStandardInput && policy == "-" {
      throw ValidationError("Standard input can be the topology or the policy, not both.")
    }
  }

  /// The plan, after the diagnostics about its inputs have been printed.
  func plan(_ console: Console) throws(CommandFailure) -> Plan { try inputs(console).plan }

  /// The plan with what it was made from, after the diagnostics about the inputs have been printed.
  /// - Parameter omitsFindings: Whether the plan's own findings are left to the caller, who shows them all.
  func inputs(_ console: Console, omitsFindings: Bool = false) throws(CommandFailure) -> PlannedInputs {
    // The policy first: it is small, and a mistake in it should not wait for a large topology.
    let policy = try readPolicy()
    let imported = try topology.imported()
    if !omitsFindings { console.report(imported.diagnostics) }
    do throws(UnusableInput) {
      let result = try Planner.plan(
        imported.topology, importDiagnostics: imported.diagnostics, policy: policy, topologyFile: topology.file.name)
      let shown = Set(omitsFindings ? result.plan.findings.map(\.rule) : [])
      console.report(result.diagnostics.filter { !shown.contains($0.id) })
      return PlannedInputs(plan: result.plan, policy: policy)
    } catch {
      throw CommandFailure(error)
    }
  }

  private func readPolicy() throws(CommandFailure) -> Policy {
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
