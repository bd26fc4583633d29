internal import Diagnostics
internal import Topology
internal import XMLStream

/// Where something stands in the file; small, because there is one per reference.
struct Place: Equatable {
  var line: Int32
  /// 0 where unknown.
  var column: Int32

  init(_ position: XMLPosition) {
    line = Int32(clamping: position.line)
    column = Int32(clamping: position.column ?? 0)
  }

  var position: XMLPosition { XMLPosition(line: Int(line), column: column > 0 ? Int(column) : nil) }
}

/// A mention of something by its identity.
struct Mention {
  /// Number of the identity in its ``KeyTable``; negative where the file gives none.
  var key: Int32
  var place: Place
}

/// Collects what the readers find, in the order of the file, with references by identity; ``resolve()`` turns them
/// into positions.
final class DeploymentBuilder {
  /// What is known of an object beyond its place in the model.
  struct PendingSite {
    var key: Int32 = -1
    var parent: Mention?
    var place: Place
  }

  struct PendingCluster {
    var key: Int32 = -1
    var site: Mention?
    var place: Place
  }

  struct PendingInstance {
    var key: Int32 = -1
    var cluster: Mention?
    var place: Place
  }

  struct PendingService {
    var key: Int32 = -1
    var role: Int32 = -1
    var installation: Mention?
    var backup: Mention?
    var dependencies: Range<Int>
    var place: Place
  }

  private static let applicationPrefix = Array("urn:application:".utf8)

  var topology: Topology
  var sites: [PendingSite] = []
  var clusters: [PendingCluster] = []
  var instances: [PendingInstance] = []
  var services: [PendingService] = []
  /// Of all services, one after the other.
  var dependencies: [(mention: Mention, usage: String)] = []
  var siteKeys = KeyTable()
  /// Clusters and SQL Server instances: a Topology Builder file names both by the same attribute.
  var placeKeys = KeyTable()
  var serviceKeys = KeyTable()
  var roleNames = KeyTable()
  /// By number in ``roleNames``. A known role in another case is the known role.
  var roles: [Role] = []
  var problems: [ImportProblem] = []
  /// Where the topology begins.
  var place: Place?
  var hasServices = false
  var scratch: [UInt8] = []

  init(format: Topology.Format, isPublished: Bool) {
    topology = Topology(format: format, isPublished: isPublished)
    for role in Role.known.sorted(by: { $0.name < $1.name }) {
      _ = roleNames.number(Array(role.name.utf8))
      roles.append(role)
    }
  }

  // MARK: Identities

  func siteKey(_ element: borrowing XMLElement, _ word: Word = .siteID) -> Int32? {
    scratch.removeAll(keepingCapacity: true)
    guard element.append(word, to: &scratch) else { return nil }
    return siteKeys.number(scratch)
  }

  /// The identity of a ClusterId, also of the one inside a SqlInstanceId.
  func clusterKey(_ element: borrowing XMLElement, instance: [UInt8]? = nil) -> Int32? {
    scratch.removeAll(keepingCapacity: true)
    guard element.append(.siteID, to: &scratch) else { return nil }
    scratch.append(KeySeparator.part)
    guard element.append(.number, to: &scratch) else { return nil }
    if let instance {
      scratch.append(KeySeparator.instance)
      scratch.append(contentsOf: instance)
    }
    return placeKeys.number(scratch)
  }

  func serviceKey(_ element: borrowing XMLElement) -> Int32? {
    scratch.removeAll(keepingCapacity: true)
    guard element.append(.siteID, to: &scratch) else { return nil }
    scratch.append(KeySeparator.part)
    guard element.append(.roleName, to: &scratch) else { return nil }
    scratch.append(KeySeparator.part)
    guard element.append(.instance, to: &scratch) else { return nil }
    return serviceKeys.number(scratch)
  }

  func role(_ element: borrowing XMLElement) -> Int32? {
    scratch.removeAll(keepingCapacity: true)
    guard element.append(.roleName, to: &scratch) else { return nil }
    let number = roleNames.number(scratch)
    if number >= roles.count { roles.append(Role(String(decoding: scratch, as: UTF8.self))) }
    return number
  }

  /// The number of an opaque identity, as Topology Builder makes them.
  func placeKey(_ element: borrowing XMLElement, _ word: Word) -> Int32? {
    scratch.removeAll(keepingCapacity: true)
    return element.append(word, to: &scratch) ? placeKeys.number(scratch) : nil
  }

  func serviceKey(_ element: borrowing XMLElement, _ word: Word) -> Int32? {
    scratch.removeAll(keepingCapacity: true)
    return element.append(word, to: &scratch) ? serviceKeys.number(scratch) : nil
  }

  // MARK: Objects

  func addDomains(_ element: borrowing XMLElement) {
    topology.defaultSIPDomain = element.text(.defaultDomain)
  }

  func addDomain(_ element: borrowing XMLElement) {
    if let name = element.text(.name) { topology.sipDomains.append(name) }
  }

  func addSite(_ site: Site, _ pending: PendingSite) {
    topology.sites.append(site)
    sites.append(pending)
  }

