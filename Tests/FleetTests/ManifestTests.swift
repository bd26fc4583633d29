import Diagnostics
import Fleet
import Testing

/// A manifest is read strictly, and every mistake in it is named with its place.
@Suite struct ManifestTests {
  @Test func readsEverythingThatAManifestCanSay() throws {
    let manifest = try read(
      """
      schema: backup-worksheets/fleet/1
      title: Hosted deployments
      output: sheets
      defaults: {policy: policy.yml, language: fr, format: [json, markdown]}
      deployments:
        - {name: contoso, topology: contoso/topology.xml, entries: contoso/entries.csv, output: elsewhere}
        - {topologies: "customers/*/topology.xml", entries: "customers/{name}/entries.csv", language: en}
      """)
    #expect(manifest.title == "Hosted deployments")
    #expect(manifest.output == "sheets")
    #expect(manifest.defaults.policy?.text == "policy.yml")
    #expect(manifest.defaults.formats == ["markdown", "json"])
    #expect(manifest.entries.map(\.name?.text) == ["contoso", nil])
    #expect(manifest.entries.last?.location == SourceLocation(file: "fleet.yml", line: 7, column: 5))
  }

  @Test(arguments: mistakes)
  func aMistakeHasItsPlaceAndARemedy(yaml: String, message: String) throws {
    let error = #expect(throws: UnusableInput.self) { try read(yaml.replacing("START", with: Self.start)) }
    let messages = error?.diagnostics.map(\.description) ?? []
    // An entry that names an unknown key may lack a topology as well.
    #expect(messages.first == message)
  }

  private static let start = "schema: backup-worksheets/fleet/1\ndeployments:\n"

  /// `START` stands for the lines that every manifest begins with.
  private static let mistakes: [(String, String)] = [
    (
      "",
      "fleet.yml: error: the manifest is empty; write schema: backup-worksheets/fleet/1 and deployments: [...] [fleet-empty]"
    ),
    (
      "deployments: []",
      "fleet.yml:1:1: error: the manifest does not state its schema; write schema: backup-worksheets/fleet/1 [fleet-wrong-schema]"
    ),
    (
      "schema: backup-worksheets/policy/1\ndeployments: []",
      "fleet.yml:1:9: error: schema \"backup-worksheets/policy/1\" is not the one this version reads; write schema: backup-worksheets/fleet/1 [fleet-wrong-schema]"
    ),
    (
      "schema: backup-worksheets/fleet/1",
      "fleet.yml:1:1: error: the manifest has no deployments; add deployments: with an entry such as - {topology: contoso/topology.xml} [fleet-missing-key]"
    ),
    (
      "START- {topolgy: x.xml}",
      "fleet.yml:3:4: error: unknown key \"topolgy\" in deployments; did you mean \"topology\"? [fleet-unknown-key]"
    ),
    (
      "START- {topology: x.xml, topologies: \"*.xml\"}",
      "fleet.yml:3:3: error: an entry of deployments names its topology twice; give it topology: FILE, or topologies: with a pattern such as \"customers/*/topology.xml\" [fleet-wrong-value]"
    ),
    (
      "START- {topology: x.xml, language: frr}",
      "fleet.yml:3:31: error: deployments.language is \"frr\", which is none of its values; did you mean \"fr\"? [fleet-wrong-value]"
    ),
    (
      "START- {topology: x.xml, format: [htm]}",
      "fleet.yml:3:30: error: deployments.format is \"htm\", which is none of its values; did you mean \"html\"? [fleet-wrong-value]"
    ),
    (
      "START- {topology: \"-\"}",
      "fleet.yml:3:14: error: deployments.topology is no path of a file; write a path from the manifest's folder [fleet-wrong-value]"
    ),
    (
      "START- x.xml",
      "fleet.yml:3:3: error: an entry of deployments is not a mapping; write keys and values below it [fleet-wrong-type]"
    ),
    (
      "START- {name: a, topologies: \"*.xml\"}",
      "fleet.yml:3:10: error: deployments.name stands beside a pattern, which finds many; leave it out: each is named by what the wildcards matched [fleet-wrong-value]"
    ),
    (
      "a: [",
      "fleet.yml:2:1: error: not YAML: did not find expected node content; mend the YAML; values with : # or *, and paths, go into single quotes [fleet-not-yaml]"
    ),
  ]

  private func read(_ yaml: String) throws -> FleetManifest {
    var reader = FleetManifestReader(
      fileName: "fleet.yml", languages: ["en", "fr"], formats: ["markdown", "html", "csv", "json"])
    return try reader.read(yaml)
  }
}
