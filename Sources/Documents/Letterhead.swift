/// What an organisation puts on each of its documents.
public struct Letterhead: Sendable, Equatable {
  /// Who may read it, such as "Internal": a line on every document and every printed page. Empty for none.
  public var classification: String
  /// At the head of a page.
  public var logo: Logo?
  /// The colour of links and marks, on light pages and on dark ones.
  public var accent: Accent?

  public init(classification: String = "", logo: Logo? = nil, accent: Accent? = nil) {
    self.classification = classification
    self.logo = logo
    self.accent = accent
  }
}

/// One colour of an organisation, as it is on light pages and on dark ones.
public struct Accent: Sendable, Equatable {
  public var light: RGBColor
  public var dark: RGBColor

  public init(light: RGBColor, dark: RGBColor) {
    self.light = light
    self.dark = dark
  }
}

/// A picture in the PNG format.
public struct Logo: Sendable, Equatable {
  public var png: [UInt8]
  /// In pixels.
  public var width: Int
  public var height: Int

  public init(png: [UInt8], width: Int, height: Int) {
    self.png = png
    self.width = width
    self.height = height
  }
}

/// A colour of the sRGB space.
public struct RGBColor: Sendable, Equatable {
  public var red: UInt8
  public var green: UInt8
  public var blue: UInt8

  public init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// Reads six hexadecimal digits; nil for anything else.
  public init?(hexadecimal digits: some StringProtocol) {
    guard digits.utf8.count == 6, digits.allSatisfy(\.isHexDigit), let value = UInt32(digits, radix: 16) else {
      return nil
    }
    self.init(
      red: UInt8(truncatingIfNeeded: value >> 16), green: UInt8(truncatingIfNeeded: value >> 8),
      blue: UInt8(truncatingIfNeeded: value))
  }

  /// As style sheets write it, such as `#0b5394`.
  public var hexadecimal: String {
    "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
