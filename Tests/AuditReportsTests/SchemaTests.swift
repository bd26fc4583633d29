import AuditReports
import Auditing
import BackupPlanning
import CivilTime
import DeploymentGenerator
import Diagnostics
import Evidence
import Foundation
import TestSupport
import Testing
import TopologyImport

/// Plans, audits, baselines and reports of the examples, the fixtures and generated deployments have the form that
/// their schemas say: ours in `docs/schemas`, and the published one of SARIF.
@Suite struct SchemaTests {
  private struct Deployment {
    var plan: Plan
    var audit: Audit

    init(_ xml: [UInt8], _ name: String, policy: Policy = Policy()) throws {
      let imported = try TopologyImporter.importTopology(xml, fileName: name)
      plan = try Planner.plan(imported.topology, importDiagnostics: imported.diagnostics, policy: policy).plan
      let known = Auditor.audit(
        plan: plan, policy: policy, asOf: try #require(Moment("2026-11-22")), files: AuditFiles(topology: name))
      audit = known
      // Half of it known, and something stale, in every second one.
      if name.utf8.count.isMultiple(of: 2) {
        var baseline = Baseline(of: known)
        baseline.entries = Array(baseline.entries.prefix(baseline.entries.count / 2))
        baseline.entries.append(.init(rule: "rto-missing", subject: "gone"))
        audit = known.comparing(with: baseline)
      }
    }
  }

  private static let deployments = Result {
    var all: [Deployment] = []
    let examples = Fixture.repository.appending(path: "docs/examples")
    for (name, policyName) in [("published.xml", "published.policy.yml"), ("draft.tbxml", "draft.policy.yml")] {
      var reader = PolicyReader(fileName: policyName)
      let policy = try reader.read(String(contentsOf: examples.appending(path: policyName), encoding: .utf8))
      let xml = try [UInt8](Data(contentsOf: examples.appending(path: name)))
      all.append(try Deployment(xml, name, policy: policy))
      all.append(try Deployment(xml, name))
    }
    for name in Fixture.all { all.append(try Deployment(try Fixture.bytes(name), name)) }
    for seed in 0..<UInt64(20) {
      let made = GeneratedDeployment(seed: seed, awkward: seed.isMultiple(of: 2))
      all.append(try Deployment(made.xml(seed.isMultiple(of: 3) ? .topologyBuilder : .published), "seed-\(seed)"))
    }
    return all
  }

  private func check(_ kind: String, _ document: (Deployment) -> [UInt8]) throws {
    let documents = try Self.deployments.get().map(document)
    #expect(documents.count > 30)
    #expect(try FormatCheck.problems(kind, documents) == "")
  }

  @Test func plans() throws { try check("plan") { $0.plan.json } }

  @Test func audits() throws { try check("audit") { $0.audit.json } }

  @Test func auditsWithEvidence() throws {
    try check("audit") { deployment in
      let day = deployment.audit.asOf
      let evidence = EvidenceSource(
        files: deployment.plan.backupItems.map { BackupFile(path: $0.backupSet.name, size: 5, modified: day) }
          + (1...30).map { BackupFile(path: "foreign-\($0)", size: 0, modified: day) },
        databaseBackups: [DatabaseBackup(server: "s", database: "d", finished: day, type: "D", size: 1)],
        skipped: ["a link, not followed"])
      return Auditor.audit(plan: deployment.plan, evidence: [evidence], asOf: day).json
    }
  }

  @Test func baselines() throws { try check("baseline") { Baseline(of: $0.audit).json } }

  @Test func sarif() throws {
    try check("sarif") { SARIFReport($0.audit, version: "1.2.3", topology: "topology.xml").bytes }
  }

  @Test(arguments: Diagnostic.Severity.allCases)
  func junit(threshold: Diagnostic.Severity) throws {
    try check("junit") { JUnitReport($0.audit, failingAt: threshold).bytes }
  }

  /// A schema that lets everything pass would prove nothing.
  @Test(arguments: ["plan", "audit", "baseline", "sarif"])
  func schemasRefuse(kind: String) throws {
    #expect(try FormatCheck.problems(kind, [Array(#"{"more": 1}"#.utf8)]).contains("more"))
  }
}
