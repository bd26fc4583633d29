import LineComparison
import TestSupport
import Testing

/// Unified diffs: what they look like, that they are true, and that they end.
@Suite struct UnifiedDiffTests {
  private func diff(_ old: String, _ new: String, mostLines: Int = 1000) -> UnifiedDiff {
    UnifiedDiff(
      from: TextLines(Array(old.utf8)), to: TextLines(Array(new.utf8)), oldName: "a.md", newName: "a.md",
      mostLines: mostLines)
  }

  private func lines(_ range: ClosedRange<Int>) -> String { range.map { "line \($0)\n" }.joined() }

  @Test func looksLikeThatOfDiff() {
    let new = lines(1...20).replacing("line 4\n", with: "four\n").replacing("line 18\n", with: "")
    #expect(
      diff(lines(1...20), new).text == """
        --- a.md
        +++ a.md
        @@ -1,7 +1,7 @@
         line 1
         line 2
         line 3
        -line 4
        +four
         line 5
         line 6
         line 7
        @@ -15,6 +15,5 @@
         line 15
         line 16
         line 17
        -line 18
         line 19
         line 20

        """)
  }

  @Test(arguments: [
    ("a\nb\n", "\u{FEFF}a\r\nb\r\n"), ("", "\u{FEFF}"), ("a", "\u{FEFF}a"), ("a,b\r\nc\r\n", "a,b\nc\n"), ("", ""),
  ])
  func lineEndsAndByteOrderMarksAreNoDifference(old: String, new: String) {
    #expect(diff(old, new).text.isEmpty)
    #expect(diff(new, old).text.isEmpty)
  }

  @Test func aMissingLineEndIsOne() {
    #expect(diff("a\nb\n", "a\nb").text.hasSuffix(" a\n-b\n+b\n\\ No newline at end of file\n"))
    #expect(diff("", "a\n").text.hasSuffix("@@ -0,0 +1,1 @@\n+a\n"))
    #expect(diff("a\n", "").text.hasSuffix("@@ -1,1 +0,0 @@\n-a\n"))
  }

  @Test func aCarriageReturnWithinALineIsOne() {
    #expect(diff("a\rb\n", "ab\n").text.contains("-a\\u{D}b\n+ab\n"))
  }

  @Test(arguments: HostileStrings.all)
  func nothingSteersATerminal(text: String) {
    let result = diff("\(text) old\n", "\(text) new\n").text
    #expect(result.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F || $0 == "\n" || $0 == "\t" })
    #expect(!result.unicodeScalars.contains { $0 == "\u{202E}" || $0 == "\u{9B}" || $0 == "\u{200B}" })
  }

  @Test func longDifferencesAreCut() {
    let result = diff(lines(1...5000), lines(6001...11000), mostLines: 100)
    #expect(result.omittedLines == 9900)
    #expect(result.text.split(separator: "\n").count == 103)
    #expect(result.text.contains("@@ -1,100 +0,0 @@\n"))
  }

  /// Any edit of any text: what stays is the same on both sides, and in order.
  @Test func changesLeadFromOneToTheOther() {
    var random = SystemRandomNumberGenerator()
    for round in 0..<400 {
      let words = round % 4 == 0 ? 3 : 60
      let old = (0..<Int.random(in: 0...80, using: &random)).map { _ in Int.random(in: 0..<words, using: &random) }
      var new = old
      for _ in 0..<Int.random(in: 0...12, using: &random) {
        let place = Int.random(in: 0...new.count, using: &random)
        if Bool.random(using: &random), place < new.count {
          new.remove(at: place)
        } else {
          new.insert(Int.random(in: 0..<words, using: &random), at: place)
        }
      }
      let (from, to) = (text(old), text(new))
      var result: [Int] = []
      var position = 0
      for change in LineChanges(from: from, to: to).changes {
        result += old[position..<change.old.lowerBound] + new[change.new]
        position = change.old.upperBound
      }
      #expect(result + old[position...] == new, "\(old) \(new)")
    }
  }

  private func text(_ numbers: [Int]) -> TextLines {
    TextLines(Array(numbers.map { "\($0)\n" }.joined().utf8))
  }

  /// A small edit in a large file of repeated lines is a small difference.
  @Test func repeatedLinesDoNotHideASmallChange() {
    let block = "{\n  }\n  {\n"
    let old = String(repeating: block, count: 400)
    let new = String(repeating: block, count: 200) + "  new\n" + String(repeating: block, count: 200)
    #expect(LineChanges(from: TextLines(Array(old.utf8)), to: TextLines(Array(new.utf8))).changes.count == 1)
  }

  /// Everything changed, in few and in many different lines: no quadratic wait.
  @Test(.timeLimit(.minutes(1)), arguments: [3, 1_000_000])
  func everythingChangedInALargeFile(variety: Int) {
    var random = SystemRandomNumberGenerator()
    let sides = (0..<2).map { side in
      text((0..<60_000).map { _ in Int.random(in: 0..<variety, using: &random) * 2 + side })
    }
    #expect(!LineChanges(from: sides[0], to: sides[1]).changes.isEmpty)
  }
}
