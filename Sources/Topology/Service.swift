/// One role installed in one place, such as the Registrar of a pool or the UserStore on a SQL Server instance.
public struct Service: Sendable, Equatable {
  /// Where a service is installed.
  public enum Installation: Sendable, Equatable {
    case cluster(Reference<Cluster>)
    case sqlInstance(Reference<SQLInstance>)
  }

  /// A service that this one uses.
  public struct Dependency: Sendable, Equatable {
    public var service: Reference<Service>
    /// `Default`, or what the file says: a mirror's contains "Mirror", a witness's "Witness".
    public var usage: String

    public init(service: Reference<Service>, usage: String = "Default") {
      self.service = service
      self.usage = usage
    }
  }

  /// The identity in the file: `SiteId-RoleName-Instance` in a published topology, `UniqueId` in a Topology Builder
  /// file.
  public var key: String
  public var role: Role
  /// `<SiteId>-<RoleName>-<Instance>`, the folder of the service in its file store. A draft has no numbers yet.
  public var folder: String?
  /// 5 = Lync Server 2010, 6 = Lync Server 2013, 7 = Skype for Business Server 2015, 8 = 2019.
  public var serviceVersion: Int?
  /// Absent where the reference dangles.
  public var installation: Installation?
  /// Without the dangling ones.
  public var dependencies: [Dependency]
  /// Whether the file names a dependency that does not exist.
  public var hasDanglingDependency: Bool
  /// The registrar that takes over when this one fails.
  public var backupRegistrar: Reference<Service>?
  /// Of an application server, owners of its ports of the form `urn:application:…`, such as `urn:application:RGS`;
  /// sorted, each once. Other roles have none here.
  public var applications: [String]
  /// `RegistrarService/@IsDirector`.
  public var isDirector: Bool
  /// `CentralMgmtService/@IsActive`; absent where the file does not say.
  public var isActive: Bool?
  /// `FileStoreService/@ShareName`; may contain a path.
  public var shareName: CaselessName?
  /// Line of the element in the file.
  public var line: Int

  public init(
    key: String, role: Role, folder: String? = nil, serviceVersion: Int? = nil, installation: Installation? = nil,
    dependencies: [Dependency] = [], hasDanglingDependency: Bool = false,
    backupRegistrar: Reference<Service>? = nil, applications: [String] = [], isDirector: Bool = false,
    isActive: Bool? = nil, shareName: CaselessName? = nil, line: Int = 0
  ) {
    self.key = key
    self.role = role
    self.folder = folder
    self.serviceVersion = serviceVersion
    self.installation = installation
    self.dependencies = dependencies
    self.hasDanglingDependency = hasDanglingDependency
    self.backupRegistrar = backupRegistrar
    self.applications = applications
    self.isDirector = isDirector
    self.isActive = isActive
    self.shareName = shareName
    self.line = line
  }
}
