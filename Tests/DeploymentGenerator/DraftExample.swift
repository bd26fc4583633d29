extension GeneratedDeployment {
  /// Fabrikam plans its first deployment: `docs/examples/draft.tbxml`.
  public static var draftExample: GeneratedDeployment {
    var maker = DeploymentMaker(seed: 2013, sipDomains: ["fabrikam.com", "eu.fabrikam.com"], isPublished: false)
    maker.addSimpleURL("Meet", domain: "fabrikam.com", url: "https://meet.fabrikam.com")
    maker.addSimpleURL("Meet", domain: "eu.fabrikam.com", url: "https://meet.eu.fabrikam.com")
    maker.addSimpleURL("Dialin", domain: "*", url: "https://dialin.fabrikam.com")
    maker.addSimpleURL("Cscp", domain: "*", url: "https://lyncadmin.fabrikam.com")
    let site = maker.addSite(
      id: "1", name: "Fabrikam Headquarters", description: "Data centre in Building 4",
      location: Location(city: "Austin", state: "TX", countryCode: "US"))
    let backEnd = maker.addInstance("LYNC", on: maker.addServer("sql01.fabrikam.com", site: site))
    let reports = maker.addInstance("LYNCREPORTS", on: maker.addServer("sql02.fabrikam.com", site: site))
    let share = maker.addFileStore("LyncShare", on: maker.addServer("file01.fabrikam.com", site: site))

    var options = PoolOptions()
    options.applications = [.responseGroup, .callPark, .conferencingAttendant]
    options.externalWebFQDN = "webext.fabrikam.com"
    options.archivingStore = maker.addStore("ArchivingStore", on: reports)
    options.monitoringStore = maker.addStore("MonitoringStore", on: reports)
    options.officeWebApps = maker.addOfficeWebApps("owa01.fabrikam.com", site: site)
    let pool = maker.addEnterprisePool(
      "lyncpool.fabrikam.com", machines: (1...3).map { "lyncfe0\($0).fabrikam.com" }, site: site,
      backEnd: BackEnd(principal: backEnd), fileStore: share, options: options)
    _ = maker.addEdgePool(
      "lyncedge.fabrikam.com", machines: (1...2).map { "lyncedge0\($0).fabrikam.com" }, site: site,
      externalFQDN: "sip.fabrikam.com", nextHop: pool, users: [pool])
    maker.addGateway("gw01.fabrikam.com", site: site, mediation: pool.mediation)
    return maker.deployment
  }
}
