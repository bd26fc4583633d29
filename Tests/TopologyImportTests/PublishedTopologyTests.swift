import TestSupport
import Testing
import Topology
import TopologyImport

@Suite struct PublishedTopologyTests {
  /// `role on server: what it depends on`.
  private func lines(_ topology: Topology, _ role: Role) -> [String] {
    topology.services.filter { $0.role == role }.map { service in
      let server = topology.cluster(of: service).map { topology[$0].fqdn.text } ?? "nowhere"
      let dependencies = service.dependencies.map { dependency in
        (dependency.usage == "Default" ? "" : "\(dependency.usage) ") + topology[dependency.service].key
      }
      return "\(service.key) on \(server): \(dependencies.joined(separator: ", "))"
    }
  }

  @Test func theWholeOfASmallDeployment() throws {
    let topology = try Fixture.topology("no-cms.xml").topology
    #expect(topology.format == .publishedTopology)
    #expect(topology.isPublished)
    #expect(topology.defaultSIPDomain == "adatum.com")
    #expect(topology.sipDomains == ["adatum.com"])
    #expect(topology.sites == [Site(id: "2", name: "Lisbon", kind: .central, line: 6)])
    #expect(
      topology.clusters == [
        Cluster(
          key: "2-1", fqdn: "lisfe1.adatum.com", site: Reference(0), requiresReplication: true,
          machines: ["lisfe1.adatum.com"], line: 12),
        Cluster(
          key: "2-2", fqdn: "lisedge1.adatum.com", site: Reference(0), requiresReplication: true,
          machines: ["lisedge1.adatum.com"], line: 18),
      ])
    #expect(topology.sqlInstances == [SQLInstance(name: "rtc", cluster: Reference(0), line: 26)])
    let fileStore = try #require(topology.services.first)
    #expect(
      fileStore
        == Service(
          key: "2-FileStore-1", role: .fileStore, folder: "2-FileStore-1", serviceVersion: 6,
          installation: .cluster(Reference(0)), shareName: "share", line: 33))
    let store = try #require(topology.services.first { $0.role == .userStore })
    #expect(store.installation == .sqlInstance(Reference(0)))
  }

  @Test func mirrorsAndWitnessesKeepTheirUsage() throws {
    let topology = try Fixture.topology("mirror-and-witness.xml").topology
    #expect(
      lines(topology, .userServices) == [
        "1-UserServices-1 on pool01.fabrikam.com: 1-UserStore-1, Mirror 1-UserStore-2, Witness 1-WitnessStore-1, "
          + "1-FileStore-1, 1-ConfServices-1"
      ])
    #expect(lines(topology, .witnessStore) == ["1-WitnessStore-1 on sql03.fabrikam.com: "])
    #expect(topology.sipDomains == ["fabrikam.com", "corp.fabrikam.com"])
    #expect(topology.clusters[0].machines == ["fe1.fabrikam.com", "fe2.fabrikam.com", "fe3.fabrikam.com"])
    let applications = topology.services.flatMap(\.applications)
    #expect(
      applications == [
        "urn:application:Caa", "urn:application:Cps", "urn:application:RGS", "urn:application:testbot",
      ])
  }

  @Test func aBranchSiteKnowsItsCentralSite() throws {
    let topology = try Fixture.topology("branch-site-appliance.xml").topology
    #expect(topology.sites.map(\.kind) == [.central, .branch])
    #expect(topology.sites[1].parent == Reference(0))
    let appliance = try #require(topology.services.first { $0.key == "3-Registrar-1" })
    #expect(topology.cluster(of: appliance).map { topology[$0].fqdn } == "leedssba1.litware.com")
    #expect(appliance.backupRegistrar.map { topology[$0].key } == "1-Registrar-1")
    #expect(topology.clusters.last?.fqdn == "192.168.30.7")
  }

  @Test func aBranchSiteMayStandInsideItsCentralSite() throws {
    let nested =
      "<CentralSite SiteId=\"7\"><Name>C</Name><RemoteSites><RemoteSite SiteId=\"8\"><Name>B</Name>"
      + "</RemoteSite></RemoteSites></CentralSite>"
    let topology = try importing(Array(published(sites: nested).utf8)).topology
    #expect(topology.sites.map(\.name) == ["Here", "C", "B"])
    #expect(topology.sites[2].parent == Reference(1))
  }

  @Test func persistentChatHasItsStores() throws {
    let topology = try Fixture.topology("persistent-chat.xml").topology
    #expect(
      lines(topology, .persistentChatService) == [
        "1-PersistentChatService-1 on chatpool.adatum.com: 1-PersistentChatStore-1, "
          + "1-PersistentChatComplianceStore-1, 1-FileStore-2, 1-Registrar-1"
      ])
  }

  @Test func aDirectorIsMarked() throws {
    let topology = try Fixture.topology("director-mediation.xml").topology
    #expect(topology.services.filter(\.isDirector).map(\.key) == ["1-Registrar-2"])
    #expect(lines(topology, .mediationServer) == ["1-MediationServer-1 on medpool.fabrikam.com: 1-Registrar-1"])
    #expect(lines(topology, .pstnGateway).count == 2)
  }

  @Test func onlyApplicationServersHaveApplications() throws {
    // The trusted application's port has an owner of the same form.
    let topology = try Fixture.topology("trusted-application.xml").topology
    #expect(topology.services.filter { !$0.applications.isEmpty }.map(\.role) == [.applicationServer])
    #expect(lines(topology, .externalServer) == ["1-ExternalServer-1 on apps.litware.com: 1-Registrar-1"])
  }

  @Test func portsThatComeBeforeTheIdentityAreRead() throws {
    let ports =
      "<Ports xmlns=\"urn:schema:Microsoft.Rtc.Management.Deploy.ServiceRoles.2008\">"
      + "<Port Owner=\"urn:application:RGS\"/><Port Owner=\"urn:application:RGS\"/></Ports>"
    let services = ["ApplicationServer", "ConfServices"].map { role in
      "<Service>\(ports)<ServiceId SiteId=\"1\" RoleName=\"\(role)\" Instance=\"1\"/>"
        + "<InstalledOn><ClusterId SiteId=\"1\" Number=\"1\"/></InstalledOn></Service>"
    }
    let topology = try importing(Array(published(services: services.joined()).utf8)).topology
    #expect(topology.services.map(\.applications) == [[], ["urn:application:RGS"], []])
  }

  @Test func versionsAreThoseOfTheService() throws {
    let topology = try Fixture.topology("version-5-beside-6.xml").topology
    let versions = topology.services.filter { $0.role == .registrar }.map(\.serviceVersion)
    #expect(versions == [5, 6])
    #expect(lines(topology, .monitoringServer) == ["1-MonitoringServer-1 on oldmon.adatum.com: 1-MonitoringStore-1"])
  }

  @Test func neitherCentralManagementServerIsActive() throws {
    let topology = try Fixture.topology("two-inactive-cms.xml").topology
    #expect(topology.services.filter { $0.role == .centralManagement }.map(\.isActive) == [false, false])
  }

  @Test func theDefaultInstanceHasNoName() throws {
    let topology = try Fixture.topology("enterprise-shared.xml").topology
    #expect(topology.sqlInstances.map(\.name) == [nil, "reporting"])
  }

  @Test func prefixesMeanNothing() throws {
    let text = published().replacing("<Topology xmlns=", with: "<t:Topology xmlns:t=")
      .replacing("</", with: "</t:").replacing("<Sites", with: "<t:Sites").replacing(
        "</t:Topology>", with: "</t:Topology>")
    let prefixed = [
      "CentralSite", "Name", "Clusters", "Cluster ", "ClusterId", "Machine", "SqlInstances", "Services", "Service ",
      "ServiceId", "DependsOn", "InstalledOn",
    ]
    .reduce(text) { $0.replacing("<\($1)", with: "<t:\($1)") }
    #expect(try importing(Array(prefixed.utf8)) == importing(Array(published().utf8)))
  }

  @Test func identitiesAreComparedWholeAndWithoutCase() throws {
    // "1-2" and "3" are not "1" and "2-3".
    let text = published(
      sites: "<CentralSite SiteId=\"1-2\"><Name/></CentralSite><CentralSite SiteId=\"\u{C9}1\"/>",
      clusters: """
        <Cluster Fqdn="a.adatum.com"><ClusterId SiteId="1-2" Number="3"/></Cluster>
        <Cluster Fqdn="b.adatum.com"><ClusterId SiteId="1" Number="2-3"/></Cluster>
        <Cluster Fqdn="c.adatum.com"><ClusterId SiteId="\u{E9}1" Number="1"/></Cluster>
        """,
      services: """
        <Service><ServiceId SiteId="1" RoleName="MEDIATIONSERVER" Instance="1"/>
        <DependsOn><Dependency Usage="Default"><ServiceId SiteId="1" RoleName="registrar" Instance="1"/></Dependency>
        </DependsOn><InstalledOn><ClusterId SiteId="1" Number="2-3"/></InstalledOn></Service>
        <Service><ServiceId SiteId="\u{C9}1" RoleName="PstnGateway" Instance="1"/>
        <InstalledOn><ClusterId SiteId="\u{C9}1" Number="1"/></InstalledOn></Service>
        """)
    let imported = try importing(Array(text.utf8))
    #expect(imported.diagnostics == [])
    let topology = imported.topology
    #expect(topology.sites.map(\.name) == ["Here", nil, nil])
    #expect(topology.sites.map(\.id) == ["1", "1-2", "\u{C9}1"])
    #expect(topology.services[1].role == .mediationServer)
    #expect(topology.services[1].key == "1-MEDIATIONSERVER-1")
    #expect(topology.services[1].installation == .cluster(Reference(2)))
    #expect(topology.services[1].dependencies == [Service.Dependency(service: Reference(0))])
    #expect(topology.services[2].installation == .cluster(Reference(3)))
    #expect(topology.services[2].key == "\u{C9}1-PstnGateway-1")
  }

  @Test func machinesWithoutNameAreTheirCluster() throws {
    let clusters = "<Cluster Fqdn=\"Gw1\"><ClusterId SiteId=\"1\" Number=\"9\"/><Machine/></Cluster>"
    let topology = try importing(Array(published(clusters: clusters).utf8)).topology
    #expect(topology.clusters[1].machines.map(\.text) == ["Gw1"])
  }

  @Test func theAlwaysOnPrimaryNodeIsKept() throws {
    let instances =
      "<SqlInstance AlwaysOnPrimaryNodeFqdn=\"node2.adatum.com\"><SqlInstanceId Name=\"\">"
      + "<ClusterId SiteId=\"1\" Number=\"1\"/></SqlInstanceId></SqlInstance>"
    let topology = try importing(Array(published(instances: instances).utf8)).topology
    #expect(
      topology.sqlInstances == [
        SQLInstance(name: nil, cluster: Reference(0), alwaysOnPrimaryNode: "node2.adatum.com", line: 7)
      ])
  }

  @Test func namesMayContainWhatDisturbsATerminal() throws {
    let name = "\u{202E}evil\t&#x85;\u{7F}<![CDATA[<script>]]>"
    let sites = "<CentralSite SiteId=\"5\"><Name>\(name)</Name></CentralSite>"
    let topology = try importing(Array(published(sites: sites).utf8)).topology
    #expect(topology.sites[1].name == "\u{202E}evil\t\u{85}\u{7F}<script>")
  }
}
