/// Names that are unique and valid, in one DNS domain; text that need not be valid, for where people write freely.
struct RandomNames {
  let domain: String
  let isAwkward: Bool
  private var counts: [String: Int] = [:]

  init(domain: String, isAwkward: Bool) {
    self.domain = domain
    self.isAwkward = isAwkward
  }

  /// `stem` with the next number: an FQDN, now and then in mixed case, as administrators type them.
  mutating func fqdn(_ stem: String, _ random: inout SeededRandom) -> String {
    let name = "\(next(stem)).\(domain)"
    return random.chance(15) ? name.prefix(1).uppercased() + name.dropFirst() : name
  }

  /// Names of `count` servers of a pool.
  mutating func machines(_ stem: String, count: Int, _ random: inout SeededRandom) -> [String] {
    (0..<count).map { _ in fqdn(stem, &random) }
  }

  /// Without a domain.
  mutating func short(_ stem: String) -> String { next(stem) }

  mutating func address() -> String {
    let count = number("address")
    return "10.\(count / 62500 % 250).\(count / 250 % 250).\(count % 250 + 1)"
  }

  mutating func share(_ random: inout SeededRandom) -> String {
    let name = next("LyncShare")
    return isAwkward && random.chance(50) ? random.pick(Self.shareEndings.map { name + $0 }) : name
  }

  /// Free text for a site.
  mutating func text(_ stem: String, _ random: inout SeededRandom) -> String {
    let name = next(stem)
    return isAwkward && random.chance(60) ? random.pick(Self.awkwardTexts) : name
  }

  private mutating func number(_ stem: String) -> Int {
    counts[stem, default: 0] += 1
    return counts[stem, default: 0]
  }

  private mutating func next(_ stem: String) -> String {
    let count = number(stem)
    return count < 10 ? "\(stem)0\(count)" : "\(stem)\(count)"
  }

  /// What Windows allows in the name or path of a share and formats of text do not like.
  private static let shareEndings = [
    "$", #"\data\lync"#, " & more", " données", "=1+1", "'s", "_[x](y)", "%20", "{{x}}",
  ]

  /// What breaks tables, spreadsheets, pages and terminals. XML allows all of it.
  static let awkwardTexts = [
    "", "R&D <Süd>", "=HYPERLINK(\"http://x\")", "a|b|c", "back`tick` *bold* _it_", "tab\there", "line\nbreak",
    "carriage\r\nreturn", "\u{202E}desrever", "日本語の拠点", "😀 site", "-1+2", "@SUM(A1)", "[link](http://x)", "</script>",
    "it's \"quoted\"", "{{mustache}}", "%s %n", "semi;colon, comma", "]]>", "<!-- -->", "null", "e\u{301}clair",
    "\u{FEFF}mark", "\\\\server\\share", String(repeating: "long ", count: 60) + "name",
  ]
}
