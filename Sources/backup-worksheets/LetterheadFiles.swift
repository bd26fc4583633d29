internal import BackupPlanning
internal import Diagnostics
internal import Documents
internal import Rendering

/// The house style of a policy with the file that it names.
struct LetterheadFiles {
  /// As the user named it; nil where there is none.
  let policy: String?

  /// 100 KiB: it is part of every page.
  private static let largestLogo = 100 << 10

  /// - Throws: ``CommandFailure`` where the logo cannot be read or is no PNG, or the colour is too faint.
  func letterhead(of style: HouseStyle) throws(CommandFailure) -> Letterhead {
    Letterhead(
      classification: style.classification ?? "", logo: try style.logo.map(logo), accent: try style.color.map(accent))
  }

  private func logo(_ value: HouseStyle.Value) throws(CommandFailure) -> Logo {
    let file = InputFile(path: path(value.text))
    guard file.exists else {
      throw Self.failure(
        "logo-not-found", value, "there is no \(file.name)",
        remedy: "give the logo's path from the folder of the policy", status: .inputCannotBeOpened)
    }
    let bytes = try file.contents(limit: Self.largestLogo)
    do throws(PNGImage.Problem) {
      return try PNGImage.logo(bytes)
    } catch {
      throw Self.failure(
        "logo-unusable", value, "\(file.name) is \(error == .noPNG ? "no PNG image" : "a damaged PNG image")",
        remedy: "save the logo as PNG, at most 100 KiB; about 400 by 120 pixels will do")
    }
  }

  /// Paths in the policy begin at its folder, wherever the command runs.
  private func path(_ logo: String) -> String {
    guard !logo.hasPrefix("/"), let policy, let slash = policy.lastIndex(of: "/") else { return logo }
    return policy[...slash] + logo
  }

  private func accent(_ value: HouseStyle.Value) throws(CommandFailure) -> Accent {
    guard let color = RGBColor(hexadecimal: value.text) else {
      throw Self.failure("color-unreadable", value, "no colour", remedy: "write it as \"#0b5394\"")
    }
    do throws(AccentColor.TooFaint) {
      return try AccentColor.accent(color)
    } catch {
      throw Self.failure(
        "color-too-faint", value,
        "text in \(color.hexadecimal) has a contrast of \(Self.tenths(error.contrast)) to 1; people need "
          + "\(Self.tenths(AccentColor.leastContrast)) to read it",
        remedy: "write \"\(error.nearest.hexadecimal)\", the nearest that has it, or a darker one")
    }
  }

  /// Cut, not rounded: what is too little must not look like enough.
  private static func tenths(_ number: Double) -> String {
    let tenths = Int(number * 10)
    return "\(tenths / 10).\(tenths % 10)"
  }

  private static func failure(
    _ id: String, _ value: HouseStyle.Value, _ message: String, remedy: String,
    status: ExitStatus = .unusableInput
  ) -> CommandFailure {
    CommandFailure(
      status,
      [Diagnostic(id: id, severity: .error, location: value.location, message: message, remedy: remedy)])
  }
}
