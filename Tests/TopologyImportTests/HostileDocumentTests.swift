import Diagnostics
import TestSupport
import Testing
import Topology
import TopologyImport

/// Documents made to attack: what other suites do not try already (`EncodingTests`, `UnusableInputTests`, and
/// `RefusalTests` of the parser).
@Suite struct HostileDocumentTests {
  // MARK: Expansion and size

  /// Ends at the declaration, before anything is expanded: at once, and whatever stands behind it.
  @Test func aBillionLaughs() {
    var text = "<?xml version=\"1.0\"?>\n<!DOCTYPE lolz [<!ENTITY e0 \"lol\">"
    for level in 1...9 {
      text += "<!ENTITY e\(level) \"\(String(repeating: "&e\(level - 1);", count: 10))\">"
    }
    text += "]>\n" + published(sites: "<CentralSite SiteId=\"&e9;\"/>")
    for bytes in [Array(text.utf8), utf16(text), utf16(text, bigEndian: true, mark: false)] {
      let begin = ContinuousClock.now
      #expect(refusal(bytes).hasPrefix("topology.xml:2:16: error: a DOCTYPE is refused"))
      #expect(ContinuousClock.now - begin < .seconds(5))
    }
  }

  @Test(arguments: [
    "<!DOCTYPE t SYSTEM \"http://127.0.0.1:9/t.dtd\">", "<!DOCTYPE t PUBLIC \"x\" \"file:///etc/passwd\">",
    "<!DOCTYPE t>",
    "<!DOCTYPE t [<!ENTITY % p SYSTEM \"file:///etc/passwd\">%p;]>", "<!DOCTYPE t [<!ATTLIST t a CDATA \"x\">]>",
  ])
  func everyDocumentTypeIsRefused(declaration: String) {
    #expect(refusal(declaration + published()).hasSuffix("[doctype-refused]"))
    #expect(refusal("<!-- \u{E9} -->\n" + declaration).hasSuffix("[doctype-refused]"))
  }

  @Test(arguments: ["<!doctype t>", "<!DOCTYPE", "<a><!DOCTYPE t></a>", "<!ENTITY x 'y'><t/>", "<t/><!DOCTYPE t>"])
  func whatIsNearlyADocumentTypeIsRefusedToo(text: String) {
    #expect(refusal(text) != "it was accepted")
  }

