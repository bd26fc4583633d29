/// What a service is, by the name the topology gives it (`RoleName`).
///
/// A name that is not listed here is kept as written: it stays visible as "other role".
public struct Role: Hashable, Sendable, CustomStringConvertible {
  public let name: String

  public init(_ name: String) { self.name = name }

  public var description: String { name }

  public static let applicationServer = Role("ApplicationServer")
  public static let applicationStore = Role("ApplicationStore")
  /// Lync Server 2010 only.
  public static let archivingServer = Role("ArchivingServer")
  public static let archivingStore = Role("ArchivingStore")
  public static let backupService = Role("BackupService")
  public static let centralManagement = Role("CentralMgmt")
  public static let centralManagementStore = Role("CentralMgmtStore")
  public static let conferencingServices = Role("ConfServices")
  public static let edgeServer = Role("EdgeServer")
  /// A trusted application pool.
  public static let externalServer = Role("ExternalServer")
  public static let fileStore = Role("FileStore")
  /// The replica of the Central Management store on an Edge Server; not the store itself.
  public static let managementServices = Role("ManagementServices")
  public static let mediationServer = Role("MediationServer")
  /// Lync Server 2010 only.
  public static let monitoringServer = Role("MonitoringServer")
  public static let monitoringStore = Role("MonitoringStore")
  public static let persistentChatComplianceStore = Role("PersistentChatComplianceStore")
  public static let persistentChatService = Role("PersistentChatService")
  public static let persistentChatStore = Role("PersistentChatStore")
  public static let provisionServices = Role("ProvisionServices")
  public static let provisionStore = Role("ProvisionStore")
  public static let pstnGateway = Role("PstnGateway")
  public static let registrar = Role("Registrar")
  public static let userServices = Role("UserServices")
  public static let userStore = Role("UserStore")
  public static let videoGateway = Role("VideoGateway")
  public static let videoInteropServer = Role("VideoInteropServer")
  /// Office Web Apps Server.
  public static let webApplicationCompanion = Role("WacService")
  public static let webServices = Role("WebServices")
  public static let witnessStore = Role("WitnessStore")

  /// Every role this product knows.
  public static let known: Set<Role> = [
    .applicationServer, .applicationStore, .archivingServer, .archivingStore, .backupService, .centralManagement,
    .centralManagementStore, .conferencingServices, .edgeServer, .externalServer, .fileStore, .managementServices,
    .mediationServer, .monitoringServer, .monitoringStore, .persistentChatComplianceStore, .persistentChatService,
    .persistentChatStore, .provisionServices, .provisionStore, .pstnGateway, .registrar, .userServices, .userStore,
    .videoGateway, .videoInteropServer, .webApplicationCompanion, .webServices, .witnessStore,
  ]

  /// Roles whose data lies in a SQL Server instance.
  public static let databaseStores: Set<Role> = [
    .applicationStore, .archivingStore, .centralManagementStore, .monitoringStore, .persistentChatComplianceStore,
    .persistentChatStore, .provisionStore, .userStore, .witnessStore,
  ]
}
