internal import Topology
internal import XMLStream

/// Reads a published topology: `T:Topology`, as `Get-CsTopology -AsXml` writes it.
struct PublishedReader: ShapeReader, ~Copyable {
  private enum Context {
    case topology, domains, sites, site, siteName
    case clusters, cluster
    case sqlInstances, sqlInstance, sqlInstanceID
    case services, service, dependsOn, dependency, installedOn, installedOnInstance, backup, ports
  }

  private(set) var builder: DeploymentBuilder
  /// What is open, innermost last; the root is open from the beginning.
  private var contexts: [Context] = [.topology]
  private var name = NameText()
  /// Positions in the model of the sites that are open: a branch site may stand inside its central site.
  private var openSites: [Int] = []
  /// Name of the SQL Server instance whose cluster comes next.
  private var instanceName: [UInt8] = []
  private var usage = ""

  init(format: Topology.Format, at position: XMLPosition) {
    builder = DeploymentBuilder(format: format, isPublished: true, at: position)
  }

  mutating func start(_ element: borrowing XMLElement) -> XMLStep {
    guard let (namespace, word) = element.known, let context = contexts.last else { return .skip }
    if context == .service, namespace == .roles {
      return ServiceContent.start(element, word, &builder) == .ports ? open(.ports) : .skip
    }
    if context == .ports, namespace == .roles {
      if word == .port { builder.addPort(element) }
      return .skip
    }
    guard namespace == .topology else { return .skip }
    switch (context, word) {
    case (.topology, .internalDomains):
      builder.addDomains(element)
      return open(.domains)
    case (.topology, .sites): return open(.sites)
    case (.topology, .clusters): return open(.clusters)
    case (.topology, .sqlInstances): return open(.sqlInstances)
    case (.topology, .services):
      builder.hasServices = true
      return open(.services)
    case (.domains, .internalDomain): builder.addDomain(element)
    case (.sites, .centralSite), (.sites, .remoteSite), (.site, .remoteSite): return openSite(element, word)
    case (.site, .remoteSites): return open(.sites)
    case (.site, .name):
      guard let site = openSites.last else { return .skip }
      name.begin(site: site)
      _ = open(.siteName)
      return .text
    case (.clusters, .cluster):
      builder.addCluster(element)
      return open(.cluster)
    case (.cluster, .clusterID): identifyCluster(element)
    case (.cluster, .machine): builder.addMachine(element)
    case (.sqlInstances, .sqlInstance):
      builder.addInstance(element)
      return open(.sqlInstance)
    case (.sqlInstance, .sqlInstanceID), (.installedOn, .sqlInstanceID):
      instanceName.removeAll(keepingCapacity: true)
      _ = element.append(.name, to: &instanceName)
      return open(context == .sqlInstance ? .sqlInstanceID : .installedOnInstance)
    case (.sqlInstanceID, .clusterID): identifyInstance(element)
    case (.services, .service):
      builder.addService(element)
      return open(.service)
    case (.service, .serviceID): identifyService(element)
    case (.service, .dependsOn): return open(.dependsOn)
    case (.service, .installedOn): return open(.installedOn)
    case (.service, .backup): return open(.backup)
    case (.dependsOn, .dependency):
      usage = element.string(.usage) ?? "Default"
      return open(.dependency)
    case (.dependency, .serviceID): builder.addDependency(mention(element), usage: usage)
    case (.backup, .serviceID):
      let mention = mention(element)
      builder.withLastService { $0.backup = mention }
    case (.installedOn, .clusterID): install(element, instance: nil)
    case (.installedOnInstance, .clusterID): install(element, instance: instanceName)
    default: break
    }
    return .skip
  }

  mutating func end() {
    switch contexts.popLast() {
    case .site: openSites.removeLast()
    case .siteName: name.end(&builder)
    case .cluster: builder.endCluster()
    case .sqlInstance: builder.endInstance()
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
    let id = element.text(.siteID)
    if id == nil { builder.problems.append(.missing("SiteId", of: "a site", position)) }
    var raw = RawSite(key: builder.siteKey(element) ?? -1, place: Place(position))
    var parent: Reference<Site>?
    if word == .remoteSite {
      // No real file with a branch site was available: nested or by attribute, both are read.
      parent = openSites.last.map { Reference($0) }
      if parent == nil, let key = builder.siteKey(element, .centralSiteID) ?? builder.siteKey(element, .parentSiteID) {
        raw.parent = Mention(key: key, place: raw.place)
      }
    }
    builder.addSite(
      Site(id: id, name: nil, kind: word == .remoteSite ? .branch : .central, parent: parent, line: position.line), raw)
    openSites.append(builder.sites.count - 1)
    return open(.site)
  }

  private mutating func identifyCluster(_ element: borrowing XMLElement) {
    guard let key = builder.placeKey(element), let site = builder.siteKey(element) else { return }
    builder.withLastCluster { cluster in
      cluster.key = key
      cluster.site = Mention(key: site, place: cluster.place)
    }
  }

  private mutating func identifyInstance(_ element: borrowing XMLElement) {
    guard let key = builder.placeKey(element, instance: instanceName), let cluster = builder.placeKey(element) else {
      return
    }
    builder.identifyInstance(key, name: String(decoding: instanceName, as: UTF8.self), cluster: cluster)
  }

  private mutating func identifyService(_ element: borrowing XMLElement) {
    guard let key = builder.serviceKey(element, isDefinition: true) else { return }
    let role = builder.role(element) ?? -1
    builder.withLastService { service in
      service.key = key
      service.role = role
    }
  }

  private mutating func install(_ element: borrowing XMLElement, instance: [UInt8]?) {
    let mention = Mention(key: builder.placeKey(element, instance: instance) ?? -1, place: Place(element.position))
    builder.withLastService { $0.installation = mention }
  }

  private mutating func mention(_ element: borrowing XMLElement) -> Mention {
    Mention(key: builder.serviceKey(element) ?? -1, place: Place(element.position))
  }
}
