import BuiltinTemplates
import Documents
import Foundation
@testable import Rendering
import TestSupport
import Testing

/// What a logo and a colour have to be.
@Suite struct LetterheadTests {
  private func color(_ digits: String) throws -> RGBColor { try #require(RGBColor(hexadecimal: digits)) }

  @Test(arguments: ["0b5394", "000000", "8a1c4a", "005a00", "4b0082"])
  func anAccentCanBeReadOnEveryGround(digits: String) throws {
    let accent = try AccentColor.accent(color(digits))
    #expect(accent.light.hexadecimal == "#\(digits)")
    #expect(AccentColor.contrast(accent.light, AccentColor.lightGrounds) >= 4.5)
    #expect(AccentColor.contrast(accent.dark, AccentColor.darkGrounds) >= 4.5)
  }

  @Test(arguments: ["ffffff", "ffcc00", "808080", "00ff00", "ff0000", "6fc08d"])
  func theNearestOfWhatIsTooFaintWillDo(digits: String) throws {
    let failure = #expect(throws: AccentColor.TooFaint.self) { try AccentColor.accent(color(digits)) }
    let nearest = try #require(failure).nearest
    #expect(try AccentColor.accent(nearest).light == nearest)
  }

  /// The published examples of the formula: black on white, and the grey that just passes on white.
  @Test func contrastIsThatOfWCAG() throws {
    #expect(try abs(AccentColor.contrast(color("000000"), [color("ffffff")]) - 21) < 0.001)
    #expect(try AccentColor.contrast(color("767676"), [color("ffffff")]) >= 4.5)
    #expect(try AccentColor.contrast(color("777777"), [color("ffffff")]) < 4.5)
  }

  /// Whoever changes a ground of the style sheet changes what colours pass.
  @Test func theGroundsAreThoseOfTheStyleSheet() throws {
    let style = try #require(BuiltinTemplates.files["html/style.css"])
    let roots = style.components(separatedBy: ":root {").dropFirst().prefix(2).map { $0.prefix { $0 != "}" } }
    for (root, grounds) in zip(roots, [AccentColor.lightGrounds, AccentColor.darkGrounds]) {
      let found = ["paper", "shade", "head", "fill", "code"].map { name in
        root.components(separatedBy: "--\(name): #").dropFirst().first.map { String($0.prefix { $0 != ";" }) } ?? ""
      }
      #expect(
        found.map { $0.count == 3 ? String($0.flatMap { [$0, $0] }) : $0 }
          == grounds.map { String($0.hexadecimal.dropFirst()) })
    }
  }

  @Test func onlyAWholePNGIsALogo() throws {
    let bytes = try Array(Data(contentsOf: Fixture.repository.appending(path: "Tests/Fixtures/logo.png")))
    let logo = try PNGImage.logo(bytes)
    #expect(logo == Logo(png: bytes, width: 120, height: 40))
    for count in 8..<bytes.count {
      #expect(throws: PNGImage.Problem.damaged) { try PNGImage.logo(Array(bytes.prefix(count))) }
    }
    #expect(throws: PNGImage.Problem.damaged) { try PNGImage.logo(bytes + [0]) }
    for text in ["", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "GIF89a"] {
      #expect(throws: PNGImage.Problem.noPNG) { try PNGImage.logo(Array(text.utf8)) }
    }
  }
}
