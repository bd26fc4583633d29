import TestSupport
import Testing
@testable import WorkbookRendering

@Suite struct CellTextTests {
  @Test func whatLooksLikeAnEscapeIsEscaped() {
    let texts = [
      ("_x0041_", "_x005F_x0041_"), ("a_x00e9_b", "a_x005F_x00e9_b"), ("_x0041", "_x0041"), ("_xZZZZ_", "_xZZZZ_"),
      ("_X0041_", "_X0041_"), ("_x0041_x0042_", "_x005F_x0041_x005F_x0042_"), ("é_x0041_", "é_x005F_x0041_"), ("", ""),
    ]
    for (text, escaped) in texts { #expect(CellText.escapingEscapes(text) == escaped) }
  }

  @Test func readersSeeWhatIsInvisible() {
    #expect(CellText.forReading("a\u{202E}b\u{7}", cutMark: "…") == "a\\u{202E}b\\u{7}")
    #expect(CellText.forReading("a\r\nb\nc", cutMark: "…") == "a\nb\nc")
    #expect(CellText.forReading("=1+1", cutMark: "…") == "=1+1")
  }

  @Test func aLongTextIsCutWithAMarkAndWithoutHalfACharacter() {
    let limit = WorkbookLimits.characters
    let exact = String(repeating: "x", count: limit)
    #expect(CellText.forReading(exact, cutMark: " (cut)") == exact)
    let cut = CellText.forReading(exact + "x", cutMark: " (cut)")
    #expect(cut.utf16.count == limit && cut.hasSuffix("x (cut)"))
    let faces = CellText.forReading(String(repeating: "😀", count: limit), cutMark: " (cut)")
    #expect(faces.utf16.count <= limit && faces.hasSuffix("😀 (cut)"))
  }

  @Test func whatCannotBeKeptExactlyIsFound() {
    #expect(CellText.problem(with: "a\u{1}\r\n\u{7F}") == nil)
    #expect(CellText.problem(with: "a\0") == .character("U+0"))
    #expect(CellText.problem(with: "\u{FFFF}") == .character("U+FFFF"))
    #expect(CellText.problem(with: String(repeating: "😀", count: 16_384)) == .tooLong)
  }
}
