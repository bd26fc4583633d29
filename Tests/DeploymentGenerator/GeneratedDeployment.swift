/// A deployment made up for tests and benchmarks: what is in it, independent of any file shape.
///
/// Positions (`Int`) refer to the arrays of this type. The writers turn it into the two XML shapes of the product;
/// what a shape cannot carry is said at its writer.
public struct GeneratedDeployment: Sendable, Equatable {
  public struct Site: Sendable, Equatable {
    public var id: String
    public var name: String
    public var description: String?
    public var location: Location
    /// The central site of a branch site.
    public var centralSite: Int?

    public var isBranch: Bool { centralSite != nil }
  }

  public struct Location: Sendable, Equatable {
    public var city: String
    public var state: String
    public var countryCode: String

    public init(city: String, state: String, countryCode: String) {
      self.city = city
      self.state = state
      self.countryCode = countryCode
    }
  }

  public struct Cluster: Sendable, Equatable {
    /// Which network interfaces its machines have.
    public enum Interfaces: Sendable, Equatable { case none, primary, frontEnd, edge }

    public var site: Int
    public var number: Int
    public var fqdn: String
    public var machines: [String]
    /// A Lync server, with a replica of the Central Management store; not a SQL Server, share or gateway.
    public var isLyncServer: Bool
    public var interfaces: Interfaces
  }

  public struct SQLInstance: Sendable, Equatable {
    public var cluster: Int
    /// Empty for the default instance.
    public var name: String
    public var alwaysOnPrimaryNode: String?
  }

  public struct Service: Sendable, Equatable {
    public enum Place: Sendable, Equatable {
      case cluster(Int)
      case sqlInstance(Int)
    }

    public struct Dependency: Sendable, Equatable {
      public var service: Int
      public var usage: String
    }

    public var role: String
    public var instance: Int
    public var version: Int
    public var place: Place
    /// The component that a plan must show this service under.
    public var kind: ComponentKind
    public var dependencies: [Dependency] = []
    /// The registrar that takes over; in published topologies only.
    public var backupRegistrar: Int?
    public var applications: Applications = []
    public var isDirector = false
    public var isActive = false
    public var shareName = ""
    /// The name clients outside use: of an Edge pool's interfaces, of a pool's web services.
    public var externalFQDN: String?
  }

  public struct SimpleURL: Sendable, Equatable {
    public var component: String
    public var domain: String
    public var activeURL: String
  }

  public var seed: UInt64
  /// Whether a Central Management store knows it. A draft in Topology Builder has no CMS services and no numbers.
  public var isPublished: Bool
  public var sipDomains: [String]
  public var simpleURLs: [SimpleURL]
  public var sites: [Site] = []
  public var clusters: [Cluster] = []
  public var sqlInstances: [SQLInstance] = []
  public var services: [Service] = []
  /// Pools that back each other up, by cluster.
  public var pairs: [Pair] = []
  /// SQL Server instances that mirror another one.
  public var mirrors: [Mirror] = []

  public struct Pair: Sendable, Equatable {
    public var first: Int
    public var second: Int
  }

  public struct Mirror: Sendable, Equatable {
    public var principal: Int
    public var mirror: Int
    public var witness: Int?
  }
}

/// What a plan calls a component: the `kind` of `plan.json`.
public enum ComponentKind: String, Sendable, CaseIterable {
  case frontEndPool, standardEditionServer, directorPool, edgePool, mediationPool, persistentChatPool
  case survivableBranchAppliance, backEndServer, fileServer, officeWebAppsServer, pstnGateway, trustedApplicationPool
  case other
}

/// Applications that an application server runs besides those every one has.
public struct Applications: OptionSet, Sendable, Hashable {
  public let rawValue: Int

  public init(rawValue: Int) { self.rawValue = rawValue }

  public static let responseGroup = Applications(rawValue: 1)
  public static let callPark = Applications(rawValue: 2)
  public static let conferencingAttendant = Applications(rawValue: 4)
}
