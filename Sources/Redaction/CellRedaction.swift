internal import Auditing
public import BackupPlanning
internal import CivilTime
internal import Topology

extension Pseudonyms {
  /// The policy without names, and without what fills cells: cells come as ``register(of:)``.
  public func redacted(_ policy: Policy) -> Policy {
    var redacted = Policy()
    redacted.organization = policy.organization.map { text("organisation", $0) }
    redacted.answers = policy.answers
    redacted.controls = policy.controls
    redacted.centralManagementStore = policy.centralManagementStore
    redacted.centralManagementStore?.pool = host(policy.centralManagementStore?.pool ?? "")
    redacted.additional = policy.additional.map { requirement in
      var requirement = requirement
      requirement.what = text("requirement", requirement.what)
      requirement.subject = requirement.subject.map(place)
      return requirement
    }
    redacted.replacementPools = Dictionary(
      policy.replacementPools.map { lost, replacement in
        var replacement = replacement
        replacement.fqdn = host(replacement.fqdn)
        return (CaselessName(host(lost.text)), replacement)
      }
    ) { first, _ in first }
    return redacted
  }

  /// The cells of planned items as a register for the redacted deployment: what a person or the policy filled.
  ///
  /// Schedules, objectives and dates that can be read stay; everything else that somebody wrote gets a pseudonym.
  /// - Parameters:
  ///   - items: Of the deployment under its own names.
  ///   - register: What people entered, from which names of backup sets and notes come.
  public func register(of items: [BackupItem], _ register: Register) -> Register {
    let entered = Dictionary(register.entries.map { ($0.itemID.lowercased(), $0.cells) }) { first, _ in first }
    return Register(
      entries: items.map { item in
        let own = entered[item.id.lowercased()]
        var cells = Register.Cells()
        cells.schedule = item.schedule.map { Schedule($0) == nil ? text("text", $0) : $0 }
        cells.backupSetName = own?.backupSetName.map { text("file", $0) }
        cells.backupSetExpiration = item.backupSet.expiration.map(duration)
        cells.destination = item.destination.map(destinations)
        cells.owner = item.owner.map { text("owner", $0) }
        cells.rpo = item.rpo.map(duration)
        cells.rto = item.rto.map(duration)
        cells.lastBackup = item.lastBackup.map(date)
        cells.lastRestoreTest = item.lastRestoreTest.map(date)
        cells.notes = own?.notes.map { text("note", $0) }
        return Register.Entry(itemID: id(of: item), state: .active, cells: cells)
      })
  }

  /// The id that an item has in the redacted deployment.
  func id(of item: BackupItem) -> String {
    let scope = item.id.dropFirst(item.data.rawValue.count + 1)
    return "\(item.data.rawValue):" + (scope == "deployment" ? "deployment" : place(String(scope)).lowercased())
  }

  private func duration(_ text: String) -> String {
    RecoveryDuration(text) == nil ? self.text("text", text) : text
  }

  private func date(_ text: String) -> String { Moment(text) == nil ? self.text("text", text) : text }

  /// One or several, as people part them.
  private func destinations(_ cell: String) -> String {
    cell.split(separator: ";").map { part in
      let text = String(part.drop { $0 == " " })
      return text.hasPrefix("$Backup") ? "$Backup" : place(text)
    }.joined(separator: "; ")
  }
}
