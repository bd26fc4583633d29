internal import Diagnostics

/// A difference as text for people: a line for each duty, grouped.
public struct DifferenceText {
  private let difference: PlanDifference

  public init(_ difference: PlanDifference) { self.difference = difference }

  public var text: String {
    let title = "\(difference.oldName) → \(difference.newName)"
    guard !difference.isEmpty else { return VisibleText.escaping(title) + "\nNo differences.\n" }
    let words = DifferenceWords(difference)
    var lines = [title, words.summary]
    if !difference.renames.isEmpty {
      lines += ["", "Renamed"] + difference.renames.map { "  → \(words.line($0))" }
    }
    for group in PlanGroup.allCases {
      // A pool that has another name and nothing else is above.
      let changes = difference.changes(of: group).filter { group != .components || !words.isOnlyRenamed($0) }
      guard !changes.isEmpty else { continue }
      lines += ["", words.title(of: group)] + changes.map { "  \(words.sign(of: $0)) \(words.line($0))" }
    }
    if let advice = words.registerAdvice { lines += ["", advice] }
    return lines.map { VisibleText.escaping($0) + "\n" }.joined()
  }
}
