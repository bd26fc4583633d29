import BackupPlanning
import DeploymentGenerator
import Foundation
import PlanComparison
import Rendering
import TestSupport
import Testing

/// Text, Markdown and JSON: hostile names stay names, and nothing grows without bounds.
@Suite struct DifferenceFormTests {
  private static let plan = Result { try Snapshots.plan("enterprise-shared.xml") }

  /// A plan whose names are hostile, as none of ours would be.
  private func hostile(_ text: String, _ number: Int) throws -> PlanDifference {
    let plan = try Self.plan.get()
    var changed = plan
    changed.backupItems[0].id = "userData:\(text)"
    changed.backupItems[0].pools = [text]
    changed.backupItems[1].owner = text
    changed.backupItems[1].destination = "\(text)\(number)"
    changed.components[0].servers = [text]
    changed.questions = []
    return try PlanDifference(
      from: PlanSnapshot(plan, name: text), to: PlanSnapshot(changed, name: "\(text)new"))
  }

  @Test(arguments: Array(HostileStrings.all.enumerated()))
  func hostileNamesStayNames(number: Int, text: String) throws {
    let difference = try hostile(text, number)
    let lines = DifferenceText(difference).text
    #expect(lines.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 && $0.value != 0x7F })
    #expect(!lines.contains("\u{202E}"))
    let plain = try hostile("harmless", number)
    #expect(lines.split(separator: "\n").count == DifferenceText(plain).text.split(separator: "\n").count)

    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(difference.json)) as? [String: Any])
    // Foundation takes a byte order mark off the beginning of a string.
    if !text.hasPrefix("\u{FEFF}") { #expect(object["old"] as? String == text) }
    let items = try #require(object["backupItems"] as? [[String: Any]])
    #expect(items.contains { $0["id"] as? String == "userData:\(text)" })
  }

  /// Outside of code nothing is markup: as many rows and no more tags than a harmless name gives.
  @Test(arguments: Array(HostileStrings.all.enumerated()))
  func hostileNamesAreNoMarkdown(number: Int, text: String) throws {
    let markdown = String(decoding: comment(try hostile(text, number)), as: UTF8.self)
    let plain = String(decoding: comment(try hostile("harmless", number)), as: UTF8.self)
    let rows = { (text: String) in text.split(separator: "\n").count { $0.hasPrefix("| ") } }
    #expect(rows(markdown) == rows(plain))
    #expect(!markdown.contains("\r") && !markdown.contains("\u{202E}") && !markdown.contains("\u{1B}"))
    let outside = withoutCode(markdown).replacing("\\]", with: "")
    for sign in ["<script", "<img", "](javascript", "](http", "@everyone", "<!--", "<b>"] {
      #expect(!outside.contains(sign), "\(sign) of \(text)")
    }
    #expect(!outside.contains("@") || outside.contains("<span>@</span>"))
  }

  private func comment(_ difference: PlanDifference) -> [UInt8] {
    MarkdownComment().bytes(of: DifferenceDocument(difference).document(mostRows: 500))
  }

  /// The text with code spans taken out: a fence, as many backticks as open it, closes it.
  private func withoutCode(_ markdown: String) -> String {
    var result = ""
    var rest = markdown[...]
    while let open = rest.firstIndex(of: "`") {
      if open > rest.startIndex, rest[rest.index(before: open)] == "\\" {
        result += rest[...open]
        rest = rest[rest.index(after: open)...]
        continue
      }
      result += rest[..<open]
      let fence = rest[open...].prefix { $0 == "`" }
      var inside = rest[fence.endIndex...]
      var end = inside.endIndex
      while let close = inside.firstIndex(of: "`") {
        let run = inside[close...].prefix { $0 == "`" }
        inside = inside[run.endIndex...]
        if run.count == fence.count {
          end = run.endIndex
          break
        }
      }
      rest = markdown[end...]
    }
    return result + rest
  }

  @Test func longListsAreFoldedAndCut() throws {
    let difference = try Snapshots.difference(
      Snapshots.plan("no-cms.xml"), Snapshots.plan(.publishedExample))
    let document = DifferenceDocument(difference)
    let all = String(decoding: MarkdownComment().bytes(of: document.document(mostRows: 500)), as: UTF8.self)
    #expect(all.contains("<details><summary>Backup items: "))
    #expect(all.components(separatedBy: "<details>").count == all.components(separatedBy: "</details>").count)
    let few = String(decoding: MarkdownComment().bytes(of: document.document(mostRows: 3)), as: UTF8.self)
    #expect(few.contains(" more; the JSON form has all of them."))
    let none = MarkdownComment().bytes(of: document.document(mostRows: 0))
    #expect(none.count < 3000)
  }

  @Test func nothingIsSaidShortly() throws {
    let plan = try Snapshots.plan("paired.tbxml")
    let difference = try Snapshots.difference(plan, plan)
    #expect(DifferenceText(difference).text == "old.xml → new.xml\nNo differences.\n")
    #expect(
      String(decoding: comment(difference), as: UTF8.self)
        == "## Backup duties: old.xml → new.xml\n\nNo backup duty changes.\n")
  }
}
