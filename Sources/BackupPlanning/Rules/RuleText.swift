/// The catalogue as text for a terminal.
public enum RuleText {
  /// A line for each rule: id, kind, title.
  public static func list(_ rules: [RuleExplanation]) -> String {
    let width = (rules.map(\.id.count).max() ?? 0) + 2
    let kindWidth = (RuleExplanation.Kind.allCases.map(\.rawValue.count).max() ?? 0) + 2
    return rules.map { rule in
      padded(rule.id, to: width) + padded(rule.kind.rawValue, to: kindWidth) + rule.title + "\n"
    }.joined()
  }

  /// One rule in full.
  public static func explanation(of rule: RuleExplanation) -> String {
    let details = rule.details.map { "\($0.name): \($0.text)\n" }
    let sources = rule.sources.map { source in
      "Source: \(source.id)" + (source.page == source.id ? "" : " (\(source.page))") + "\n"
    }
    return "\(rule.id) (\(rule.kind.rawValue))\n\(rule.title)\n\n" + (details + sources).joined()
  }

  private static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }
}
