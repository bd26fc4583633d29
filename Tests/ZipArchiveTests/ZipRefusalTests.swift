import TestSupport
import Testing
import ZipArchive

/// Archives that are damaged, lie, or attack.
@Suite struct ZipRefusalTests {
  typealias Entry = ZipBuilder.Entry

  private static let text = (0..<60).map { "line \($0)\n" }.joined()
  private static let good = Entry("a.xml", text)

  /// Each with why it is refused.
  private static let lies: [(what: String, entries: [Entry], reason: ZipError.Reason)] = [
    ("nothing in it", [], .empty),
    ("encrypted", [good.with { $0.flags = 1 }], .obstacle(.encrypted)),
    ("encrypted strongly", [good.with { $0.flags = 0x41 }], .obstacle(.encrypted)),
    ("encrypted with AES", [good.with { $0.method = 99 }], .obstacle(.encrypted)),
    ("its headers encrypted", [good.with { $0.flags = 0x2000 }], .obstacle(.encrypted)),
    ("an unknown method", [good.with { $0.method = 9 }], .obstacle(.method(9))),
    (
      "stored, the length behind it", [good.with { $0.method = 0 }.with { $0.descriptor = .shortWithSignature }],
      .obstacle(.unknownLength)
    ),
    ("another CRC-32", [good.with { $0.checksum = 7 }], .checksum),
    ("another CRC-32, stored", [good.with { $0.checksum = 7 }.with { $0.method = 0 }], .checksum),
    (
      "another CRC-32 behind the contents", [good.with { $0.checksum = 7 }.with { $0.descriptor = .long }], .checksum
    ),
    ("longer than said", [good.with { $0.unpackedLength = 5 }], .length),
    ("shorter than said", [good.with { $0.unpackedLength = 50_000 }], .length),
    (
      "lengths behind it that are others", [good.with { $0.unpackedLength = 5 }.with { $0.descriptor = .short }],
      .length
    ),
    (
      "packed contents that end early",
      [good.with { $0.packed = Array(ZipBuilder.deflated(Array(text.utf8)).dropLast()) }], .length
    ),
    (
      "packed contents with something behind them",
      [good.with { $0.packed = ZipBuilder.deflated(Array(text.utf8)) + [0] }], .length
    ),
    ("contents that zlib refuses", [good.with { $0.packed = [7, 7, 7, 7] }], .contents),
    ("a length that hides the next entry", [good.with { $0.packedLength = 400 }, good], .length),
    ("listed twice", [good.with { $0.listings = 2 }], .overlap),
    ("two entries in one place", [good, Entry("b.xml", text).with { $0.offsetInDirectory = 0 }], .overlap),
    ("a place where no entry begins", [good, Entry("b.xml", text).with { $0.offsetInDirectory = 9 }], .overlap),
    ("another name in the directory", [good.with { $0.nameInDirectory = Array("b.xml".utf8) }], .directory),
    ("not in the directory", [Entry("hidden.xml", text).with { $0.listings = 0 }, good], .incompleteDirectory),
    ("a very long name", [Entry(String(repeating: "n", count: 4097), "x")], .name),
  ]

  @Test(arguments: lies.indices)
  func aLieIsNoticed(index: Int) {
    let lie = Self.lies[index]
    for form in [false, true] {
      var builder = ZipBuilder(lie.entries.map { entry in entry.with { $0.isZip64 = form && $0.descriptor == nil } })
      builder.isZip64 = form
      for chunk in [1, 17, .max] {
        #expect(refusal(builder.bytes, chunk: chunk)?.reason == lie.reason, "\(lie.what), \(form ? "large" : "small")")
      }
    }
  }

