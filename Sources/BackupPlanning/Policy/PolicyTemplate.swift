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
      houseStyle:                   # how the worksheets look
        logo:                       # a PNG file of at most 100 KiB, beside this file
        color:                      # of links and marks, in quotes, such as "#0b5394"
        classification:             # a line on every document and printed page, such as Internal
      backup:
        location:                   # where backups go, such as \\\\server\\share or D:\\backup
        defaults:                   # for every row
          schedule:                 # hourly, "Every 4 hours", "Daily 01:00", "Weekly Sunday 03:00", or cron
          retention:                # such as 35 days
          owner:                    # who is responsible
          rpo:                      # how much may be lost, such as 24h
          rto:                      # how long restoring may take, such as 4h
        data:                       # for every row of one kind of data; the same keys as in defaults
      \(dataLines(plan))  overrides: []               # rows that differ: take away [] and the # of the lines that apply
      \(overrideLines(plan))\(answerLines(plan))\(replacementLines(plan))additional: []                # further requirements, such as
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
      let padding = String(repeating: " ", count: max(1, 36 - key.count))
      return "\(key)\(padding)# \(label), \(count) \(count == 1 ? "row" : "rows")\n"
    }.joined()
  }

  /// A line for each site and each pool of this deployment, to be completed: what stands there is what `match` finds.
  private static func overrideLines(_ plan: Plan) -> String {
    let sites = rows(of: plan.backupItems) { [$0.site].compactMap(\.self) }
    let pools = rows(of: plan.backupItems) { $0.pools }
    let keys = (sites.count > 1 ? sites.map { ("site", $0, $1) } : []) + pools.map { ("pool", $0, $1) }
    let lines = keys.prefix(mostOverrides).map { key, name, count in
      "  #  - {match: {\(key): \(quoted(name))}, schedule: }   # \(count) \(count == 1 ? "row" : "rows")\n"
    }
    let more = keys.count - lines.count
    return lines.joined() + (more > 0 ? "  #  and \(more) more\n" : "")
      + "  #  match: also data, item, server, worksheet; * matches anything. Settings: as in defaults\n"
  }

  private static let mostOverrides = 20

  /// Names with the number of their rows, by name.
  private static func rows(of items: [BackupItem], _ names: (BackupItem) -> [String]) -> [(String, Int)] {
    let all = items.flatMap(names).map { ($0.lowercased(), $0) }
    let spellings = Dictionary(all) { first, _ in first }
    let counts = Dictionary(all.map { ($0.0, 1) }, uniquingKeysWith: +)
    return counts.keys.sorted().map { (spellings[$0] ?? $0, counts[$0] ?? 0) }
  }

  /// The pools that another one would replace: those that are paired.
  private static func replacementLines(_ plan: Plan) -> String {
    // A name may have several components.
    let all = plan.components.filter { $0.pairedWith != nil }.compactMap(\.fqdn)
    let paired = Dictionary(all.map { ($0.lowercased(), $0) }) { first, _ in first }.sorted { $0.key < $1.key }.map(
      \.value)
    guard !paired.isEmpty else { return "" }
    return
      "restoration:\n  replacementPools:           # for a lost pool that is rebuilt under another name: that name\n"
      + paired.map { "    \(quoted($0)):\n" }.joined()
  }

  /// A name as YAML in double quotes, whatever is in it.
  private static func quoted(_ name: String) -> String {
    let escaped = name.unicodeScalars.map { scalar in
      switch scalar {
      case "\"", "\\": "\\\(scalar)"
      case _ where VisibleText.isHidden(scalar):
        "\\U" + String(repeating: "0", count: 8 - String(scalar.value, radix: 16).count)
          + String(scalar.value, radix: 16)
      default: String(scalar)
      }
    }
    return "\"\(escaped.joined())\""
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
