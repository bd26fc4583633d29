import Testing
import XMLStream

@Suite struct RefusalTests {
  private func failure(_ document: String, limits: XMLLimits = .standard) -> XMLError? {
    do throws(XMLError) {
      _ = try parse(document, limits: limits)
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: [
    "<!DOCTYPE a><a/>",
    "<!DOCTYPE a [<!ENTITY x 'y'>]><a value='&x;'/>",
    "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>",
    "<!DOCTYPE a [<!ENTITY a0 'lol'><!ENTITY a1 '&a0;&a0;&a0;'>]><a>&a1;</a>",
    "<!DOCTYPE a [<!ENTITY % p SYSTEM 'http://127.0.0.1:9/x'> %p;]><a/>",
  ])
  func aDocumentTypeIsRefused(document: String) {
    #expect(failure(document)?.reason == .doctype)
  }

  @Test func anEntityNobodyDefinedIsRefused() {
    #expect(failure("<a value='&x;'/>")?.reason == .malformed("Entity 'x' not defined"))
  }

  @Test func depthIsLimitedAlsoInWhatIsSkipped() {
    let limits = XMLLimits(depth: 3)
    #expect(failure("<a><a><a/></a></a>", limits: limits) == nil)
    #expect(failure("<a><a><a>\n<a/></a></a></a>", limits: limits)?.reason == .limit(.depth))
    #expect(failure("<a><skipped><a><a/></a></skipped></a>", limits: limits)?.reason == .limit(.depth))
  }

  @Test func veryDeepDocumentsEndCleanly() {
    #expect(failure(String(repeating: "<a>", count: 1_000_000))?.reason == .limit(.depth))
  }

  @Test func aMillionAttributesEndAtTheLimitAndSoon() {
    let attributes = (0..<1_000_000).map { " n\($0)='1'" }.joined()
    let clock = ContinuousClock()
    let begin = clock.now
    #expect(failure("<a" + attributes + "/>")?.reason == .limit(.lookAheadBytes))
    #expect(clock.now - begin < .seconds(10))
  }

  @Test func aCommentWithoutEndEndsAtTheLimit() {
    #expect(failure("<a><!--" + String(repeating: "x", count: 400_000))?.reason == .limit(.lookAheadBytes))
  }

  @Test func theSizeOfTheWholeIsLimited() {
    let limits = XMLLimits(inputBytes: 10)
    #expect(failure("<a></a>   ", limits: limits) == nil)
    #expect(failure("<a></a>    ", limits: limits)?.reason == .limit(.inputBytes))
  }

  @Test(arguments: ["", "<", "<a", "<a>", "<a><b", "<a></a", "<a><!-- "])
  func anIncompleteDocumentIsTruncated(document: String) {
    #expect(failure(document)?.reason == .truncated)
  }

  @Test func theFirstFaultIsReportedWhereItIs() {
    #expect(
      failure("<a>\n <b>\n</a></b>")
        == XMLError(
          .malformed("Opening and ending tag mismatch: b line 2 and a"), at: XMLPosition(line: 3, column: 5)))
    #expect(failure("<a/><a/>")?.reason == .malformed("Extra content at the end of the document"))
    #expect(failure("<a value='1' value='2'/>")?.reason == .malformed("Attribute value redefined"))
    #expect(failure("<p:a/>")?.reason == .malformed("Namespace prefix p on a is not defined"))
  }

  @Test func aHandlerCanStop() {
    #expect(failure("<a>\n<stop/><a")?.reason == .stopped)
  }

  @Test func afterAnErrorNothingCanBeRead() throws {
    var parser = try XMLParser(handler: Recorder(), vocabulary: Recorder.vocabulary)
    let bad = Array("<a></b>".utf8)
    #expect(throws: XMLError.self) { try parser.feed(bad.span) }
    let good = Array("<a/>".utf8)
    #expect(throws: XMLError.self) { try parser.feed(good.span) }
    #expect(throws: XMLError.self) { try parser.finish() }
  }
}
