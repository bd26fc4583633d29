internal import BackupPlanning

extension PlanDifference {
  /// The difference for programs: keys sorted, lists in the order of the plans, a newline at the end.
  public var json: [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("backupItems") { write(.backupItems, to: &$0) }
      writer.member("components") { write(.components, to: &$0) }
      writer.member("exclusions") { write(.exclusions, to: &$0) }
      writer.member("findings") { write(.findings, to: &$0) }
      writer.member("new", newName)
      writer.member("old", oldName)
      writer.member("otherRequirements") { write(.otherRequirements, to: &$0) }
      writer.member("questions") { write(.questions, to: &$0) }
      writer.member("renames") { $0.array(renames) { $1.write(to: &$0) } }
      writer.member("restorations") { write(.restorations, to: &$0) }
      writer.member("schema", Self.schema)
    }
    writer.newline()
    return writer.bytes
  }

  private func write(_ group: PlanGroup, to writer: inout JSONWriter) {
    writer.array(changes(of: group)) { $1.write(to: &$0) }
  }
}

extension PoolRename {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("from", from)
      writer.list("kinds", kinds)
      writer.member("serversBefore", serversBefore)
      writer.member("serversKept", serversKept)
      writer.member("serversNow", serversNow)
      writer.member("to", to)
    }
  }
}

extension PlanDifference.Change {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("change", kind.rawValue)
      writer.member("fields") { $0.array(fields) { $1.write(to: &$0) } }
      writer.member("formerId", formerID)
      writer.member("id", id)
    }
  }
}

extension PlanDifference.FieldChange {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("field", field.rawValue)
      writer.list("new", new)
      writer.list("old", old)
    }
  }
}
