import TestSupport
import Testing

@testable import Evidence

@Suite struct ZipDirectoryTests {
  private static func state(_ bytes: [UInt8]) -> ArchiveState {
    ZipDirectory.state(size: bytes.count) { offset, count in Array(bytes.dropFirst(offset).prefix(count)) }
  }

  private static let whole = ZipBytes.archive(["a.xml": "<a/>", "folder/b.xml": "<b/>"])
  private static let large = ZipBytes.archive(["a.xml": "<a/>", "b.xml": "<b/>"], zip64: true)

  @Test(arguments: [
    whole, large, ZipBytes.archive(["a": ""], comment: "made by hand"),
    ZipBytes.archive(["a": "x"], comment: String(repeating: "PK\u{5}\u{6}", count: 16)),
  ])
  func wholeArchives(bytes: [UInt8]) { #expect(Self.state(bytes) == .readable) }

  @Test(arguments: [whole, large])
  func noPrefixIsWhole(bytes: [UInt8]) {
    for length in 0..<bytes.count {
      guard case .unreadable = Self.state(Array(bytes.prefix(length))) else {
        Issue.record("\(length) bytes are taken for the whole")
        continue
      }
    }
  }

  @Test(arguments: [
    ([UInt8](), "is too short to be one"), (Array("no archive at all, but some text".utf8), "has no directory"),
    (ZipBytes.archive([:]), "holds no files"),
  ])
  func noArchives(bytes: [UInt8], reason: String) {
    guard case .unreadable(let said) = Self.state(bytes) else {
      Issue.record("taken for an archive")
      return
    }
    #expect(said.hasPrefix(reason))
  }

  /// Whatever byte of the records at the end is changed, nothing crashes; numbers and signatures are noticed.
  @Test(arguments: [whole, large])
  func damage(bytes: [UInt8]) {
    var noticed = 0
    for position in bytes.indices {
      for value in [UInt8(0xFF), 0x00, 0x80] where bytes[position] != value {
        var changed = bytes
        changed[position] = value
        if Self.state(changed) != .readable { noticed += 1 }
      }
    }
    #expect(noticed > 40)
    var signature = bytes
    let entry: [UInt8] = [0x50, 0x4B, 1, 2]
    if let range = signature.firstRange(of: entry) { signature[range.lowerBound] = 0 }
    #expect(Self.state(signature) == .unreadable("has a damaged directory"))
  }

  private struct Broken: Error {}

  @Test func onlyTheEndIsRead() throws {
    let bytes = ZipBytes.archive(["a": String(repeating: "x", count: 500_000)])
    var read = 0
    let state = ZipDirectory.state(size: bytes.count) { (offset, count) throws(Never) -> [UInt8] in
      read += count
      return Array(bytes.dropFirst(offset).prefix(count))
    }
    #expect(state == .readable && read < 70_000)
    #expect(throws: Broken.self) {
      _ = try ZipDirectory.state(size: 100) { (_, _) throws(Broken) -> [UInt8] in throw Broken() }
    }
    // A file that shrinks meanwhile.
    let shrunk = ZipDirectory.state(size: 100) { (_, _) throws(Never) -> [UInt8] in [] }
    #expect(shrunk != .readable)
  }
}
