@testable import BackupPlanning
import Diagnostics
import Testing
import Topology

/// Where the Central Management store is, or who has to say so.
struct CentralManagementStoreTests {
  @Test func theActiveOneMarksItsPoolAndItsServerOnly() throws {
    var sample = SampleDeployment()
    let first = sample.standardEdition("a.contoso.com")
    let second = sample.standardEdition("b.contoso.com")
    sample.centralManagement(on: first, isActive: false)
    sample.centralManagement(on: second, isActive: true)
    let plan = try sample.plan()
    #expect(plan.components.filter(\.hostsCentralManagementStore).map(\.id) == ["standardEditionServer:b.contoso.com"])
    #expect(plan.item("topologyConfiguration:deployment")?.server == "b.contoso.com")
    #expect(plan.item("topologyConfiguration:deployment")?.notes.contains { $0.text.contains("a.contoso.com") } == true)
    #expect(!plan.questions.contains { $0.id == "centralManagementStore" })
  }

  @Test func anEnterprisePoolAndItsBackEndAreBothMarkedAndTheShareIsNot() throws {
    var (sample, pool) = SampleDeployment.enterprise()
    sample.centralManagement(on: pool, isActive: true)
    #expect(
      try sample.plan().components.filter(\.hostsCentralManagementStore).map(\.id) == [
        "frontEndPool:pool.contoso.com", "backEndServer:sql.contoso.com",
      ])
  }

  @Test func withoutOneTheRowsStayAndAreAsked() throws {
    let plan = try SampleDeployment.enterprise().deployment.plan()
    let item = try #require(plan.item("topologyConfiguration:deployment"))
    #expect(item.server == nil && item.instance == nil && item.site == nil)
    #expect(plan.questions.contains { $0.id == "centralManagementStore" })
    #expect(plan.findings(.centralManagementStoreUnknown).map(\.subject) == ["deployment"])
    #expect(plan.findings(.centralManagementStoreInactive).isEmpty)
  }

  @Test(arguments: [[false, false], [nil, nil], [true, true]])
  func twoOfWhichNotExactlyOneIsActiveAreAskedToo(states: [Bool?]) throws {
    var sample = SampleDeployment()
    let first = sample.standardEdition("a.contoso.com")
    let second = sample.standardEdition("b.contoso.com")
    sample.centralManagement(on: first, isActive: states[0])
    sample.centralManagement(on: second, isActive: states[1])
    let plan = try sample.plan()
    #expect(plan.item("topologyConfiguration:deployment")?.server == nil)
    #expect(plan.findings(.centralManagementStoreInactive).map(\.severity) == [.warning])
    #expect(plan.findings(.centralManagementStoreUnknown).isEmpty)
    #expect(plan.questions.contains { $0.id == "centralManagementStore" })
  }

  @Test func thePolicyAnswersWhereTheTopologyDoesNot() throws {
    let sample = SampleDeployment.enterprise().deployment
    let plan = try sample.plan(policy(naming: "POOL.contoso.com"))
    #expect(plan.item("locationInformation:deployment")?.server == "sql.contoso.com")
    #expect(plan.item("locationInformation:deployment")?.instance == "rtc")
    #expect(plan.components.filter(\.hostsCentralManagementStore).count == 2)
    #expect(plan.findings(.centralManagementStoreUnknown).isEmpty)
    #expect(!plan.questions.contains { $0.id == "centralManagementStore" })
  }

  /// The policy answers where the store is, not that none is active.
  @Test func thePolicyDoesNotSilenceThatNoneIsActive() throws {
    var sample = SampleDeployment()
    let first = sample.standardEdition("a.contoso.com")
    let second = sample.standardEdition("b.contoso.com")
    sample.centralManagement(on: first, isActive: false)
    sample.centralManagement(on: second, isActive: false)
    let plan = try sample.plan(policy(naming: "a.contoso.com"))
    #expect(plan.item("topologyConfiguration:deployment")?.server == "a.contoso.com")
    #expect(plan.findings(.centralManagementStoreInactive).count == 1)
    #expect(!plan.questions.contains { $0.id == "centralManagementStore" })
  }

  @Test func anActiveServiceWithoutItsStoreIsAsked() throws {
    var sample = SampleDeployment()
    let pool = sample.standardEdition("a.contoso.com")
    let service = sample.service(.centralManagement, on: pool.cluster)
    sample.topology.services[service.position].isActive = true
    let plan = try sample.plan()
    #expect(plan.item("topologyConfiguration:deployment")?.server == nil)
    #expect(plan.questions.contains { $0.id == "centralManagementStore" })
    #expect(plan.findings(.centralManagementStoreUnknown).count == 1)
    #expect(plan.findings(.centralManagementStoreInactive).isEmpty)
    #expect(plan.components.filter(\.hostsCentralManagementStore).map(\.fqdn) == ["a.contoso.com"])
    #expect(try sample.plan(policy(naming: "a.contoso.com")).item("topologyConfiguration:deployment")?.server != nil)
  }

  @Test func aPolicyThatNamesNoPoolOfTheTopologyIsAnError() throws {
    let error = try #require(throws: UnusableInput.self) {
      try SampleDeployment.enterprise().deployment.plan(policy(naming: "pol.contoso.com"))
    }
    #expect(
      error.description
        == #"policy.yml:9:33: error: centralManagementStore.pool "pol.contoso.com" is no Front End pool of the topology; "#
        + "name the FQDN of a pool with UserServices [policy-unknown-pool]")
  }

  @Test func aPolicyThatContradictsTheTopologyChangesNothingAndIsSaid() throws {
    var sample = SampleDeployment()
    let first = sample.standardEdition("a.contoso.com")
    _ = sample.standardEdition("b.contoso.com")
    sample.centralManagement(on: first, isActive: true)
    let result = try Planner.plan(sample.topology, policy: policy(naming: "b.contoso.com"))
    #expect(result.plan.item("topologyConfiguration:deployment")?.server == "a.contoso.com")
    #expect(result.diagnostics.map(\.id).contains("policy-answer-unneeded"))
  }

  private func policy(naming pool: String) -> Policy {
    var policy = Policy()
    policy.centralManagementStore = CentralManagementStoreAnswer(
      pool: pool, location: SourceLocation(file: "policy.yml", line: 9, column: 33))
    return policy
  }
}
