import Foundation
import TestSupport
import Testing

/// `docs/rules.md` is what the program says of its rules.
@Suite struct RulesPageTests {
  @Test func thePageIsTrue() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized
    let result = try runProcess(
      root.appending(path: "Scripts/rules-page").path, [try builtProduct(named: "backup-worksheets"), "-"])
    #expect(result.status == 0)
    let recorded = try String(contentsOf: root.appending(path: "docs/rules.md"), encoding: .utf8)
    #expect(result.outputText == recorded, "renew it with Scripts/rules-page")
  }
}
