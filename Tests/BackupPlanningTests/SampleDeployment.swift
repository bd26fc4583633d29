@testable import BackupPlanning
import Diagnostics
import Topology

/// A deployment put together in a few lines, for tests of single rules.
struct SampleDeployment {
  var topology = Topology(
    format: .publishedTopology, isPublished: true, defaultSIPDomain: "contoso.com", sipDomains: ["contoso.com"])

  /// A plan of this deployment.
  func plan(_ policy: Policy = Policy()) throws -> Plan { try Planner.plan(topology, policy: policy).plan }

  // MARK: Places

  mutating func site(_ name: String?, id: String = "1", kind: Site.Kind = .central) -> Reference<Site> {
    topology.sites.append(Site(id: id, name: name, kind: kind))
    return Reference(topology.sites.count - 1)
  }

  /// A cluster; a Lync server unless `replicates` is false.
  mutating func cluster(
    _ fqdn: String, machines: [String]? = nil, site: Reference<Site>? = nil, replicates: Bool = true
  ) -> Reference<Cluster> {
    topology.clusters.append(
      Cluster(
        key: "1-\(topology.clusters.count + 1)", fqdn: CaselessName(fqdn), site: site,
        requiresReplication: replicates, machines: (machines ?? [fqdn]).map { CaselessName($0) }))
    return Reference(topology.clusters.count - 1)
  }

  /// A SQL Server instance on a cluster of its own, or on `cluster`.
  mutating func sqlInstance(
    _ fqdn: String, _ name: String? = nil, on cluster: Reference<Cluster>? = nil, site: Reference<Site>? = nil,
    alwaysOnPrimaryNode: String? = nil, machines: [String]? = nil
  ) -> Reference<SQLInstance> {
    let cluster = cluster ?? self.cluster(fqdn, machines: machines, site: site, replicates: false)
    topology.sqlInstances.append(
      SQLInstance(
        name: name.map { CaselessName($0) }, cluster: cluster,
        alwaysOnPrimaryNode: alwaysOnPrimaryNode.map { CaselessName($0) }))
    return Reference(topology.sqlInstances.count - 1)
  }

  // MARK: Services

  @discardableResult
  mutating func service(
    _ role: Role, on cluster: Reference<Cluster>, version: Int = 6, uses: [Reference<Service>] = []
  ) -> Reference<Service> {
    add(role, .cluster(cluster), version, uses)
  }

  @discardableResult
  mutating func store(_ role: Role, in instance: Reference<SQLInstance>, version: Int = 6) -> Reference<Service> {
    add(role, .sqlInstance(instance), version, [])
  }

  mutating func fileStore(_ share: String, on cluster: Reference<Cluster>) -> Reference<Service> {
    let store = service(.fileStore, on: cluster)
    topology.services[store.position].shareName = CaselessName(share)
    return store
  }

  mutating func depend(_ service: Reference<Service>, on other: Reference<Service>, usage: String = "Default") {
    topology.services[service.position].dependencies.append(.init(service: other, usage: usage))
  }

  private mutating func add(
    _ role: Role, _ place: Service.Installation?, _ version: Int, _ uses: [Reference<Service>]
  ) -> Reference<Service> {
    let folder = "1-\(role.name)-\(topology.services.count + 1)"
    topology.services.append(
      Service(
        key: folder, role: role, folder: folder, serviceVersion: version, installation: place,
        dependencies: uses.map { .init(service: $0) }))
    return Reference(topology.services.count - 1)
  }

  // MARK: Whole components

  /// The services of a Front End pool that tests refer to.
  struct PoolServices {
    var cluster: Reference<Cluster>
    var userStore: Reference<Service>
    var applicationStore: Reference<Service>
    var userServices: Reference<Service>
    var registrar: Reference<Service>
    var webServices: Reference<Service>
    var applicationServer: Reference<Service>
  }

  /// A Front End pool whose stores are in `backEnd`; a Standard Edition server where that is on its own cluster.
  mutating func pool(
    on cluster: Reference<Cluster>, backEnd: Reference<SQLInstance>, fileStore: Reference<Service>? = nil,
    version: Int = 6, runsResponseGroups: Bool = true
  ) -> PoolServices {
    let userStore = store(.userStore, in: backEnd, version: version)
    let applicationStore = store(.applicationStore, in: backEnd, version: version)
    let shares = fileStore.map { [$0] } ?? []
    let userServices = service(.userServices, on: cluster, version: version, uses: [userStore])
    let registrar = service(.registrar, on: cluster, version: version, uses: [userServices])
    let webServices = service(.webServices, on: cluster, version: version, uses: shares)
    let applicationServer = service(
      .applicationServer, on: cluster, version: version, uses: [applicationStore] + shares)
    if runsResponseGroups {
      topology.services[applicationServer.position].applications = ["urn:application:Cps", "urn:application:RGS"]
    }
    return PoolServices(
      cluster: cluster, userStore: userStore, applicationStore: applicationStore, userServices: userServices,
      registrar: registrar, webServices: webServices, applicationServer: applicationServer)
  }

  /// `pool.contoso.com` with two Front End Servers, its back end `sql.contoso.com\rtc`, its share `\\file.contoso.com\lync`.
  static func enterprise() -> (deployment: SampleDeployment, pool: PoolServices) {
    var sample = SampleDeployment()
    let site = sample.site("Contoso")
    let instance = sample.sqlInstance("sql.contoso.com", "rtc", site: site)
    let file = sample.cluster("file.contoso.com", site: site, replicates: false)
    let share = sample.fileStore("lync", on: file)
    let cluster = sample.cluster("pool.contoso.com", machines: ["fe1.contoso.com", "fe2.contoso.com"], site: site)
    let pool = sample.pool(on: cluster, backEnd: instance, fileStore: share)
    return (sample, pool)
  }

  /// A Standard Edition server with its share.
  mutating func standardEdition(_ fqdn: String, site: Reference<Site>? = nil) -> PoolServices {
    let cluster = cluster(fqdn, site: site)
    let instance = sqlInstance(fqdn, "rtc", on: cluster)
    let share = fileStore("lyncshare", on: cluster)
    return pool(on: cluster, backEnd: instance, fileStore: share)
  }

  /// Central Management services on a pool, its store in the pool's back end.
  mutating func centralManagement(on pool: PoolServices, isActive: Bool?) {
    guard case .sqlInstance(let instance) = topology[pool.userStore].installation else { return }
    let store = store(.centralManagementStore, in: instance)
    let service = service(.centralManagement, on: pool.cluster, uses: [store])
    topology.services[service.position].isActive = isActive
  }

  /// Pairs two pools by their Backup Services.
  mutating func pair(_ first: PoolServices, _ second: PoolServices) {
    let one = service(.backupService, on: first.cluster)
    let other = service(.backupService, on: second.cluster, uses: [one])
    depend(one, on: other)
  }
}

extension Plan {
  func item(_ id: String) -> BackupItem? { backupItems.first { $0.id == id } }

  func items(_ data: BackupData) -> [BackupItem] { backupItems.filter { $0.data == data } }

  func component(_ id: String) -> Component? { components.first { $0.id == id } }

  func requirements(_ kind: String) -> [String] { otherRequirements.filter { $0.kind == kind }.map(\.subject) }

  func findings(_ rule: TopologyFinding) -> [Finding] { findings.filter { $0.rule == rule.rawValue } }

  func excluded(_ database: String) -> [String] {
    exclusions.filter { $0.database == database }.map {
      [$0.server, $0.instance].compactMap(\.self).joined(separator: "\\")
    }
  }
}
