public import Auditing
internal import BackupPlanning
internal import CivilTime
internal import Diagnostics

/// An audit as SARIF 2.1.0: keys sorted, absent values left out, a newline at the end.
public struct SARIFReport {
  private static let schema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

  private let audit: Audit
  private let version: String
  private let topology: String?

  /// - Parameters:
  ///   - version: The program's.
  ///   - topology: What the topology is called: what is missing has no line anywhere, and is shown at the file that
  ///     asks for it.
  public init(_ audit: Audit, version: String, topology: String? = nil) {
    self.audit = audit
    self.version = version
    self.topology = topology
  }

  public var bytes: [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("$schema", Self.schema)
      writer.member("runs") { $0.array([audit]) { writer, _ in run(&writer) } }
      writer.member("version", "2.1.0")
    }
    writer.newline()
    return writer.bytes
  }

  private func run(_ writer: inout JSONWriter) {
    let kinds = SubjectKinds(audit)
    let results =
      audit.findings.map { SARIFResult($0, in: audit, topology: topology) }
      + (audit.baseline?.stale ?? []).map(SARIFResult.init(stale:))
    writer.object { writer in
      writer.member("columnKind", "unicodeCodePoints")
      writer.member("originalUriBaseIds") { writer in
        writer.object { writer in
          writer.member("%SRCROOT%") { writer in
            writer.object { $0.member("description") { $0.message("The folder in which the program ran.") } }
          }
        }
      }
      writer.member("properties") { writer in
        writer.object { writer in
          writer.member("asOf", audit.asOf.description)
          writer.member("schema", Audit.schema)
        }
      }
      writer.member("results") { $0.array(results) { $1.write(to: &$0, kinds) } }
      writer.member("tool") { writer in
        writer.object { writer in
          writer.member("driver") { writer in
            writer.object { writer in
              writer.member("name", "backup-worksheets")
              writer.member("rules") { $0.array(ReportedRule.all) { $1.write(to: &$0) } }
              writer.member("version", version)
            }
          }
        }
      }
    }
  }
}

/// What kind of thing a subject is.
struct SubjectKinds {
  private let items: Set<String>
  private let components: Set<String>

  init(_ audit: Audit) {
    items = Set(audit.items.map(\.item.id))
    components = Set(audit.components.map(\.id))
  }

  func kind(of subject: String, _ rule: String) -> String {
    if rule == TopologyFinding.restorationWithoutBackup.rawValue { return "restoration" }
    if items.contains(subject) { return "backupItem" }
    if components.contains(subject) { return "component" }
    if subject == "deployment" { return subject }
    return subject.hasPrefix("waiver:") ? "waiver" : "object"
  }
}

extension JSONWriter {
  /// A message of words that are shown as they are. Viewers take `[…](…)` in a message for a link: where names have
  /// that, brackets get the backslash that the format has for them.
  mutating func message(_ words: String) {
    let visible = VisibleText.escaping(words)
    let text =
      visible.contains("](")
      ? visible.reduce(into: "") { text, character in
        if "[]\\".contains(character) { text += "\\" }
        text.append(character)
      } : visible
    object { $0.member("text", text) }
  }
}
