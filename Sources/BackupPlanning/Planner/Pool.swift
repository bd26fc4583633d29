internal import Topology

/// A host that runs Lync Server, with the stores it uses.
struct Pool {
  let host: HostIndex
  let kind: Component.Kind
  let fqdn: CaselessName
  /// Of its Registrar or UserServices, else of its other services.
  let serviceVersion: Int?
  let userStore: Reference<Service>?
  let applicationStore: Reference<Service>?
  /// In the order in which services are asked for theirs.
  let fileStores: [Reference<Service>]
  /// Stores of the roles that its services depend on.
  let archivingStores: [Reference<Service>]
  let monitoringStores: [Reference<Service>]
  let persistentChatStores: [Reference<Service>]
  let complianceStores: [Reference<Service>]
  let applicationServer: Reference<Service>?
  let hasUserServices: Bool
  let hasWebServices: Bool
  let runsResponseGroups: Bool

  /// Whether the rules apply: Lync Server 2010 has its own procedures.
  var isPlanned: Bool { Product.isPlanned(serviceVersion) }
}

extension Deployment {
  /// The services whose file store is the pool's, in the order in which they are asked.
  private static let fileStoreUsers: [Role] = [
    .webServices, .conferencingServices, .applicationServer, .centralManagement, .backupService, .userServices,
    .persistentChatService,
  ]

  /// The host as a pool of `kind`.
  func pool(_ host: HostIndex, kind: Component.Kind) -> Pool {
    let services = self[host].services
    func first(_ role: Role) -> Reference<Service>? { services.first { self.role(of: $0) == role } }
    func stores(_ role: Role) -> [Reference<Service>] {
      services.flatMap { dependencies(of: $0, on: role) }.removingDuplicates()
    }
    let applicationServer = first(.applicationServer)
    let applicationServices = services.filter { role(of: $0) == .applicationServer }
    let inOrder = Self.fileStoreUsers.flatMap { role in services.filter { self.role(of: $0) == role } } + services
    return Pool(
      host: host, kind: kind, fqdn: self[host].fqdn, serviceVersion: serviceVersion(of: host),
      userStore: services.filter { role(of: $0) == .userServices }
        .flatMap { dependencies(of: $0, on: .userStore) }.first,
      applicationStore: applicationServices.flatMap { dependencies(of: $0, on: .applicationStore) }.first,
      fileStores: inOrder.flatMap { dependencies(of: $0, on: .fileStore) }.removingDuplicates(),
      archivingStores: stores(.archivingStore), monitoringStores: stores(.monitoringStore),
      persistentChatStores: stores(.persistentChatStore), complianceStores: stores(.persistentChatComplianceStore),
      applicationServer: applicationServer, hasUserServices: first(.userServices) != nil,
      hasWebServices: first(.webServices) != nil,
      runsResponseGroups: applicationServices.contains { topology[$0].runs(.responseGroup) })
  }

  /// The version of the host's Registrar or UserServices, else the highest of its services.
  func serviceVersion(of host: HostIndex) -> Int? {
    let services = self[host].services.map { topology[$0] }
    let deciding = services.filter { $0.role == .registrar || $0.role == .userServices }.compactMap(\.serviceVersion)
    return deciding.max() ?? services.compactMap(\.serviceVersion).max()
  }

  /// Whether the host's SQL Server instance holds the user store of its own UserServices: a Standard Edition server.
  func isStandardEdition(_ host: HostIndex) -> Bool {
    self[host].services.contains { service in
      role(of: service) == .userServices
        && dependencies(of: service, on: .userStore).contains { self.host(of: $0) == host }
    }
  }
}

/// Applications of an ApplicationServer, by the owner of their ports.
enum Application: String {
  case responseGroup = "urn:application:rgs"
}

extension Service {
  fileprivate func runs(_ application: Application) -> Bool {
    applications.contains { $0.lowercased() == application.rawValue }
  }
}
