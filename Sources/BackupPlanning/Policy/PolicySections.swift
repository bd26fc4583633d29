internal import CivilTime
internal import Diagnostics
internal import Topology
internal import StrictYAML
internal import Yams

/// The parts of a policy, one function each: known keys, their types, where they go.
extension PolicyDecoder {
  mutating func readPolicy(_ mapping: Mapping, into policy: inout Policy) {
    for (key, keyNode, value) in mapping.entries {
      switch key {
      case "schema": readSchema(value)
      case "organization": policy.organization = text(value, key)
      case "houseStyle": policy.houseStyle = houseStyle(value)
      case "backup": readBackup(value, into: &policy)
      case "answers": policy.answers = answers(value)
      case "centralManagementStore": policy.centralManagementStore = centralManagementStore(value)
      case "additional":
        policy.additional = (sequence(value, key) ?? []).compactMap { additionalRequirement($0) }
      case "restoration": policy.replacementPools = replacementPools(value)
      case "waivers": policy.waivers = (sequence(value, key) ?? []).compactMap { waiver($0) }
      case "controls": policy.controls = controls(value)
      default:
        reportUnknownKey(
          key, keyNode, in: mapping.path,
          known: [
            "schema", "organization", "houseStyle", "backup", "answers", "centralManagementStore", "additional",
            "restoration", "waivers", "controls",
          ])
      }
    }
  }

  private mutating func readSchema(_ node: Node) {
    let schema = text(node, "schema")
    guard schema != Policy.schema else { return }
    report(
      "policy-wrong-schema", node, "schema \"\(schema ?? "")\" is not the one this version reads",
      remedy: "write schema: \(Policy.schema)")
  }

  private mutating func readBackup(_ node: Node, into policy: inout Policy) {
    guard let mapping = mapping(node, "backup") else { return }
    var location: String?
    for (key, keyNode, value) in mapping.entries {
      switch key {
      case "location": location = destination(value, "backup.location")
      case "defaults": policy.defaults = settings(value, "backup.defaults")
      case "data": policy.dataDefaults = dataDefaults(value)
      case "overrides":
        policy.overrides = (sequence(value, "backup.overrides") ?? []).compactMap { override($0) }
      default:
        reportUnknownKey(key, keyNode, in: mapping.path, known: ["location", "defaults", "data", "overrides"])
      }
    }
    policy.defaults.destination = policy.defaults.destination ?? location
  }

  private mutating func settings(_ node: Node, _ path: String) -> ItemSettings {
    var settings = ItemSettings()
    for (key, keyNode, value) in mapping(node, path)?.entries ?? [] {
      readSetting(key, keyNode, value, path, alsoKnown: [], into: &settings)
    }
    return settings
  }

  private mutating func readSetting(
    _ key: String, _ keyNode: Node, _ value: Node, _ path: String, alsoKnown: [String],
    into settings: inout ItemSettings
  ) {
    let name = "\(path).\(key)"
    switch key {
    case "schedule": settings.schedule = text(value, name)
    case "retention": settings.retention = text(value, name)
    case "destination": settings.destination = destination(value, name)
    case "owner": settings.owner = text(value, name)
    case "rpo": settings.rpo = text(value, name)
    case "rto": settings.rto = text(value, name)
    default:
      reportUnknownKey(
        key, keyNode, in: path,
        known: alsoKnown + ["schedule", "retention", "destination", "owner", "rpo", "rto"])
    }
  }

  private mutating func dataDefaults(_ node: Node) -> [BackupData: ItemSettings] {
    var defaults: [BackupData: ItemSettings] = [:]
    for (key, keyNode, value) in mapping(node, "backup.data")?.entries ?? [] {
      guard let data = BackupData(rawValue: key) else {
        reportUnknownKey(key, keyNode, in: "backup.data", known: BackupData.allCases.map(\.rawValue))
        continue
      }
      let settings = settings(value, "backup.data.\(key)")
      if settings != ItemSettings() { defaults[data] = settings }
    }
    return defaults
  }

