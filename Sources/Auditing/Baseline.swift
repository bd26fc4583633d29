internal import BackupPlanning

/// Findings that were known before. They stay visible and count for nothing.
///
/// A finding is the same as before where its rule and its subject are; its line and its words may change.
public struct Baseline: Sendable, Equatable {
  /// The name of the JSON form and its version.
  public static let schema = "backup-worksheets/baseline/1"

  /// What makes a finding the same as before.
  public struct Entry: Sendable, Hashable {
    public var rule: String
    public var subject: String

    public init(rule: String, subject: String) {
      self.rule = rule
      self.subject = subject
    }
  }

  /// In the order of the file.
  public var entries: [Entry]

  public init(entries: [Entry]) { self.entries = entries }

  /// What nobody has waived in an audit, each once, by rule and subject.
  public init(of audit: Audit) {
    let entries = Set(audit.findings.filter { !$0.isWaived }.map(\.baselineEntry))
    self.entries = entries.sorted { ($0.rule, $0.subject) < ($1.rule, $1.subject) }
  }

  /// `audit --format baseline`: keys sorted, a newline at the end.
  public var json: [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("findings") { $0.array(entries) { $1.write(to: &$0) } }
      writer.member("schema", Self.schema)
    }
    writer.newline()
    return writer.bytes
  }
}

/// A baseline against the findings of an audit.
public struct BaselineComparison: Sendable, Equatable {
  /// Entries that no finding matches any more, waived ones included, each once, in the order of the baseline.
  public var stale: [Baseline.Entry]
}

extension Audit {
  /// This audit with the findings marked that `baseline` has.
  public func comparing(with baseline: Baseline) -> Audit {
    var audit = self
    let known = Set(baseline.entries)
    for position in audit.findings.indices {
      audit.findings[position].isKnown = known.contains(audit.findings[position].baselineEntry)
    }
    var unmatched = known.subtracting(audit.findings.map(\.baselineEntry))
    audit.baseline = BaselineComparison(stale: baseline.entries.filter { unmatched.remove($0) != nil })
    return audit
  }
}

extension AuditFinding {
  var baselineEntry: Baseline.Entry { Baseline.Entry(rule: rule, subject: subject) }
}

extension Baseline.Entry {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("rule", rule)
      writer.member("subject", subject)
    }
  }
}

extension BaselineComparison {
  func write(to writer: inout JSONWriter) {
    writer.object { $0.member("stale") { $0.array(stale) { $1.write(to: &$0) } } }
  }
}
