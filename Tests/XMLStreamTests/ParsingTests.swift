import Testing
import XMLStream

@Suite struct ParsingTests {
  @Test func namesAreMatchedByNamespaceAndNotByPrefix() throws {
    let recorder = try parse(
      "<p:a xmlns:p='urn:one'><b xmlns='urn:one' value='1'/><b/><x:b xmlns:x='urn:two' x:value='no'/></p:a>")
    #expect(recorder.events == ["<1:1", "<1:2=1", ">", "<0:2", ">", "<0:2", ">", ">"])
  }

  @Test func aSkippedElementHandsOverNothingOfItself() throws {
    let recorder = try parse("<a><skipped><b><skipped/></b>text</skipped><b/></a>")
    #expect(recorder.events == ["<0:1", "<0:3", "<0:2", ">", ">"])
  }

  @Test func textIsHandedOverOnlyWhereItIsWanted() throws {
    let recorder = try parse("<a> one <named>two &amp; <![CDATA[<three>]]> \u{E9}&#8364;</named> four </a>")
    #expect(recorder.events == ["<0:1", "<0:4", "'two & <three> \u{E9}\u{20AC}", ">", ">"])
  }

  @Test func referencesInAttributesAreResolved() throws {
    let recorder = try parse("<a value='1 &amp; 2 &lt; &quot;3&quot; &#x41;'/>")
    #expect(recorder.events == ["<0:1=1 & 2 < \"3\" A", ">"])
  }

  @Test(arguments: [1, 2, 3, 7, 64])
  func chunksOfAnySizeGiveTheSame(size: Int) throws {
    let document =
      "<?pi data?><!-- c --><a value='\u{1F600}'>\r\n  <named>G\u{E9}n\u{E8}ve</named>\n<b\n value='x'/></a>\n"
    let whole = try parse(document)
    let chunked = try parse(document, chunk: size)
    #expect(chunked.events == whole.events)
    #expect(chunked.positions == whole.positions)
  }

  @Test func positionsAreThoseOfTheTagsBeginning() throws {
    let recorder = try parse("<a>\n  <b value='\u{E9}'/><b/>\n\n <b\n   value='x'\n/></a>")
    #expect(
      recorder.positions == [
        XMLPosition(line: 1, column: 1), XMLPosition(line: 2, column: 3), XMLPosition(line: 2, column: 17),
        XMLPosition(line: 4, column: nil),
      ])
  }

  @Test func linesBeyond65535AreExact() throws {
    let recorder = try parse("<a>" + String(repeating: "\n", count: 70_000) + "<b/></a>")
    #expect(recorder.positions.last == XMLPosition(line: 70_001, column: 1))
  }

  @Test func positionsCountFromWhereTheTextBegan() throws {
    let recorder = try parse("<a><b/>\n<b/></a>", position: XMLPosition(line: 5, column: 10))
    #expect(
      recorder.positions == [
        XMLPosition(line: 5, column: 10), XMLPosition(line: 5, column: 13), XMLPosition(line: 6, column: 1),
      ])
  }

  @Test func moreNamesThanTheTableHoldsAreStillTold() throws {
    let others = (0..<3000).map { "<n\($0) m\($0)='1'/>" }.joined()
    let recorder = try parse("<a>\(others)<b value='2'/></a>")
    #expect(recorder.events.suffix(3) == ["<0:2=2", ">", ">"])
  }
}
