internal import ArgumentParser
internal import Fleet

/// Options of `generate` for many deployments.
struct FleetArguments: ParsableArguments {
  @Option(
    name: .customLong("fleet"),
    help: ArgumentHelp(
      "A manifest (YAML) that names the topologies, and what belongs to each, in place of topologies on the command line.",
      valueName: "fleet.yml"))
  var manifest: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "How many deployments are worked on at the same time; as many as there are processors without it.",
      valueName: "n"))
  var jobs: Int?

  @Option(
    name: .customLong("shard"),
    help: ArgumentHelp(
      """
      The I-th of N parts of the deployments, from 1; auto takes both from the environment: JOB_COMPLETION_INDEX with \
      BACKUP_WORKSHEETS_SHARDS, CI_NODE_INDEX with CI_NODE_TOTAL, or SLURM_ARRAY_TASK_ID.
      """, valueName: "i/n|auto"),
    transform: ShardChoice.init)
  var shard: ShardChoice?

  @Flag(name: .long, help: "Write all worksheets anew, those that are up to date as well.")
  var force = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Print what became of each deployment as lines of JSON; =FILE after the name writes them there.",
      valueName: "jsonl[=file]"),
    transform: SummaryRequest.init)
  var summary: SummaryRequest?

  /// More threads than that no machine keeps busy.
  private static let mostJobs = 256

  /// More than that, and disks or memory are what is waited for; `--jobs` can say otherwise.
  private static let mostUsualJobs = 16

  func validate() throws {
    if let jobs, !(1...Self.mostJobs).contains(jobs) {
      throw ValidationError("--jobs is a number from 1 to \(Self.mostJobs).")
    }
    if manifest == "-" || manifest == "" { throw ValidationError("--fleet needs the name of a file.") }
  }

  var threads: Int { jobs ?? min(max(1, WorkerThread.cores), Self.mostUsualJobs) }

  /// What is of use with several deployments only.
  var onlyForSeveral: [String] {
    [
      (jobs != nil, "--jobs"), (shard != nil, "--shard"), (force, "--force"), (summary != nil, "--summary"),
    ].filter(\.0).map(\.1)
  }
}

/// `--shard`: said, or to be taken from the environment.
enum ShardChoice {
  case given(Shard)
  case environment

  init(_ text: String) throws {
    if text == "auto" {
      self = .environment
    } else if let shard = Shard(text) {
      self = .given(shard)
    } else {
      throw ValidationError("'\(text)' is no shard. Write I/N with 1 ≤ I ≤ N, such as 2/5, or auto.")
    }
  }

  /// - Throws: ``CommandFailure`` with status 64 where the environment does not say, or contradicts itself.
  func shard() throws(CommandFailure) -> Shard {
    switch self {
    case .given(let shard): return shard
    case .environment:
      do {
        return try Shard(environment: Environment.value)
      } catch {
        throw CommandFailure(.wrongUsage, id: "shard-unknown", error.message, remedy: error.remedy)
      }
    }
  }
}

/// `--summary jsonl[=FILE]`.
struct SummaryRequest {
  /// Nil for standard output.
  let file: String?

  init(_ text: String) throws {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.first == "jsonl" else { throw ValidationError("There is no summary '\(text)'. Summaries: jsonl.") }
    file = parts.count == 2 && parts[1] != "-" ? String(parts[1]) : nil
    if file?.isEmpty == true { throw ValidationError("Name a file after '=', or leave both out.") }
  }
}
