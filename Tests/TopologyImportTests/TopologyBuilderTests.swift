import TestSupport
import Testing
import Topology
import TopologyImport

@Suite struct TopologyBuilderTests {
  @Test func aDraftOfTwoPairedPools() throws {
    let imported = try Fixture.topology("paired.tbxml")
    #expect(imported.diagnostics == [])
    let topology = imported.topology
    #expect(topology.format == .topologyBuilder)
    #expect(!topology.isPublished)
    #expect(topology.sites.map(\.id) == [nil, nil])
    #expect(topology.sites.map(\.name) == ["Milan", "Turin"])
    #expect(topology.clusters.map(\.site) == [Reference(0), Reference(1)])
    #expect(topology.clusters.map(\.machines) == [["milanfe1.litware.com"], ["turinfe1.litware.com"]])
    #expect(topology.sqlInstances.map(\.cluster) == [Reference(0), Reference(1)])
    #expect(topology.simpleURLs.map(\.activeURL) == ["https://dialin.litware.com", "https://meet.litware.com"])
    #expect(topology.simpleURLs.map(\.domain) == ["*", "litware.com"])
    // Without numbers there are no folders yet.
    #expect(topology.services.allSatisfy { $0.folder == nil })
    #expect(topology.services.allSatisfy { topology.cluster(of: $0) != nil })
    let registrars = topology.services.filter { $0.role == .registrar }
    #expect(registrars.map { $0.backupRegistrar.map { topology[$0].key } } == [registrars[1].key, registrars[0].key])
    let backups = topology.services.filter { $0.role == .backupService }
    for (one, other) in [(backups[0], backups[1]), (backups[1], backups[0])] {
      #expect(one.dependencies.contains { topology[$0.service].key == other.key })
    }
  }

  /// Wraps a topology in a file as Topology Builder writes it.
  private func file(new: String, original: String = "", attributes: String = "IsPublished=\"true\"") -> String {
    """
    <TopologyBuilder xmlns="urn:schema:Microsoft.Rtc.Management.Deploy.TopologyBuilder.2008">
    <OriginalTopology>\(partial(original, attributes))</OriginalTopology>
    <NewTopology>\(partial(new, attributes))</NewTopology></TopologyBuilder>
    """
  }

  private func partial(_ content: String, _ attributes: String) -> String {
    "<PartialTopology \(attributes) xmlns=\"urn:schema:Microsoft.Rtc.Management.Deploy.WritableTopology.2008\">"
      + content + "</PartialTopology>"
  }

  private func deployment(_ fqdn: String) -> String {
    """
    <CentralSites><CentralSite OriginalSiteId="4"><Clusters>
    <Cluster UniqueId="A-1" Fqdn="\(fqdn)"><Machines><Machine/></Machines></Cluster></Clusters>
    <RemoteSites><RemoteSite SiteId="9"><Name xmlns="urn:schema:Microsoft.Rtc.Management.Deploy.Topology.2008">Far</Name>
    <Clusters><Cluster UniqueId="B-1" Fqdn="sba.adatum.com"/></Clusters></RemoteSite></RemoteSites>
    </CentralSite></CentralSites>
    <Services>
    <Service UniqueId="reg" RoleName="Registrar" InstalledOn="a-1" OriginalSiteId="4" OriginalInstance="3"/>
    <Service UniqueId="far" RoleName="Registrar" InstalledOn="b-1" OriginalSiteId="4">
    <DependsOn><Dependency ServiceUniqueId="REG" Usage="Default"/></DependsOn></Service>
    </Services>
    """
  }

  @Test func onlyTheNewTopologyIsRead() throws {
    let text = file(new: deployment("new.adatum.com"), original: deployment("old.adatum.com"))
    let imported = try importing(Array(text.utf8))
    #expect(imported.diagnostics == [])
    #expect(imported.topology.isPublished)
    #expect(imported.topology.clusters.map(\.fqdn) == ["new.adatum.com", "sba.adatum.com"])
    #expect(imported.topology.services.count == 2)
  }

  @Test func aFolderNeedsBothNumbers() throws {
    let topology = try importing(Array(file(new: deployment("se.adatum.com")).utf8)).topology
    #expect(topology.services.map(\.folder) == ["4-Registrar-3", nil])
  }

  @Test func branchSitesStandInsideTheirCentralSite() throws {
    let topology = try importing(Array(file(new: deployment("se.adatum.com")).utf8)).topology
    #expect(topology.sites.map(\.id) == ["4", "9"])
    #expect(topology.sites.map(\.kind) == [.central, .branch])
    #expect(topology.sites[1].parent == Reference(0))
    #expect(topology.clusters.map(\.site) == [Reference(0), Reference(1)])
    #expect(topology.services[1].dependencies == [Service.Dependency(service: Reference(0))])
  }

  @Test(arguments: [
    "<Backup ServiceUniqueId=\"REG\"/>", "<Backup><Service ServiceUniqueId=\"reg\"/></Backup>",
    "<Backup xmlns=\"urn:schema:Microsoft.Rtc.Management.Deploy.Topology.2008\" ServiceUniqueId=\"reg\"/>",
  ])
  func theBackupRegistrarIsFoundHoweverItIsWritten(backup: String) throws {
    let text = file(new: deployment("se.adatum.com").replacing("</DependsOn>", with: "</DependsOn>" + backup))
    #expect(try importing(Array(text.utf8)).topology.services[1].backupRegistrar == Reference(0))
  }

  @Test func aFileWithoutNewTopologyHasNoServices() {
    let text = file(new: "", original: deployment("old.adatum.com"))
    #expect(refusal(text).contains("[topology-without-services]"))
  }
}