  private mutating func override(_ node: Node) -> PolicyOverride? {
    let path = "backup.overrides"
    guard let mapping = mapping(node, path) else { return nil }
    var match: PolicyOverride.Match?
    var settings = ItemSettings()
    for (key, keyNode, value) in mapping.entries {
      if key == "match" {
        match = self.match(value)
      } else {
        readSetting(key, keyNode, value, path, alsoKnown: ["match"], into: &settings)
      }
    }
    guard let match else {
      report(
        "policy-missing-key", node, "an entry of \(path) has no match",
        remedy: "add match: {data: …}, or use backup.defaults")
      return nil
    }
    return PolicyOverride(match: match, settings: settings, location: location(of: node))
  }

  private mutating func match(_ node: Node) -> PolicyOverride.Match {
    let path = "backup.overrides.match"
    var match = PolicyOverride.Match()
    for (key, keyNode, value) in mapping(node, path)?.entries ?? [] {
      let name = "\(path).\(key)"
      switch key {
      case "data": match.data = choice(value, name)
      case "worksheet": match.worksheet = choice(value, name)
      case "item": match.item = text(value, name).map(Glob.init)
      case "pool": match.pool = text(value, name).map(Glob.init)
      case "server": match.server = text(value, name).map(Glob.init)
      case "site": match.site = text(value, name).map(Glob.init)
      default:
        reportUnknownKey(key, keyNode, in: path, known: ["data", "item", "pool", "server", "site", "worksheet"])
      }
    }
    return match
  }

  private mutating func answers(_ node: Node) -> PolicyAnswers {
    var answers = PolicyAnswers()
    for (key, keyNode, value) in mapping(node, "answers")?.entries ?? [] {
      let name = "answers.\(key)"
      switch key {
      case "archivingInExchange": answers.archivingInExchange = flag(value, name)
      case "complianceAdapter": answers.complianceAdapter = flag(value, name)
      case "persistentChatBackup": answers.persistentChatBackup = choice(value, name)
      case "exchange": answers.exchange = flag(value, name)
      case "operationsManager": answers.operationsManager = flag(value, name)
      default:
        reportUnknownKey(
          key, keyNode, in: "answers",
          known: [
            "archivingInExchange", "complianceAdapter", "persistentChatBackup", "exchange", "operationsManager",
          ])
      }
    }
    return answers
  }

  private mutating func centralManagementStore(_ node: Node) -> CentralManagementStoreAnswer? {
    let path = "centralManagementStore"
    var answer: CentralManagementStoreAnswer?
    for (key, keyNode, value) in mapping(node, path)?.entries ?? [] {
      guard key == "pool" else {
        reportUnknownKey(key, keyNode, in: path, known: ["pool"])
        continue
      }
      if let pool = text(value, "\(path).pool") {
        answer = CentralManagementStoreAnswer(pool: pool, location: location(of: value))
      }
    }
    return answer
  }

  private mutating func additionalRequirement(_ node: Node) -> AdditionalRequirement? {
    let path = "additional"
    guard let mapping = mapping(node, path) else { return nil }
    var what: String?
    var subject: String?
    for (key, keyNode, value) in mapping.entries {
      switch key {
      case "what": what = text(value, "\(path).what")
      case "subject": subject = text(value, "\(path).subject")
      default: reportUnknownKey(key, keyNode, in: path, known: ["what", "subject"])
      }
    }
    guard let what else {
      report("policy-missing-key", node, "an entry of additional has no what", remedy: "add what: …")
      return nil
    }
    return AdditionalRequirement(what: what, subject: subject)
  }

