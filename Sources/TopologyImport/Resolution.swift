internal import Topology

/// Turns identities into positions, at the end, when all objects are known. Where several have one identity, the
/// first is meant.
extension DeploymentBuilder {
  /// What an identity in ``placeKeys`` names.
  enum Spot {
    case none
    case cluster(Int)
    case instance(Int)
  }

  func resolve() {
    let siteAt = Self.first(sites.map(\.key), count: siteKeys.count)
    let serviceAt = Self.first(services.map(\.key), count: serviceKeys.count)
    var spots = [Spot](repeating: .none, count: placeKeys.count)
    for (position, cluster) in clusters.enumerated() where cluster.key >= 0 {
      if case .none = spots[Int(cluster.key)] { spots[Int(cluster.key)] = .cluster(position) }
    }
    for (position, instance) in instances.enumerated() where instance.key >= 0 {
      if case .none = spots[Int(instance.key)] { spots[Int(instance.key)] = .instance(position) }
    }
    resolveSites(siteAt)
    resolveClusters(siteAt)
    resolveInstances(spots)
    resolveInstallations(spots)
    resolveServices(serviceAt)
  }

  private static func first(_ keys: [Int32], count: Int) -> [Int32] {
    var positions = [Int32](repeating: -1, count: count)
    for (position, key) in keys.enumerated() where key >= 0 && positions[Int(key)] < 0 {
      positions[Int(key)] = Int32(position)
    }
    return positions
  }

  private func resolveSites(_ siteAt: [Int32]) {
    for (position, site) in sites.enumerated() {
      guard let parent = site.parent else { continue }
      if siteAt[Int(parent.key)] >= 0 {
        topology.sites[position].parent = Reference(Int(siteAt[Int(parent.key)]))
      } else {
        let name = topology.sites[position].name ?? topology.sites[position].id ?? ""
        problems.append(
          .dangling("site \(name)", "belongs to site", siteKeys.text(parent.key), parent.place.position))
      }
    }
  }

  private func resolveClusters(_ siteAt: [Int32]) {
    for (position, cluster) in clusters.enumerated() {
      guard let site = cluster.site else { continue }
      if siteAt[Int(site.key)] >= 0 {
        topology.clusters[position].site = Reference(Int(siteAt[Int(site.key)]))
      } else {
        problems.append(
          .dangling(
            topology.clusters[position].fqdn.text, "belongs to site", siteKeys.text(site.key), site.place.position))
      }
    }
  }

  private func resolveInstances(_ spots: [Spot]) {
    for (position, instance) in instances.enumerated() {
      guard let cluster = instance.cluster else { continue }
      if case .cluster(let found) = spots[Int(cluster.key)] {
        topology.sqlInstances[position].cluster = Reference(found)
      } else {
        problems.append(
          .dangling(
            "SQL Server instance \(placeKeys.text(instance.key))", "is on cluster", placeKeys.text(cluster.key),
            cluster.place.position))
      }
    }
  }

  private func resolveInstallations(_ spots: [Spot]) {
    for (position, service) in services.enumerated() {
      let subject = topology.services[position].key
      guard let installation = service.installation, installation.key >= 0 else {
        problems.append(.uninstalled(subject, service.place.position))
        continue
      }
      switch spots[Int(installation.key)] {
      case .cluster(let found): topology.services[position].installation = .cluster(Reference(found))
      case .instance(let found): topology.services[position].installation = .sqlInstance(Reference(found))
      case .none:
        problems.append(
          .dangling(subject, "is installed on", placeKeys.text(installation.key), installation.place.position))
      }
    }
  }

  private func resolveServices(_ serviceAt: [Int32]) {
    for (position, service) in services.enumerated() {
      var resolved: [Service.Dependency] = []
      resolved.reserveCapacity(service.dependencies.count)
      for (mention, usage) in dependencies[service.dependencies] {
        if mention.key >= 0, serviceAt[Int(mention.key)] >= 0 {
          resolved.append(
            Service.Dependency(service: Reference(Int(serviceAt[Int(mention.key)])), usage: usage))
        } else {
          topology.services[position].hasDanglingDependency = true
          problems.append(dangling(position, "depends on", mention))
        }
      }
      topology.services[position].dependencies = resolved
      guard let backup = service.backup else { continue }
      if backup.key >= 0, serviceAt[Int(backup.key)] >= 0 {
        topology.services[position].backupRegistrar = Reference(Int(serviceAt[Int(backup.key)]))
      } else {
        problems.append(dangling(position, "has as backup registrar", backup))
      }
    }
  }

  private func dangling(_ position: Int, _ relation: String, _ mention: Mention) -> ImportProblem {
    .dangling(
      topology.services[position].key, relation,
      mention.key < 0 ? "a service without identity" : serviceKeys.text(mention.key), mention.place.position)
  }
}
