/// Elements that both shapes have alike, but for where their namespace is said.
extension XMLBuffer {
  mutating func internalDomains(_ domains: [String], namespace: String?, depth: Int) {
    begin(depth, "InternalDomains")
    attribute("AllowAllDomains", false)
    attribute("DefaultDomain", domains.first ?? "")
    if let namespace { attribute("xmlns", namespace) }
    endOpen()
    for domain in domains {
      begin(depth + 1, "InternalDomain")
      attribute("Name", domain)
      attribute("Authoritative", false)
      attribute("AllowSubDomains", false)
      endEmpty()
    }
    close(depth, "InternalDomains")
  }

  mutating func siteText(_ site: GeneratedDeployment.Site, namespace: String?, depth: Int) {
    element(depth, "Name", namespace: namespace, text: site.name)
    if let description = site.description {
      element(depth, "Description", namespace: namespace, text: description)
    }
    begin(depth, "Location")
    attribute("City", site.location.city)
    attribute("State", site.location.state)
    attribute("CountryCode", site.location.countryCode)
    if let namespace { attribute("xmlns", namespace) }
    endEmpty()
  }

  mutating func simpleURLs(_ urls: [GeneratedDeployment.SimpleURL], depth: Int) {
    begin(depth, "SimpleUrlConfiguration")
    attribute("UseBackendDatabase", false)
    attribute("xmlns", Namespace.simpleURL)
    guard !urls.isEmpty else {
      endEmpty()
      return
    }
    endOpen()
    for url in urls {
      begin(depth + 1, "SimpleUrl")
      attribute("Component", url.component)
      attribute("Domain", url.domain)
      attribute("ActiveUrl", url.activeURL)
      endOpen()
      begin(depth + 2, "SimpleUrlEntry")
      attribute("Url", url.activeURL)
      endEmpty()
      close(depth + 1, "SimpleUrl")
    }
    close(depth, "SimpleUrlConfiguration")
  }

  /// Front End servers are spread over fault domains; other machines have none.
  mutating func faultDomain(of cluster: GeneratedDeployment.Cluster, machine: String, ordinal: Int) {
    guard cluster.interfaces == .frontEnd else { return }
    let isAlone = cluster.machines.count == 1
    attribute("FaultDomain", isAlone ? machine : "FaultDomain\(ordinal + 1)")
    attribute("UpgradeDomain", isAlone ? machine : "UpgradeDomain\(ordinal + 1)")
  }
}

extension RoleTraits {
  /// Lync Server 2010 knew only the first version of each role.
  func roleVersion(inVersion version: Int) -> Int { version < 6 ? 1 : roleVersion }
}