  @Test func oneHugeAttribute() throws {
    let below = String(repeating: "x", count: 100_000)
    let sites = try importing(Array(published(sites: "<CentralSite SiteId=\"\(below)\"/>").utf8)).topology.sites
    #expect(sites[1].id == below)
    for text in [String(repeating: "x", count: 400_000), String(repeating: "&amp;", count: 80_000)] {
      #expect(
        refusal(published(sites: "<CentralSite SiteId=\"\(text)\"/>")).contains("raise the limit with --max-tag-bytes"))
    }
  }

  @Test func aMillionAttributesEndAtTheLimitAndSoon() {
    let attributes = (0..<1_000_000).map { " n\($0)='1'" }.joined()
    let begin = ContinuousClock.now
    #expect(refusal(published(sites: "<CentralSite\(attributes)/>")).contains("--max-tag-bytes"))
    #expect(ContinuousClock.now - begin < .seconds(10))
  }

  @Test func deepNestingEndsAtTheLimitWhereverItIs() {
    let deep = String(repeating: "<x>", count: 300_000)
    for text in [deep, published(services: deep), published(sites: "<CentralSite SiteId=\"2\"><Name>\(deep)")] {
      #expect(refusal(text).contains("raise the limit with --max-depth"))
    }
    #expect(refusal(utf16(deep)).contains("raise the limit with --max-depth"))
  }

  @Test func longTextIsNoReasonToStop() throws {
    let name = String(repeating: "long ", count: 200_000)
    let text = published(sites: "<CentralSite SiteId=\"2\"><Name>\(name)</Name></CentralSite>")
    #expect(try importing(Array(text.utf8)).topology.sites[1].name?.count ?? 0 > 900_000)
  }

  // MARK: Identities

  @Test func circlesEnd() throws {
    let services = (2...4).map { number in
      """
      <Service ServiceVersion="6"><ServiceId SiteId="1" RoleName="UserServices" Instance="\(number)" /><DependsOn>\
      <Dependency Usage="Default"><ServiceId SiteId="1" RoleName="UserServices" Instance="\(number % 3 + 2)" />\
      </Dependency></DependsOn><InstalledOn><ClusterId SiteId="1" Number="1" /></InstalledOn></Service>
      """
    }
    let sites = [("5", "6"), ("6", "7"), ("7", "5"), ("8", "8")].map { id, parent in
      "<RemoteSite SiteId=\"\(id)\" CentralSiteId=\"\(parent)\"/>"
    }
    let text = published(sites: sites.joined(), services: services.joined())
    let topology = try importing(Array(text.utf8)).topology
    #expect(
      topology.services.dropFirst().map { $0.dependencies.map(\.service) } == [
        [Reference(3)], [Reference(1)], [Reference(2)],
      ])
    #expect(topology.sites.count == 5)
  }

  @Test func manyOfOneIdentityAreToldOnceEachAndSoon() throws {
    let cluster = "<Cluster Fqdn=\"x.adatum.com\"><ClusterId SiteId=\"1\" Number=\"2\"/></Cluster>"
    let begin = ContinuousClock.now
    let imported = try importing(Array(published(clusters: String(repeating: cluster, count: 20_000)).utf8))
    #expect(ContinuousClock.now - begin < .seconds(20))
    #expect(imported.topology.clusters.count == 20_001)
    #expect(imported.diagnostics.count == 10_001)
    #expect(imported.diagnostics.last?.id == "diagnostics-omitted")
  }

  // MARK: Bytes and characters

  @Test(
    arguments: [
      [0xC0, 0x80], [0xC1, 0xBC], [0xE0, 0x80, 0xBC], [0xE0, 0x9F, 0xBF], [0xF0, 0x80, 0x80, 0xBC],
      [0xF0, 0x8F, 0xBF, 0xBF],
      [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80], [0xF4, 0x90, 0x80, 0x80],
      [0xF8, 0x88, 0x80, 0x80, 0x80],
      [0xFC, 0x84, 0x80, 0x80, 0x80, 0x80], [0xFE], [0xFF], [0xC3], [0xE2, 0x82], [0xF0, 0x9F, 0x98],
    ] as [[UInt8]])
  func overlongAndOtherInvalidFormsAreRefusedWhereTheyStand(bytes: [UInt8]) {
    let before = Array("<a>\n<b c=\"".utf8)
    for chunk in [1, 3, .max] {
      #expect(
        refusal(before + bytes + Array("\"/></a>".utf8), chunk: chunk).hasPrefix(
          "topology.xml:2:7: error: byte 0x\(String(bytes[0], radix: 16, uppercase: true)) is not UTF-8"))
    }
  }

  /// Not well-formed, in text, attributes, names and comments alike; also as references.
  @Test(arguments: [
    "\u{1}", "\u{8}", "\u{B}", "\u{1F}", "\u{FFFE}", "\u{FFFF}", "&#0;", "&#1;", "&#x1F;", "&#xD800;", "&#xFFFE;",
    "&#x110000;", "&#99999999999;",
  ])
  func charactersThatXMLHasNot(text: String) {
    for place in ["<a>\(text)</a>", "<a b=\"\(text)\"/>"] {
      #expect(refusal(place).hasSuffix("[xml-malformed]"), "\(place)")
      #expect(refusal(utf16(place)).hasSuffix("[xml-malformed]"), "\(place)")
    }
  }

  @Test func nulsAreRefusedWhereverTextFollows() {
    for place in ["<a\0 b=''/>", "<a b='\0'/>", "<a><!--\0--></a>", "<a>\0</a>", "<a/>\0<a/>"] {
      for bytes in [Array(place.utf8), utf16(place), utf16(place, bigEndian: true)] {
        #expect(refusal(bytes).hasSuffix("[character-refused]"), "\(place)")
      }
    }
  }

  @Test func halvesOfCharactersInUTF16() {
    for units in [[0xD800, 0x41], [0xDC00, 0x41], [0xD800, 0xD800, 0xDC00], [0xDBFF, 0xE000]] as [[UInt16]] {
      for bigEndian in [false, true] {
        let bytes = units.flatMap {
          bigEndian ? [UInt8($0 >> 8), UInt8($0 & 0xFF)] : [UInt8($0 & 0xFF), UInt8($0 >> 8)]
        }
        let text = utf16("<a b=\"", bigEndian: bigEndian) + bytes + utf16("\"/>", bigEndian: bigEndian, mark: false)
        for chunk in [1, 2, 3, .max] { #expect(refusal(text, chunk: chunk).hasSuffix("[encoding-lone-surrogate]")) }
      }
    }
  }

  /// The beginning says one encoding, the rest is in another.
  @Test func mixedEncodings() {
    let text = published()
    let (utf8, wide) = (Array(text.utf8), utf16(text, mark: false))
    let mixtures: [(what: String, bytes: [UInt8])] = [
      ("mark of UTF-8, then UTF-16", [0xEF, 0xBB, 0xBF] + wide), ("mark of UTF-16LE, then UTF-8", [0xFF, 0xFE] + utf8),
      ("mark of UTF-16BE, then UTF-16LE", [0xFE, 0xFF] + wide),
      ("UTF-8, then UTF-16", Array(utf8.prefix(100)) + Array(wide.dropFirst(200))),
      ("UTF-16, then UTF-8", Array(wide.prefix(200)) + Array(utf8.dropFirst(100))),
      ("two marks", [0xFF, 0xFE, 0xEF, 0xBB, 0xBF] + utf8),
      ("declared as UTF-16, then UTF-16 behind it", Array("<?xml version='1.0' encoding='UTF-16'?>".utf8) + wide),
    ]
    for (what, bytes) in mixtures {
      for chunk in [1, .max] { #expect(refusal(bytes, chunk: chunk).contains(": error: "), "\(what)") }
    }
  }

  // MARK: Truncation

  /// The smallest file of each shape, in each encoding, cut off behind every byte: an error that says what is wrong.
  @Test(arguments: ["published", "draft", "export"])
  func everyPrefixInEveryEncoding(shape: String) throws {
    let small = published(sites: "<CentralSite SiteId=\"2\"><Name>G\u{E9}\u{1F600}</Name></CentralSite>")
    let text =
      switch shape {
      case "draft": Self.draft
      case "export": "<DocItemSet><DocItem>\(small)</DocItem></DocItemSet>"
      default: small
      }
    let declared = "<?xml version=\"1.0\" encoding=\"utf-16\"?>\r\n" + text
    let files = [
      [0xEF, 0xBB, 0xBF] + Array(text.utf8), Array(declared.utf8), utf16(declared), utf16(text, bigEndian: true),
      utf16(text, mark: false), utf16(text, bigEndian: true, mark: false),
    ]
    // Behind half of a character of UTF-16 it is the half that is named.
    let kinds = ["[topology-truncated]", "[encoding-lone-surrogate]"]
    let kindsOfBeginning = kinds + ["[topology-empty]", "[topology-not-xml]", "[encoding-undeclared]"]
    for (number, bytes) in files.enumerated() {
      #expect(throws: Never.self) { try importing(bytes) }
      for count in bytes.indices {
        let message = refusal(Array(bytes.prefix(count)))
        // Less than a mark or a letter of UTF-16 may look like something else.
        let isExpected = (count > 4 ? kinds : kindsOfBeginning).contains(where: message.hasSuffix)
        #expect(isExpected, "file \(number), \(count) bytes: \(message)")
      }
    }
  }

  private static let draft = """
    <TopologyBuilder xmlns="urn:schema:Microsoft.Rtc.Management.Deploy.TopologyBuilder.2008"><NewTopology>
    <PartialTopology xmlns="urn:schema:Microsoft.Rtc.Management.Deploy.WritableTopology.2008"><CentralSites>
    <CentralSite SiteId="1"><Clusters><Cluster UniqueId="A" Fqdn="z\u{FC}.adatum.com"/></Clusters></CentralSite>
    </CentralSites><Services><Service UniqueId="r" RoleName="Registrar" InstalledOn="A"/></Services>
    </PartialTopology></NewTopology></TopologyBuilder>
    """
}
