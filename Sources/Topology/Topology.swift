/// A Lync Server or Skype for Business Server deployment, as a topology file states it.
///
/// References are resolved: they are positions in the arrays below. A reference that dangles in the file is absent
/// here and reported by the importer.
public struct Topology: Sendable, Equatable {
  /// The kind of file the deployment was read from.
  public enum Format: String, Sendable {
    case topologyBuilder
    case publishedTopology
    case configurationExport
  }

  public var format: Format
  /// False for a planner's draft that no Central Management store knows yet.
  public var isPublished: Bool
  public var defaultSIPDomain: String?
  /// In the order of the file.
  public var sipDomains: [String]
  public var simpleURLs: [SimpleURL]
  public var sites: [Site]
  public var clusters: [Cluster]
  public var sqlInstances: [SQLInstance]
  public var services: [Service]

  public init(
    format: Format, isPublished: Bool, defaultSIPDomain: String? = nil, sipDomains: [String] = [],
    simpleURLs: [SimpleURL] = [], sites: [Site] = [], clusters: [Cluster] = [], sqlInstances: [SQLInstance] = [],
    services: [Service] = []
  ) {
    self.format = format
    self.isPublished = isPublished
    self.defaultSIPDomain = defaultSIPDomain
    self.sipDomains = sipDomains
    self.simpleURLs = simpleURLs
    self.sites = sites
    self.clusters = clusters
    self.sqlInstances = sqlInstances
    self.services = services
  }

  public subscript(reference: Reference<Site>) -> Site { sites[reference.position] }
  public subscript(reference: Reference<Cluster>) -> Cluster { clusters[reference.position] }
  public subscript(reference: Reference<SQLInstance>) -> SQLInstance { sqlInstances[reference.position] }
  public subscript(reference: Reference<Service>) -> Service { services[reference.position] }

  /// The cluster a service runs on: directly, or through the SQL Server instance that holds its data.
  public func cluster(of service: Service) -> Reference<Cluster>? {
    switch service.installation {
    case .cluster(let cluster): cluster
    case .sqlInstance(let instance): self[instance].cluster
    case nil: nil
    }
  }
}

/// A resolved reference: the position of an object in its array of ``Topology``.
public struct Reference<Object>: Hashable, Sendable {
  public let position: Int

  public init(_ position: Int) { self.position = position }
}
