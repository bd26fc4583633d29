internal import Topology
internal import XMLStream

/// Reads a Topology Builder file (`.tbxml`): what it says now (`NewTopology`), not what is published
/// (`OriginalTopology`).
final class DraftReader: ShapeReader {
  private enum Context {
    case file, newTopology, topology, domains, simpleURLs, sites, site, siteName
    case clusters, cluster, machines, sqlInstances
    case services, service, dependsOn, backup, ports
  }

  private var contexts: [Context] = [.file]
  private var name = NameText()
  /// Positions in the model of the sites that are open, innermost last.
  private var openSites: [Int] = []

  override func start(_ element: borrowing XMLElement) -> XMLStep {
    guard let (namespace, word) = element.known, let context = contexts.last else { return .skip }
    switch (context, namespace, word) {
    case (.file, .builder, .newTopology): return open(.newTopology)
    case (.newTopology, .writable, .partialTopology):
      builder.topology.isPublished = element.flag(.isPublished) ?? false
      builder.place = Place(element.position)
      return open(.topology)
    case (.topology, .topology, .internalDomains):
      builder.addDomains(element)
      return open(.domains)
    case (.topology, .simpleURL, .simpleURLConfiguration): return open(.simpleURLs)
    case (.topology, .writable, .centralSites): return open(.sites)
    case (.topology, .writable, .services):
      builder.hasServices = true
      return open(.services)
    case (.domains, .topology, .internalDomain): builder.addDomain(element)
    case (.simpleURLs, .simpleURL, .simpleURL): builder.addSimpleURL(element)
    case (.sites, .writable, .centralSite), (.sites, .writable, .remoteSite): return openSite(element, word)
    case (.site, .writable, .remoteSites): return open(.sites)
    case (.site, .topology, .name), (.site, .writable, .name):
      guard let site = openSites.last else { return .skip }
      name.begin(site: site)
      _ = open(.siteName)
      return .text
    case (.site, .writable, .clusters): return open(.clusters)
    case (.clusters, .writable, .cluster): return openCluster(element)
    case (.cluster, .writable, .machines): return open(.machines)
    case (.cluster, .writable, .sqlInstances): return open(.sqlInstances)
    case (.machines, .writable, .machine): builder.addMachine(element)
    case (.sqlInstances, .writable, .sqlInstance): addInstance(element)
    case (.services, .writable, .service): return openService(element)
    case (.service, .writable, .dependsOn): return open(.dependsOn)
    case (.service, .writable, .backup), (.service, .topology, .backup): return openBackup(element)
    case (.service, .roles, _):
      return ServiceContent.start(element, word, builder) == .ports ? open(.ports) : .skip
    case (.dependsOn, .writable, .dependency):
      builder.addDependency(mention(element), usage: element.string(.usage) ?? "Default")
    case (.backup, _, .serviceID), (.backup, _, .service): builder.backUpLastService(mention(element))
    case (.ports, .roles, .port): builder.addPort(element)
    default: break
    }
    return .skip
  }

  override func end() {
    switch contexts.popLast() {
    case .site: openSites.removeLast()
    case .siteName: name.end(builder)
    case .service: builder.endService()
    default: break
    }
  }

  override func text(_ bytes: Span<UInt8>) { name.append(bytes) }

  private func open(_ context: Context) -> XMLStep {
    contexts.append(context)
    return .descend
  }

  private func openSite(_ element: borrowing XMLElement, _ word: Word) -> XMLStep {
    let position = element.position
    // A site that was never published has no number; one that was has one of the two.
    let id = element.text(.siteID) ?? element.text(.originalSiteID)
    builder.addSite(
      Site(
        id: id, name: nil, kind: word == .remoteSite ? .branch : .central,
        parent: openSites.last.map { Reference($0) }, line: position.line),
      DeploymentBuilder.PendingSite(
        key: builder.siteKey(element) ?? builder.siteKey(element, .originalSiteID) ?? -1, place: Place(position)))
    openSites.append(builder.sites.count - 1)
    return open(.site)
  }

  private func openCluster(_ element: borrowing XMLElement) -> XMLStep {
    builder.addCluster(element)
    guard let last = builder.clusters.indices.last else { return .skip }
    builder.clusters[last].key = builder.placeKey(element, .uniqueID) ?? -1
    builder.topology.clusters[last].key = element.string(.uniqueID) ?? ""
    builder.topology.clusters[last].site = openSites.last.map { Reference($0) }
    builder.endCluster()
    return open(.cluster)
  }

  private func addInstance(_ element: borrowing XMLElement) {
    builder.addInstance(element)
    guard let last = builder.instances.indices.last else { return }
    builder.instances[last].key = builder.placeKey(element, .uniqueID) ?? -1
    builder.topology.sqlInstances[last].name = element.text(.name).map { CaselessName($0) }
    builder.topology.sqlInstances[last].cluster = builder.clusters.indices.last.map { Reference($0) }
    builder.endInstance()
  }

  private func openService(_ element: borrowing XMLElement) -> XMLStep {
    builder.addService(element)
    guard let last = builder.services.indices.last else { return .skip }
    builder.services[last].key = builder.serviceKey(element, .uniqueID) ?? -1
    builder.topology.services[last].key = element.string(.uniqueID) ?? ""
    builder.setRole(element)
    if let site = element.text(.originalSiteID), let instance = element.text(.originalInstance) {
      builder.topology.services[last].folder = "\(site)-\(builder.topology.services[last].role)-\(instance)"
    }
    if let key = builder.placeKey(element, .installedOn) {
      builder.installLastService(Mention(key: key, place: builder.services[last].place))
    }
    return open(.service)
  }

  /// No real file with a backup registrar in this form was available: as an attribute or as a child, both are read.
  private func openBackup(_ element: borrowing XMLElement) -> XMLStep {
    if element.string(.serviceUniqueID) != nil { builder.backUpLastService(mention(element)) }
    return open(.backup)
  }

  private func mention(_ element: borrowing XMLElement) -> Mention {
    let key = builder.serviceKey(element, .serviceUniqueID) ?? builder.serviceKey(element, .uniqueID) ?? -1
    return Mention(key: key, place: Place(element.position))
  }
}
