import Rendering
import TestSupport
import Testing

@Suite struct AnchorTests {
  @Test func anchorsStayReadable() {
    #expect(Anchor(id: "userData:pool.contoso.com").text == "userData:pool.contoso.com")
    #expect(Anchor(id: #"fileStore:\\server\share$"#).text == "fileStore:_5c_5cserver_5cshare_24")
    #expect(Anchor(id: "").text == "_")
  }

  @Test func differentIDsNeverMeet() {
    var owners: [String: [UInt8]] = [:]
    let strings = HostileStrings.all + ["_", "__", "_5c", "\\", "_5C", "a_5cb", "a\\b", " ", "_20"]
    for id in strings {
      let anchor = Anchor(id: id).text
      #expect(owners[anchor] == nil || owners[anchor] == Array(id.utf8))
      owners[anchor] = Array(id.utf8)
      #expect(!anchor.contains("__") && !anchor.isEmpty)
      #expect(anchor.utf8.allSatisfy { $0 > 32 && $0 < 127 && !"\"'<>&`#%|()[]\\".utf8.contains($0) })
    }
  }
}