  func nameSite(_ position: Int, _ bytes: [UInt8]) {
    let name = String(decoding: bytes, as: UTF8.self)
    topology.sites[position].name = name.allSatisfy(\.isWhitespace) ? nil : name
  }

  /// Adds a cluster without its identity; a Fqdn it must have.
  func addCluster(_ element: borrowing XMLElement) {
    let position = element.position
    let fqdn = element.text(.fqdn)
    if fqdn == nil { problems.append(.missing("Fqdn", of: "a cluster", position)) }
    topology.clusters.append(
      Cluster(
        key: "", fqdn: CaselessName(fqdn ?? ""), site: nil,
        requiresReplication: element.flag(.requiresReplication) ?? false, machines: [], line: position.line))
    clusters.append(PendingCluster(place: Place(position)))
  }

  /// Adds a machine to the last cluster. One without a name is the cluster itself.
  func addMachine(_ element: borrowing XMLElement) {
    guard let last = topology.clusters.indices.last else { return }
    let name = element.text(.fqdn).map { CaselessName($0) } ?? topology.clusters[last].fqdn
    topology.clusters[last].machines.append(name)
  }

  func addInstance(_ element: borrowing XMLElement) {
    let position = element.position
    topology.sqlInstances.append(
      SQLInstance(
        name: nil, cluster: nil,
        alwaysOnPrimaryNode: element.text(.alwaysOnPrimaryNodeFQDN).map { CaselessName($0) }, line: position.line))
    instances.append(PendingInstance(place: Place(position)))
  }

  func addService(_ element: borrowing XMLElement) {
    let position = element.position
    var version: Int?
    if let text = element.string(.serviceVersion) {
      version = Int(text)
      if version == nil { problems.append(.unreadableVersion(text, position)) }
    }
    topology.services.append(Service(key: "", role: Role(""), serviceVersion: version, line: position.line))
    services.append(PendingService(dependencies: dependencies.count..<dependencies.count, place: Place(position)))
  }

  /// Gives the last service a dependency.
  func addDependency(_ mention: Mention, usage: String) {
    guard let last = services.indices.last else { return }
    dependencies.append((mention, usage))
    services[last].dependencies = services[last].dependencies.lowerBound..<dependencies.count
  }

  /// Notes the owner of a port of the last service, where it is an application.
  func addPort(_ element: borrowing XMLElement) {
    guard let last = topology.services.indices.last else { return }
    let isApplication =
      element.withBytes(Word.owner.rawValue) { ByteText.begins($0, with: Self.applicationPrefix) } ?? false
    guard isApplication, let owner = element.string(.owner), topology.services[last].applications.last != owner else {
      return
    }
    topology.services[last].applications.append(owner)
  }

  /// Whether the owners of the last service's ports matter; ports are most of the bytes of a file.
  var wantsPorts: Bool {
    guard let role = services.last?.role else { return false }
    return role < 0 || roles[Int(role)] == .applicationServer
  }

  /// The element that carries what is special about a role.
  func addRoleElement(_ word: Word, _ element: borrowing XMLElement) {
    guard let last = topology.services.indices.last else { return }
    switch word {
    case .registrarService: topology.services[last].isDirector = element.flag(.isDirector) ?? false
    case .centralManagementService: topology.services[last].isActive = element.flag(.isActive)
    case .fileStoreService: topology.services[last].shareName = element.text(.shareName).map { CaselessName($0) }
    default: break
    }
  }

  func setRole(_ element: borrowing XMLElement) {
    guard let last = services.indices.last, let role = role(element) else { return }
    services[last].role = role
    topology.services[last].role = roles[Int(role)]
  }

  func installLastService(_ mention: Mention) {
    guard let last = services.indices.last else { return }
    services[last].installation = mention
  }

  func backUpLastService(_ mention: Mention) {
    guard let last = services.indices.last else { return }
    services[last].backup = mention
  }

  /// The last cluster is complete.
  func endCluster() {
    guard let last = clusters.last, last.key < 0 else { return }
    problems.append(.missing("identity", of: "a cluster", last.place.position))
  }

  /// The last SQL Server instance is complete.
  func endInstance() {
    guard let last = instances.last, last.key < 0 else { return }
    problems.append(.missing("identity", of: "a SQL Server instance", last.place.position))
  }

  /// The last service is complete.
  func endService() {
    guard let last = topology.services.indices.last else { return }
    if services[last].key < 0 {
      problems.append(.missing("identity", of: "a service", services[last].place.position))
    } else if services[last].role < 0 {
      problems.append(.missing("RoleName", of: "a service", services[last].place.position))
    }
    guard !topology.services[last].applications.isEmpty else { return }
    let isServer = services[last].role >= 0 && roles[Int(services[last].role)] == .applicationServer
    let owners = isServer ? topology.services[last].applications.sorted() : []
    topology.services[last].applications = owners.enumerated()
      .filter { $0.offset == 0 || owners[$0.offset - 1] != $0.element }.map(\.element)
  }

  func addSimpleURL(_ element: borrowing XMLElement) {
    topology.simpleURLs.append(
      SimpleURL(
        component: element.string(.component) ?? "", domain: element.string(.domain) ?? "",
        activeURL: element.string(.activeURL) ?? ""))
  }
}
