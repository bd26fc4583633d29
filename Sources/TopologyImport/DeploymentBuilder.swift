internal import Diagnostics
internal import Topology
internal import XMLStream

/// Collects what the readers find, in the order of the file, with references by identity; ``complete(limit:)`` turns
/// them into positions.
///
/// It cannot be copied: copies that were made unseen, to read one member of it for each service, cost 3 % of the import
/// of a Topology Builder file.
struct DeploymentBuilder: ~Copyable {
  private static let applicationPrefix = Array("urn:application:".utf8)

  /// Complete but for references and services.
  var topology: Topology
  var sites: [RawSite] = []
  var clusters: [RawCluster] = []
  var instances: [RawInstance] = []
  var services: [RawService] = []
  /// Of all services, one after the other.
  var dependencies: [RawDependency] = []
  var details: [ServiceDetail] = []
  var usages = UsageTable()
  var siteKeys = KeyTable()
  /// Clusters and SQL Server instances: a Topology Builder file names both by the same attribute.
  var placeKeys = KeyTable()
  var serviceKeys = KeyTable()
  var roleNames = KeyTable()
  /// By number in ``roleNames``. A known role in another case is the known role.
  var roles: [Role] = []
  var problems: [ImportProblem] = []
  /// Where the topology begins.
  var place: Place
  /// Whether there is an element for services, with or without any.
  var hasServices = false
  private var scratch: [UInt8] = []

  init(format: Topology.Format, isPublished: Bool, at position: XMLPosition) {
    topology = Topology(format: format, isPublished: isPublished)
    place = Place(position)
    for role in Role.known.sorted(by: { $0.name < $1.name }) {
      _ = roleNames.number(Array(role.name.utf8))
      roles.append(role)
    }
  }

  // MARK: Identities. Nil where a part is missing or empty.

  mutating func siteKey(_ element: borrowing XMLElement, _ word: Word = .siteID) -> Int32? {
    scratch.removeAll(keepingCapacity: true)
    return element.append(word, to: &scratch) ? siteKeys.number(scratch) : nil
  }

  /// The identity that a ClusterId gives, or a SqlInstanceId that contains it.
  mutating func placeKey(_ element: borrowing XMLElement, instance: [UInt8]? = nil) -> Int32? {
    scratch.removeAll(keepingCapacity: true)
    guard element.append(.siteID, to: &scratch) else { return nil }
    var shape = UInt32(scratch.count) << 1
    scratch.append(UInt8(ascii: "-"))
    guard element.append(.number, to: &scratch) else { return nil }
    if let instance {
      shape |= UInt32(scratch.count) << 17 | 1
      if !instance.isEmpty { scratch.append(UInt8(ascii: "\\")) }
      scratch.append(contentsOf: instance)
    }
    return placeKeys.number(scratch, shape: shape)
  }

  /// The identity that a ServiceId gives. `isDefinition` says that it is the service's own.
  mutating func serviceKey(_ element: borrowing XMLElement, isDefinition: Bool = false) -> Int32? {
    scratch.removeAll(keepingCapacity: true)
    guard element.append(.siteID, to: &scratch) else { return nil }
    var shape = UInt32(scratch.count)
    scratch.append(UInt8(ascii: "-"))
    guard element.append(.roleName, to: &scratch) else { return nil }
    shape |= UInt32(scratch.count) << 16
    scratch.append(UInt8(ascii: "-"))
    guard element.append(.instance, to: &scratch) else { return nil }
    let number = serviceKeys.number(scratch, shape: shape)
    if isDefinition { serviceKeys.spell(number, as: scratch) }
    return number
  }

  /// The number of an opaque identity, as Topology Builder makes them.
  mutating func uniquePlaceKey(_ element: borrowing XMLElement, _ word: Word) -> Int32? {
    scratch.removeAll(keepingCapacity: true)
    return element.append(word, to: &scratch) ? placeKeys.number(scratch) : nil
  }

  mutating func uniqueServiceKey(
    _ element: borrowing XMLElement, _ word: Word, isDefinition: Bool = false
  ) -> Int32? {
    scratch.removeAll(keepingCapacity: true)
    guard element.append(word, to: &scratch) else { return nil }
    let number = serviceKeys.number(scratch)
    if isDefinition { serviceKeys.spell(number, as: scratch) }
    return number
  }

  mutating func role(_ element: borrowing XMLElement) -> Int32? {
    scratch.removeAll(keepingCapacity: true)
    guard element.append(.roleName, to: &scratch) else { return nil }
    let number = roleNames.number(scratch)
    if number >= roles.count { roles.append(Role(String(decoding: scratch, as: UTF8.self))) }
    return number
  }

  // MARK: Domains, sites, clusters, instances

  mutating func addDomains(_ element: borrowing XMLElement) {
    topology.defaultSIPDomain = element.text(.defaultDomain)
  }

  mutating func addDomain(_ element: borrowing XMLElement) {
    if let name = element.text(.name) { topology.sipDomains.append(name) }
  }

  mutating func addSimpleURL(_ element: borrowing XMLElement) {
    topology.simpleURLs.append(SimpleURL(element))
  }

  mutating func addSite(_ site: Site, _ raw: RawSite) {
    topology.sites.append(site)
    sites.append(raw)
  }

