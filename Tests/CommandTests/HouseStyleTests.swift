import Foundation
import TestSupport
import Testing

/// Logo, colour and classification by the policy alone.
@Suite struct HouseStyleTests {
  private static let logo = Fixture.repository.appending(path: "Tests/Fixtures/logo.png").path

  private func text(_ program: Program, _ name: String) throws -> String {
    String(decoding: try program.folder.bytes(name), as: UTF8.self)
  }

  private func program(_ houseStyle: String, logoIn folder: String = "policies") throws -> Program {
    let program = try Program()
    try program.folder.write(
      "organization: Fabrikam\nhouseStyle: \(houseStyle)\n", to: "policies/policy.yml")
    try FileManager.default.createDirectory(atPath: program.folder.path(folder), withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: Self.logo, toPath: program.folder.path("\(folder)/logo.png"))
    return program
  }

  @Test func everyDocumentCarriesItAndNothingElseChanges() throws {
    let program = try program("{logo: logo.png, color: \"#8A1C4A\", classification: Internal use}")
    // The logo is found from the folder of the policy, not from where the command runs.
    let result = try program("generate", Program.draft, "--policy", "policies/policy.yml")
    #expect(result.status == 0)
    for name in Program.markdown {
      let lines = try text(program, "output/\(name)").split(separator: "\n")
      #expect(lines[0].hasPrefix("# ") && lines[1] == "**Internal use**", "\(name)")
    }
    let page = try text(program, "output/worksheets.html")
    let data = try Data(contentsOf: URL(filePath: Self.logo)).base64EncodedString()
    #expect(
      page.contains("<img class=\"logo\" src=\"data:image/png;base64,\(data)\" width=\"120\" height=\"40\" alt=\"\">"))
    #expect(page.contains("; img-src data:; "))
    #expect(page.contains("<p class=\"classification\">Internal use</p>"))
    #expect(page.contains(":root { --link: #8a1c4a; }"))
    #expect(page.contains("@top-center { content: \"Internal use\";"))

    try program.folder.write("organization: Fabrikam\n", to: "plain.yml")
    try program("generate", Program.draft, "--policy", "plain.yml", "--output", "plain")
    for name in Program.csv + ["plan.json"] {
      #expect(try program.folder.bytes("output/\(name)") == program.folder.bytes("plain/\(name)"), "\(name)")
    }
    let plain = try text(program, "plain/worksheets.html")
    #expect(!plain.contains("img-src") && !plain.contains("<img") && !plain.contains("@top-center"))
  }

  @Test func theClassificationCannotLeaveTheStyle() throws {
    let program = try program("{classification: '</style><script>\"; } \\ * 1'}")
    #expect(try program("generate", Program.draft, "--policy", "policies/policy.yml").status == 0)
    let page = try text(program, "output/worksheets.html")
    #expect(page.contains(#"content: "\3c \2f style\3e \3c script\3e \22 \3b  \7d  \5c  \2a  \31 ";"#))
    #expect(page.components(separatedBy: "</style>").count == 2)
  }

  @Test func pseudonymsHaveNoLetterhead() throws {
    let program = try program("{logo: logo.png, color: \"#8A1C4A\", classification: Internal}")
    #expect(try program("generate", Program.draft, "--policy", "policies/policy.yml", "--redact").status == 0)
    let page = try text(program, "output/worksheets.html")
    #expect(!page.contains("<img") && !page.contains("Internal") && !page.contains("8a1c4a"))
  }

  @Test(arguments: [
    (
      "{color: \"#ffcc00\"}", 65,
      "policies/policy.yml:2:21: error: text in #ffcc00 has a contrast of 1.2 to 1; people need 4.5 to read it; write "
        + "\"#7f6600\", the nearest that has it, or a darker one [color-too-faint]"
    ),
    (
      "\n  color: #0b5394", 65,
      "policies/policy.yml:3:3: error: houseStyle.color is empty: without quotes, #0b5394 is a comment; write color: "
        + "\"#0b5394\" [policy-wrong-value]"
    ),
    (
      "{logo: ../logo.png}", 66,
      "policies/policy.yml:2:20: error: there is no policies/../logo.png; give the logo's path from the folder of the "
        + "policy [logo-not-found]"
    ),
    (
      "{logo: policy.yml}", 65,
      "policies/policy.yml:2:20: error: policies/policy.yml is no PNG image; save the logo as PNG, at most 100 KiB; "
        + "about 400 by 120 pixels will do [logo-unusable]"
    ),
    (
      "{logo: large.png}", 65,
      "policies/large.png: error: larger than 102400 bytes, the limit for such a file; check that it is the right file "
        + "[limit-exceeded]"
    ),
  ])
  func whatCannotBeUsedIsSaidAndNothingIsWritten(style: String, status: Int32, message: String) throws {
    let program = try program(style)
    try program.folder.write([UInt8](repeating: 0, count: 102_401), to: "policies/large.png")
    let result = try program("generate", Program.draft, "--policy", "policies/policy.yml")
    #expect(result.status == status)
    #expect(result.errorText.split(separator: "\n").contains { $0 == message }, "\(result.errorText)")
    #expect(program.folder.names("output") == [])
  }
}
