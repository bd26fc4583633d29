import Diagnostics
import Fleet
import TestSupport
import Testing

/// What the entries of a manifest come to.
@Suite struct DeploymentTests {
  @Test func pathsBeginAtTheManifest() throws {
    let deployments = try deployments(
      """
      defaults: {policy: policy.yml, entries: "registers/{name}.csv"}
      deployments:
        - {topology: sub/contoso.tbxml}
        - {name: other, topology: /srv/other.xml, policy: /etc/other.yml, output: /srv/sheets, format: [csv], language: fr}
      """, in: "fleets/")
    let texts: [[String?]] = deployments.map { [$0.name, $0.topology, $0.policy, $0.entries, $0.output] }
    #expect(
      texts == [
        [
          "contoso", "fleets/sub/contoso.tbxml", "fleets/policy.yml", "fleets/registers/contoso.csv",
          "fleets/worksheets/contoso",
        ],
        ["other", "/srv/other.xml", "/etc/other.yml", "fleets/registers/other.csv", "/srv/sheets"],
      ])
    #expect(deployments.map(\.formats) == [nil, ["csv"]])
    #expect(deployments.map(\.language) == [nil, "fr"])
  }

  @Test func aPatternNamesEachByWhatItMatched() throws {
    var asked: [String] = []
    let deployments = try deployments(
      """
      deployments:
        - {topologies: "customers/*/site-?/*.xml", entries: "customers/{name}.csv"}
      """, in: "a[b]/"
    ) { pattern in
      asked.append(pattern)
      return ["a[b]/customers/contoso/site-1/x.xml", "a[b]/customers/fabrikam/site-2/y.xml"]
    }
    #expect(asked == [#"a\[b\]/customers/*/site-?/*.xml"#])
    #expect(deployments.map(\.name) == ["contoso-1-x", "fabrikam-2-y"])
    #expect(deployments.map(\.entries) == ["a[b]/customers/contoso-1-x.csv", "a[b]/customers/fabrikam-2-y.csv"])
    #expect(deployments.map(\.mayLackEntries) == [true, true])
  }

  @Test(arguments: [
    (
      "- {topology: a/X.xml}\n- {topology: b/x.xml}",
      "fleet.yml:4:14: error: \"x\" is the name of two deployments, at most a difference of case apart: a/X.xml (line 3) "
        + "and b/x.xml; give one of them another name [fleet-name-repeated]"
    ),
    (
      "- {topology: a.xml, output: s/a}\n- {topology: b.xml, output: ./s/x/../A}",
      "fleet.yml:4:14: error: b would write into the folder of a, s/a (line 3); give one of them another output "
        + "[fleet-output-clash]"
    ),
    (
      "- {topology: a.xml}\n- {topology: b.xml, output: worksheets/a/b}",
      "fleet.yml:4:14: error: b would write into the folder of a, worksheets/a (line 3); give one of them another "
        + "output [fleet-output-clash]"
    ),
    (
      "- {topology: a.xml, output: worksheets}",
      "fleet.yml:3:14: error: \"worksheets\" holds, or is in, the folder of the index; leave output out, or name a "
        + "folder of its own [fleet-output-clash]"
    ),
    (
      "- {topology: a.xml, output: worksheets/.backup-worksheets/a}",
      "fleet.yml:3:14: error: \"worksheets/.backup-worksheets/a\" holds, or is in, the folder of the index; leave "
        + "output out, or name a folder of its own [fleet-output-clash]"
    ),
    (
      "- {topologies: \"*.xml\"}",
      "fleet.yml:3:16: error: \"*.xml\" finds no file; check the path from the manifest's folder, or remove the entry "
        + "[fleet-nothing-found]"
    ),
    (
      "- {topologies: x.xml}",
      "fleet.yml:3:16: error: \"x.xml\" has no wildcard; give one file as topology, or put * where the names differ "
        + "[fleet-wrong-value]"
    ),
  ])
  func aClashNamesBothLines(entries: String, message: String) throws {
    let error = #expect(throws: UnusableInput.self) { try deployments("deployments:\n\(entries)") }
    #expect(error?.diagnostics.map(\.description) == [message])
  }

  @Test(arguments: [
    "", ".", "..", ".hidden", "../x", "a/b", "a\\b", "C:", "x.", " x", "x ", "a\u{0}b", "a\nb", "a\u{202E}b",
    "index.md",
    "INDEX.HTML", String(repeating: "x", count: 201),
  ])
  func someNamesAreNoFolders(name: String) { #expect(DeploymentName.problem(with: name) != nil) }

  @Test(arguments: [
    "contoso", "Contoso Ltd", "über", "a.b-c_d", "{{x}}", "$(x)", "=1+1", String(repeating: "x", count: 200),
  ])
  func othersAre(name: String) { #expect(DeploymentName.problem(with: name) == nil) }

  @Test func noHostileNameLeavesTheFolder() {
    for name in HostileStrings.all where DeploymentName.problem(with: name) == nil {
      #expect(!name.contains("/") && !name.hasPrefix(".") && !name.contains("\0") && !name.isEmpty)
    }
  }

  @Test(arguments: [
    ("customers/*/topology.xml", "customers/contoso/topology.xml", "contoso"),
    ("*", "a", "a"), ("a*b*c", "aXbYc", "X-Y"), ("a**b", "aXb", "X"), ("*?", "ab", "ab"), ("a*b", "ab", ""),
    ("[a-c]x[!d]", "bxe", "b-e"), ("\\*x*", "*xy", "y"), ("*-*.xml", "a-b-c.xml", "a-b-c"), ("./x/*", "./x/y", "y"),
    ("[]a]*", "]b", "]b"), ("x[", "x[", ""),
  ])
  func aPatternKnowsWhatItsWildcardsStandFor(pattern: String, path: String, name: String) {
    #expect(PathPattern(pattern).name(of: path) == name)
  }

  @Test(arguments: [
    ("a*", "b"), ("a/*", "a"), ("*a*a*a*a*a*a*a*a*b", String(repeating: "a", count: 200)), ("[!a]", "a"),
  ])
  func andWhereItFindsNothing(pattern: String, path: String) { #expect(PathPattern(pattern).name(of: path) == nil) }

  private func deployments(
    _ yaml: String, in folder: String = "", files: (String) -> [String] = { _ in [] }
  ) throws -> [FleetDeployment] {
    var reader = FleetManifestReader(
      fileName: "fleet.yml", languages: ["en", "fr"], formats: ["markdown", "html", "csv", "json"])
    let manifest = try reader.read("schema: backup-worksheets/fleet/1\n\(yaml)")
    return try FleetDeployments.all(of: manifest, in: folder, files: files)
  }
}
