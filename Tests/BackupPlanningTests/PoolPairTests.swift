@testable import BackupPlanning
import Diagnostics
import Testing
import Topology

/// Pairs, and what is wrong with some of them.
struct PoolPairTests {
  @Test func mutualBackupServicesPairTwoPools() throws {
    var sample = SampleDeployment()
    let first = sample.standardEdition("a.contoso.com")
    let second = sample.standardEdition("b.contoso.com")
    sample.pair(first, second)
    let plan = try sample.plan()
    #expect(plan.component("standardEditionServer:a.contoso.com")?.pairedWith == "b.contoso.com")
    #expect(plan.component("standardEditionServer:b.contoso.com")?.pairedWith == "a.contoso.com")
    #expect(plan.findings(.pairMismatch).isEmpty)
  }

  @Test func aReplacementOfAPoolThatIsNotPairedIsAWarning() throws {
    var sample = SampleDeployment()
    let first = sample.standardEdition("a.contoso.com")
    let second = sample.standardEdition("b.contoso.com")
    sample.pair(first, second)
    var policy = Policy()
    let location = Diagnostics.SourceLocation(file: "policy.yml", line: 3, column: 21)
    policy.replacementPools = [
      "A.contoso.com": ReplacementPool(fqdn: "c.contoso.com", location: location),
      "x.contoso.com": ReplacementPool(fqdn: "d.contoso.com", location: location),
    ]
    let result = try Planner.plan(sample.topology, policy: policy)
    #expect(
      result.diagnostics.filter { $0.id == "policy-replacement-unused" }.map(\.description) == [
        "policy.yml:3:21: warning: x.contoso.com is no paired pool of the topology: d.contoso.com replaces nothing; "
          + "compare its name with the pools of plan.json, or remove it [policy-replacement-unused]"
      ])
    let rebuilt = try #require(result.plan.restorations.first { $0.id == "abcFailover:a.contoso.com" })
    #expect(rebuilt.steps.contains { $0.command?.contains(#"-Target "c.contoso.com""#) == true })
  }

  @Test func aOneSidedDependencyIsNoPairAndAWarning() throws {
    var sample = SampleDeployment()
    let first = sample.standardEdition("a.contoso.com")
    let second = sample.standardEdition("b.contoso.com")
    let service = sample.service(.backupService, on: second.cluster)
    sample.service(.backupService, on: first.cluster, uses: [service])
    let plan = try sample.plan()
    #expect(plan.components.allSatisfy { $0.pairedWith == nil })
    #expect(plan.findings(.pairMismatch).map(\.subject) == ["standardEditionServer:a.contoso.com"])
    #expect(plan.items(.callParkMusicOnHold).isEmpty)
  }

  @Test func aBackupRegistrarAloneIsNoPair() throws {
    var sample = SampleDeployment()
    let first = sample.standardEdition("a.contoso.com")
    let second = sample.standardEdition("b.contoso.com")
    sample.topology.services[first.registrar.position].backupRegistrar = second.registrar
    sample.topology.services[second.registrar.position].backupRegistrar = first.registrar
    let plan = try sample.plan()
    #expect(plan.components.allSatisfy { $0.pairedWith == nil })
    #expect(plan.findings(.pairMismatch).isEmpty)
  }

  @Test func enterpriseWithStandardIsFoundOnce() throws {
    var (sample, pool) = SampleDeployment.enterprise()
    let second = sample.standardEdition("se.contoso.com")
    sample.pair(pool, second)
    let findings = try sample.plan().findings(.pairMismatch)
    #expect(findings.count == 1)
    #expect(findings.first?.message.text.contains("Standard Edition") == true)
  }

  @Test func differentHighAvailabilityIsFound() throws {
    var sample = SampleDeployment()
    let first = sample.pool(
      on: sample.cluster("a.contoso.com"), backEnd: sample.sqlInstance("sql1.contoso.com"))
    let second = sample.pool(
      on: sample.cluster("b.contoso.com"), backEnd: sample.sqlInstance("sql2.contoso.com"))
    let mirror = sample.store(.userStore, in: sample.sqlInstance("sql3.contoso.com"))
    sample.depend(first.userServices, on: mirror, usage: "MirrorStore")
    sample.pair(first, second)
    let findings = try sample.plan().findings(.pairMismatch)
    #expect(findings.map(\.subject) == ["frontEndPool:a.contoso.com"])
    #expect(findings.first?.message.text.contains("high availability") == true)
  }
}
