internal import Auditing
internal import BackupPlanning
internal import Diagnostics

/// One result of a run.
struct SARIFResult {
  private let rule: String
  private let level: Diagnostic.Severity
  private let subject: String
  private let message: String
  private let location: SourceLocation?
  private let suppression: Suppression?
  /// Nil where no baseline is given.
  private let baselineState: String?

  fileprivate enum Suppression {
    case waiver(Waiver)
    case baseline
  }

  init(_ finding: AuditFinding, in audit: Audit, topology: String?) {
    rule = finding.rule
    level = finding.severity
    subject = finding.subject
    message = "\(finding.subject): \(finding.message.text); \(finding.remedy.text)"
    location = finding.location ?? topology.map { SourceLocation(file: $0) }
    suppression = finding.waiver.map { .waiver($0) } ?? (finding.isKnown ? .baseline : nil)
    baselineState = audit.baseline.map { _ in finding.isKnown ? "unchanged" : "new" }
  }

  /// What the baseline has and nobody finds any more.
  init(stale entry: Baseline.Entry) {
    rule = entry.rule
    level = .note
    subject = entry.subject
    message = "\(entry.subject): in the baseline and not found any more; write the baseline anew"
    location = nil
    suppression = nil
    baselineState = "absent"
  }

  func write(to writer: inout JSONWriter, _ kinds: SubjectKinds) {
    writer.object { writer in
      writer.member("baselineState", baselineState)
      writer.member("level", level.rawValue)
      writer.member("locations") { writer in
        writer.array([location]) { writer, location in
          writer.object { writer in
            writer.member("logicalLocations") { writer in
              writer.array([subject]) { writer, subject in
                writer.object { writer in
                  writer.member("fullyQualifiedName", subject)
                  writer.member("kind", kinds.kind(of: subject, rule))
                }
              }
            }
            writer.physicalLocation(location)
          }
        }
      }
      writer.member("message") { $0.message(message) }
      writer.member("partialFingerprints") { writer in
        writer.object { $0.member("ruleAndSubject/v1", "\(rule) \(subject)") }
      }
      writer.member("ruleId", rule)
      writer.member("ruleIndex", ReportedRule.positions[rule])
      if let suppression {
        writer.member("suppressions") { $0.array([suppression]) { $1.write(to: &$0) } }
      }
    }
  }
}

extension SARIFResult.Suppression {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.object { writer in
      switch self {
      case .waiver(let waiver):
        writer.member("justification", VisibleText.escaping(waiver.reason))
        writer.member("kind", "external")
        writer.member("location") { writer in writer.object { $0.physicalLocation(waiver.location) } }
        writer.member("properties") { writer in
          writer.object { writer in
            writer.member("approver", waiver.approver)
            writer.member("expires", waiver.expires)
          }
        }
        writer.member("status", "accepted")
      case .baseline:
        writer.member("justification", "known from the baseline")
        writer.member("kind", "external")
      }
    }
  }
}

extension JSONWriter {
  /// The member of that name; nothing where no file is known.
  fileprivate mutating func physicalLocation(_ location: SourceLocation?) {
    guard let location, let uri = ArtifactURI.text(of: location.file) else { return }
    member("physicalLocation") { writer in
      writer.object { writer in
        writer.member("artifactLocation") { writer in
          writer.object { writer in
            writer.member("uri", uri)
            writer.member("uriBaseId", ArtifactURI.base)
          }
        }
        if let line = location.line, line > 0 {
          writer.member("region") { writer in writer.object { $0.member("startLine", line) } }
        }
      }
    }
  }
}
