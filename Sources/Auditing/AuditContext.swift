internal import CivilTime
internal import BackupPlanning
internal import Diagnostics
internal import Evidence

/// What controls ask about: the plan, with its cells read once.
struct AuditContext: Sendable {
  let plan: Plan
  let policy: Policy
  let register: Register?
  let asOf: Moment
  let files: AuditFiles
  /// Nil where none is given.
  let evidence: EvidenceMatches?
  let items: [AuditedItem]
  let machines: Machines
  private let registerLines: [String: Int?]

  init(
    plan: Plan, policy: Policy, register: Register?, evidence: EvidenceMatches?, asOf: Moment, files: AuditFiles
  ) {
    self.plan = plan
    self.policy = policy
    self.register = register
    self.asOf = asOf
    self.files = files
    self.evidence = evidence
    let machines = Machines(plan)
    self.machines = machines
    let graceDays = Self.parameter(0, of: BackupStale().rule, policy)
    // Few schedules serve many items.
    let texts = Set(plan.backupItems.compactMap(\.schedule))
    let schedules = Dictionary(uniqueKeysWithValues: texts.map { ($0, Schedule($0)) })
    items = plan.backupItems.enumerated().map { position, item in
      AuditedItem(
        item, evidence: evidence?.items[position], schedule: item.schedule.flatMap { schedules[$0] ?? nil },
        machines: machines, asOf: asOf, graceDays: graceDays)
    }
    registerLines = Dictionary((register?.entries ?? []).map { ($0.itemID.lowercased(), $0.line) }) { first, _ in first
    }
  }

  /// A parameter of a control, as the policy sets it or as it is published.
  func parameter(_ position: Int = 0, of rule: ControlRule) -> Int { Self.parameter(position, of: rule, policy) }

  private static func parameter(_ position: Int, of rule: ControlRule, _ policy: Policy) -> Int {
    let parameter = rule.parameters[position]
    guard case .parameters(let values) = policy.controls[rule.id], let text = values[parameter.name],
      let value = Digits.number(text)
    else { return parameter.value }
    return value
  }

  /// Where the register has the row of an item.
  func registerLocation(of id: String) -> SourceLocation? {
    guard let file = files.register, let line = registerLines[id.lowercased()] else { return nil }
    return SourceLocation(file: file, line: line)
  }

  func hasRegisterRow(_ id: String) -> Bool { registerLines[id.lowercased()] != nil }
}

/// An item with its cells read into types. Nil is a cell that is empty or cannot be read.
struct AuditedItem: Sendable {
  let item: BackupItem
  let schedule: Schedule?
  let rpo: RecoveryDuration?
  let rto: RecoveryDuration?
  let retention: RecoveryDuration?
  /// Nil in place of one that cannot be read.
  let destinations: [Destination?]
  let lastBackup: Moment?
  /// The backups that were found, as far as they are not of the future; nil where no evidence is given.
  let evidence: ItemEvidence?
  /// Those that bear a date of the future.
  let laterBackups: [BackupGeneration]
  /// The newest backup that the register or the evidence knows of.
  let newestBackup: Moment?
  let lastRestoreTest: Moment?
  /// Machines and pools that it protects: their names in lower case.
  let protects: Set<String>
  let backupAge: BackupAge

  init(
    _ item: BackupItem, evidence: ItemEvidence?, schedule: Schedule?, machines: Machines, asOf: Moment, graceDays: Int
  ) {
    self.item = item
    self.schedule = schedule
    rpo = item.rpo.flatMap(RecoveryDuration.init)
    rto = item.rto.flatMap(RecoveryDuration.init)
    retention = item.backupSet.expiration.flatMap(RecoveryDuration.init)
    destinations = Destination.list(item.destination)
    lastBackup = item.lastBackup.flatMap(Moment.init)
    let found = evidence?.split(after: asOf.day)
    self.evidence = found?.known
    laterBackups = found?.later ?? []
    // A date of the future is no evidence, but neither does it hide the backup that was found.
    let known = [lastBackup.flatMap { $0.day <= asOf.day ? $0 : nil }, found?.known.newestSound?.finished]
      .compactMap(\.self)
    newestBackup = known.min { asOf.seconds(since: $0) < asOf.seconds(since: $1) } ?? lastBackup
    lastRestoreTest = item.lastRestoreTest.flatMap(Moment.init)
    protects = machines.protected(by: item)
    backupAge = BackupAge(
      of: newestBackup, asOf: asOf, rpoCell: item.rpo, rpo: rpo, schedule: schedule, graceDays: graceDays)
  }

  var isPlanned: Bool { item.isPlanned }
}

/// How old the newest known backup is, against what is allowed.
enum BackupAge: Sendable, Equatable {
  /// None is known, or nobody can say how old it may be.
  case unknown
  case fresh
  case stale(age: RecoveryDuration, allowed: RecoveryDuration)

  init(
    of backup: Moment?, asOf: Moment, rpoCell: String?, rpo: RecoveryDuration?, schedule: Schedule?, graceDays: Int
  ) {
    // An RPO that cannot be read may be shorter than the schedule: nothing is passed for lack of knowledge.
    let bySchedule = schedule.map { RecoveryDuration(seconds: $0.longestInterval.seconds + graceDays * 86_400) }
    guard let backup, backup.day <= asOf.day, let allowed = rpoCell == nil ? bySchedule : rpo else {
      self = .unknown
      return
    }
    let age = asOf.seconds(since: backup)
    self = age <= allowed.seconds ? .fresh : .stale(age: RecoveryDuration(seconds: age), allowed: allowed)
  }
}
