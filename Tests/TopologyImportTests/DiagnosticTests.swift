import Diagnostics
import TestSupport
import Testing
import Topology
import TopologyImport

@Suite struct DiagnosticTests {
  private func messages(_ name: String) throws -> [String] {
    try Fixture.topology(name).diagnostics.map(\.description)
  }

  @Test(arguments: Fixture.clean)
  func ordinaryDeploymentsGiveNone(name: String) throws {
    #expect(try messages(name) == [])
  }

  @Test func danglingReferences() throws {
    let tail =
      ", which is not in the file; publish the topology in Topology Builder and export it again "
      + "[reference-dangling]"
    #expect(
      try messages("dangling.xml") == [
        "dangling.xml:18:5: warning: lost.fabrikam.com belongs to site 7" + tail,
        "dangling.xml:31:5: warning: SQL Server instance 1-43\\arc is on cluster 1-43" + tail,
        "dangling.xml:77:11: warning: 1-Registrar-1 depends on 1-MonitoringStore-9" + tail,
        "dangling.xml:84:9: warning: 1-Registrar-1 has as backup registrar 2-Registrar-1" + tail,
        "dangling.xml:222:9: warning: 1-MediationServer-2 is installed on 1-42" + tail,
        "dangling.xml:233:11: warning: 1-ArchivingStore-1 is installed on 1-1\\missing" + tail,
      ])
    let topology = try Fixture.topology("dangling.xml").topology
    #expect(topology.services.filter(\.hasDanglingDependency).map(\.key) == ["1-Registrar-1"])
    #expect(
      topology.services.filter { $0.installation == nil }.map(\.key) == ["1-MediationServer-2", "1-ArchivingStore-1"])
    #expect(topology.clusters.last?.site == nil)
    #expect(topology.sqlInstances.last?.cluster == nil)
  }

  @Test func duplicates() throws {
    let tail = "; check both in Topology Builder; they are planned as one [duplicate-object]"
    #expect(
      try messages("duplicates.xml") == [
        "duplicates.xml:10:5: warning: site id 1 is already that of the site on line 6" + tail,
        "duplicates.xml:22:5: warning: PRGFE1.fabrikam.com is already the name of the cluster on line 16" + tail,
        "duplicates.xml:26:5: warning: cluster id 1-1 of other.fabrikam.com is already that of prgfe1.fabrikam.com "
          + "on line 16" + tail,
        "duplicates.xml:37:5: warning: SQL Server instance 1-1\\rtc is already defined on line 32" + tail,
        "duplicates.xml:214:5: warning: \\\\PRGFE1.fabrikam.com\\Share is already the share of 1-FileStore-1 on line 44"
          + tail,
        "duplicates.xml:223:5: warning: 1-UserStore-2 is on the same SQL Server instance as 1-UserStore-1 on line 92"
          + tail,
        "duplicates.xml:233:5: warning: service 1-MediationServer-1 is already defined on line 140" + tail,
      ])
  }

  @Test func theFirstOfSeveralIsMeantAndAllStay() throws {
    let topology = try Fixture.topology("duplicates.xml").topology
    #expect(topology.sites.map(\.name) == ["Prague", "Brno"])
    #expect(topology.clusters.map(\.fqdn.text) == ["prgfe1.fabrikam.com", "PRGFE1.fabrikam.com", "other.fabrikam.com"])
    #expect(topology.clusters.allSatisfy { $0.site == Reference(0) })
    #expect(topology.sqlInstances.count == 2)
    let stores = topology.services.filter { $0.role == .userStore }
    #expect(stores.map(\.installation) == [.sqlInstance(Reference(0)), .sqlInstance(Reference(0))])
    #expect(topology.services.count { $0.role == .mediationServer } == 2)
  }

  @Test func unknownRolesAreReportedOncePerServerAndStay() throws {
    let imported = try Fixture.topology("unknown-role.xml")
    let tail =
      " is not known; it is listed as another role, without backup rules; check by hand what this role needs "
      + "backed up [role-unknown]"
    #expect(
      imported.diagnostics.map(\.description) == [
        "unknown-role.xml:203:5: warning: role HybridConnector on hybrid.fabrikam.com" + tail,
        "unknown-role.xml:227:5: warning: role HybridConnector on oslofe1.fabrikam.com" + tail,
      ])
    #expect(imported.diagnostics.map(\.subject) == ["hybrid.fabrikam.com", "oslofe1.fabrikam.com"])
    #expect(imported.topology.services.count { $0.role == Role("HybridConnector") } == 3)
  }

  @Test func storesOfSeveralPoolsOnOneInstance() throws {
    #expect(
      try Fixture.topology("enterprise-shared.xml").diagnostics.map(\.subject) == [
        "1-UserStore-2", "1-ApplicationStore-2",
      ])
  }

  @Test func aVersionThatIsNoNumber() throws {
    let text = published().replacing("ServiceVersion=\"6\"", with: "ServiceVersion=\"six\"")
    let imported = try importing(Array(text.utf8))
    #expect(imported.topology.services[0].serviceVersion == nil)
    #expect(
      imported.diagnostics.map(\.description) == [
        "topology.xml:9:5: warning: ServiceVersion \"six\" is not a number; the product version of the service stays "
          + "unknown; export the topology again [service-version-unreadable]"
      ])
  }

  @Test func aServiceThatIsInstalledNowhere() throws {
    let services = "<Service><ServiceId SiteId=\"1\" RoleName=\"WebServices\" Instance=\"4\"/></Service>"
    let imported = try importing(Array(published(services: services).utf8))
    #expect(imported.diagnostics.map(\.message) == ["1-WebServices-4 does not say where it is installed"])
    #expect(imported.topology.services[1].installation == nil)
  }

  @Test func theirNumberIsLimited() throws {
    let dependency = "<Dependency><ServiceId SiteId=\"1\" RoleName=\"X\" Instance=\"1\"/></Dependency>"
    let text = published().replacing(
      "<DependsOn />", with: "<DependsOn>\(String(repeating: dependency, count: 20))</DependsOn>")
    let diagnostics = try importing(Array(text.utf8), limits: ImportLimits(diagnostics: 5)).diagnostics
    #expect(diagnostics.count == 6)
    #expect(diagnostics.last?.message == "15 more diagnostics are left out")
  }

  @Test(arguments: Fixture.all, [1, 7, 4096])
  func chunksOfAnySizeGiveTheSame(name: String, size: Int) throws {
    let bytes = try Fixture.bytes(name)
    #expect(try importing(bytes, chunk: size) == importing(bytes))
  }
}
