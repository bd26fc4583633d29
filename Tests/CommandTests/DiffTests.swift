import DeploymentGenerator
import Foundation
import TestSupport
import Testing

/// `diff`: inputs, forms, exit codes.
@Suite struct DiffTests {
  @Test func aTopologyAndItsPlanDoNotDiffer() throws {
    let program = try Program()
    for (topology, policy) in [(Program.draft, nil), (Program.published, Program.publishedPolicy)] {
      let arguments = policy.map { ["--policy", $0] } ?? []
      let tool = try builtProduct(named: "backup-worksheets")
      let plan = try runProcess(tool, ["plan", topology, "--quiet"] + arguments)
      try program.folder.write(plan.standardOutput, to: "plan.json")
      for (old, new) in [(topology, "plan.json"), ("plan.json", topology), ("plan.json", "plan.json")] {
        let result = try runProcess(
          tool, ["diff", old, new, "--quiet"] + arguments, workingDirectory: program.folder.path)
        #expect(result.status == 0)
        #expect(result.outputText.hasSuffix("\nNo differences.\n"))
        #expect(!result.outputText.contains("/"))
      }
    }
  }

  @Test func aRenamedPoolIsShownAsOne() throws {
    let program = try Program()
    let text = String(
      decoding: try Data(contentsOf: URL(filePath: Program.fixture("enterprise-shared.xml"))), as: UTF8.self)
    try program.folder.write(text, to: "old.xml")
    try program.folder.write(text.replacing("\"poola.adatum.com\"", with: "\"emea.adatum.com\""), to: "new.xml")
    let result = try program("diff", "old.xml", "new.xml", "--quiet")
    #expect(result.status == 0)
    let lines = result.outputText.split(separator: "\n").map(String.init)
    #expect(lines.first == "old.xml → new.xml")
    #expect(lines.contains("  → poola.adatum.com is now emea.adatum.com (frontEndPool); servers: 3 of 3 stayed"))
    #expect(lines.contains("  → userData:emea.adatum.com (was userData:poola.adatum.com)"))
    #expect(!lines.contains { $0.hasPrefix("  +") || $0.hasPrefix("  −") })
    #expect(lines.last?.hasPrefix("Rows of a register hang on these ids: ") == true)
  }

  /// Either may come through a pipe, which is read once.
  @Test func standardInputIsOneOfTheTwo() throws {
    let program = try Program()
    let bytes = try Array(Data(contentsOf: URL(filePath: Program.draft)))
    let plan = try program("plan", Program.draft, "--quiet")
    for input in [bytes, plan.standardOutput, utf16LittleEndian(bytes)] {
      let result = try program("diff", "-", Program.draft, "--quiet", input: input)
      #expect(result.status == 0)
      #expect(result.outputText == "<stdin> → draft.tbxml\nNo differences.\n")
      #expect(
        try program("diff", Program.draft, "-", "--quiet", input: input).outputText.hasSuffix("No differences.\n"))
    }
  }

  @Test func jsonHasTheKeysOfItsSchema() throws {
    let program = try Program()
    let result = try program("diff", Program.draft, Program.published, "--format", "json", "--quiet")
    let difference = try #require(try JSONSerialization.jsonObject(with: Data(result.standardOutput)) as? [String: Any])
    let url = Fixture.repository.appending(path: "docs/schemas/diff.schema.json")
    let schema = try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: url)) as? [String: Any])
    #expect(Schema(schema).problems(of: difference) == [])
    #expect(difference["schema"] as? String == "backup-worksheets/diff/1")
    #expect(difference["old"] as? String == "draft.tbxml")
    let again = try program("diff", Program.draft, Program.published, "--format", "json", "--quiet")
    #expect(again.standardOutput == result.standardOutput)
  }

  @Test func markdownFitsIntoAComment() throws {
    let program = try Program()
    let result = try program("diff", Program.draft, Program.published, "--format", "markdown", "--quiet")
    #expect(result.status == 0)
    #expect(result.outputText.hasPrefix("## Backup duties: draft.tbxml → published.xml\n\nBackup items: "))
    #expect(result.standardOutput.count < 60_000)
  }

  @Test func whatIsNoPlanIs65() throws {
    let program = try Program()
    try program.folder.write("{\"schema\": \"backup-worksheets/audit/1\"}", to: "audit.json")
    let result = try program("diff", "audit.json", Program.draft, "--quiet")
    #expect(result.status == 65)
    #expect(
      result.errorText
        == "audit.json: error: the schema is \"backup-worksheets/audit/1\", not \"backup-worksheets/plan/1\"; "
        + "name a topology, or a plan.json that this version of the program wrote [plan-wrong-schema]\n")
    let deep = "{\"schema\": \"backup-worksheets/plan/1\", \"x\": " + String(repeating: "[", count: 200_000)
    for input in ["", String(repeating: " ", count: 200_000), deep] {
      #expect(try program("diff", Program.draft, "-", "--quiet", input: Array(input.utf8)).status == 65)
    }
    #expect(try program("diff", Program.draft, "nowhere.xml", "--quiet").status == 66)
  }
}

/// As much of JSON Schema as ours use.
private struct Schema {
  let root: [String: Any]

  init(_ root: [String: Any]) { self.root = root }

  func problems(of value: Any) -> [String] { problems(of: value, root, "") }

  private func problems(of value: Any, _ schema: [String: Any], _ path: String) -> [String] {
    if let reference = schema["$ref"] as? String {
      let name = String(reference.dropFirst("#/$defs/".count))
      guard let definition = (root["$defs"] as? [String: Any])?[name] as? [String: Any] else { return ["no \(name)"] }
      return problems(of: value, definition, path)
    }
    if let expected = schema["const"] as? String, value as? String != expected { return ["\(path) is not \(expected)"] }
    if let words = schema["enum"] as? [String], !words.contains(value as? String ?? "") { return ["\(path): \(value)"] }
    switch schema["type"] as? String {
    case "object":
      guard let object = value as? [String: Any], let properties = schema["properties"] as? [String: [String: Any]]
      else { return ["\(path) is no object"] }
      let missing = (schema["required"] as? [String] ?? []).filter { object[$0] == nil }.map {
        "\(path).\($0) is missing"
      }
      return missing
        + object.flatMap { key, value in
          properties[key].map { problems(of: value, $0, "\(path).\(key)") } ?? ["\(path).\(key) is unknown"]
        }
    case "array":
      guard let list = value as? [Any], let items = schema["items"] as? [String: Any] else {
        return ["\(path): no list"]
      }
      return list.flatMap { problems(of: $0, items, "\(path)[]") }
    case "string": return value is String ? [] : ["\(path) is no string"]
    case "integer": return value is Int ? [] : ["\(path) is no number"]
    default: return []
    }
  }
}
