import TestSupport
import Testing
import Topology
import TopologyImport

@Suite struct EncodingTests {
  /// Has letters outside ASCII.
  private let name = "persistent-chat.xml"

  @Test(arguments: [false, true], [false, true])
  func utf16OfEitherOrderReadsTheSame(bigEndian: Bool, mark: Bool) throws {
    let text = try Fixture.text(name)
    let plain = try importing(Array(text.utf8))
    #expect(try importing(utf16(text, bigEndian: bigEndian, mark: mark)) == plain)
    for size in [1, 2, 7, 4096] {
      #expect(try importing(utf16(text, bigEndian: bigEndian, mark: mark), chunk: size) == plain)
    }
  }

  @Test func charactersOutsideTheBasicPlaneSurviveUTF16() throws {
    let text = published(sites: "<CentralSite SiteId=\"2\"><Name>\u{1F600} G\u{E9}\u{20AC}</Name></CentralSite>")
    for chunk in [1, 3, 4096] {
      let imported = try importing(utf16(text, mark: true), chunk: chunk)
      #expect(imported.topology.sites[1].name == "\u{1F600} G\u{E9}\u{20AC}")
    }
  }

  @Test func aByteOrderMarkIsDropped() throws {
    let bytes = try Fixture.bytes(name)
    #expect(try importing([0xEF, 0xBB, 0xBF] + bytes) == importing(bytes))
  }

  @Test func carriageReturnsChangeNothing() throws {
    let text = try Fixture.text(name)
    let windows = text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
    #expect(try importing(Array(windows.utf8)) == importing(Array(text.utf8)))
    #expect(try importing(utf16(windows, mark: true)) == importing(Array(text.utf8)))
  }

  @Test func paddingAfterTheEndIsDropped() throws {
    let bytes = try Fixture.bytes(name)
    let plain = try importing(bytes)
    #expect(try importing(bytes + [0, 0, 0]) == plain)
    #expect(try importing(bytes + [0x1A]) == plain)
    #expect(try importing(bytes + [0x1A, 0x0D, 0x0A, 0, 0]) == plain)
    let wide = utf16(try Fixture.text(name), mark: true)
    #expect(try importing(wide + [0, 0, 0, 0]) == plain)
    #expect(try importing(wide + [0x1A, 0]) == plain)
    #expect(try importing(wide + [0x1A]) == plain)
    #expect(try importing(wide + [0]) == plain)
  }

  @Test(arguments: ["utf-16", "windows-1252", "UTF-7", "nonsense"])
  func theDeclarationIsNotBelieved(encoding: String) throws {
    let text = try Fixture.text(name)
    let declared = "<?xml version=\"1.0\" encoding=\"\(encoding)\"?>" + text
    let plain = try importing(Array(text.utf8))
    #expect(try importing(Array(declared.utf8)).topology == plain.topology)
    #expect(try importing(utf16(declared, mark: false)).topology == plain.topology)
  }

  @Test func linesAreThoseOfTheFileWhateverIsDropped() throws {
    let text = try Fixture.text(name)
    let plain = try importing(Array(text.utf8))
    let shifted = try importing(Array("\n\n <?xml version=\"1.0\"\n  encoding=\"utf-8\"?>\r\n\(text)".utf8))
    #expect(shifted.topology.services.map(\.line) == plain.topology.services.map { $0.line + 4 })
    #expect(shifted.topology.clusters.map(\.line) == plain.topology.clusters.map { $0.line + 4 })
  }

  @Test func bytesOfACodePageAreRefusedWhereTheyStand() {
    let text = published(sites: "<CentralSite SiteId=\"2\"><Name>Z\u{FC}rich</Name></CentralSite>")
    let bytes = text.unicodeScalars.map { UInt8($0.value) }
    let message =
      "topology.xml:2:96: error: byte 0xFC is not UTF-8; the file seems to be in a Windows code page; "
      + "save the file as UTF-8 or UTF-16 [encoding-undeclared]"
    for chunk in [1, 7, 4096, .max] { #expect(refusal(bytes, chunk: chunk) == message) }
    // A declaration makes it no better: it is wrong more often than not.
    let declared = Array("<?xml version=\"1.0\" encoding=\"windows-1252\"?>\n".utf8) + bytes
    #expect(refusal(declared) == message.replacing("xml:2:", with: "xml:3:"))
  }

  @Test func aWrongByteFarIntoTheFileIsPlacedExactly() {
    var bytes = Array("<a>\n".utf8)
    for _ in 0..<20_000 { bytes += Array("<b>some text</b>\n".utf8) }
    bytes += Array("<b>\u{E9}\u{E9}".utf8) + [0x93]
    #expect(refusal(bytes).hasPrefix("topology.xml:20002:6: error: byte 0x93 is not UTF-8"))
  }

  @Test(
    arguments: [[0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE2, 0x28, 0xA1], [0x80]] as [[UInt8]])
  func bytesThatAreNoUTF8AreRefused(bytes: [UInt8]) {
    for chunk in [1, .max] {
      #expect(refusal(Array("<a>".utf8) + bytes, chunk: chunk).contains("[encoding-undeclared]"))
    }
  }

  @Test func halfACharacterInUTF16IsRefused() {
    let begin = utf16("<a>\n<b>", mark: true)
    let message =
      "topology.xml:2:4: error: UTF-16 unit 0xD800 is half a character; export the file again [encoding-lone-surrogate]"
    #expect(refusal(begin + [0x00, 0xD8, 0x41, 0x00]) == message)
    #expect(refusal(begin + [0x00, 0xD8]) == message)
    #expect(refusal(begin + [0x00, 0xDC]) == message.replacing("D800", with: "DC00"))
  }

  @Test func aNulInsideTheTextIsRefused() {
    let message = "topology.xml:1:4: error: character U+0000 has text after it; XML has no such character; remove it"
    #expect(refusal(Array("<a>\0</a>".utf8)) == message + " [character-refused]")
    #expect(refusal(utf16("<a>\0</a>", mark: true)) == message + " [character-refused]")
  }

  @Test func utf32IsRefused() {
    let message = "topology.xml: error: the file is in UTF-32; save the file as UTF-8 or UTF-16 [encoding-unsupported]"
    #expect(refusal([0xFF, 0xFE, 0, 0, 0x3C, 0, 0, 0]) == message)
    #expect(refusal([0, 0, 0, 0x3C, 0, 0, 0, 0x61]) == message)
  }
}
