internal import Topology
internal import XMLStream

/// Reads a published topology: `T:Topology`, as `Get-CsTopology -AsXml` writes it.
final class PublishedReader: ShapeReader {
  private enum Context {
    case topology, domains, sites, site, siteName
    case clusters, cluster
    case sqlInstances, sqlInstance, sqlInstanceID
    case services, service, dependsOn, dependency, installedOn, installedOnInstance, backup, ports
  }

  /// What is open, innermost last; the root is open from the beginning.
  private var contexts: [Context] = [.topology]
  private var name = NameText()
  /// Positions in the model of the sites that are open: a branch site may stand inside its central site.
  private var openSites: [Int] = []
  /// Name of the SQL Server instance whose cluster comes next.
  private var instanceName: [UInt8] = []
  private var usage = ""

  override func start(_ element: borrowing XMLElement) -> XMLStep {
    guard let (namespace, word) = element.known, let context = contexts.last else { return .skip }
    if context == .service, namespace == .roles {
      return ServiceContent.start(element, word, builder) == .ports ? open(.ports) : .skip
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
    case (.backup, .serviceID): builder.backUpLastService(mention(element))
    case (.installedOn, .clusterID):
      builder.installLastService(Mention(key: builder.clusterKey(element) ?? -1, place: Place(element.position)))
    case (.installedOnInstance, .clusterID):
      let key = builder.clusterKey(element, instance: instanceName) ?? -1
      builder.installLastService(Mention(key: key, place: Place(element.position)))
    default: break
    }
    return .skip
  }

  override func end() {
    switch contexts.popLast() {
    case .site: openSites.removeLast()
    case .siteName: name.end(builder)
    case .cluster: builder.endCluster()
    case .sqlInstance: builder.endInstance()
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
    let id = element.text(.siteID)
    if id == nil { builder.problems.append(.missing("SiteId", of: "a site", position)) }
    var pending = DeploymentBuilder.PendingSite(key: builder.siteKey(element) ?? -1, place: Place(position))
    var parent: Reference<Site>?
    if word == .remoteSite {
      // No real file with a branch site was available: nested or by attribute, both are read.
      parent = openSites.last.map { Reference($0) }
      if parent == nil, let key = builder.siteKey(element, .centralSiteID) ?? builder.siteKey(element, .parentSiteID) {
        pending.parent = Mention(key: key, place: pending.place)
      }
    }
    builder.addSite(
      Site(id: id, name: nil, kind: word == .remoteSite ? .branch : .central, parent: parent, line: position.line),
      pending)
    openSites.append(builder.sites.count - 1)
    return open(.site)
  }

  private func identifyCluster(_ element: borrowing XMLElement) {
    guard let last = builder.clusters.indices.last, let key = builder.clusterKey(element) else { return }
    builder.clusters[last].key = key
    builder.topology.clusters[last].key = KeySeparator.text(builder.scratch)
    if let site = builder.siteKey(element) {
      builder.clusters[last].site = Mention(key: site, place: builder.clusters[last].place)
    }
  }

  private func identifyInstance(_ element: borrowing XMLElement) {
    guard let last = builder.instances.indices.last else { return }
    let place = builder.instances[last].place
    builder.instances[last].key = builder.clusterKey(element, instance: instanceName) ?? -1
    builder.instances[last].cluster = builder.clusterKey(element).map { Mention(key: $0, place: place) }
    if !instanceName.isEmpty {
      builder.topology.sqlInstances[last].name = CaselessName(String(decoding: instanceName, as: UTF8.self))
    }
  }

  private func identifyService(_ element: borrowing XMLElement) {
    guard let last = builder.services.indices.last, let key = builder.serviceKey(element) else { return }
    builder.services[last].key = key
    let text = KeySeparator.text(builder.scratch)
    builder.topology.services[last].key = text
    builder.topology.services[last].folder = text
    builder.setRole(element)
  }

  private func mention(_ element: borrowing XMLElement) -> Mention {
    Mention(key: builder.serviceKey(element) ?? -1, place: Place(element.position))
  }
}
