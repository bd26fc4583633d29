import CivilTime
@testable import Auditing
@testable import BackupPlanning
import Diagnostics
import Evidence
import Testing

/// An audit of one item about which nothing is wrong, for tests that make one thing wrong.
struct SampleAudit {
  static let itemID = "userData:pool.contoso.com"

  var item = BackupItem(
    id: itemID, data: .userData, database: "rtcxds", server: "sql.contoso.com", instance: "rtc", share: nil,
    site: "Contoso", pools: ["pool.contoso.com"], tool: .verbatim("Export-CsUserData"), command: nil,
    permission: .verbatim("RTCUniversalServerAdmins"), schedule: "Daily 01:00",
    backupSet: BackupSet(name: "UserData-pool.contoso.com.zip", expiration: "35 days"),
    destination: #"\\backup.contoso.com\lync"#, owner: "UC Operations", rpo: "24h", rto: "4h",
    lastBackup: "2026-11-22", lastRestoreTest: "2026-06-01", notes: [], sources: [])
  var findings: [Finding] = []
  var policy = Policy()
  var register: Register?
  /// Files and rows of SQL Server's history that were found; nil where nobody looked.
  var evidence: EvidenceSource?
  var asOf = "2026-11-22"

  var plan: Plan {
    Plan(
      topology: DeploymentSummary(
        format: "publishedTopology", isPublished: true, defaultSIPDomain: "contoso.com", sipDomains: ["contoso.com"],
        sites: []),
      components: [
        Self.component(.frontEndPool, "pool.contoso.com", "Contoso", ["fe1.contoso.com", "fe2.contoso.com"]),
        Self.component(.backEndServer, "sql.contoso.com", "Contoso", ["node1.contoso.com"]),
        Self.component(.fileServer, "file.contoso.com", "Contoso", ["file.contoso.com"]),
        Self.component(.fileServer, "backup.contoso.com", "Elsewhere", ["backup.contoso.com"]),
      ],
      backupItems: [item], exclusions: [], otherRequirements: [], questions: [], restorations: [], lostComponents: [],
      findings: findings, answers: [], organization: "Contoso")
  }

  func audit() throws -> Audit {
    Auditor.audit(
      plan: plan, policy: policy, register: register, evidence: evidence.map { [$0] },
      asOf: try #require(Moment(asOf)),
      files: AuditFiles(topology: "topology.xml", register: "entries.csv"))
  }

  static func component(_ kind: Component.Kind, _ fqdn: String, _ site: String?, _ servers: [String]) -> Component {
    Component(
      id: "\(kind.rawValue):\(fqdn)", kind: kind, fqdn: fqdn, site: site, servers: servers, serviceVersion: 6,
      product: nil, roles: [], hostsCentralManagementStore: false, pairedWith: nil, backEnd: [], mirror: [],
      fileStores: [], isStandby: false, alwaysOnPrimaryNode: nil)
  }

  /// A waiver that holds.
  static func waiver(
    _ rule: String, item: String? = nil, approver: String? = "CIO", expires: String? = "2027-06-30", line: Int = 99
  ) -> Waiver {
    Waiver(
      rule: rule, item: item.map { Glob($0) }, reason: "agreed", approver: approver, expires: expires,
      location: Diagnostics.SourceLocation(file: "policy.yml", line: line, column: 3))
  }
}

/// A change to the sample.
typealias Change = (inout SampleAudit) -> Void

/// Checks a control on cases that break it, cases that do not, and on every breaking one waived and switched off.
func check(
  _ rule: String, _ severity: Diagnostic.Severity, breaks: [(change: Change, message: String)], keeps: [Change],
  subject: String = SampleAudit.itemID, sourceLocation: Testing.SourceLocation = #_sourceLocation
) throws {
  for (change, message) in breaks {
    var sample = SampleAudit()
    change(&sample)
    let found = try sample.audit().findings.filter { $0.rule == rule }
    #expect(found.map(\.message.text) == [message], sourceLocation: sourceLocation)
    #expect(
      found.allSatisfy { $0.subject == subject && $0.severity == severity && !$0.isWaived },
      sourceLocation: sourceLocation)

    var waived = sample
    waived.policy.waivers.append(SampleAudit.waiver(rule))
    let audit = try waived.audit()
    #expect(audit.findings.filter { $0.rule == rule }.map(\.isWaived) == [true], sourceLocation: sourceLocation)
    #expect(!audit.openFindings(atLeast: .note).contains { $0.rule == rule }, sourceLocation: sourceLocation)

    var off = sample
    off.policy.controls[rule] = .off
    let silent = try off.audit()
    #expect(!silent.findings.contains { $0.rule == rule }, sourceLocation: sourceLocation)
    #expect(silent.switchedOff == [rule], sourceLocation: sourceLocation)
  }
  for change in keeps {
    var sample = SampleAudit()
    change(&sample)
    let found = try sample.audit().findings.filter { $0.rule == rule }
    #expect(found == [], sourceLocation: sourceLocation)
  }
}

extension BackupFile {
  /// A backup of the sample's item.
  static func sample(
    _ modified: String = "2026-11-22", size: Int = 100, folder: String = "run", archive: ArchiveState = .readable
  ) throws -> BackupFile {
    BackupFile(
      path: "\(folder)/UserData-pool.contoso.com.zip", size: size, modified: try #require(Moment(modified)),
      archive: archive)
  }
}
