extension XMLBuffer {
  /// The network interfaces of the machine at `position` of its cluster; whether there are any is in `interfaces`.
  mutating func networkInterfaces(
    _ interfaces: GeneratedDeployment.Cluster.Interfaces, cluster: Int, position: Int, namespace: String?, depth: Int
  ) {
    switch interfaces {
    case .none: break
    case .primary: networkInterface("Primary", "0.0.0.0", namespace: namespace, depth: depth)
    case .frontEnd:
      for side in ["Primary", "External", "Pstn"] {
        networkInterface(side, "0.0.0.0", namespace: namespace, depth: depth)
      }
    case .edge:
      let host = 10 + position
      let network = cluster % 250
      networkInterface("Internal", "10.20.\(network).\(host)", namespace: namespace, depth: depth)
      networkInterface(
        "External", "172.16.\(network).\(host)", configured: "203.0.113.\(host)", namespace: namespace, depth: depth)
    }
  }

  private mutating func networkInterface(
    _ side: String, _ address: String, configured: String? = nil, namespace: String?, depth: Int
  ) {
    begin(depth, "NetInterface")
    attribute("InterfaceSide", side)
    attribute("InterfaceNumber", 1)
    attribute("IPAddress", address)
    if let namespace { attribute("xmlns", namespace) }
    if let configured { attribute("ConfiguredIPAddress", configured) }
    endEmpty()
  }
}
