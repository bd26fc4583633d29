internal import BackupPlanning
internal import Diagnostics

/// `destination-same-site`: a backup that does not leave its site.
struct DestinationSameSite: ItemControl {
  let rule = ControlRule(
    "destination-same-site", .warning,
    meaning:
      "Every destination whose site the topology knows is at the item's own site: a fire takes both. Machines that "
      + "the topology does not have are not judged.",
    remedy: "keep a copy at another site",
    serves: [.separationFromPrimarySite, .separateStorage, .informationBackup], sources: [.bestPractices])

  func complaint(about item: AuditedItem, _ context: AuditContext) -> Phrase? {
    guard let site = item.item.site else { return nil }
    let sites = item.destinations.compactMap { $0?.machine }.flatMap { context.machines.sites(of: $0) }
    guard !sites.isEmpty, sites.allSatisfy({ $0.lowercased() == site.lowercased() }) else { return nil }
    return Phrase("control.destination-same-site", "the destination is at its own site, {site}", ["site": site])
  }

  /// A machine that the topology does not have may be anywhere, here too.
  func canJudge(_ item: AuditedItem, _ context: AuditContext) -> Bool {
    item.item.site != nil && !item.destinations.isEmpty
      && item.destinations.allSatisfy { destination in
        guard let host = destination?.machine else { return false }
        return !context.machines.sites(of: host).isEmpty
      }
  }
}
