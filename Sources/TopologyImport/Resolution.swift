internal import Diagnostics
internal import Topology

/// Turns identities into positions, at the end, when all objects are known. Where several have one identity, the
/// first is meant.
extension DeploymentBuilder {
  /// What an identity in ``placeKeys`` names.
  private enum Spot {
    case none
    case cluster(Int)
    case instance(Int)
  }

  mutating func resolve() {
    let siteAt = Self.first(sites.lazy.map(\.key), count: siteKeys.count)
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
    makeServices(spots)
  }

  private static func first(_ keys: some Sequence<Int32>, count: Int) -> [Int32] {
    var positions = [Int32](repeating: -1, count: count)
    for (position, key) in keys.enumerated() where key >= 0 && positions[Int(key)] < 0 {
      positions[Int(key)] = Int32(position)
    }
    return positions
  }

  private mutating func resolveSites(_ siteAt: [Int32]) {
    for (position, site) in sites.enumerated() {
      guard let parent = site.parent else { continue }
      if siteAt[Int(parent.key)] >= 0 {
        topology.sites[position].parent = Reference(Int(siteAt[Int(parent.key)]))
      } else {
        let name = topology.sites[position].name ?? topology.sites[position].id ?? ""
        problems.append(
          .dangling(
            name, called: ImportPhrases.site, ImportPhrases.siteDangling, .text(siteKeys.text(parent.key)),
            parent.place.position))
      }
    }
  }

  private mutating func resolveClusters(_ siteAt: [Int32]) {
    for (position, cluster) in clusters.enumerated() {
      if cluster.key >= 0 { topology.clusters[position].key = placeKeys.text(cluster.key) }
      guard let site = cluster.site else { continue }
      if siteAt[Int(site.key)] >= 0 {
        topology.clusters[position].site = Reference(Int(siteAt[Int(site.key)]))
      } else {
        problems.append(
          .dangling(
            topology.clusters[position].fqdn.text, ImportPhrases.clusterDangling, .text(siteKeys.text(site.key)),
            site.place.position))
      }
    }
  }

  private mutating func resolveInstances(_ spots: [Spot]) {
    for (position, instance) in instances.enumerated() {
      guard let cluster = instance.cluster else { continue }
      if cluster.key >= 0, case .cluster(let found) = spots[Int(cluster.key)] {
        topology.sqlInstances[position].cluster = Reference(found)
      } else {
        problems.append(
          .dangling(
            placeKeys.text(instance.key), called: ImportPhrases.sqlInstance, ImportPhrases.instanceDangling,
            .text(placeKeys.text(cluster.key)), cluster.place.position))
      }
    }
  }

  private mutating func makeServices(_ spots: [Spot]) {
    let serviceAt = Self.first(services.lazy.map(\.key), count: serviceKeys.count)
    topology.services.reserveCapacity(services.count)
    for (position, raw) in services.enumerated() where raw.key >= 0 && raw.role >= 0 {
      let key = serviceKeys.text(raw.key)
      var service = Service(key: key, role: roles[Int(raw.role)], line: Int(raw.place.line))
      if topology.format != .topologyBuilder { service.folder = key }
      if raw.version >= 0 { service.serviceVersion = Int(raw.version) }
      if raw.detail >= 0 { apply(details[Int(raw.detail)], to: &service) }
      switch raw.installation.map({ $0.key < 0 ? Spot.none : spots[Int($0.key)] }) {
      case .cluster(let found)?: service.installation = .cluster(Reference(found))
      case .instance(let found)?: service.installation = .sqlInstance(Reference(found))
      case Spot.none?, nil: problems.append(missingInstallation(key, raw))
      }
      let next = position + 1 < services.count ? Int(services[position + 1].firstDependency) : dependencies.count
      resolveDependencies(Int(raw.firstDependency)..<next, of: &service, serviceAt)
      if let backup = raw.backup {
        service.backupRegistrar = resolve(backup, of: key, ImportPhrases.backupRegistrarDangling, serviceAt)
      }
      topology.services.append(service)
    }
  }

  private func apply(_ detail: ServiceDetail, to service: inout Service) {
    service.isDirector = detail.isDirector
    service.isActive = detail.isActive
    service.shareName = detail.shareName.map { CaselessName($0) }
    if let folder = detail.folder { service.folder = folder }
    guard service.role == .applicationServer, !detail.applications.isEmpty else { return }
    let owners = detail.applications.sorted()
    service.applications = owners.indices.filter { $0 == 0 || owners[$0 - 1] != owners[$0] }.map { owners[$0] }
  }

  private func missingInstallation(_ key: String, _ raw: RawService) -> ImportProblem {
    guard let mention = raw.installation, mention.key >= 0 else { return .uninstalled(key, raw.place.position) }
    return .dangling(
      key, ImportPhrases.installationDangling, .text(placeKeys.text(mention.key)), mention.place.position)
  }

  private mutating func resolveDependencies(_ range: Range<Int>, of service: inout Service, _ serviceAt: [Int32]) {
    guard !range.isEmpty else { return }
    var resolved: [Service.Dependency] = []
    resolved.reserveCapacity(range.count)
    for position in range {
      let mention = dependencies[position].service
      if let found = resolve(mention, of: service.key, ImportPhrases.dependencyDangling, serviceAt) {
        resolved.append(Service.Dependency(service: found, usage: usages.texts[Int(dependencies[position].usage)]))
      } else {
        service.hasDanglingDependency = true
      }
    }
    service.dependencies = resolved
  }

  private mutating func resolve(
    _ mention: Mention, of key: String, _ relation: PhraseTemplate, _ serviceAt: [Int32]
  ) -> Reference<Service>? {
    if mention.key >= 0, serviceAt[Int(mention.key)] >= 0 { return Reference(Int(serviceAt[Int(mention.key)])) }
    let target: Phrase.Value =
      mention.key < 0 ? .phrase(Phrase(ImportPhrases.namelessService)) : .text(serviceKeys.text(mention.key))
    problems.append(.dangling(key, relation, target, mention.place.position))
    return nil
  }
}
