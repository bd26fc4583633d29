import Diagnostics
import TestSupport
import Testing
import Topology
import TopologyImport
import XMLStream
import ZipArchive

/// Archives of our own making: no real export was available. Which entry is the topology, and what is said where
/// there is none that could be used.
@Suite struct ArchiveTests {
  typealias Entry = ZipBuilder.Entry

  private func imported(
    _ entries: [Entry], chunk: Int = .max, limits: ImportLimits = .standard
  ) throws(UnusableInput) -> ImportedTopology {
    try importingFile(ZipBuilder(entries).bytes, name: "export.zip", chunk: chunk, limits: limits)
  }

  private func refused(_ entries: [Entry], limits: ImportLimits = .standard) -> String {
    do throws(UnusableInput) {
      _ = try imported(entries, limits: limits)
      return "it was accepted"
    } catch {
      return error.description
    }
  }

  private func export(_ topology: String) -> String {
    "<DocItemSet xmlns=\"urn:x\"><DocItem>\(topology)</DocItem></DocItemSet>"
  }

  @Test func theTopologyOfAnExport() throws {
    let text = export(try Fixture.text("dangling.xml"))
    let plain = try importing(Array(text.utf8))
    #expect(plain.topology.format == .configurationExport)
    for chunk in [1, 3, 4, 1000, .max] {
      let result = try imported([Entry("DocItemSet.xml", text)], chunk: chunk)
      #expect(result.topology == plain.topology)
      #expect(result.archiveEntry == "DocItemSet.xml")
      #expect(result.diagnostics.map(\.location?.file) == plain.diagnostics.map { _ in "export.zip/DocItemSet.xml" })
      #expect(result.diagnostics.map(\.location?.line) == plain.diagnostics.map(\.location?.line))
    }
  }

  @Test(arguments: ["utf-8", "utf-16", "marked"])
  func anyEncoding(encoding: String) throws {
    let text = try Fixture.text("persistent-chat.xml")
    let bytes =
      switch encoding {
      case "utf-16": utf16(text)
      case "marked": [0xEF, 0xBB, 0xBF] + Array(text.utf8)
      default: Array(text.utf8)
      }
    #expect(try imported([Entry("DocItemSet.xml", bytes)]).topology == Fixture.topology("persistent-chat.xml").topology)
  }

  @Test(arguments: [
    "DOCITEMSET.XML", "a/b/docitemset.xml", "a\\b\\DocItemSet.xml", "../../DocItemSet.xml", "/etc/DocItemSet.xml",
  ])
  func theNameInAnyFolderAndCase(name: String) throws {
    let other = Entry("topology.xml", published(sites: "<CentralSite SiteId=\"7\"/>"))
    for entries in [[Entry(name, published()), other], [other, Entry(name, published())]] {
      #expect(try imported(entries).topology.sites.map(\.id) == ["1"])
    }
  }

  /// Packed by people, before they mail it.
  @Test(arguments: ["topology.xml", "Contoso.TBXML", "backup/lync.xml"])
  func aTopologyUnderAnotherName(name: String) throws {
    let entries = [
      Entry("[Content_Types].xml", "<Types xmlns=\"urn:y\"/>"), Entry("notes.xml", "<broken"), Entry("empty.xml", ""),
      Entry(name, published()), Entry("policy.yml", "backup: {}"), Entry("topology.txt", published()),
      Entry("secret.xml", "x").with { $0.flags = 1 },
    ]
    #expect(try imported(entries).topology.services.count == 1)
    #expect(try imported(entries.reversed()).archiveEntry == name)
  }

