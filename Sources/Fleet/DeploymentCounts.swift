public import BackupPlanning
internal import Diagnostics
internal import Worksheets

/// What the plan of a deployment comes to, in numbers: all that the index and the summary say of it.
public struct DeploymentCounts: Sendable, Equatable, Codable {
  public var components = 0
  public var backupItems = 0
  /// Items with all that makes them planned; the others are uncovered.
  public var plannedItems = 0
  /// Cells that nobody has filled in.
  public var emptyCells = 0
  public var restorations = 0
  public var questions = 0
  public var errors = 0
  public var warnings = 0
  public var notes = 0

  public init() {}

  public init(of plan: Plan) {
    components = plan.components.count
    backupItems = plan.backupItems.count
    plannedItems = plan.backupItems.count(where: \.isPlanned)
    emptyCells = plan.backupItems.reduce(0) { $0 + $1.emptyCells }
    restorations = plan.restorations.count
    questions = plan.questions.count
    errors = plan.findings.count { $0.severity == .error }
    warnings = plan.findings.count { $0.severity == .warning }
    notes = plan.findings.count { $0.severity == .note }
  }

  public var findings: Int { errors + warnings + notes }

  public static func + (left: Self, right: Self) -> Self {
    var sum = left
    let members: [WritableKeyPath<Self, Int>] = [
      \.components, \.backupItems, \.plannedItems, \.emptyCells, \.restorations, \.questions, \.errors, \.warnings,
      \.notes,
    ]
    for member in members { sum[keyPath: member] += right[keyPath: member] }
    return sum
  }
}
