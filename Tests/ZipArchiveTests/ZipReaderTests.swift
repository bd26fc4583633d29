import Foundation
import TestSupport
import Testing
import ZipArchive

/// What has to be read, whoever wrote it.
@Suite struct ZipReaderTests {
  typealias Entry = ZipBuilder.Entry

  /// Longer than the blocks in which contents are handed over, and not all alike.
  private static let long = Array((0..<40_000).map { "line \($0 * $0 % 977)\n" }.joined().utf8)
  private static let files = ["a.xml": Array("<a/>".utf8), "folder/long.txt": long, "empty": []]

  private func builder(_ change: (inout Entry) -> Void = { _ in }) -> ZipBuilder {
    ZipBuilder(Self.files.sorted { $0.key < $1.key }.map { Entry($0.key, $0.value).with(change) })
  }

  private func expectFiles(_ builder: ZipBuilder, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let bytes = builder.bytes
    for chunk in [1, 2, 3, 7, 1000, 65_536, .max] {
      #expect(try unpack(bytes, chunk: chunk) == Self.files, "chunks of \(chunk)", sourceLocation: sourceLocation)
    }
  }

  @Test(arguments: [0, 8], [false, true])
  func storedAndPackedEntries(method: Int, zip64: Bool) throws {
    var builder = builder { entry in
      entry.method = method
      entry.isZip64 = zip64
    }
    try expectFiles(builder)
    builder.isZip64 = zip64
    builder.comment = "made by a test PK\u{5}\u{6}"
    try expectFiles(builder)
  }

  @Test(arguments: ZipBuilder.Descriptor.allCases)
  func lengthsBehindTheContents(form: ZipBuilder.Descriptor) throws {
    try expectFiles(builder { $0.descriptor = form })
  }

  @Test func aMarkOfAnArchiveThatWasNotDivided() throws {
    var builder = builder()
    builder.mark = Array("PK00".utf8)
    try expectFiles(builder)
  }

  @Test func whatNobodyWantsIsPassedOver() throws {
    for form in [nil] + ZipBuilder.Descriptor.allCases.map(Optional.some) {
      let bytes = builder { $0.descriptor = form }.bytes
      #expect(try unpack(bytes, chunk: 5) { $0 == "folder/long.txt" } == ["folder/long.txt": Self.long])
    }
    // Not even a lie about them is noticed, nor a method that nobody knows.
    let odd = [
      Entry("a.xml", "<a/>"), Entry("x", "abc").with { $0.checksum = 1 }, Entry("y", "abc").with { $0.method = 93 },
    ]
    #expect(try unpack(ZipBuilder(odd).bytes) { $0 == "a.xml" }.keys.sorted() == ["a.xml"])
    let folder = Entry("folder/", "").with { $0.method = 0 }.with { $0.descriptor = .shortWithSignature }
    #expect(try unpack(ZipBuilder(folder, odd[0]).bytes) == ["folder/": [], "a.xml": Array("<a/>".utf8)])
  }

  @Test func namesAreTextAndNothingElse() throws {
    let names = [
      "../../etc/passwd", "/etc/passwd", "C:\\x\\..\\y", "a\u{1B}[31m\n", "\u{202E}lmx.a",
      String(repeating: "n", count: 4096),
    ]
    #expect(try unpack(ZipBuilder(names.map { Entry($0, "x") }).bytes).keys.sorted() == names.sorted())
    let broken = Entry("", "x").with { $0.name = [0xFF, 0x61, 0xC3] }
    #expect(try unpack(ZipBuilder(broken).bytes).keys.sorted() == ["\u{FFFD}a\u{FFFD}"])
  }

  /// The forms in which another program writes: seekable and not, stored and packed, small and large.
  @Test func archivesOfPython() throws {
    let script = """
      import io, sys, zipfile
      class Pipe(io.RawIOBase):
        def writable(self): return True
        def write(self, data): return sys.stdout.buffer.write(data)
      way, folder = sys.argv[1:]
      target = Pipe() if "pipe" in way else io.BytesIO()
      with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED if "stored" in way else zipfile.ZIP_DEFLATED) as archive:
        for name, text in (("a.xml", b"<a/>"), ("b.txt", b"x" * 100000)):
          with archive.open(name, "w", force_zip64="large" in way) as entry: entry.write(text)
      if "pipe" not in way: sys.stdout.buffer.write(target.getvalue())
      """
    for way in ["packed", "stored", "packed large", "stored large", "packed pipe", "packed pipe large"] {
      let result = try runProcess("python3", ["-c", script, way, "."])
      #expect(result.status == 0, "\(result.errorText)")
      let files = try unpack(result.standardOutput, chunk: 11)
      #expect(files == ["a.xml": Array("<a/>".utf8), "b.txt": [UInt8](repeating: 120, count: 100_000)], "\(way)")
    }
  }

  @Test func theFirstBytesTell() {
    let cases: [(String, Bool?)] = [
      ("", nil), ("P", nil), ("PK", nil), ("PK\u{3}", nil), ("PK\u{3}\u{4}", true), ("PK\u{5}\u{6}", true),
      ("PK\u{7}\u{8}", true),
      ("PK00", true), ("PK\u{1}", false), ("<", false), ("PX", false), (" PK", false),
    ]
    for (text, expected) in cases { #expect(ZipReader.isArchive(Array(text.utf8)) == expected, "\(text)") }
  }
}