  @Test func theEntryIsNamed() {
    #expect(
      refusal(ZipBuilder(Entry("b", "x"), Self.good.with { $0.checksum = 1 }).bytes)
        == ZipError(.checksum, entry: "a.xml"))
  }

  @Test func severalDisks() {
    for form in [false, true] {
      var builder = ZipBuilder(Self.good)
      builder.isZip64 = form
      builder.disk = 1
      #expect(refusal(builder.bytes)?.reason == .multiDisk)
      builder.disk = 0
      builder.mark = [0x50, 0x4B, 7, 8]
      #expect(refusal(builder.bytes)?.reason == .multiDisk)
    }
  }

  @Test func somethingInFrontOrBehind() {
    let bytes = ZipBuilder(Self.good).bytes
    #expect(ZipReader.isArchive(Array("MZ".utf8) + bytes) == false)
    #expect(refusal(Array("MZ".utf8) + bytes)?.reason == .record)
    for rest in [[0], bytes] { #expect(refusal(bytes + rest, chunk: 13)?.reason == .trailingBytes) }
  }

  /// Every length of an archive but the whole one.
  @Test func truncatedAtEveryByte() {
    var large = ZipBuilder(Self.good.with { $0.isZip64 = true }, Entry("b", "x").with { $0.descriptor = .long })
    large.isZip64 = true
    large.comment = "comment"
    for bytes in [ZipBuilder(Self.good, Entry("b", "x").with { $0.method = 0 }).bytes, large.bytes] {
      #expect(refusal(bytes) == nil)
      for count in bytes.indices {
        #expect(refusal(Array(bytes.prefix(count)))?.reason == .truncated, "\(count) bytes")
      }
    }
  }

  /// Every byte changed: refused, or something that says nothing about contents (a date, a version, a comment).
  @Test func everyByteChanged() throws {
    var builder = ZipBuilder(Self.good, Entry("b", "x").with { $0.descriptor = .shortWithSignature })
    for form in [false, true] {
      builder.isZip64 = form
      builder.entries[0].isZip64 = form
      let bytes = builder.bytes
      let files = try unpack(bytes)
      for index in bytes.indices {
        for change: UInt8 in [1, 0x80, 0xFF] {
          var changed = bytes
          changed[index] ^= change
          guard let read = try? unpack(changed) else { continue }
          #expect(read == files, "byte \(index) with \(change)")
        }
      }
    }
  }

  @Test func afterAnErrorNothingCanBeRead() {
    var recorder = Recorder()
    var reader = ZipReader()
    for bytes in [Array("MZMZ".utf8), ZipBuilder(Self.good).bytes] {
      #expect(failure(&reader, bytes, &recorder) == ZipError(.record))
    }
    #expect(throws: (any Error).self) { try reader.finish() }
  }

  private func failure(_ reader: inout ZipReader, _ bytes: [UInt8], _ recorder: inout Recorder) -> ZipError? {
    do throws(ZipError) {
      try reader.read(bytes.span, into: &recorder)
      return nil
    } catch {
      return error
    }
  }

  // MARK: Limits

  @Test func entries() {
    let bytes = ZipBuilder((0..<4).map { Entry("\($0)", "x") }).bytes
    #expect(refusal(bytes, limits: ZipLimits(entries: 4)) == nil)
    #expect(refusal(bytes, limits: ZipLimits(entries: 3)) == ZipError(.limit(.entries), entry: "3"))
  }

  /// All entries together, those that nobody wants only where they have to be unpacked to be passed over.
  @Test func inflatedBytes() {
    let entry = Entry("0", [UInt8](repeating: 1, count: 1000))
    let limits = ZipLimits(inflatedBytes: 2500)
    for entry in [entry, entry.with { $0.method = 0 }, entry.with { $0.descriptor = .short }] {
      #expect(refusal(ZipBuilder(entry, entry).bytes, limits: limits) == nil)
      #expect(refusal(ZipBuilder(entry, entry, entry).bytes, limits: limits)?.reason == .limit(.inflatedBytes))
    }
    let passed = { (_: String) in false }
    #expect(refusal(ZipBuilder(entry, entry, entry).bytes, limits: limits, wanting: passed) == nil)
    let hidden = entry.with { $0.descriptor = .short }
    #expect(
      refusal(ZipBuilder(hidden, hidden, hidden).bytes, limits: limits, wanting: passed)?.reason
        == .limit(.inflatedBytes))
  }

  /// A bomb ends after little more than the first mebibyte, whatever it says about its length.
  @Test func ratio() throws {
    let bomb = Entry("bomb.xml", [UInt8](repeating: 0x20, count: 30 << 20))
    for entry in [bomb, bomb.with { $0.unpackedLength = 10 }, bomb.with { $0.descriptor = .long }] {
      var recorder = Recorder()
      var reader = ZipReader()
      let bytes = ZipBuilder(entry).bytes
      #expect(failure(&reader, bytes, &recorder) == ZipError(.limit(.ratio), entry: "bomb.xml"))
      #expect(recorder.files[0].contents.count <= ZipLimits.ratioFrom + 65_536)
    }
    #expect(refusal(ZipBuilder(bomb).bytes, limits: ZipLimits(ratio: 1100)) == nil)
    #expect(refusal(ZipBuilder(Entry("small", [UInt8](repeating: 0x20, count: 1 << 20))).bytes) == nil)
  }
}
