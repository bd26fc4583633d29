internal import XMLStream

/// The namespaces of topology files. The year in them says nothing about the product version.
enum Namespace: UInt8, CaseIterable {
  case topology = 1
  case writable
  case builder
  case roles
  case simpleURL
  case clixml

  var uri: String {
    switch self {
    case .topology: "urn:schema:Microsoft.Rtc.Management.Deploy.Topology.2008"
    case .writable: "urn:schema:Microsoft.Rtc.Management.Deploy.WritableTopology.2008"
    case .builder: "urn:schema:Microsoft.Rtc.Management.Deploy.TopologyBuilder.2008"
    case .roles: "urn:schema:Microsoft.Rtc.Management.Deploy.ServiceRoles.2008"
    case .simpleURL: "urn:schema:Microsoft.Rtc.Management.Settings.SimpleUrl.2008"
    case .clixml: "http://schemas.microsoft.com/powershell/2004/04"
    }
  }
}

/// The names of elements and attributes that the importer reads.
enum Word: UInt8, CaseIterable {
  case activeURL = 1
  case alwaysOnPrimaryNodeFQDN
  case backup
  case centralManagementService
  case centralSite
  case centralSiteID
  case centralSites
  case cluster
  case clusterID
  case clusters
  case component
  case defaultDomain
  case dependency
  case dependsOn
  case domain
  case fileStoreService
  case fqdn
  case installedOn
  case instance
  case internalDomain
  case internalDomains
  case isActive
  case isDirector
  case isPublished
  case machine
  case machines
  case name
  case newTopology
  case number
  case objects
  case originalInstance
  case originalSiteID
  case originalTopology
  case owner
  case parentSiteID
  case partialTopology
  case port
  case ports
  case registrarService
  case remoteSite
  case remoteSites
  case requiresReplication
  case roleName
  case service
  case serviceID
  case serviceUniqueID
  case serviceVersion
  case services
  case shareName
  case simpleURL
  case simpleURLConfiguration
  case siteID
  case sites
  case sqlInstance
  case sqlInstanceID
  case sqlInstances
  case topology
  case topologyBuilder
  case uniqueID
  case usage

  /// The name as the files write it.
  var text: String {
    switch self {
    case .activeURL: "ActiveUrl"
    case .alwaysOnPrimaryNodeFQDN: "AlwaysOnPrimaryNodeFqdn"
    case .backup: "Backup"
    case .centralManagementService: "CentralMgmtService"
    case .centralSite: "CentralSite"
    case .centralSiteID: "CentralSiteId"
    case .centralSites: "CentralSites"
    case .cluster: "Cluster"
    case .clusterID: "ClusterId"
    case .clusters: "Clusters"
    case .component: "Component"
    case .defaultDomain: "DefaultDomain"
    case .dependency: "Dependency"
    case .dependsOn: "DependsOn"
    case .domain: "Domain"
    case .fileStoreService: "FileStoreService"
    case .fqdn: "Fqdn"
    case .installedOn: "InstalledOn"
    case .instance: "Instance"
    case .internalDomain: "InternalDomain"
    case .internalDomains: "InternalDomains"
    case .isActive: "IsActive"
    case .isDirector: "IsDirector"
    case .isPublished: "IsPublished"
    case .machine: "Machine"
    case .machines: "Machines"
    case .name: "Name"
    case .newTopology: "NewTopology"
    case .number: "Number"
    case .objects: "Objs"
    case .originalInstance: "OriginalInstance"
    case .originalSiteID: "OriginalSiteId"
    case .originalTopology: "OriginalTopology"
    case .owner: "Owner"
    case .parentSiteID: "ParentSiteId"
    case .partialTopology: "PartialTopology"
    case .port: "Port"
    case .ports: "Ports"
    case .registrarService: "RegistrarService"
    case .remoteSite: "RemoteSite"
    case .remoteSites: "RemoteSites"
    case .requiresReplication: "RequiresReplication"
    case .roleName: "RoleName"
    case .service: "Service"
    case .serviceID: "ServiceId"
    case .serviceUniqueID: "ServiceUniqueId"
    case .serviceVersion: "ServiceVersion"
    case .services: "Services"
    case .shareName: "ShareName"
    case .simpleURL: "SimpleUrl"
    case .simpleURLConfiguration: "SimpleUrlConfiguration"
    case .siteID: "SiteId"
    case .sites: "Sites"
    case .sqlInstance: "SqlInstance"
    case .sqlInstanceID: "SqlInstanceId"
    case .sqlInstances: "SqlInstances"
    case .topology: "Topology"
    case .topologyBuilder: "TopologyBuilder"
    case .uniqueID: "UniqueId"
    case .usage: "Usage"
    }
  }
}

extension XMLVocabulary {
  static let topology = XMLVocabulary(words: Word.allCases.map(\.text), namespaces: Namespace.allCases.map(\.uri))
}

extension XMLElement {
  /// Namespace and local name, where the importer knows both.
  var known: (namespace: Namespace, word: Word)? {
    guard let namespace = Namespace(rawValue: namespace), let word = Word(rawValue: word) else { return nil }
    return (namespace, word)
  }

  func string(_ word: Word) -> String? { string(word.rawValue) }

  /// An attribute that says nothing when it is empty.
  func text(_ word: Word) -> String? {
    guard let text = string(word.rawValue), !text.isEmpty else { return nil }
    return text
  }

  /// `true` or `1` in any case; nil where the attribute is absent.
  func flag(_ word: Word) -> Bool? {
    withBytes(word.rawValue) { ByteText.isTrue($0) }
  }

  func append(_ word: Word, to bytes: inout [UInt8]) -> Bool { append(word.rawValue, to: &bytes) }
}
