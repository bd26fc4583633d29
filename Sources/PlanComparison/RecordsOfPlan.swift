extension PlanFile.Component {
  var record: PlanRecord {
    PlanRecord(
      id: id, kind: kind,
      [
        (.site, list(site)), (.servers, servers), (.serviceVersion, list(serviceVersion.map(String.init))),
        (.roles, roles), (.hostsCentralManagementStore, [String(hostsCentralManagementStore)]),
        (.pairedWith, list(pairedWith)), (.backEnd, backEnd ?? []), (.mirror, mirror ?? []),
        (.fileStores, fileStores ?? []),
      ])
  }
}

extension PlanFile.Item {
  var record: PlanRecord {
    PlanRecord(
      id: id, kind: data, serves: pools ?? [],
      [
        (.server, list(server)), (.instance, list(instance)), (.share, list(share)), (.site, list(site)),
        (.pools, pools ?? []), (.tool, [tool]), (.command, list(command)), (.permission, [permission]),
        (.schedule, list(schedule)), (.backupSetName, [backupSet.name]),
        (.backupSetExpiration, list(backupSet.expiration)), (.destination, list(destination)),
        (.owner, list(owner)), (.rpo, list(rpo)), (.rto, list(rto)),
      ])
  }
}

extension PlanFile.Exclusion {
  var record: PlanRecord {
    let place = instance.map { "\(server)\\\($0)" } ?? server
    return PlanRecord(id: "\(database):\(place.lowercased())", kind: database, [(.reason, [reason])])
  }
}

extension PlanFile.Requirement {
  var record: PlanRecord {
    PlanRecord(
      id: "\(kind):\(subject.lowercased())", kind: kind,
      [(.addition, [String(addition)]), (.text, list(text))])
  }
}

extension PlanFile.Question {
  var record: PlanRecord { PlanRecord(id: id, kind: id, [(.subject, [subject]), (.text, [text])]) }
}

extension PlanFile.Restoration {
  var record: PlanRecord {
    let texts = steps.map { step in step.command.map { "\(step.text) \($0)" } ?? step.text }
    return PlanRecord(id: id, kind: procedure, serves: needs, [(.needs, needs), (.steps, texts)])
  }
}

extension PlanFile.Finding {
  var record: PlanRecord {
    PlanRecord(id: "\(rule):\(subject)", kind: rule, [(.severity, [severity]), (.message, [message])])
  }
}

private func list(_ value: String?) -> [String] { value.map { [$0] } ?? [] }
