/// What the product writes on the element of a service, by role.
struct RoleTraits {
  var roleVersion = 1
  /// The end of `Type`: the class that carries the settings of the role.
  var type: String?

  static let table: [String: RoleTraits] = [
    "UserServices": RoleTraits(roleVersion: 2),
    "Registrar": RoleTraits(roleVersion: 2, type: "RegistrarService"),
    "EdgeServer": RoleTraits(roleVersion: 2),
    "FileStore": RoleTraits(type: "FileStoreService"),
    "WacService": RoleTraits(type: "WacService"),
    "WebServices": RoleTraits(type: "WebService"),
    "ConfServices": RoleTraits(type: "ConfService"),
    "ApplicationServer": RoleTraits(type: "ApplicationServerService"),
    "CentralMgmt": RoleTraits(type: "CentralMgmtService"),
    "BackupService": RoleTraits(type: "BackupService"),
    "PstnGateway": RoleTraits(type: "PstnGatewayService"),
    "PersistentChatService": RoleTraits(type: "PersistentChatService"),
    "ExternalServer": RoleTraits(type: "ExternalServerService"),
  ]

  /// Components of the web services, with the first version that has them.
  static let webComponents: [(name: String, since: Int)] = [
    ("ABHandler", 5), ("ABFiles", 5), ("AutodiscoverService", 6), ("CAHandler", 5), ("CAHandlerAnon", 5),
    ("CollabContent", 5), ("Cscp", 5), ("DataCollabWeb", 5), ("DeviceUpdateDownload", 5), ("DeviceUpdateStore", 5),
    ("Dialin", 5), ("DLExpansion", 5), ("LIService", 5), ("Lwa", 6), ("McxService", 5), ("Meet", 5),
    ("OnlineAuth", 6), ("PowerShell", 5), ("Reach", 5), ("RgsAgentService", 5), ("StoreWeb", 6), ("UcwaService", 6),
    ("WebScheduler", 6), ("WebTicket", 5), ("PersistentChatWeb", 6), ("PersistentChatWebManager", 6),
    ("HybridConfigService", 6),
  ]

  /// What the Backup Service of a paired pool copies to its pair.
  static let backupModules: [(role: String, component: String)] = [
    ("UserServices", "PresenceFocus"), ("ConfServices", "DataConf"), ("CentralMgmt", "CMSMaster"),
  ]
}

enum Namespace {
  static let topology = "urn:schema:Microsoft.Rtc.Management.Deploy.Topology.2008"
  static let writable = "urn:schema:Microsoft.Rtc.Management.Deploy.WritableTopology.2008"
  static let builder = "urn:schema:Microsoft.Rtc.Management.Deploy.TopologyBuilder.2008"
  static let roles = "urn:schema:Microsoft.Rtc.Management.Deploy.ServiceRoles.2008"
  static let simpleURL = "urn:schema:Microsoft.Rtc.Management.Settings.SimpleUrl.2008"
  static let webServices = "urn:schema:Microsoft.Rtc.Management.Deploy.WebServices.2011"
  static let baseTypes = "urn:schema:Microsoft.Rtc.Management.BaseTypes.2008"
}
