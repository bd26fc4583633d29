internal import Diagnostics

/// A first policy for a deployment: every key that matters to it, empty or commented out, to be completed by a person.
/// It proposes no schedule, destination or answer.
public enum PolicyTemplate {
  /// YAML that ``PolicyReader`` reads as an empty policy.
  public static func yaml(for plan: Plan) -> String {
    let name = plan.topology.defaultSIPDomain ?? "this deployment"
    return """
      # Backup policy for \(comment(name)). Fill in what is decided; what stays empty stays an open cell.
      schema: \(Policy.schema)
      organization:                 # shown in the titles
      backup:
        location:                   # where backups go, such as \\\\server\\share or D:\\backup
        defaults:                   # for every row
          schedule:                 # hourly, "Every 4 hours", "Daily 01:00", "Weekly Sunday 03:00", or cron
          retention:                # such as 35 days
          owner:                    # who is responsible
          rpo:                      # how much may be lost, such as 24h
          rto:                      # how long restoring may take, such as 4h
        data:                       # for every row of one kind of data; the same keys as in defaults
      \(dataLines(plan))  overrides: []               # for the rows that match, most specific first, such as
      \(overrideExample(plan))
      \(answerLines(plan))additional: []                # further requirements, such as
      #  - {what: "Licence files of the call recorder", subject: recorder.example.com}
      waivers: []                   # findings you agree to live with, such as
      #  - {rule: rto-missing, item: "archiving:*", reason: …, approver: …, expires: 2027-01-31}

      """
  }

  private static func dataLines(_ plan: Plan) -> String {
    let kinds = BackupData.allCases.filter { data in plan.backupItems.contains { $0.data == data } }
    return kinds.map { data in
      let count = plan.backupItems.count { $0.data == data }
      let label = BackupCatalogue.rule(for: data)?.label ?? data.rawValue
      let key = "    \(data.rawValue): {}"
      let padding = String(repeating: " ", count: max(1, 34 - key.count))
      return "\(key)\(padding)# \(label), \(count) \(count == 1 ? "row" : "rows")\n"
    }.joined()
  }

  private static func overrideExample(_ plan: Plan) -> String {
    let pool = plan.backupItems.first { $0.data == .userData }?.pools.first ?? "pool.example.com"
    return """
      #    - match: {data: userData, pool: "\(comment(pool))"}   # also item, server, site, worksheet; * matches anything
      #      schedule: "Every 4 hours"
      """
  }

  /// The questions that this deployment raises.
  private static func answerLines(_ plan: Plan) -> String {
    var lines = "answers:                      # what the topology cannot say; empty while it is open\n"
    for question in plan.questions {
      guard let known = PlanningQuestion(rawValue: question.id), known != .centralManagementStore,
        let rule = QuestionCatalogue.rule(for: known)
      else { continue }
      let values = known == .persistentChatBackup ? persistentChatTools : "true or false"
      lines += "  # \(comment(rule.text))\n"
      lines += "  \(question.id):\(String(repeating: " ", count: max(1, 27 - question.id.count)))# \(values)\n"
    }
    guard plan.questions.contains(where: { $0.id == PlanningQuestion.centralManagementStore.rawValue }) else {
      return lines
    }
    let pools = plan.components.filter { $0.kind == .frontEndPool || $0.kind == .standardEditionServer }
      .compactMap(\.fqdn)
    lines += "centralManagementStore:       # the topology names no active one; its pool is one of these:\n"
    lines += pools.map { "#  pool: \(comment($0))\n" }.joined()
    return lines
  }

  private static let persistentChatTools =
    PolicyAnswers.PersistentChatBackup.allCases.map(\.rawValue).joined(separator: " or ")

  /// A name that cannot end the comment it stands in.
  private static func comment(_ name: String) -> String { VisibleText.escaping(name) }
}
