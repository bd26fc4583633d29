import TestSupport
import Testing
import TopologyImport
import XMLStream

/// What people pass by mistake, and what they are told.
@Suite struct UnusableInputTests {
  private let export = "(Get-CsTopology -AsXml).ToString() > topology.xml"

  @Test(arguments: ["", " ", "\r\n\n", "\u{FEFF}", "\u{FEFF} \n", "\0\0"])
  func anEmptyFile(text: String) {
    #expect(
      refusal(text)
        == "topology.xml: error: the file is empty; export the topology with `\(export)`, or save it in "
        + "Topology Builder [topology-empty]")
  }

  @Test func aPropertyList() {
    let list = """


      Identity                : Topology
      InternalDomains         : {adatum.com}
      Sites                   : {Here}
      """
    let message =
      "topology.xml:3:1: error: the file is a property list, as PowerShell prints an object; export with "
      + "`\(export)`, all of it [topology-property-list]"
    #expect(refusal(list) == message)
    let wide = utf16(list)
    for chunk in [1, .max] { #expect(refusal(wide, chunk: chunk) == message) }
  }

  @Test func aPropertyListInACodePage() {
    let list = Array("Identity : Z".utf8) + [0xFC] + Array("rich\r\n".utf8)
    #expect(refusal(list).contains("[topology-property-list]"))
  }

  @Test func clixml() {
    #expect(
      refusal("<Objs Version=\"1.1.0.1\" xmlns=\"http://schemas.microsoft.com/powershell/2004/04\"><S>x</S></Objs>")
        == "topology.xml:1:1: error: the file is CLIXML, as Export-Clixml writes it; export with `\(export)`, "
        + "without Export-Clixml [topology-clixml]")
  }

  @Test func aZip() {
    #expect(
      refusal([0x50, 0x4B, 3, 4, 20, 0, 0, 0])
        == "topology.xml: error: the file is a zip archive where XML should be; unpack the archive around it, and pass "
        + "this one [topology-zip]")
  }

  @Test(arguments: ["hello", "{\"sites\": []}", "12:30 backup", "a b : c"])
  func textThatIsNoXML(text: String) {
    #expect(
      refusal(text)
        == "topology.xml:1:1: error: the file is not XML: it does not begin with `<`; export the topology with "
        + "`\(export)`, or save it in Topology Builder [topology-not-xml]")
  }

  @Test func xmlOfAnotherKind() {
    #expect(
      refusal("<!-- saved -->\n<html><body/></html>")
        == "topology.xml:2:1: error: the root element html is not that of a topology; export the topology with "
        + "`\(export)`, or save it in Topology Builder [topology-other-xml]")
    #expect(refusal("<Topology><Services/></Topology>").contains("the root element Topology is not that of a topology"))
  }

  @Test func aTopologyWithoutServices() {
    let message =
      "topology.xml:1:1: error: the topology has no services: there is nothing to back up; export the topology with "
      + "`\(export)`, or save it in Topology Builder [topology-without-services]"
    let namespace = "urn:schema:Microsoft.Rtc.Management.Deploy.Topology.2008"
    #expect(refusal("<Topology xmlns=\"\(namespace)\"/>") == message)
    #expect(refusal("<Topology xmlns=\"\(namespace)\"><Services></Services></Topology>") == message)
    #expect(
      refusal("<TopologyBuilder xmlns=\"urn:schema:Microsoft.Rtc.Management.Deploy.TopologyBuilder.2008\"/>") == message
    )
  }

  @Test func aTruncatedFile() throws {
    let text = try Fixture.text("no-cms.xml")
    let end = text.index(text.startIndex, offsetBy: 3000)
    let line = text[..<end].count { $0 == "\n" } + 1
    let column = text[..<end].split(separator: "\n").last.map { $0.count + 1 } ?? 1
    #expect(
      refusal(String(text[..<end]))
        == "topology.xml:\(line):\(column): error: the file ends before the topology does; copy or export the file "
        + "again [topology-truncated]")
  }

  /// Every prefix of a file is an error, and never of the kind that blames the user for another file.
  @Test func everyPrefix() throws {
    let text = published(sites: "<RemoteSite SiteId=\"2\"><Name>Z\u{FC}rich &amp; \u{1F600}</Name></RemoteSite>")
    let bytes = Array(text.utf8)
    for count in 1..<bytes.count {
      #expect(refusal(Array(bytes[..<count])).hasSuffix("[topology-truncated]"), "after \(count) bytes")
    }
    #expect(throws: Never.self) { try importing(bytes) }
    let draft = try Fixture.bytes("paired.tbxml")
    for count in stride(from: 1, to: draft.count - 1, by: 37) {
      let message = refusal(Array(draft[..<count]))
      #expect(message.hasSuffix("[topology-truncated]") || (count <= 3 && message.hasSuffix("[topology-empty]")))
    }
  }

  @Test func everyPrefixInUTF16() {
    let bytes = utf16(published())
    for count in 3..<bytes.count - 1 {
      #expect(refusal(Array(bytes[..<count])).hasSuffix("[topology-truncated]"), "after \(count) bytes")
    }
  }

  @Test func aDocumentType() {
    #expect(
      refusal("<?xml version=\"1.0\"?>\n<!DOCTYPE t [<!ENTITY a \"b\">]>\n<t>&a;</t>").hasSuffix(
        "error: a DOCTYPE is refused: a topology has none, and one can define entities; remove the DOCTYPE if you "
          + "trust the file [doctype-refused]"))
  }

  @Test func brokenXML() {
    #expect(
      refusal("<a>\n</b>")
        == "topology.xml:2:5: error: not well-formed XML: Opening and ending tag mismatch: a line 1 and b; "
        + "copy or export the file again [xml-malformed]")
    #expect(
      refusal("<?xml version=\"1.0\"" + String(repeating: " ", count: 5000) + "?><a/>")
        == "topology.xml:1:1: error: the XML declaration has no end; copy or export the file again [xml-malformed]")
  }

  @Test func limitsAreNamed() {
    let limits = ImportLimits(xml: XMLLimits(inputBytes: 40, depth: 2))
    #expect(
      refusal(Array("<a><a><a/></a></a>".utf8), limits: limits)
        == "topology.xml:1:7: error: elements are nested deeper than the limit of 2; raise the limit with --max-depth "
        + "if you trust the file [limit-exceeded]")
    #expect(
      refusal(Array(published().utf8), limits: limits).hasSuffix(
        "error: the file is longer than the limit of 40 bytes; raise the limit with --max-input-bytes if you trust "
          + "the file [limit-exceeded]"))
    let attributes = (0..<100_000).map { " a\($0)='x'" }.joined()
    #expect(
      refusal("<a\(attributes)/>").hasSuffix(
        "error: a tag or comment is longer than the limit of 262144 bytes; raise the limit with --max-tag-bytes if "
          + "you trust the file [limit-exceeded]"))
  }

  @Test func objectsWithoutIdentityAreAllNamed() {
    let text = published(
      clusters: "\n<Cluster><ClusterId SiteId=\"1\" Number=\"2\"/></Cluster>\n<Cluster Fqdn=\"x.adatum.com\"/>",
      instances: "\n<SqlInstance/>",
      services: "\n<Service/>\n<Service><ServiceId SiteId=\"1\" Instance=\"1\"/></Service>")
    let remedy = "; export the topology again; this file was changed by hand or damaged [attribute-missing]"
    #expect(
      refusal(text)
        == """
        topology.xml:6:1: error: a cluster has no Fqdn\(remedy)
        topology.xml:7:1: error: a cluster has no identity\(remedy)
        topology.xml:10:1: error: a SQL Server instance has no identity\(remedy)
        topology.xml:14:1: error: a service has no identity\(remedy)
        topology.xml:15:1: error: a service has no identity\(remedy)
        """)
  }

  @Test func afterAnErrorNothingCanBeRead() throws {
    var importer = TopologyImporter(fileName: "topology.xml")
    let bad: [UInt8] = [0x50, 0x4B, 3, 4] + [UInt8](repeating: 0, count: 70_000)
    #expect(throws: (any Error).self) { try importer.read(bad.span) }
    let good = Array(published().utf8)
    #expect(throws: (any Error).self) { try importer.read(good.span) }
  }
}
