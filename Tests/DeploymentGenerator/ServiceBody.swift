/// The part of a service that both shapes have alike: its ports, and the element with the settings of its role.
struct ServiceBody {
  /// Where `xmlns` stands among the attributes: Get-CsTopology writes it first, Topology Builder last.
  var namespaceFirst: Bool
  /// Most services of a role have the very same ports: they are written once and copied.
  private var portBlocks: [PortKey: [UInt8]] = [:]

  private struct PortKey: Hashable {
    var role: String
    var version: Int
    var applications: Applications
    var depth: Int
  }

  init(namespaceFirst: Bool) { self.namespaceFirst = namespaceFirst }

  mutating func writePorts(of service: GeneratedDeployment.Service, depth: Int, to buffer: inout XMLBuffer) {
    let ports = (Port.table[service.role] ?? []).filter { port in
      port.since <= service.version
        && (port.application.isEmpty || !port.application.isDisjoint(with: service.applications))
    }
    guard !ports.isEmpty else {
      buffer.empty(depth, "Ports", namespace: Namespace.roles)
      return
    }
    if ports.contains(where: \.named), let name = service.externalFQDN {
      Self.write(ports, externalFQDN: name, depth: depth, to: &buffer)
      return
    }
    let key = PortKey(
      role: service.role, version: service.version, applications: service.applications, depth: depth)
    if let block = portBlocks[key] {
      buffer.append(block)
      return
    }
    var block = XMLBuffer()
    Self.write(ports, externalFQDN: nil, depth: depth, to: &block)
    portBlocks[key] = block.bytes
    buffer.append(block.bytes)
  }

  private static func write(_ ports: [Port], externalFQDN: String?, depth: Int, to buffer: inout XMLBuffer) {
    buffer.open(depth, "Ports", namespace: Namespace.roles)
    for port in ports {
      buffer.begin(depth + 1, "Port")
      buffer.attribute("Owner", "urn:\(port.owner)")
      buffer.attribute("Usage", port.usage)
      buffer.attribute("InterfaceSide", port.side.rawValue)
      buffer.attribute("InterfaceNumber", 1)
      buffer.attribute("Port", port.number)
      buffer.attribute("Protocol", port.transport.rawValue)
      buffer.attribute("UrlPath", port.path)
      buffer.attribute("AuthorizesRequests", port.authorizes)
      if let gruu = port.gruu { buffer.attribute("GruuType", gruu) }
      if let range = port.range { buffer.attribute("Range", range) }
      if let configured = port.configured { buffer.attribute("ConfiguredPort", configured) }
      if port.named, let externalFQDN { buffer.attribute("ConfiguredFqdn", externalFQDN) }
      buffer.endEmpty()
    }
    buffer.close(depth, "Ports")
  }

  /// The element of the role, where it has one.
  func writeRoleElement(
    of service: GeneratedDeployment.Service, clusterFQDN: String, bypassID: String, depth: Int,
    to buffer: inout XMLBuffer
  ) {
    guard let name = RoleTraits.table[service.role]?.type else { return }
    switch service.role {
    case "Registrar":
      empty(name, [("IsDirector", service.isDirector ? "true" : "false")], depth: depth, to: &buffer)
    case "CentralMgmt":
      empty(name, [("IsActive", service.isActive ? "true" : "false")], depth: depth, to: &buffer)
    case "FileStore":
      empty(name, [("ShareName", service.shareName)], depth: depth, to: &buffer)
    case "WacService":
      let discovery = "https://\(service.externalFQDN ?? clusterFQDN)/hosting/discovery/"
      empty(name, [("DiscoveryUrl", discovery), ("IsExternal", "false")], depth: depth, to: &buffer)
    case "PstnGateway":
      let attributes = [("AlternativeBypassId", bypassID), ("MediationServerPort", "5068"), ("Default", "false")]
      empty(name, attributes, depth: depth, to: &buffer)
    case "WebServices": writeWebService(service, clusterFQDN: clusterFQDN, depth: depth, to: &buffer)
    case "ConfServices": writeConferencing(depth: depth, to: &buffer)
    case "BackupService": writeBackupModules(depth: depth, to: &buffer)
    default: empty(name, [], depth: depth, to: &buffer)
    }
  }

  private func empty(_ name: String, _ attributes: [(String, String)], depth: Int, to buffer: inout XMLBuffer) {
    buffer.begin(depth, name)
    if namespaceFirst { buffer.attribute("xmlns", Namespace.roles) }
    for (attribute, value) in attributes { buffer.attribute(attribute, value) }
    if !namespaceFirst { buffer.attribute("xmlns", Namespace.roles) }
    buffer.endEmpty()
  }

  private func writeWebService(
    _ service: GeneratedDeployment.Service, clusterFQDN: String, depth: Int, to buffer: inout XMLBuffer
  ) {
    buffer.open(depth, "WebService", namespace: Namespace.roles)
    buffer.begin(depth + 1, "ExternalSettings")
    buffer.attribute("Host", service.externalFQDN ?? clusterFQDN)
    buffer.endOpen()
    buffer.empty(depth + 2, "OverrideUrls")
    buffer.close(depth + 1, "ExternalSettings")
    buffer.open(depth + 1, "WebComponents", namespace: Namespace.webServices)
    for component in RoleTraits.webComponents where component.since <= service.version {
      buffer.begin(depth + 2, "Component")
      buffer.attribute("ComponentName", component.name)
      buffer.endEmpty()
    }
    buffer.close(depth + 1, "WebComponents")
    buffer.empty(depth + 1, "UpaSeparator", namespace: Namespace.baseTypes)
    buffer.close(depth, "WebService")
  }

  private func writeConferencing(depth: Int, to buffer: inout XMLBuffer) {
    buffer.open(depth, "ConfService", namespace: Namespace.roles)
    buffer.open(depth + 1, "MCUs")
    for component in ["IMConf", "DataConf", "AppSharingConf", "AVConf"] {
      buffer.begin(depth + 2, "MCU")
      buffer.attribute("ComponentName", component)
      buffer.attribute("Vendor", "Microsoft")
      if component == "DataConf" { buffer.attribute("MinSupportedMode", 14) }
      buffer.endEmpty()
    }
    buffer.close(depth + 1, "MCUs")
    buffer.close(depth, "ConfService")
  }

  private func writeBackupModules(depth: Int, to buffer: inout XMLBuffer) {
    buffer.open(depth, "BackupService", namespace: Namespace.roles)
    buffer.open(depth + 1, "Modules")
    for module in RoleTraits.backupModules {
      buffer.begin(depth + 2, "Module")
      buffer.attribute("RoleName", module.role)
      buffer.attribute("ComponentName", module.component)
      buffer.endEmpty()
    }
    buffer.close(depth + 1, "Modules")
    buffer.close(depth, "BackupService")
  }
}
