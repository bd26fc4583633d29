import BackupPlanning
import DeploymentGenerator
import Diagnostics
import Topology
import TopologyImport

/// A generated deployment after its way through a file: written, imported, planned.
struct PlannedDeployment {
  let deployment: GeneratedDeployment
  let shape: Shape
  let topology: Topology
  let diagnostics: [Diagnostic]
  let plan: Plan

  init(seed: UInt64, awkward: Bool, shape: Shape) throws {
    try self.init(GeneratedDeployment(seed: seed, awkward: awkward), shape: shape)
  }

  init(_ deployment: GeneratedDeployment, shape: Shape) throws {
    self.deployment = deployment
    self.shape = shape
    let xml = deployment.xml(shape)
    var importer = TopologyImporter(fileName: "seed-\(deployment.seed)")
    try importer.read(xml.span)
    let imported = try importer.finish()
    topology = imported.topology
    diagnostics = imported.diagnostics
    plan = try Planner.plan(imported.topology, importDiagnostics: imported.diagnostics).plan
  }
}

/// What a plan of a generated deployment has to hold, counted from the deployment alone.
struct ExpectedPlan {
  let deployment: GeneratedDeployment

  /// A row: where it is, and whom it serves. Names in lower case.
  struct Place: Hashable, Comparable, CustomStringConvertible {
    var id: String
    var server: String?
    var instance: String?
    var share: String?
    var pools: [String]

    var description: String { "\(id) at \(server ?? "-")\\\(instance ?? "-") \(share ?? "-") for \(pools)" }

    static func < (left: Place, right: Place) -> Bool { left.id < right.id }
  }

  /// Every row but those of the whole deployment.
  var places: Set<Place> {
    var places: Set<Place> = []
    for cluster in deployment.clusters.indices {
      let pool = deployment.clusters[cluster].fqdn
      guard let version = version(ofPool: cluster), version > 5 else { continue }
      if let store = principal("UserStore", of: "UserServices", on: cluster) {
        places.insert(place("userData", scope: pool, store: store, pools: [pool]))
      }
      if services("ApplicationServer", on: cluster).contains(where: { $0.applications.contains(.responseGroup) }),
        let store = principal("ApplicationStore", of: "ApplicationServer", on: cluster)
      {
        places.insert(place("responseGroupConfiguration", scope: pool, store: store, pools: [pool]))
      }
    }
    for (role, kinds) in Self.storeRows {
      for store in deployment.services.indices where deployment.services[store].role == role {
        let scope = instanceName(of: store)
        for kind in kinds { places.insert(place(kind, scope: scope, store: store, pools: users(of: store))) }
      }
    }
    for store in deployment.services.indices where deployment.services[store].role == "FileStore" {
      let share = sharePath(of: store)
      places.insert(
        Place(
          id: "fileStore:\(share)", server: server(of: store), instance: nil, share: share, pools: users(of: store)))
    }
    return places.union(copies)
  }

  private static let storeRows = [
    ("ArchivingStore", ["archiving"]), ("MonitoringStore", ["callDetailRecords", "qualityOfExperience"]),
    ("PersistentChatStore", ["persistentChat"]),
  ]

  private var copies: [Place] {
    deployment.pairs.flatMap { [$0.first, $0.second] }.flatMap { cluster in
      let pool = deployment.clusters[cluster].fqdn.lowercased()
      let store = services("WebServices", on: cluster).flatMap(\.dependencies).map(\.service)
        .first { deployment.services[$0].role == "FileStore" }
      return ["responseGroupAudio", "callParkMusicOnHold", "announcementAudio"].map { kind in
        Place(
          id: "\(kind):\(pool)", server: store.map(server), instance: nil, share: store.map(sharePath), pools: [pool])
      }
    }
  }

  /// `database server instance` of every database that needs no backup, in lower case.
  var exclusions: Set<String> {
    var exclusions: Set<String> = []
    for (position, cluster) in deployment.clusters.enumerated() where cluster.isLyncServer {
      guard let version = version(ofPool: position), version > 5 else { continue }
      let isFrontEnd = !services("UserServices", on: position).isEmpty
      for machine in cluster.machines {
        exclusions.insert("xds \(machine) rtclocal".lowercased())
        guard isFrontEnd else { continue }
        for local in ["rtc \(machine) rtclocal", "rtcdyn \(machine) rtclocal", "lyss \(machine) lynclocal"] {
          exclusions.insert(local.lowercased())
        }
      }
      for (user, store, databases) in Self.storeExclusions {
        guard let store = principal(store, of: user, on: position) else { continue }
        for database in databases { exclusions.insert(exclusion(database, store)) }
      }
    }
    for store in deployment.services.indices where deployment.services[store].role == "PersistentChatComplianceStore" {
      exclusions.insert(exclusion("mgccomp", store))
    }
    return exclusions
  }

