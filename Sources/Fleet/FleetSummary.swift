/// What a run did with a fleet, for people and for programs.
public struct FleetSummary: Sendable {
  private let reports: [DeploymentReport]

  public init(_ reports: [DeploymentReport]) { self.reports = reports }

  // MARK: For programs

  /// The name of the form of a line and its version.
  public static let schema = "backup-worksheets/fleet-summary/1"

  /// A line of JSON for each deployment, in order.
  public var jsonLines: [UInt8] {
    reports.flatMap { SortedJSON.bytes(of: Line($0), isIndented: false) }
  }

  private struct Line: Encodable {
    let schema = FleetSummary.schema
    let name: String
    let topology: String
    let output: String
    let state: String
    let exitCode: Int32
    let filesWritten: Int
    let filesUnchanged: Int
    let counts: DeploymentCounts?
    let missingEntries: String?
    let errors: [String]?

    init(_ report: DeploymentReport) {
      name = report.name
      topology = report.topology
      output = report.output
      state = report.state.rawValue
      exitCode = report.exitCode
      filesWritten = report.filesWritten
      filesUnchanged = report.filesUnchanged
      counts = report.counts
      missingEntries = report.missingEntries
      errors = report.errors.isEmpty ? nil : report.errors
    }
  }

  // MARK: For people

  /// More rows than that nobody reads: then failures alone have one.
  private static let mostRows = 40

  private static let titles = ["name", "state", "files", "components", "items", "questions", "findings"]

  /// A table, a line each.
  public var lines: [String] {
    let shown = reports.count > Self.mostRows ? reports.filter { $0.state == .failed } : reports
    let rows = shown.map(Self.row)
    return (rows.isEmpty ? [] : Self.aligned([Self.titles] + rows)) + [sum]
  }

  private static func row(_ report: DeploymentReport) -> [String] {
    let numbers = report.counts.map { [$0.components, $0.backupItems, $0.questions, $0.findings].map { String($0) } }
    // Skipped ones were neither written nor compared one by one.
    let files = report.state == .failed ? "-" : String(report.worksheets?.fileCount ?? 0)
    return [report.name, report.state.rawValue, files] + (numbers ?? ["-", "-", "-", "-"])
  }

  /// Names to the left, numbers to the right.
  private static func aligned(_ rows: [[String]]) -> [String] {
    let widths = titles.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      row.enumerated().map { column, text in
        let padding = String(repeating: " ", count: widths[column] - text.count)
        return column < 2 ? text + padding : padding + text
      }.joined(separator: "  ")
    }
  }

  private var sum: String {
    let states = DeploymentReport.State.allCases.compactMap { state -> String? in
      let count = reports.count { $0.state == state }
      return count == 0 ? nil : "\(state.rawValue) \(count)"
    }
    let total = reports.total
    let written = reports.reduce(0) { $0 + $1.filesWritten }
    return
      "deployments: \(reports.count)\(states.isEmpty ? "" : " (\(states.joined(separator: ", ")))"); files written: "
      + "\(written); components: \(total.components), backup items: \(total.backupItems), restorations: "
      + "\(total.restorations), open questions: \(total.questions), findings: \(total.findings)"
  }
}
