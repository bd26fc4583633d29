/// One or several machines under one name: a pool, a server, a gateway. Services are installed on clusters.
public struct Cluster: Sendable, Equatable {
  /// The identity in the file: `SiteId-Number` in a published topology, `UniqueId` in a Topology Builder file.
  public var key: String
  public var fqdn: CaselessName
  public var site: Reference<Site>?
  /// Whether it keeps a replica of the Central Management store: a Lync server, and not a SQL Server or gateway.
  public var requiresReplication: Bool
  /// In the order of the file.
  public var machines: [CaselessName]
  /// Line of the element in the file.
  public var line: Int

  public init(
    key: String, fqdn: CaselessName, site: Reference<Site>?, requiresReplication: Bool, machines: [CaselessName],
    line: Int = 0
  ) {
    self.key = key
    self.fqdn = fqdn
    self.site = site
    self.requiresReplication = requiresReplication
    self.machines = machines
    self.line = line
  }
}

/// A SQL Server instance.
public struct SQLInstance: Sendable, Equatable {
  /// Absent for the default instance.
  public var name: CaselessName?
  /// Absent where the reference dangles.
  public var cluster: Reference<Cluster>?
  /// The node that is primary at the time of the export, in an AlwaysOn availability group.
  public var alwaysOnPrimaryNode: CaselessName?
  /// Line of the element in the file.
  public var line: Int

  public init(
    name: CaselessName?, cluster: Reference<Cluster>?, alwaysOnPrimaryNode: CaselessName? = nil, line: Int = 0
  ) {
    self.name = name
    self.cluster = cluster
    self.alwaysOnPrimaryNode = alwaysOnPrimaryNode
    self.line = line
  }
}
