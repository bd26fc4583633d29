internal import Diagnostics
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
    var seen = FirstOccurrences(count: siteKeys.count)
    for (position, site) in sites.enumerated() where site.key >= 0 {
      guard let first = seen.insert(site.key, at: position) else { continue }
      let id = topology.sites[position].id ?? ""
      problems.append(
        .duplicate(
          id, called: ImportPhrases.site,
          Phrase(ImportPhrases.duplicateSite, ["id": .text(id), "line": line(sites[first].place)]),
          site.place.position))
    }
  }

  private mutating func reportDuplicateClusters() {
    var seenKeys = FirstOccurrences(count: placeKeys.count)
    var seenNames: [CaselessName: Int] = [:]
    seenNames.reserveCapacity(clusters.count)
    for (position, cluster) in clusters.enumerated() {
      let fqdn = topology.clusters[position].fqdn
      if cluster.key >= 0, let first = seenKeys.insert(cluster.key, at: position) {
        problems.append(
          .duplicate(
            fqdn.text,
            Phrase(
              ImportPhrases.duplicateCluster,
              [
                "id": .text(topology.clusters[position].key), "cluster": .text(fqdn.text),
                "first": .text(topology.clusters[first].fqdn.text), "line": line(clusters[first].place),
              ]), cluster.place.position))
      } else if let first = seenNames[fqdn] {
        problems.append(
          .duplicate(
            fqdn.text,
            Phrase(
              ImportPhrases.duplicateName, ["cluster": .text(fqdn.text), "line": line(clusters[first].place)]),
            cluster.place.position))
      } else {
        seenNames[fqdn] = position
      }
    }
  }

  private mutating func reportDuplicateInstances() {
    var seen = FirstOccurrences(count: placeKeys.count)
    for (position, instance) in instances.enumerated() where instance.key >= 0 {
      guard let first = seen.insert(instance.key, at: position) else { continue }
      let key = placeKeys.text(instance.key)
      problems.append(
        .duplicate(
          key, Phrase(ImportPhrases.duplicateInstance, ["id": .text(key), "line": line(instances[first].place)]),
          instance.place.position))
    }
  }

  /// Services of one identity; file stores of one share; stores of one role on one instance.
  private mutating func reportDuplicateServices() {
    var seenKeys = FirstOccurrences(count: serviceKeys.count)
    var seenShares: [Share: Int] = [:]
    var seenStores: [Store: Int] = [:]
    // Asked of each role once, not of each service by its name.
    let areFileStores = roles.map { $0 == .fileStore }
    // One witness may serve several mirrors.
    let areDatabaseStores = roles.map { $0 != .witnessStore && Role.databaseStores.contains($0) }
    for (position, raw) in services.enumerated() {
      if let first = seenKeys.insert(raw.key, at: position) {
        let key = topology.services[position].key
        problems.append(
          .duplicate(
            key, Phrase(ImportPhrases.duplicateService, ["id": .text(key), "line": line(services[first].place)]),
            raw.place.position))
        continue
      }
      if areFileStores[Int(raw.role)], let share = share(of: position) {
        if let first = seenShares[share] {
          problems.append(
            .duplicate(
              topology.services[position].key,
              Phrase(
                ImportPhrases.duplicateShare,
                [
                  "share": .text("\\\\\(share.server)\\\(share.name)"),
                  "first": .text(topology.services[first].key), "line": line(services[first].place),
                ]), raw.place.position))
        } else {
          seenShares[share] = position
        }
      }
      if areDatabaseStores[Int(raw.role)],
        case .sqlInstance(let instance) = topology.services[position].installation
      {
        let store = Store(role: raw.role, instance: instance)
        if let first = seenStores[store] {
          problems.append(
            .duplicate(
              topology.services[position].key,
              Phrase(
                ImportPhrases.duplicateStore,
                [
                  "store": .text(topology.services[position].key), "first": .text(topology.services[first].key),
                  "line": line(services[first].place),
                ]), raw.place.position))
        } else {
          seenStores[store] = position
        }
      }
    }
  }

  /// A line is a place and no amount: no language writes it with separators.
  private func line(_ place: Place) -> Phrase.Value { .text(String(place.line)) }

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
          service.role.name, on: place, subject: place ?? service.key, raw.place.position))
    }
  }
}

/// Where an identity occurred first. Identities are small numbers, so it is an array: dictionaries cost 1 to 2 % of an
/// import.
private struct FirstOccurrences {
  private var positions: [Int32]

  /// - Parameter count: all identities are smaller.
  init(count: Int) { positions = [Int32](repeating: -1, count: count) }

  /// The position of the first occurrence, nil if this is it.
  mutating func insert(_ key: Int32, at position: Int) -> Int? {
    let first = positions[Int(key)]
    if first >= 0 { return Int(first) }
    positions[Int(key)] = Int32(position)
    return nil
  }
}
