internal import CivilTime
internal import BackupPlanning
internal import Diagnostics

extension Audit {
  /// `audit --format json`: keys sorted, absent values left out, a newline at the end.
  public var json: [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("asOf", asOf.description)
      if let baseline { writer.member("baseline") { baseline.write(to: &$0) } }
      writer.member("coverage") { coverage.write(to: &$0) }
      writer.member("coverageBy") { writer in
        writer.object { writer in
          writer.member("component") { ComponentMatrix(self).write(to: &$0) }
          writer.member("control") { $0.array(controls) { $1.write(to: &$0) } }
          writer.member("pool") { $0.array(coverageByPool) { $1.write(to: &$0) } }
          writer.member("site") { $0.array(coverageBySite) { $1.write(to: &$0) } }
          writer.member("worksheet") { $0.array(coverageByWorksheet) { $1.write(to: &$0) } }
        }
      }
      if let evidence { writer.member("evidence") { evidence.write(to: &$0) } }
      writer.member("findings") { $0.array(findings) { $1.write(to: &$0, comparesBaseline: baseline != nil) } }
      writer.member("items") { $0.array(items) { $1.write(to: &$0) } }
      writer.member("questions") { writer in
        writer.array(questions) { writer, question in
          writer.object { writer in
            writer.member("id", question.id)
            writer.member("text", question.text.text)
          }
        }
      }
      writer.member("schema", Self.schema)
      writer.member("switchedOff", switchedOff)
    }
    writer.newline()
    return writer.bytes
  }
}

extension Coverage {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.object { writeMembers(to: &$0, name: nil) }
  }

  /// `name` sorts between the numbers.
  fileprivate func writeMembers(to writer: inout JSONWriter, name: String?) {
    writer.member("evidenced", evidenced)
    writer.member("name", name)
    writer.member("planned", planned)
    writer.member("required", required)
    writer.member("uncovered", uncovered)
    writer.member("waived", waived)
  }
}

extension GroupCoverage {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.object { coverage.writeMembers(to: &$0, name: name) }
  }
}

extension Audit.ControlCoverage {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("met", met)
      writer.member("name", rule)
      writer.member("open", open)
      writer.member("required", required)
      writer.member("unknown", unknown)
      writer.member("waived", waived)
    }
  }
}

extension Audit.Item {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("id", item.id)
      writer.list("rules", rules)
      writer.member("state", state.rawValue)
    }
  }
}

extension AuditFinding {
  /// Whether a finding was known is said only where somebody asked.
  fileprivate func write(to writer: inout JSONWriter, comparesBaseline: Bool) {
    writer.object { writer in
      if comparesBaseline { writer.member("known", isKnown) }
      if let location {
        writer.member("location") { writer in
          writer.object { writer in
            writer.member("file", location.file)
            writer.member("line", location.line)
          }
        }
      }
      writer.member("message", message.text)
      writer.member("rule", rule)
      writer.member("severity", severity.rawValue)
      writer.member("subject", subject)
      writer.member("waived", isWaived)
    }
  }
}
