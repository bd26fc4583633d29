internal import Auditing
internal import Diagnostics

/// Coverage in numbers and percent.
struct CoverageText {
  let audit: Audit

  init(_ audit: Audit) { self.audit = audit }

  /// The last line of an audit.
  var line: String {
    let coverage = audit.coverage
    let parts = [
      ("planned", coverage.planned), ("evidenced", coverage.evidenced), ("waived", coverage.waived),
      ("uncovered", coverage.uncovered),
    ]
    return "Coverage: \(coverage.required) required, "
      + parts.map { "\($0.1) \($0.0) (\(coverage.percent($0.1)) %)" }.joined(separator: ", ") + "\n"
  }

  var tables: String {
    [
      table("Coverage by worksheet", audit.coverageByWorksheet), table("Coverage by site", audit.coverageBySite),
      table("Coverage by pool", audit.coverageByPool), controls,
    ].filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private func table(_ title: String, _ groups: [GroupCoverage]) -> String {
    guard !groups.isEmpty else { return "" }
    let header = [title, "required", "planned", "evidenced", "waived", "uncovered", "covered"]
    let rows = groups.map { group in
      let coverage = group.coverage
      let numbers = [
        coverage.required, coverage.planned, coverage.evidenced, coverage.waived, coverage.uncovered,
      ]
      return ["  " + VisibleText.escaping(group.name)] + numbers.map { String($0) }
        + ["\(coverage.percent(coverage.covered)) %"]
    }
    return TextTable(rows: [header] + rows).text
  }

  private var controls: String {
    guard !audit.items.isEmpty else { return "" }
    let rows = audit.controls.map { control in
      ["  " + control.rule]
        + [control.required, control.met, control.waived, control.open, control.unknown].map { String($0) }
        + ["\(control.met * 100 / max(1, control.required)) %"]
    }
    return TextTable(rows: [["Coverage by control", "required", "met", "waived", "open", "unknown", "met"]] + rows).text
  }
}

/// Columns of text: the first to the left, the others, numbers, to the right.
struct TextTable {
  let rows: [[String]]

  var text: String {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in rows.map { $0.indices.contains(column) ? $0[column].count : 0 }.max() ?? 0
    }
    return rows.map { row in
      let cells = row.enumerated().map { column, cell in
        let padding = String(repeating: " ", count: widths[column] - cell.count)
        return column == 0 ? cell + padding : padding + cell
      }
      return cells.joined(separator: "  ").trimmingTrailingSpaces + "\n"
    }.joined()
  }
}

extension String {
  fileprivate var trimmingTrailingSpaces: String {
    String(prefix(through: lastIndex { $0 != " " } ?? startIndex))
  }
}
