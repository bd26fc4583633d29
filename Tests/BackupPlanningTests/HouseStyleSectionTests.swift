import BackupPlanning
import Diagnostics
import Testing

/// The section `houseStyle` of the policy.
@Suite struct HouseStyleSectionTests {
  private func read(_ yaml: String) throws -> HouseStyle {
    var reader = PolicyReader(fileName: "p.yml")
    return try reader.read(yaml).houseStyle
  }

  private func errors(_ yaml: String) -> [String] {
    do {
      _ = try read(yaml)
      return []
    } catch let error as UnusableInput {
      return error.diagnostics.map(\.description)
    } catch {
      return ["\(error)"]
    }
  }

  @Test func saysWhatIsGivenAndWhere() throws {
    let style = try read("houseStyle:\n  logo: a/b.png\n  color: \"#0B5394\"\n  classification: Streng geheim\n")
    #expect(style.logo?.text == "a/b.png")
    #expect(style.logo?.location.line == 2)
    #expect(style.color?.text == "0B5394")
    #expect(style.classification == "Streng geheim")
    #expect(try read("houseStyle: {color: 0b5394}").color?.text == "0b5394")
  }

  @Test(arguments: [
    "", "houseStyle:", "houseStyle: {}", "houseStyle: {logo: , color: ~, classification: ''}",
    "houseStyle:\n  color:      # such as \"#0b5394\"\n  logo:", "houseStyle:\n  color: \"\" #0b5394",
  ])
  func emptyIsNone(yaml: String) throws { #expect(try read(yaml) == HouseStyle()) }

  @Test(arguments: [
    (
      "houseStyle: x",
      "p.yml:1:13: error: houseStyle is not a mapping; write keys and values below it [policy-wrong-type]"
    ),
    (
      "houseStyle: {color: \"#0b539\"}",
      "p.yml:1:21: error: houseStyle.color is \"#0b539\", which is no colour; write red, green and blue as six "
        + "hexadecimal digits in quotes, such as \"#0b5394\" [policy-wrong-value]"
    ),
    (
      "a: 1\nhouseStyle:\n  color:   #0b5394  ",
      "p.yml:3:3: error: houseStyle.color is empty: without quotes, #0b5394 is a comment; write color: \"#0b5394\" "
        + "[policy-wrong-value]"
    ),
    (
      "houseStyle: {classification: \"a\\nb\"}",
      "p.yml:1:30: error: houseStyle.classification is no single line of at most 80 characters; write a short one, "
        + "such as Internal [policy-wrong-value]"
    ),
    (
      "houseStyle: {font: x}",
      "p.yml:1:14: error: unknown key \"font\" in houseStyle; use one of: logo, color, classification "
        + "[policy-unknown-key]"
    ),
  ])
  func whatCannotBeIsAnErrorWithItsPlace(yaml: String, message: String) {
    #expect(errors(yaml).contains(message), "\(errors(yaml))")
  }
}
