public import Documents
internal import Glibc

/// A colour as the accent of the page: readable on everything that lies behind text of it, in light and in dark.
public enum AccentColor {
  /// WCAG 2.2, level AA, for text of ordinary size.
  public static let leastContrast = 4.5

  /// What text of the accent stands on: `--paper`, `--shade`, `--head`, `--fill` and `--code` of `html/style.css`.
  static let lightGrounds = ["ffffff", "f3f5f8", "e3e9f0", "fff8e1", "eef1f5"].compactMap(RGBColor.init(hexadecimal:))
  static let darkGrounds = ["14191f", "1b222a", "26303a", "33301f", "232c36"].compactMap(RGBColor.init(hexadecimal:))

  /// Why a colour cannot be the accent.
  public struct TooFaint: Error, Equatable {
    /// The least contrast with what lies behind it.
    public var contrast: Double
    /// The nearest colour, darker, that can.
    public var nearest: RGBColor
  }

  /// The accent with `color` on light pages and, on dark ones, the nearest lighter one that can be read there.
  public static func accent(_ color: RGBColor) throws(TooFaint) -> Accent {
    let contrast = contrast(color, lightGrounds)
    guard contrast >= leastContrast else {
      throw TooFaint(contrast: contrast, nearest: nearest(to: color, mixedWith: 0, on: lightGrounds))
    }
    return Accent(light: color, dark: nearest(to: color, mixedWith: 255, on: darkGrounds))
  }

  /// The contrast with that of `grounds` from which it differs least.
  static func contrast(_ color: RGBColor, _ grounds: [RGBColor]) -> Double {
    let own = luminance(color)
    return grounds.map { ground in
      let other = luminance(ground)
      return (max(own, other) + 0.05) / (min(own, other) + 0.05)
    }.min() ?? 1
  }

  /// `color` with as little black (0) or white (255) in it as will do, in steps of a percent.
  private static func nearest(to color: RGBColor, mixedWith end: Int, on grounds: [RGBColor]) -> RGBColor {
    for percent in 0...100 {
      func mixed(_ part: UInt8) -> UInt8 { UInt8((Int(part) * (100 - percent) + end * percent) / 100) }
      let candidate = RGBColor(red: mixed(color.red), green: mixed(color.green), blue: mixed(color.blue))
      if contrast(candidate, grounds) >= leastContrast { return candidate }
    }
    return RGBColor(red: UInt8(end), green: UInt8(end), blue: UInt8(end))
  }

  /// Relative luminance, by the formula of WCAG.
  private static func luminance(_ color: RGBColor) -> Double {
    func linear(_ part: UInt8) -> Double {
      let share = Double(part) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue)
  }
}