  @Test func noTopology() {
    let message =
      "export.zip: error: the archive has no DocItemSet.xml, and no other .xml or .tbxml file in it is a topology; "
    let other = "pass an archive that Export-CsConfiguration wrote, or a topology [zip-without-topology]"
    #expect(refused([Entry("readme.txt", "x")]) == message + other)
    #expect(refused([Entry("list.xml", "Identity : x")]) == message + other)
    #expect(refused([Entry("DocItemSet.xml/", "").with { $0.method = 0 }]) == message + other)
    #expect(
      refused([Entry("a/inner.zip", ZipBuilder(Entry("DocItemSet.xml", published())).bytes)])
        == message + "unpack a/inner.zip, which is in it, and pass that [zip-without-topology]")
    #expect(
      refused([]) == "export.zip: error: the archive is empty; \(other)")
  }

  @Test func aZipWhereXMLShouldBe() {
    let inner = ZipBuilder(Entry("DocItemSet.xml", published())).bytes
    #expect(
      refused([Entry("DocItemSet.xml", inner)])
        == "export.zip/DocItemSet.xml: error: the file is a zip archive where XML should be; unpack the archive around "
        + "it, and pass this one [topology-zip]")
  }

  @Test func twoTopologies() {
    #expect(
      refused([Entry("old/DocItemSet.xml", published()), Entry("new/DocItemSet.xml", published())])
        == "export.zip: error: the archive has two topologies, old/DocItemSet.xml and new/DocItemSet.xml; unpack it and "
        + "pass the one you mean [topology-ambiguous]")
    #expect(
      refused([Entry("a.xml", published()), Entry("x.xml", "<x/>"), Entry("b.tbxml", published()), Entry("c.xml", "<")])
        .contains("two topologies, a.xml and b.tbxml;"))
    // The same name twice is seen as such.
    #expect(
      refused([Entry("DocItemSet.xml", published()), Entry("../DocItemSet.xml", published())])
        .contains("two topologies, DocItemSet.xml and ../DocItemSet.xml;"))
  }

  @Test func whatIsWrongInTheEntryIsSaidOfTheEntry() {
    #expect(
      refused([Entry("../x/DocItemSet.xml", "<a>\n</b>")])
        == "export.zip/x/DocItemSet.xml:2:5: error: not well-formed XML: Opening and ending tag mismatch: a line 1 and "
        + "b; copy or export the file again [xml-malformed]")
    #expect(refused([Entry("lync.xml", "<!DOCTYPE t><t/>")]).hasPrefix("export.zip/lync.xml:1:12: error: a DOCTYPE"))
    #expect(refused([Entry("DocItemSet.xml", "")]).hasPrefix("export.zip/DocItemSet.xml: error: the file is empty"))
  }

  /// A damaged archive is why its XML is damaged.
  @Test func damageOfTheArchiveIsSaidFirst() {
    let broken = Entry("DocItemSet.xml", "<a></b>" + String(repeating: " ", count: 200_000))
    #expect(refused([broken]).contains("[xml-malformed]"))
    #expect(
      refused([broken.with { $0.checksum = 1 }])
        == "export.zip/DocItemSet.xml: error: the contents are not those that the archive was made of: another CRC-32; "
        + "copy or export the archive again; where it can be unpacked, pass the DocItemSet.xml in it [zip-damaged]")
  }

  @Test func namesAreShownWithoutEffect() {
    let entry = Entry("a\u{1B}[31m\n\u{202E}/DocItemSet.xml", published()).with { $0.flags = 1 }
    #expect(
      refused([entry])
        == "export.zip/a\\u{1B}[31m\\u{A}\\u{202E}/DocItemSet.xml: error: the entry is encrypted, and passwords are not "
        + "asked for; unpack it and pass its DocItemSet.xml [zip-encrypted]")
    let long = Entry(String(repeating: "n", count: 4000) + "/DocItemSet.xml", "<a></b>")
    #expect(refused([long]).hasPrefix("export.zip/…nnnn"))
    #expect(refused([long]).count < 400)
  }

  @Test func entriesThatCannotBeRead() {
    let entry = Entry("DocItemSet.xml", published())
    let place = "export.zip/DocItemSet.xml: error: "
    #expect(
      refused([entry.with { $0.method = 9 }])
        == place + "the entry is packed with Deflate64; only Deflate is read; unpack it and pass its DocItemSet.xml "
        + "[zip-unsupported]")
    #expect(refused([entry.with { $0.method = 77 }]).contains("packed with method 77;"))
    #expect(
      refused([entry.with { $0.method = 0 }.with { $0.descriptor = .short }])
        == place + "the entry is not packed, and its length is only said behind it; unpack it and pass its "
        + "DocItemSet.xml [zip-unsupported]")
    #expect(
      refused([Entry("lync.xml", "x").with { $0.flags = 1 }]).hasPrefix("export.zip/lync.xml: error: the entry is encr")
    )
  }

  @Test func limitsAreNamedWithTheirOptions() {
    let remedy = { (option: String) in "; raise the limit with \(option) if you trust the file [limit-exceeded]" }
    let entry = Entry("DocItemSet.xml", published())
    #expect(
      refused([Entry("a", "x"), entry], limits: ImportLimits(zip: ZipLimits(entries: 1)))
        == "export.zip/DocItemSet.xml: error: the archive has more entries than the limit of 1"
        + remedy("--max-zip-entries"))
    #expect(
      refused([entry], limits: ImportLimits(zip: ZipLimits(inflatedBytes: 100)))
        == "export.zip/DocItemSet.xml: error: the archive unpacks to more than 100 bytes, twice the largest topology"
        + remedy("--max-input-bytes"))
    let bomb = Entry("DocItemSet.xml", published() + String(repeating: " ", count: 4 << 20))
    #expect(
      refused([bomb])
        == "export.zip/DocItemSet.xml: error: the entry unpacks to more than 250 times its size"
        + remedy("--max-zip-ratio"))
    #expect(refused([bomb], limits: ImportLimits(zip: ZipLimits(ratio: 2000))) == "it was accepted")
    #expect(
      refused([entry], limits: ImportLimits(xml: XMLLimits(depth: 2))).contains("raise the limit with --max-depth"))
  }

  @Test func aFileThatIsCalledZipAndIsNone() throws {
    let archive = ZipBuilder(Entry("DocItemSet.xml", published())).bytes
    let message =
      "export.zip: error: it is called .zip, but begins neither like a zip archive nor like a topology; copy or export "
      + "the archive again [zip-damaged]"
    #expect(fileRefusal(Array("MZ".utf8) + archive, name: "export.zip") == message)
    #expect(fileRefusal(Array("PX".utf8), name: "export.ZIP") == message.replacing("export.zip:", with: "export.ZIP:"))
    // The contents count, not the name.
    #expect(try importingFile(Array(published().utf8), name: "export.zip").archiveEntry == nil)
    #expect(try importingFile(utf16(published()), name: "export.zip").archiveEntry == nil)
    #expect(try importingFile(archive, name: "topology.xml").archiveEntry == "DocItemSet.xml")
    #expect(fileRefusal([], name: "export.zip").hasPrefix("export.zip: error: the file is empty"))
  }

  /// Every length of an archive but the whole one, in chunks of several sizes.
  @Test func everyPrefix() {
    let bytes = ZipBuilder(Entry("a.txt", "x"), Entry("DocItemSet.xml", published()).with { $0.descriptor = .long })
      .bytes
    #expect(fileRefusal(bytes, name: "export.zip") == "it was accepted")
    for chunk in [1, .max] {
      for count in 2..<bytes.count {
        #expect(
          fileRefusal(Array(bytes.prefix(count)), name: "x", chunk: chunk).hasSuffix("[zip-truncated]"), "\(count)")
      }
    }
    #expect(fileRefusal(Array(bytes.prefix(1)), name: "x").hasSuffix("[topology-not-xml]"))
  }
}
