internal import Topology
internal import XMLStream

/// Reads a Topology Builder file (`.tbxml`): what it says now (`NewTopology`), not what is published
/// (`OriginalTopology`).
struct DraftReader: ShapeReader, ~Copyable {
  private enum Context {
    case file, newTopology, topology, domains, simpleURLs, sites, site, siteName
    case clusters, cluster, machines, sqlInstances
    case services, service, dependsOn, backup, ports
  }

  private(set) var builder: DeploymentBuilder
  private var contexts: [Context] = [.file]
  private var name = NameText()
  /// Positions in the model of the sites that are open, innermost last.
  private var openSites: [Int] = []

  init(at position: XMLPosition) {
    builder = DeploymentBuilder(format: .topologyBuilder, isPublished: false, at: position)
  }

  mutating func start(_ element: borrowing XMLElement) -> XMLStep {
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
      return ServiceContent.start(element, word, &builder) == .ports ? open(.ports) : .skip
    case (.dependsOn, .writable, .dependency):
      builder.addDependency(mention(element), usage: element.string(.usage) ?? "Default")
    case (.backup, _, .serviceID), (.backup, _, .service): addBackup(element)
    case (.ports, .roles, .port): builder.addPort(element)
    default: break
    }
    return .skip
  }

  mutating func end() {
    switch contexts.popLast() {
    case .site: openSites.removeLast()
    case .siteName: name.end(&builder)
    case .service: builder.endService()
    default: break
    }
  }

  mutating func text(_ bytes: Span<UInt8>) { name.append(bytes) }

  consuming func finish() -> DeploymentBuilder { builder }

  private mutating func open(_ context: Context) -> XMLStep {
    contexts.append(context)
    return .descend
  }

  private mutating func openSite(_ element: borrowing XMLElement, _ word: Word) -> XMLStep {
    let position = element.position
    // A site that was never published has no number; one that was has one of the two.
    let id = element.text(.siteID) ?? element.text(.originalSiteID)
    let key = builder.siteKey(element) ?? builder.siteKey(element, .originalSiteID) ?? -1
    builder.addSite(
      Site(
        id: id, name: nil, kind: word == .remoteSite ? .branch : .central,
        parent: openSites.last.map { Reference($0) }, line: position.line),
      RawSite(key: key, place: Place(position)))
    openSites.append(builder.sites.count - 1)
    return open(.site)
  }

  private mutating func openCluster(_ element: borrowing XMLElement) -> XMLStep {
    builder.addCluster(element, site: openSites.last.map { Reference($0) })
    let key = builder.uniquePlaceKey(element, .uniqueID) ?? -1
    builder.withLastCluster { $0.key = key }
    builder.endCluster()
    return open(.cluster)
  }

  private mutating func addInstance(_ element: borrowing XMLElement) {
    builder.addInstance(element, cluster: Reference(builder.clusters.count - 1))
    if let key = builder.uniquePlaceKey(element, .uniqueID) {
      builder.identifyInstance(key, name: element.string(.name) ?? "")
    }
    builder.endInstance()
  }

  private mutating func openService(_ element: borrowing XMLElement) -> XMLStep {
    builder.addService(element)
    let place = Place(element.position)
    let key = builder.uniqueServiceKey(element, .uniqueID, isDefinition: true) ?? -1
    let role = builder.role(element) ?? -1
    let installation = builder.uniquePlaceKey(element, .installedOn).map { Mention(key: $0, place: place) }
    builder.withLastService { service in
      service.key = key
      service.role = role
      service.installation = installation
    }
    // Without its numbers a service has no folder yet.
    if let site = element.text(.originalSiteID), let role = element.text(.roleName),
      let instance = element.text(.originalInstance)
    {
      builder.withLastDetail { $0.folder = "\(site)-\(role)-\(instance)" }
    }
    return open(.service)
  }

  /// No real file with a backup registrar in this form was available: as an attribute or as a child, both are read.
  private mutating func openBackup(_ element: borrowing XMLElement) -> XMLStep {
    if element.string(.serviceUniqueID) != nil { addBackup(element) }
    return open(.backup)
  }

  private mutating func addBackup(_ element: borrowing XMLElement) {
    let mention = mention(element)
    builder.withLastService { $0.backup = mention }
  }

  private mutating func mention(_ element: borrowing XMLElement) -> Mention {
    let key = builder.uniqueServiceKey(element, .serviceUniqueID) ?? builder.uniqueServiceKey(element, .uniqueID) ?? -1
    return Mention(key: key, place: Place(element.position))
  }
}
