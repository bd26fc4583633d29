import Documents
import Foundation
import Rendering
import TestSupport
import Testing

/// Pictures: names stay text, links stay links, everything stands in its frame.
@Suite struct PictureTests {
  private func page(_ picture: Picture) throws -> String {
    let document = Document(id: "d", title: "t", sections: [Section(id: "s", blocks: [.picture(picture)])])
    let set = DocumentSet(title: "t", language: "en", documents: [document])
    let renderer = HTMLRenderer(templates: try Sample.templates(), labels: Sample.labels)
    return String(decoding: try #require(try renderer.render(set).first).bytes, as: UTF8.self)
  }

  private func picture(places: Int, nodes: Int, label: String = "pool01.adatum.example") -> Picture {
    let places = (0..<places).map { place in
      Picture.Place(
        title: "Site \(place)",
        kinds: [
          .init(
            title: "Pool", nodes: (0..<nodes).map { .init(id: "\(place)/\($0)", label: label, anchor: "d") },
            isUsedByOthers: false),
          .init(title: "Store", nodes: [.init(id: "\(place)/s", label: label, anchor: nil)], isUsedByOthers: true),
        ])
    }
    let lines = places.indices.map { Picture.Line(from: "\($0)/0", to: "\($0)/s") }
    return Picture(
      id: "p", caption: "c", legend: "l", places: places, lines: lines, alternativeTitle: "w", alternative: ["x"])
  }

  @Test func aNameThatIsTooLongIsShortenedAndStaysWholeInItsTitle() throws {
    let name = #"\\file-server-01.adatum.example\Share & <more>"#
    let text = try page(picture(places: 1, nodes: 1, label: name))
    #expect(text.contains(#"<title>\\file-server-01.adatum.example\Share &amp; &lt;more&gt;</title>\\file-server-01."#))
    #expect(text.contains("…"))
  }

  @Test func everyNodeWithAnAnchorIsALink() throws {
    let text = try page(picture(places: 3, nodes: 4))
    #expect(text.components(separatedBy: "<a href=#d>").count == 1 + 3 * 4)
  }

  /// The keyboard reaches the same rows in tables.
  @Test func hundredsOfLinksDoNotBarTheWayOfTheKeyboard() throws {
    let text = try page(picture(places: 10, nodes: 10))
    #expect(!text.contains("<a href=#d"))
  }

  @Test(arguments: [(1, 1), (1, 40), (5, 3), (60, 4)])
  func allOfItIsInTheFrame(places: Int, nodes: Int) throws {
    let text = try page(picture(places: places, nodes: nodes))
    let frame = try #require(text.firstMatch(of: /viewBox="0 0 (\d+) (\d+)" width/))
    let (width, height) = (try #require(Int(frame.1)), try #require(Int(frame.2)))
    for corner in text.matches(of: /M(\d+) (\d+)h(\d+)v(\d+)h/) {
      let numbers = [corner.1, corner.2, corner.3, corner.4].compactMap { Int($0) }
      try #require(numbers.count == 4)
      #expect(numbers[0] + numbers[2] <= width && numbers[1] + numbers[3] <= height)
    }
  }

  @Test func aLineToNothingIsLeftOut() throws {
    var picture = picture(places: 1, nodes: 1)
    picture.lines = [.init(from: "0/0", to: "nobody")]
    #expect(try page(picture).contains(#"<path class="uses" d=""/>"#))
  }
}
