import Rendering
import TestSupport
import Testing

@Suite struct GoldenTests {
  @Test func theSampleRendersAsRecorded() throws {
    var files: [String: [UInt8]] = [:]
    for renderer in try Sample.renderers() {
      for file in try renderer.render(Sample.set) { files[file.name] = file.bytes }
    }
    try GoldenFile.check(files, in: "sample")
  }

  @Test func nothingElseIsRecorded() throws {
    try GoldenFile.checkFolders(["sample"])
  }

  @Test func renderingTwiceGivesTheSameBytes() throws {
    for renderer in try Sample.renderers() {
      #expect(try renderer.render(Sample.set) == renderer.render(Sample.set))
    }
  }
}
