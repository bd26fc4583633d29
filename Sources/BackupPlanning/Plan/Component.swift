/// One job of one server or pool. A SQL Server that also holds the share is two components.
public struct Component: Sendable, Equatable {
  /// What a component is. The raw values are the contract's.
  public enum Kind: String, Sendable, CaseIterable {
    case frontEndPool
    case standardEditionServer
    case directorPool
    case edgePool
    case mediationPool
    case persistentChatPool
    case survivableBranchAppliance
    case backEndServer
    case fileServer
    case officeWebAppsServer
    case pstnGateway
    case trustedApplicationPool
    case other

    /// Whether it runs Lync Server itself, and so has a version and a replica of the Central Management store.
    public var isLyncServer: Bool {
      switch self {
      case .frontEndPool, .standardEditionServer, .directorPool, .edgePool, .mediationPool, .persistentChatPool,
        .survivableBranchAppliance:
        true
      case .backEndServer, .fileServer, .officeWebAppsServer, .pstnGateway, .trustedApplicationPool, .other: false
      }
    }
  }

  /// `kind:fqdn`, in lower case after the colon.
  public var id: String
  public var kind: Kind
  /// Absent for a service whose place in the topology dangles.
  public var fqdn: String?
  public var site: String?
  /// FQDNs of the machines.
  public var servers: [String]
  public var serviceVersion: Int?
  public var product: String?
  public var roles: [String]
  public var hostsCentralManagementStore: Bool
  /// FQDN of the pool it is paired with.
  public var pairedWith: String?
  /// SQL Server instances of its stores, as `server` or `server\instance`.
  public var backEnd: [String]
  public var mirror: [String]
  /// UNC paths.
  public var fileStores: [String]
  /// Whether all of its stores are mirrors or witnesses: it stands in for another server.
  public var isStandby: Bool
  /// The primary node of its AlwaysOn availability group at the time of the export.
  public var alwaysOnPrimaryNode: String?
}

/// Product names by `ServiceVersion`.
public enum Product {
  /// The last version whose own procedures apply instead of the ones here: Lync Server 2010.
  private static let lastUnplannedVersion = 5

  /// Whether the rules apply to a version: later than Lync Server 2010, or not known.
  static func isPlanned(_ serviceVersion: Int?) -> Bool { serviceVersion.map { $0 > lastUnplannedVersion } ?? true }

  /// The name of a version; nil for one that is not known.
  public static func name(serviceVersion: Int) -> String? {
    switch serviceVersion {
    case 5: "Lync Server 2010"
    case 6: "Lync Server 2013"
    case 7: "Skype for Business Server 2015"
    case 8: "Skype for Business Server 2019"
    default: nil
    }
  }
}
