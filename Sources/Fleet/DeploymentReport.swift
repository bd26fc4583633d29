/// What became of a deployment in one run: small, for there may be ten thousand.
public struct DeploymentReport: Sendable, Equatable {
  public enum State: String, Sendable, CaseIterable {
    /// At least one file is new.
    case written
    /// Made again, with the same bytes as before.
    case unchanged
    /// Nothing was to be done, by its record.
    case skipped
    case failed
  }

  public var name: String
  /// For results: no absolute path.
  public var topology: String
  public var output: String
  public var state: State
  /// What `generate` of this deployment alone would have ended with.
  public var exitCode: Int32 = 0
  public var filesWritten = 0
  public var filesUnchanged = 0
  /// The worksheets that are there, of an earlier run where this one failed; nil where there are none.
  public var worksheets: PresentWorksheets?
  /// A register that is named and that nobody has begun.
  public var missingEntries: String?
  /// What is wrong, for a failure.
  public var errors: [String] = []

  public init(name: String, topology: String, output: String, state: State) {
    self.name = name
    self.topology = topology
    self.output = output
    self.state = state
  }

  /// Of this run's or an earlier run's worksheets that are up to date; nil for a failure.
  public var counts: DeploymentCounts? { state == .failed ? nil : worksheets?.counts }
}

/// What a report keeps of a record: all that the index and the summary say.
public struct PresentWorksheets: Sendable, Equatable {
  public let counts: DeploymentCounts
  /// How many files there are.
  public let fileCount: Int
  /// The files that links lead to: of a page and of Markdown.
  let linkedFromPage: String?
  let linkedFromMarkdown: String?

  public init(_ record: DeploymentRecord) {
    counts = record.counts
    fileCount = record.files.count
    func first(_ names: [String]) -> String? { names.first { record.files[$0] != nil } }
    let (page, markdown) = ("worksheets.html", "index.md")
    let others = ["worksheets.xlsx", "plan.json", "database-worksheet.csv"]
    linkedFromPage = first([page, markdown] + others)
    linkedFromMarkdown = first([markdown, page] + others)
  }
}

extension [DeploymentReport] {
  /// The exit code of all: the highest, which is the worst. Wrong usage is the least, since nothing was tried; a disk
  /// that fails is the most.
  public var worstExitCode: Int32 { map(\.exitCode).max() ?? 0 }

  /// What all come to that did not fail.
  public var total: DeploymentCounts { compactMap(\.counts).reduce(DeploymentCounts(), +) }
}
