internal import Documents
internal import FoundationEssentials

extension Letterhead {
  /// What follows the style sheet: the accent on screens, the classification in the margin of printed pages.
  var style: String {
    var rules = ""
    if let accent {
      rules += """

        @media screen {
          :root { --link: \(accent.light.hexadecimal); }
          body > header { border-top: .25rem solid var(--link); }
        }
        @media screen and (prefers-color-scheme: dark) {
          :root { --link: \(accent.dark.hexadecimal); }
        }

        """
    }
    if !classification.isEmpty {
      rules += """

        @page {
          @top-center { content: "\(Self.escaped(classification))"; font: bold 8pt sans-serif; color: #000; }
        }

        """
    }
    return rules
  }

  /// The text of a string in a style sheet: whatever it is, it ends neither the string nor the style.
  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      scalar.properties.isAlphabetic || scalar == " " ? String(scalar) : "\\\(String(scalar.value, radix: 16)) "
    }.joined()
  }

  /// The logo as an element that holds it. The title beside it says whose it is, so it has no text of its own.
  var logoElement: [UInt8]? {
    logo.map { logo in
      let data = Data(logo.png).base64EncodedString()
      return Array(
        ("<img class=\"logo\" src=\"data:image/png;base64,\(data)\" width=\"\(logo.width)\" "
          + "height=\"\(logo.height)\" alt=\"\">").utf8)
    }
  }
}
