public import BackupPlanning
internal import Diagnostics

/// A plan as text for a terminal.
public enum PlanText {
  /// Components, rows, findings and questions, a line each.
  public static func text(of plan: Plan) -> String {
    let sections: [(title: String, lines: [String])] = [
      ("Components", plan.components.map(line)),
      ("Backup items", plan.backupItems.flatMap(lines)),
      ("Other requirements", plan.otherRequirements.map { "\($0.kind)  \($0.subject)" }),
      ("Restorations", plan.restorations.map { "\($0.priority)  \($0.id)  \($0.steps.count) steps" }),
      ("Needs no backup", plan.exclusions.map { "\($0.database)  \(place($0.server, $0.instance))" }),
      ("Findings", plan.findings.map { "\($0.severity.rawValue): \($0.message.text); \($0.remedy.text) [\($0.rule)]" }),
      ("Questions", plan.questions.map { "\($0.id): \($0.text.text)" }),
    ]
    return sections.map { section in
      let lines = section.lines.isEmpty ? ["none"] : section.lines
      return "\(section.title)\n" + lines.map { "  \(VisibleText.escaping($0))\n" }.joined()
    }.joined(separator: "\n")
  }

  private static func line(_ component: Component) -> String {
    let site = component.site.map { "  site \($0)" } ?? ""
    let product = component.product.map { "  \($0)" } ?? ""
    return "\(component.kind.rawValue)  \(component.fqdn ?? component.id)\(site)\(product)"
  }

  private static func lines(_ item: BackupItem) -> [String] {
    let place = item.share ?? item.server.map { self.place($0, item.instance) } ?? "?"
    let cells = [
      "schedule \(item.schedule ?? "?")", "destination \(item.destination ?? "?")", "owner \(item.owner ?? "?")",
    ]
    return ["\(item.id)  on \(place)", "  \(cells.joined(separator: ", "))"]
      + (item.command.map { ["  \($0)"] } ?? [])
  }

  private static func place(_ server: String, _ instance: String?) -> String {
    instance.map { "\(server)\\\($0)" } ?? server
  }
}