  private static let storeExclusions = [
    ("UserServices", "UserStore", ["rtcab", "rtcshared"]),
    ("ApplicationServer", "ApplicationStore", ["rgsdyn", "cpsdyn"]),
  ]

  private func exclusion(_ database: String, _ store: Int) -> String {
    "\(database) \(server(of: store)) \(instance(of: store) ?? "-")"
  }

  /// Servers with a certificate, gateways and so on, by kind of requirement; in lower case.
  func subjects(ofRequirement kind: String) -> Set<String> {
    switch kind {
    case "certificates":
      Set(deployment.clusters.filter(\.isLyncServer).flatMap(\.machines).map { $0.lowercased() })
    case "pstnGateway": names(of: [.pstnGateway, .survivableBranchAppliance])
    case "officeWebApps": names(of: [.officeWebAppsServer])
    case "trustedApplication": names(of: [.trustedApplicationPool])
    case "coexistingVersion":
      Set(
        deployment.clusters.indices.filter { version(ofPool: $0).map { $0 <= 5 } ?? false }
          .map { deployment.clusters[$0].fqdn.lowercased() })
    default: []
    }
  }

  private func names(of kinds: Set<ComponentKind>) -> Set<String> {
    Set(deployment.expectedComponents.filter { kinds.contains($0.kind) }.map { $0.fqdn.lowercased() })
  }

  // MARK: Looking things up

  private func place(_ kind: String, scope: String, store: Int, pools: [String]) -> Place {
    Place(
      id: "\(kind):\(scope.lowercased())", server: server(of: store), instance: instance(of: store), share: nil,
      pools: pools.map { $0.lowercased() }.sorted())
  }

  private func services(_ role: String, on cluster: Int) -> [GeneratedDeployment.Service] {
    deployment.services.filter { $0.role == role && $0.place == .cluster(cluster) }
  }

  /// Of a pool that runs Lync Server; nil for other clusters.
  private func version(ofPool cluster: Int) -> Int? {
    guard deployment.clusters[cluster].isLyncServer else { return nil }
    let services = deployment.services.filter { $0.place == .cluster(cluster) }
    let deciding = services.filter { $0.role == "Registrar" || $0.role == "UserServices" }
    return deciding.first?.version ?? services.map(\.version).max()
  }

  private func principal(_ store: String, of role: String, on cluster: Int) -> Int? {
    services(role, on: cluster).flatMap(\.dependencies)
      .first { deployment.services[$0.service].role == store && $0.usage == "Default" }?.service
  }

  /// Pools with a service that depends on `store` or on another store in the same place, in lower case, sorted.
  private func users(of store: Int) -> [String] {
    let role = deployment.services[store].role
    let here = sharePath(of: store)
    let alike = deployment.services.indices.filter {
      deployment.services[$0].role == role && sharePath(of: $0) == here && instance(of: $0) == instance(of: store)
    }
    let users = deployment.services.filter { service in
      service.dependencies.contains { alike.contains($0.service) }
    }
    return Set(users.map { deployment.clusters[deployment.cluster(of: $0)].fqdn.lowercased() }).sorted()
  }

  private func server(of store: Int) -> String {
    deployment.clusters[deployment.cluster(of: deployment.services[store])].fqdn.lowercased()
  }

  private func instance(of store: Int) -> String? {
    guard case .sqlInstance(let instance) = deployment.services[store].place else { return nil }
    let name = deployment.sqlInstances[instance].name
    return name.isEmpty ? nil : name.lowercased()
  }

  private func instanceName(of store: Int) -> String {
    [server(of: store), instance(of: store)].compactMap(\.self).joined(separator: "\\")
  }

  private func sharePath(of store: Int) -> String {
    "\\\\\(server(of: store))\\\(deployment.services[store].shareName.lowercased())"
  }
}
