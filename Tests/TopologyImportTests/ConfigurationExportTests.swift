import TestSupport
import Testing
import Topology
import TopologyImport

/// No real export was available: the wrapping is ours.
@Suite struct ConfigurationExportTests {
  private let urls = """
    <SimpleUrlConfiguration xmlns="urn:schema:Microsoft.Rtc.Management.Settings.SimpleUrl.2008">
    <SimpleUrl Component="Meet" Domain="adatum.com" ActiveUrl="https://meet.adatum.com"/></SimpleUrlConfiguration>
    """

  private func set(_ items: String...) -> [UInt8] {
    Array("<DocItemSet xmlns=\"urn:x\">\(items.map { "<DocItem>\($0)</DocItem>" }.joined())</DocItemSet>".utf8)
  }

  @Test func theTopologyIsFoundAmongOtherDocuments() throws {
    let empty = "<Topology xmlns=\"urn:schema:Microsoft.Rtc.Management.Deploy.Topology.2008\"><Sites/></Topology>"
    let other = "<ServiceId xmlns=\"urn:schema:Microsoft.Rtc.Management.Deploy.Topology.2008\" SiteId=\"1\"/>"
    let topology = try importing(set(other, empty, try Fixture.text("no-cms.xml"), urls, empty)).topology
    var expected = try Fixture.topology("no-cms.xml").topology
    expected.format = .configurationExport
    expected.simpleURLs = [
      SimpleURL(component: "Meet", domain: "adatum.com", activeURL: "https://meet.adatum.com")
    ]
    #expect(topology == expected)
  }

  @Test func noTopology() {
    #expect(
      refusal(set(urls)) == "topology.xml:1:1: error: the document set contains no topology with services; "
        + "pass the DocItemSet.xml of an archive that Export-CsConfiguration wrote [topology-other-xml]")
  }

  @Test func twoTopologies() {
    #expect(
      refusal(set(published(), published())).contains(
        "error: the document set contains a second topology with services; pass a file with one topology "
          + "[topology-ambiguous]"))
  }
}
