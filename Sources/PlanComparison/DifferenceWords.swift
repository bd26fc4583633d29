/// What the forms of a difference for people say, in English.
struct DifferenceWords {
  private let difference: PlanDifference

  init(_ difference: PlanDifference) { self.difference = difference }

  func title(of group: PlanGroup) -> String {
    switch group {
    case .backupItems: "Backup items"
    case .components: "Components"
    case .exclusions: "Needs no backup"
    case .otherRequirements: "Other requirements"
    case .questions: "Questions"
    case .restorations: "Restorations"
    case .findings: "Findings"
    }
  }

  /// Such as `Backup items: 2 appear, 1 vanishes; components: 1 is renamed`.
  var summary: String {
    let parts = PlanGroup.allCases.compactMap { group -> String? in
      let counts = counts(of: group)
      return counts.isEmpty ? nil : "\(title(of: group).lowercased()): \(counts)"
    }
    let text = parts.joined(separator: "; ")
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  /// Such as `2 appear, 1 vanishes`; empty where nothing is different.
  func counts(of group: PlanGroup) -> String {
    PlanDifference.Kind.allCases.compactMap { kind -> String? in
      let count = difference.count(kind, in: group)
      guard count > 0 else { return nil }
      return "\(count) \(count == 1 ? Self.verbs(kind).one : Self.verbs(kind).other)"
    }.joined(separator: ", ")
  }

  private static func verbs(_ kind: PlanDifference.Kind) -> (one: String, other: String) {
    switch kind {
    case .appeared: ("appears", "appear")
    case .vanished: ("vanishes", "vanish")
    case .changed: ("changes", "change")
    case .renamed: ("is renamed", "are renamed")
    case .moved: ("moves", "move")
    }
  }

  func sign(of change: PlanDifference.Change) -> String {
    switch change.kind {
    case .appeared: "+"
    case .vanished: "−"
    case .changed: "~"
    case .renamed, .moved: "→"
    }
  }

  func word(of kind: PlanDifference.Kind) -> String { kind.rawValue }

  func line(_ rename: PoolRename) -> String {
    "\(rename.from) is now \(rename.to) (\(rename.kinds.joined(separator: ", "))); \(servers(rename))"
  }

  func servers(_ rename: PoolRename) -> String {
    "servers: \(rename.serversKept) of \(rename.serversBefore) stayed"
      + (rename.serversNow > rename.serversKept ? ", \(rename.serversNow - rename.serversKept) new" : "")
  }

  func line(_ change: PlanDifference.Change) -> String {
    let id = formerly(change).map { "\(change.id) (\($0))" } ?? change.id
    let details = details(change)
    return details.isEmpty ? id : "\(id): \(details.joined(separator: "; "))"
  }

  /// What an entry was called.
  func formerly(_ change: PlanDifference.Change) -> String? {
    guard let formerID = change.formerID else { return nil }
    return change.kind == .moved ? "moved from \(formerID)" : "was \(formerID)"
  }

  /// What to know of a change besides its id, shortly.
  func details(_ change: PlanDifference.Change) -> [String] {
    switch change.kind {
    case .appeared, .vanished: facts(change)
    case .changed, .renamed, .moved: change.fields.map(detail)
    }
  }

  /// Where an entry is, whom it serves, what it says.
  private func facts(_ change: PlanDifference.Change) -> [String] {
    change.fields.compactMap { field in
      let values = field.old + field.new
      switch field.field {
      case .pools, .servers: return "\(field.field.title) \(short(values))"
      case .message, .text, .severity, .reason: return short(values)
      case .steps: return "\(values.count) steps"
      case .server where !change.id.contains(short(values).lowercased()): return "on \(short(values))"
      default: return nil
      }
    }
  }

  private func detail(_ field: PlanDifference.FieldChange) -> String {
    if field.field == .steps {
      let same = zip(field.old, field.new).count { $0 == $1 }
      return field.old.count == field.new.count
        ? "steps: \(field.old.count - same) of \(field.old.count) differ"
        : "steps: \(field.old.count) → \(field.new.count)"
    }
    let (old, new) = (joined(field.old), joined(field.new))
    guard old.count + new.count <= Self.longestDetail else { return "\(field.field.title) differs" }
    return "\(field.field.title): \(old) → \(new)"
  }

  /// Values that take up more than this of a line are for the JSON form.
  private static let longestDetail = 120

  private func joined(_ values: [String]) -> String { values.isEmpty ? "none" : values.joined(separator: ", ") }

  private func short(_ values: [String]) -> String {
    let text = joined(values)
    return text.count <= Self.longestDetail ? text : "\(text.prefix(Self.longestDetail))…"
  }

  func isOnlyRenamed(_ change: PlanDifference.Change) -> Bool { change.kind == .renamed && change.fields.isEmpty }

  /// What people who fill in a register should know.
  var registerAdvice: String? {
    let gone = difference.count(.vanished, in: .backupItems)
    let other = difference.count(.renamed, in: .backupItems) + difference.count(.moved, in: .backupItems)
    guard gone + other > 0 else { return nil }
    let kept =
      "Rows of a register hang on these ids: `entries` marks those of ids that are gone as retired and keeps their "
      + "cells"
    return other > 0
      ? "\(kept); copy what people filled in for renamed and moved items into their new rows." : "\(kept)."
  }
}
