internal import Topology

/// Finds what occurs twice but should occur once. Nothing is removed: both stay in the model.
extension DeploymentBuilder {
  func reportDuplicates() {
    reportDuplicateSites()
    reportDuplicateClusters()
    reportDuplicateInstances()
    reportDuplicateServices()
  }

  private func reportDuplicateSites() {
    var seen = FirstOccurrences()
    for (position, site) in sites.enumerated() where site.key >= 0 {
      guard let first = seen.insert(Int(site.key), at: position) else { continue }
      let id = topology.sites[position].id ?? ""
      problems.append(
        .duplicate(
          "site \(id)", "site id \(id) is already that of the site on line \(sites[first].place.line)",
          site.place.position))
    }
  }

  private func reportDuplicateClusters() {
    var seenKeys = FirstOccurrences()
    var seenNames: [CaselessName: Int] = [:]
    for (position, cluster) in clusters.enumerated() {
      let fqdn = topology.clusters[position].fqdn
      if cluster.key >= 0, let first = seenKeys.insert(Int(cluster.key), at: position) {
        problems.append(
          .duplicate(
            fqdn.text,
            "cluster id \(topology.clusters[position].key) of \(fqdn) is already that of "
              + "\(topology.clusters[first].fqdn) on line \(clusters[first].place.line)", cluster.place.position))
      } else if let first = seenNames[fqdn] {
        problems.append(
          .duplicate(
            fqdn.text, "\(fqdn) is already the name of the cluster on line \(clusters[first].place.line)",
            cluster.place.position))
      } else {
        seenNames[fqdn] = position
      }
    }
  }

  private func reportDuplicateInstances() {
    var seen = FirstOccurrences()
    for (position, instance) in instances.enumerated() where instance.key >= 0 {
      guard let first = seen.insert(Int(instance.key), at: position) else { continue }
      let key = placeKeys.text(instance.key)
      problems.append(
        .duplicate(
          key, "SQL Server instance \(key) is already defined on line \(instances[first].place.line)",
          instance.place.position))
    }
  }

  /// Services of one identity; file stores of one share; stores of one role on one instance.
  private func reportDuplicateServices() {
    var seenKeys = FirstOccurrences()
    var seenShares: [Share: Int] = [:]
    var seenStores: [Store: Int] = [:]
    for (position, pending) in services.enumerated() {
      let service = topology.services[position]
      if pending.key >= 0, let first = seenKeys.insert(Int(pending.key), at: position) {
        problems.append(
          .duplicate(
            service.key, "service \(service.key) is already defined on line \(services[first].place.line)",
            pending.place.position))
        continue
      }
      if service.role == .fileStore, let share = service.shareName, let cluster = topology.cluster(of: service) {
        let name = Share(server: topology[cluster].fqdn, name: share)
        guard let first = seenShares[name] else {
          seenShares[name] = position
          continue
        }
        problems.append(
          .duplicate(
            service.key,
            "\\\\\(name.server)\\\(share) is already the share of \(topology.services[first].key) on line "
              + "\(services[first].place.line)", pending.place.position))
      }
      // One witness may serve several mirrors.
      if Role.databaseStores.contains(service.role), service.role != .witnessStore,
        case .sqlInstance(let instance) = service.installation
      {
        let store = Store(role: pending.role, instance: instance)
        guard let first = seenStores[store] else {
          seenStores[store] = position
          continue
        }
        problems.append(
          .duplicate(
            service.key,
            "\(service.key) is on the same SQL Server instance as \(topology.services[first].key) on line "
              + "\(services[first].place.line)", pending.place.position))
      }
    }
  }

  private struct Share: Hashable {
    var server: CaselessName
    var name: CaselessName
  }

  private struct Store: Hashable {
    var role: Int32
    var instance: Reference<SQLInstance>
  }

  /// Roles this product does not know, once per role and cluster.
  func reportUnknownRoles() {
    var seen: Set<[Int]> = []
    for (position, pending) in services.enumerated() where pending.role >= 0 {
      let service = topology.services[position]
      guard !Role.known.contains(service.role) else { continue }
      let cluster = topology.cluster(of: service)
      guard seen.insert([Int(pending.role), cluster?.position ?? -1]).inserted else { continue }
      let place = cluster.map { topology[$0].fqdn.text }
      problems.append(
        .unknownRole(
          service.role.name, on: place ?? "an unknown server", subject: place ?? service.key, pending.place.position))
    }
  }
}

/// Where an identity occurred first.
private struct FirstOccurrences {
  private var positions: [Int: Int] = [:]

  /// The position of the first occurrence, nil if this is it.
  mutating func insert(_ key: Int, at position: Int) -> Int? {
    if let first = positions[key] { return first }
    positions[key] = position
    return nil
  }
}