  mutating func nameSite(_ position: Int, _ bytes: [UInt8]) {
    let name = String(decoding: bytes, as: UTF8.self)
    topology.sites[position].name = name.allSatisfy(\.isWhitespace) ? nil : name
  }

  /// Adds a cluster without its identity.
  mutating func addCluster(_ element: borrowing XMLElement, site: Reference<Site>? = nil) {
    let position = element.position
    let fqdn = element.text(.fqdn)
    if fqdn == nil { problems.append(.missing("Fqdn", of: "a cluster", position)) }
    topology.clusters.append(
      Cluster(
        key: "", fqdn: CaselessName(fqdn ?? ""), site: site,
        requiresReplication: element.flag(.requiresReplication) ?? false, machines: [], line: position.line))
    clusters.append(RawCluster(place: Place(position)))
  }

  /// Adds a machine to the last cluster. One without a name is the cluster itself.
  mutating func addMachine(_ element: borrowing XMLElement) {
    let last = topology.clusters.count - 1
    guard last >= 0 else { return }
    let name = element.text(.fqdn).map { CaselessName($0) } ?? topology.clusters[last].fqdn
    topology.clusters[last].machines.append(name)
  }

  mutating func withLastCluster(_ change: (inout RawCluster) -> Void) {
    let last = clusters.count - 1
    if last >= 0 { change(&clusters[last]) }
  }

  /// The last cluster is complete.
  mutating func endCluster() {
    guard let last = clusters.last, last.key < 0 else { return }
    problems.append(.missing("identity", of: "a cluster", last.place.position))
  }

  mutating func addInstance(_ element: borrowing XMLElement, cluster: Reference<Cluster>? = nil) {
    let position = element.position
    topology.sqlInstances.append(
      SQLInstance(
        name: nil, cluster: cluster,
        alwaysOnPrimaryNode: element.text(.alwaysOnPrimaryNodeFQDN).map { CaselessName($0) }, line: position.line))
    instances.append(RawInstance(place: Place(position)))
  }

  /// Identifies the last SQL Server instance. An empty name is that of the default instance.
  mutating func identifyInstance(_ key: Int32, name: String, cluster: Int32? = nil) {
    let last = instances.count - 1
    guard last >= 0 else { return }
    instances[last].key = key
    instances[last].cluster = cluster.map { Mention(key: $0, place: instances[last].place) }
    topology.sqlInstances[last].name = name.isEmpty ? nil : CaselessName(name)
  }

  /// The last SQL Server instance is complete.
  mutating func endInstance() {
    guard let last = instances.last, last.key < 0 else { return }
    problems.append(.missing("identity", of: "a SQL Server instance", last.place.position))
  }

  // MARK: Services. Everything but the first is about the last service.

  mutating func addService(_ element: borrowing XMLElement) {
    let position = element.position
    var service = RawService(firstDependency: Int32(dependencies.count), place: Place(position))
    if let text = element.string(.serviceVersion) {
      if let version = Int32(text), version >= 0 {
        service.version = version
      } else {
        problems.append(.unreadableVersion(text, position))
      }
    }
    services.append(service)
  }

  mutating func withLastService(_ change: (inout RawService) -> Void) {
    let last = services.count - 1
    if last >= 0 { change(&services[last]) }
  }

  mutating func addDependency(_ service: Mention, usage: String) {
    dependencies.append(RawDependency(service: service, usage: usages.number(usage)))
  }

  mutating func withLastDetail(_ change: (inout ServiceDetail) -> Void) {
    let last = services.count - 1
    guard last >= 0 else { return }
    if services[last].detail < 0 {
      services[last].detail = Int32(details.count)
      details.append(ServiceDetail())
    }
    change(&details[Int(services[last].detail)])
  }

  /// Whether the owners of its ports matter; ports are most of the bytes of a file.
  var wantsPorts: Bool {
    guard let role = services.last?.role else { return false }
    return role < 0 || roles[Int(role)] == .applicationServer
  }

  /// Notes the owner of a port, where it is an application.
  mutating func addPort(_ element: borrowing XMLElement) {
    let isApplication =
      element.withBytes(Word.owner.rawValue) { ByteText.begins($0, with: Self.applicationPrefix) } ?? false
    guard isApplication, let owner = element.string(.owner) else { return }
    withLastDetail { detail in
      if detail.applications.last != owner { detail.applications.append(owner) }
    }
  }

  /// The element that carries what is special about a role.
  mutating func addRoleElement(_ word: Word, _ element: borrowing XMLElement) {
    switch word {
    case .registrarService:
      if element.flag(.isDirector) == true { withLastDetail { $0.isDirector = true } }
    case .centralManagementService:
      if let isActive = element.flag(.isActive) { withLastDetail { $0.isActive = isActive } }
    case .fileStoreService:
      if let name = element.text(.shareName) { withLastDetail { $0.shareName = name } }
    default: break
    }
  }

  mutating func endService() {
    guard let last = services.last else { return }
    if last.key < 0 {
      problems.append(.missing("identity", of: "a service", last.place.position))
    } else if last.role < 0 {
      problems.append(.missing("RoleName", of: "a service", last.place.position))
    }
  }
}

extension SimpleURL {
  init(_ element: borrowing XMLElement) {
    self.init(
      component: element.string(.component) ?? "", domain: element.string(.domain) ?? "",
      activeURL: element.string(.activeURL) ?? "")
  }
}
