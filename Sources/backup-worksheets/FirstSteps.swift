internal import BackupPlanning
internal import Worksheets

/// What `generate` tells a person at a terminal: what was found and written, what is still empty, and what comes next.
struct FirstSteps {
  let plan: Plan
  let order: WorksheetOrder
  let redacts: Bool
  let outcome: OutputFolder.Outcome

  var lines: [String] {
    var lines = [("Found", found), ("Written", written), ("Empty", empty)]
    if let page { lines.append(("Look at", page)) }
    if let next { lines.append(("Next", next)) }
    let width = 2 + (lines.map(\.0.count).max() ?? 0)
    return lines.map { $0 + String(repeating: " ", count: width - $0.count) + $1 }
  }

  private var found: String {
    let name = plan.organization ?? plan.topology.defaultSIPDomain ?? order.request.topology.name
    let pools = plan.components.count { Self.poolKinds.contains($0.kind) }
    return "\(name): \(Self.count(plan.topology.sites.count, "site")), \(Self.count(pools, "pool")), "
      + "\(Self.count(plan.components.count, "component")); \(Self.count(plan.backupItems.count, "backup item")), "
      + "\(Self.count(plan.restorations.count, "restoration")), \(Self.count(plan.questions.count, "open question"))"
  }

  private static let poolKinds: Set<Component.Kind> = [
    .frontEndPool, .standardEditionServer, .directorPool, .edgePool, .mediationPool, .persistentChatPool,
  ]

  private var written: String {
    "\(Self.count(outcome.written, "file")) in \(order.output); unchanged: \(outcome.unchanged)"
  }

  private var empty: String {
    let cells = BackupItem.decidedCells * plan.backupItems.count
    return emptyCells == 0
      ? "none of the \(cells) cells that people decide"
      : "\(emptyCells) of the \(cells) cells that people decide (schedule, destination, owner, …)"
  }

  private var emptyCells: Int { plan.backupItems.reduce(0) { $0 + $1.emptyCells } }

  /// The file that a person opens first.
  private var page: String? {
    let names: [(WorksheetFormat, String)] = [
      (.html, "worksheets.html"), (.xlsx, "worksheets.xlsx"), (.markdown, "index.md"),
    ]
    return names.first { order.formats.contains($0.0) }.map { "\(order.output)/\($0.1)" }
  }

  /// A command to paste. Nothing is filled in under pseudonyms.
  private var next: String? {
    guard !redacts else { return nil }
    let input = order.request
    let topology = Self.word(input.topology.path)
    let program = "backup-worksheets"
    guard let policy = input.policy else {
      return InputFile(path: "policy.yml").exists
        ? "\(program) generate \(topology) --policy policy.yml\(output)"
        : "\(program) init \(topology) > policy.yml, and fill it in"
    }
    let withPolicy = "\(topology) --policy \(Self.word(policy))"
    if let entries = input.entries?.path {
      return emptyCells == 0
        ? "\(program) audit \(withPolicy) --entries \(Self.word(entries))"
        : "fill in \(Self.word(entries)), and run this command again"
    }
    if emptyCells == 0 { return "\(program) audit \(withPolicy)" }
    return InputFile(path: "entries.csv").exists
      ? "\(program) generate \(withPolicy) --entries entries.csv\(output)"
      : "\(program) entries \(withPolicy) --file entries.csv, and fill it in"
  }

  /// The options that say where and as what.
  private var output: String {
    let folder = order.output == "output" ? "" : " --output \(Self.word(order.output))"
    let isUsual = Set(order.formats) == Set(WorksheetFormat.usual)
    return folder + (isUsual ? "" : " --format " + order.formats.map(\.rawValue).joined(separator: ","))
  }

  private static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

  /// `text` as one word of a shell.
  static func word(_ text: String) -> String {
    let isPlain = text.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || "0123456789_@%+=:,./-".unicodeScalars.contains($0)
    }
    guard !isPlain || text.isEmpty else { return text }
    return "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }
}
