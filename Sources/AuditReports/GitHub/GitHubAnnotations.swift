public import Auditing
internal import Diagnostics

/// The open findings of an audit as annotations of GitHub Actions, the worst first.
public struct GitHubAnnotations {
  /// What GitHub shows of one step, for each severity.
  private static let most = 10

  private let audit: Audit

  public init(_ audit: Audit) { self.audit = audit }

  public var text: String {
    let findings = audit.findings.filter { $0.standing == .open }
    var shown = findings.prefix(Self.most)
    // The line about the rest is a notice: it would be the eleventh, and not be shown.
    if findings.count > shown.count, shown.allSatisfy({ $0.severity == .note }) { shown.removeLast() }
    let rest = findings.count - shown.count
    let more = rest == 0 ? [] : ["::notice::\(rest) more; the summary of the step and the other formats have them"]
    return (shown.map(Self.annotation) + more).map { $0 + "\n" }.joined()
  }

  private static func annotation(_ finding: AuditFinding) -> String {
    var properties: [String] = []
    // Standard input is no file that GitHub could show.
    if let location = finding.location, location.file != "<stdin>" {
      properties.append("file=\(property(location.file))")
      if let line = location.line { properties.append("line=\(line)") }
    }
    properties.append("title=\(property(finding.rule))")
    let message = data("\(finding.subject): \(finding.message.text); \(finding.remedy.text)")
    return "::\(command(finding.severity)) \(properties.joined(separator: ","))::\(message)"
  }

  private static func command(_ severity: Diagnostic.Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .note: "notice"
    }
  }

  /// The value of a property: what ends one is encoded as well.
  private static func property(_ text: String) -> String {
    data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }

  /// Line breaks, which would begin another command, are visible escapes already; encoded they would come back.
  private static func data(_ text: String) -> String { VisibleText.escaping(text).replacing("%", with: "%25") }
}
