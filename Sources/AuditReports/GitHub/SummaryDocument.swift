public import Auditing
internal import BackupPlanning
internal import CivilTime
public import Documents
internal import Diagnostics

/// An audit in short, as a document: coverage, then findings as far as there is room.
public struct SummaryDocument {
  private let audit: Audit

  public init(_ audit: Audit) { self.audit = audit }

  /// The summary with as many rows as fit.
  /// - Parameters:
  ///   - limit: The most bytes that it may have. Without any row it can have more.
  ///   - render: The bytes of a document.
  public func bytes<Failure: Error>(
    within limit: Int, render: (DocumentSet) throws(Failure) -> [UInt8]
  ) throws(Failure) -> [UInt8] {
    let rows = rows
    // No rendering is shorter than the text itself: what cannot fit is not tried.
    var room = limit
    var tooMany =
      rows.prefix { row in
        room -= row.size
        return room > 0
      }.count + 1
    var best = try render(document(Array(rows.prefix(tooMany))))
    if best.count <= limit { return best }
    var fitting = 0
    best = try render(document([]))
    while tooMany - fitting > 1 {
      let count = (fitting + tooMany) / 2
      let bytes = try render(document(Array(rows.prefix(count))))
      if bytes.count <= limit {
        (fitting, best) = (count, bytes)
      } else {
        tooMany = count
      }
    }
    return best
  }

  /// A finding and the table it is in.
  struct SummaryRow {
    let standing: AuditFinding.Standing
    let cells: [String]

    var size: Int { cells.reduce(0) { $0 + $1.utf8.count } }
  }

  /// Open findings first, in each standing the worst.
  private var rows: [SummaryRow] {
    AuditFinding.Standing.allCases.flatMap { standing in
      audit.findings.filter { $0.standing == standing }.map { finding in
        var cells = [finding.severity.rawValue, finding.rule, finding.subject, finding.message.text]
        cells.append(finding.location.map { "\($0)" } ?? "")
        if let waiver = finding.waiver {
          cells += [waiver.approver ?? "", waiver.expires ?? "", waiver.reason]
        }
        return SummaryRow(standing: standing, cells: cells.map(\.shortened))
      }
    }
  }

  private func document(_ rows: [SummaryRow]) -> DocumentSet {
    let sections = [coverage] + AuditFinding.Standing.allCases.compactMap { section($0, rows) } + [stale, rest(rows)]
    let title = audit.organization.map { "Backup audit of \($0.shortened)" } ?? "Backup audit"
    let document = Document(id: "audit-summary", title: title, sections: sections.compactMap(\.self))
    return DocumentSet(title: title, language: "en", documents: [document])
  }

  private var coverage: Section {
    let coverage = audit.coverage
    let sum =
      "As of \(audit.asOf): \(coverage.covered) of \(coverage.required) covered, \(coverage.waived) waived, "
      + "\(coverage.uncovered) uncovered"
    let counts = AuditFinding.Standing.allCases.map { standing in
      (standing, audit.findings.count { $0.standing == standing })
    }
    let findings = counts.filter { $0.0 == .open || $0.1 > 0 }.map { "\($0.1) \($0.0)" }.joined(separator: ", ")
    let rows = audit.coverageByWorksheet.map { group in
      let numbers = [
        group.coverage.required, group.coverage.planned, group.coverage.evidenced, group.coverage.waived,
        group.coverage.uncovered,
      ]
      return Row(cells: [Cell(group.name)] + numbers.map { Cell(String($0)) })
    }
    let table = Table(
      id: "coverage", caption: "",
      columns: ["Worksheet", "Required", "Planned", "Evidenced", "Waived", "Uncovered"]
        .map { Column($0) }, rows: rows, emptyText: "")
    return Section(
      id: "sum", blocks: [.paragraph(Text(sum)), .paragraph(Text("Findings: \(findings)")), .table(table)])
  }

  private func section(_ standing: AuditFinding.Standing, _ rows: [SummaryRow]) -> Section? {
    let rows = rows.filter { $0.standing == standing }
    guard !rows.isEmpty else { return nil }
    let (id, heading) =
      switch standing {
      case .open: ("open", "Findings")
      case .known: ("known", "Known from the baseline")
      case .waived: ("waived", "Waived")
      }
    var columns = ["Severity", "Rule", "About", "What", "Where"]
    if standing == .waived { columns += ["Approver", "Until", "Reason"] }
    let table = Table(
      id: "\(id)-findings", caption: "", columns: columns.map { Column($0) },
      rows: rows.map { Row(cells: $0.cells.map { Cell($0.isEmpty ? nil : $0) }) }, emptyText: "")
    return Section(id: id, heading: heading, blocks: [.table(table)])
  }

  private var stale: Section? {
    let count = audit.baseline?.stale.count ?? 0
    guard count > 0 else { return nil }
    return Section(
      id: "stale", heading: "Baseline",
      blocks: [.paragraph(Text("Entries that nothing matches any more: \(count). Write the baseline anew."))])
  }

  private func rest(_ rows: [SummaryRow]) -> Section? {
    let count = audit.findings.count - rows.count
    guard count > 0 else { return nil }
    return Section(
      id: "rest", heading: "And more",
      blocks: [.paragraph(Text("\(count) rows are left out here; the other formats have all of them."))])
  }
}

extension String {
  /// A cell's worth of it.
  fileprivate var shortened: String {
    let most = 400
    guard utf8.count > most else { return self }
    let scalars = unicodeScalars.prefix(most)
    return scalars.endIndex == unicodeScalars.endIndex ? self : String(scalars) + "…"
  }
}
