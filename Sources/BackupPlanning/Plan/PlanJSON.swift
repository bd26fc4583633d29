internal import Diagnostics

extension Plan {
  /// `plan.json`: keys sorted, absent values left out, a newline at the end.
  public var json: [UInt8] {
    var writer = JSONWriter()
    write(to: &writer)
    return writer.bytes
  }

  /// Writes `plan.json`.
  /// - Parameter takeAway: Takes the bytes away block by block.
  public func writeJSON(_ takeAway: @escaping (inout [UInt8]) -> Void) {
    var writer = JSONWriter(takeAway: takeAway)
    write(to: &writer)
    writer.end()
  }

  private func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("backupItems") { $0.array(backupItems) { $1.write(to: &$0) } }
      writer.member("components") { $0.array(components) { $1.write(to: &$0) } }
      writer.member("exclusions") { $0.array(exclusions) { $1.write(to: &$0) } }
      writer.member("findings") { $0.array(findings) { $1.write(to: &$0) } }
      writer.member("otherRequirements") { $0.array(otherRequirements) { $1.write(to: &$0) } }
      writer.member("questions") { $0.array(questions) { $1.write(to: &$0) } }
      writer.member("restorations") { $0.array(restorations) { $1.write(to: &$0) } }
      writer.member("schema", Plan.schema)
      writer.member("topology") { topology.write(to: &$0) }
    }
    writer.newline()
  }
}

extension BackupItem {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("backupSet") { writer in
        writer.object { writer in
          writer.member("expiration", backupSet.expiration)
          writer.member("name", backupSet.name)
        }
      }
      writer.member("command", command)
      writer.member("data", data.rawValue)
      writer.member("database", database)
      writer.member("destination", destination)
      writer.member("id", id)
      writer.member("instance", instance)
      writer.member("notes", notes.map(\.text))
      writer.member("owner", owner)
      writer.member("permission", permission.text)
      writer.member("pools", pools)
      writer.member("rpo", rpo)
      writer.member("rto", rto)
      writer.member("schedule", schedule)
      writer.member("server", server)
      writer.member("share", share)
      writer.member("site", site)
      writer.list("sources", sources.map(\.id))
      writer.member("tool", tool.text)
      writer.member("worksheet", worksheet.rawValue)
    }
  }
}

extension Component {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("backEnd", backEnd)
      writer.member("fileStores", fileStores)
      writer.member("fqdn", fqdn)
      writer.member("hostsCentralManagementStore", hostsCentralManagementStore)
      writer.member("id", id)
      writer.member("kind", kind.rawValue)
      writer.member("mirror", mirror)
      writer.member("pairedWith", pairedWith)
      writer.member("product", product)
      writer.list("roles", roles)
      writer.list("servers", servers)
      writer.member("serviceVersion", serviceVersion)
      writer.member("site", site)
    }
  }
}

extension Exclusion {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("database", database)
      writer.member("instance", instance)
      writer.member("reason", reason.text)
      writer.member("server", server)
      writer.list("sources", sources.map(\.id))
    }
  }
}

extension Finding {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("line", line)
      writer.member("message", message.text)
      writer.member("rule", rule)
      writer.member("severity", severity.rawValue)
      writer.member("subject", subject)
    }
  }
}

extension OtherRequirement {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("addition", isAddition)
      writer.member("kind", kind)
      writer.list("sources", sources.map(\.id))
      writer.member("subject", subject)
      // Its words are nowhere else: the organisation's own requirement has no rule.
      if kind == RequirementPlanner.additionalKind { writer.member("text", text.text) }
    }
  }
}

extension Restoration {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.list("after", after)
      writer.list("cautions", cautions.map(\.text))
      writer.member("id", id)
      writer.list("needs", needs)
      writer.list("permissions", permissions.map(\.text))
      writer.member("priority", priority)
      writer.member("procedure", procedure.rawValue)
      writer.list("sources", sources.map(\.id))
      writer.member("steps") { $0.array(steps) { $1.write(to: &$0) } }
      writer.member("target", target)
    }
  }
}

extension RestorationStep {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("command", command)
      writer.member("number", number)
      writer.member("runs", place.rawValue)
      writer.member("text", text.text)
    }
  }
}

extension Question {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("id", id)
      writer.member("subject", subject)
      writer.member("text", text.text)
    }
  }
}

extension DeploymentSummary {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("defaultSipDomain", defaultSIPDomain)
      writer.member("format", format)
      writer.member("published", isPublished)
      writer.list("sipDomains", sipDomains)
      writer.member("sites") { writer in
        writer.array(sites) { writer, site in
          writer.object { writer in
            writer.member("id", site.id)
            writer.member("kind", site.kind)
            writer.member("name", site.name)
            writer.member("parent", site.parent)
          }
        }
      }
    }
  }
}
