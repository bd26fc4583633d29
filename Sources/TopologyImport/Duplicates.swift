internal import Topology

/// Finds what occurs twice but should occur once. Nothing is removed: both stay in the model.
extension DeploymentBuilder {
  mutating func reportDuplicates() {
    reportDuplicateSites()
    reportDuplicateClusters()
    reportDuplicateInstances()
    reportDuplicateServices()
  }

  private mutating func reportDuplicateSites() {
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

  private mutating func reportDuplicateClusters() {
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

  private mutating func reportDuplicateInstances() {
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
  private mutating func reportDuplicateServices() {
    var seenKeys = FirstOccurrences()
    var seenShares: [Share: Int] = [:]
    var seenStores: [Store: Int] = [:]
    for (position, raw) in services.enumerated() {
      if let first = seenKeys.insert(Int(raw.key), at: position) {
        let key = topology.services[position].key
        problems.append(
          .duplicate(
            key, "service \(key) is already defined on line \(services[first].place.line)", raw.place.position))
        continue
      }
      let role = topology.services[position].role
      if role == .fileStore, let share = share(of: position) {
        if let first = seenShares[share] {
          problems.append(
            .duplicate(
              topology.services[position].key,
              "\\\\\(share.server)\\\(share.name) is already the share of \(topology.services[first].key) on line "
                + "\(services[first].place.line)", raw.place.position))
        } else {
          seenShares[share] = position
        }
      }
      // One witness may serve several mirrors.
      if role != .witnessStore, Role.databaseStores.contains(role),
        case .sqlInstance(let instance) = topology.services[position].installation
      {
        let store = Store(role: raw.role, instance: instance)
        if let first = seenStores[store] {
          problems.append(
            .duplicate(
              topology.services[position].key,
              "\(topology.services[position].key) is on the same SQL Server instance as "
                + "\(topology.services[first].key) on line \(services[first].place.line)", raw.place.position))
        } else {
          seenStores[store] = position
        }
      }
    }
  }

  private func share(of position: Int) -> Share? {
    guard let name = topology.services[position].shareName,
      let cluster = topology.cluster(of: topology.services[position])
    else { return nil }
    return Share(server: topology[cluster].fqdn, name: name)
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
  mutating func reportUnknownRoles() {
    let isUnknown = roles.map { !Role.known.contains($0) }
    guard isUnknown.contains(true) else { return }
    var seen: Set<[Int]> = []
    for (position, raw) in services.enumerated() where isUnknown[Int(raw.role)] {
      let service = topology.services[position]
      let cluster = topology.cluster(of: service)
      guard seen.insert([Int(raw.role), cluster?.position ?? -1]).inserted else { continue }
      let place = cluster.map { topology[$0].fqdn.text }
      problems.append(
        .unknownRole(
          service.role.name, on: place ?? "an unknown server", subject: place ?? service.key, raw.place.position))
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
