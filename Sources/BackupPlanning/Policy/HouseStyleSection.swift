internal import Diagnostics
internal import StrictYAML
internal import Yams

/// The section `houseStyle` of a policy.
extension PolicyDecoder {
  mutating func houseStyle(_ node: Node) -> HouseStyle {
    let path = "houseStyle"
    var style = HouseStyle()
    for (key, keyNode, value) in mapping(node, path)?.entries ?? [] {
      let name = "\(path).\(key)"
      switch key {
      case "logo": style.logo = text(value, name).map { HouseStyle.Value(text: $0, location: location(of: value)) }
      case "color": style.color = color(value, name)
      case "classification": style.classification = classification(value, name)
      default: reportUnknownKey(key, keyNode, in: path, known: ["logo", "color", "classification"])
      }
    }
    return style
  }

  private mutating func color(_ node: Node, _ path: String) -> HouseStyle.Value? {
    guard let text = text(node, path) else { return nil }
    let digits = text.hasPrefix("#") ? text.dropFirst() : text[...]
    guard Self.isColor(digits) else {
      report("policy-wrong-value", node, "\(path) is \"\(text)\", which is no colour", remedy: Self.colorRemedy)
      return nil
    }
    return HouseStyle.Value(text: String(digits), location: location(of: node))
  }

  private static let colorRemedy = "write red, green and blue as six hexadecimal digits in quotes, such as \"#0b5394\""

  private static func isColor(_ digits: Substring) -> Bool {
    digits.utf8.count == 6 && digits.allSatisfy(\.isHexDigit)
  }

  /// It stands in the margin of printed pages: one short line.
  private mutating func classification(_ node: Node, _ path: String) -> String? {
    guard let text = text(node, path) else { return nil }
    guard text.count <= Self.longestClassification, !VisibleText.hidesSomething(in: text) else {
      report(
        "policy-wrong-value", node, "\(path) is no single line of at most \(Self.longestClassification) characters",
        remedy: "write a short one, such as Internal")
      return nil
    }
    return text
  }

  private static let longestClassification = 80

  /// `color: #0b5394` is a key without a value to YAML, for `#` begins a comment: nobody would know why the colour
  /// stays as it was.
  mutating func refuseCommentAsColor(_ policy: Mapping, _ yaml: String) {
    let style = policy.entries.first { $0.key == "houseStyle" }?.value.mapping ?? [:]
    guard let key = style.first(where: { $0.key.scalar?.string == "color" && $0.value.scalar?.string == "" })?.key,
      let number = key.mark?.line
    else { return }
    let lines = yaml.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    guard lines.indices.contains(number - 1) else { return }
    let parts = lines[number - 1].split(separator: ":", maxSplits: 1)
    guard parts.count == 2 else { return }
    let value = parts[1].filter { !$0.isWhitespace }
    guard value.hasPrefix("#"), Self.isColor(value.dropFirst()) else { return }
    report(
      "policy-wrong-value", key, "houseStyle.color is empty: without quotes, \(value) is a comment",
      remedy: "write color: \"\(value)\"")
  }
}