  private mutating func replacementPools(_ node: Node) -> [CaselessName: ReplacementPool] {
    var pools: [CaselessName: ReplacementPool] = [:]
    for (key, keyNode, value) in mapping(node, "restoration")?.entries ?? [] {
      guard key == "replacementPools" else {
        reportUnknownKey(key, keyNode, in: "restoration", known: ["replacementPools"])
        continue
      }
      for (lost, _, replacement) in mapping(value, "restoration.replacementPools")?.entries ?? [] {
        if let fqdn = text(replacement, "restoration.replacementPools.\(lost)") {
          pools[CaselessName(lost)] = ReplacementPool(fqdn: fqdn, location: location(of: replacement))
        }
      }
    }
    return pools
  }

  private mutating func waiver(_ node: Node) -> Waiver? {
    let path = "waivers"
    guard let mapping = mapping(node, path) else { return nil }
    var fields: [String: String] = [:]
    let known = ["rule", "item", "reason", "approver", "expires"]
    for (key, keyNode, value) in mapping.entries {
      guard known.contains(key) else {
        reportUnknownKey(key, keyNode, in: path, known: known)
        continue
      }
      fields[key] = text(value, "\(path).\(key)")
    }
    if let expires = fields["expires"], CalendarDate(expires) == nil {
      report(
        "policy-wrong-value", node, "waivers.expires is \"\(expires)\", which is no day of the calendar",
        remedy: "write yyyy-mm-dd, such as 2027-01-31")
    }
    if let rule = fields["rule"] { checkRule(rule, node, "waivers.rule") }
    guard let rule = fields["rule"], let reason = fields["reason"] else {
      let missing = fields["rule"] == nil ? "rule" : "reason"
      report(
        "policy-missing-key", node, "an entry of waivers has no \(missing)", remedy: "add \(missing): …")
      return nil
    }
    return Waiver(
      rule: rule, item: fields["item"].map(Glob.init), reason: reason, approver: fields["approver"],
      expires: fields["expires"], location: location(of: node))
  }

  private mutating func checkRule(_ rule: String, _ node: Node, _ path: String) {
    guard !ControlNames.all.contains(rule) else { return }
    report(
      "policy-wrong-value", node, "\(path) is \"\(rule)\", which is no rule",
      remedy: suggestion(for: rule, among: ControlNames.all))
  }

  private mutating func controls(_ node: Node) -> [String: ControlSetting] {
    var controls: [String: ControlSetting] = [:]
    for (key, keyNode, value) in mapping(node, "controls")?.entries ?? [] {
      let path = "controls.\(key)"
      checkRule(key, keyNode, "a key of controls")
      if let word = value.scalar?.string, ["off", "false"].contains(word.lowercased()) {
        controls[key] = .off
      } else if let number = value.scalar?.string, Self.isWholeNumber(number),
        let parameter = ControlNames.parameters[key]?.first
      {
        // A rule's only parameter needs no name.
        controls[key] = .parameters([parameter: number])
      } else {
        controls[key] = .parameters(controlParameters(value, of: key, path))
      }
    }
    return controls
  }

  private static func isWholeNumber(_ text: String) -> Bool {
    (1...6).contains(text.utf8.count) && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// Whole numbers by name. An unknown name, or anything else than a number, would leave the control as it is.
  private mutating func controlParameters(_ node: Node, of rule: String, _ path: String) -> [String: String] {
    var parameters: [String: String] = [:]
    let known = ControlNames.parameters[rule] ?? []
    for (key, keyNode, value) in mapping(node, path)?.entries ?? [] {
      guard known.contains(key) else {
        let remedy =
          known.isEmpty
          ? "\(rule) can only be switched off: \(rule): off" : "use one of: " + known.joined(separator: ", ")
        report("policy-unknown-key", keyNode, "unknown key \"\(key)\" in \(path)", remedy: remedy)
        continue
      }
      guard let number = text(value, "\(path).\(key)") else { continue }
      guard Self.isWholeNumber(number) else {
        report(
          "policy-wrong-value", value, "\(path).\(key) is \"\(number)\", not a whole number",
          remedy: "write a number, such as 30")
        continue
      }
      parameters[key] = number
    }
    return parameters
  }
}
