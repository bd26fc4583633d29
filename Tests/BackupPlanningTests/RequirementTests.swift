@testable import BackupPlanning
import Diagnostics
import Testing
import Topology

/// What else has to be backed up.
struct RequirementTests {
  @Test(arguments: ["activeDirectory", "exchange", "operationsManager", "dhcp"])
  func someConcernTheDeployment(kind: String) throws {
    let plan = try SampleDeployment.enterprise().deployment.plan()
    #expect(plan.requirements(kind) == ["deployment"])
  }

  @Test func everyLyncServerHasCertificates() throws {
    var (sample, _) = SampleDeployment.enterprise()
    let edge = sample.cluster("edgepool.contoso.com", machines: ["edge1.contoso.com"])
    sample.service(.edgeServer, on: edge)
    #expect(
      try sample.plan().requirements("certificates") == ["edge1.contoso.com", "fe1.contoso.com", "fe2.contoso.com"])
  }

  @Test func poolsOfSeveralServersNeedTheirLoadBalancer() throws {
    var (sample, _) = SampleDeployment.enterprise()
    _ = sample.standardEdition("se.contoso.com")
    #expect(try sample.plan().requirements("loadBalancer") == ["pool.contoso.com"])
  }

  @Test func namesComeFromPoolsDomainsAndSimpleURLs() throws {
    var (sample, _) = SampleDeployment.enterprise()
    sample.topology.simpleURLs = [
      SimpleURL(component: "Meet", domain: "*", activeURL: "https://meet.contoso.com:443/x"),
      SimpleURL(component: "Cscp", domain: "*", activeURL: ""),
    ]
    #expect(try sample.plan().requirements("dns") == ["contoso.com", "meet.contoso.com", "pool.contoso.com"])
  }

  @Test func gatewaysMayHaveAddressesForNames() throws {
    var sample = SampleDeployment()
    let cluster = sample.cluster("192.0.2.7", replicates: false)
    sample.service(.pstnGateway, on: cluster)
    #expect(try sample.plan().requirements("pstnGateway") == ["192.0.2.7"])
  }

  @Test func whatMicrosoftDoesNotListIsMarkedAsOurs() throws {
    var sample = SampleDeployment()
    let office = sample.cluster("owa", replicates: false)
    sample.service(.webApplicationCompanion, on: office)
    let application = sample.cluster("bot.contoso.com")
    sample.service(.externalServer, on: application)
    let plan = try sample.plan()
    #expect(plan.requirements("officeWebApps") == ["owa"])
    #expect(plan.requirements("trustedApplication") == ["bot.contoso.com"])
    #expect(
      plan.otherRequirements.filter(\.isAddition).map(\.kind) == ["officeWebApps", "trustedApplication"])
  }

  @Test func thePolicyAddsAndVoids() throws {
    var policy = Policy()
    policy.answers.exchange = false
    policy.answers.operationsManager = false
    policy.additional = [AdditionalRequirement(what: "Call recordings", subject: "rec.contoso.com")]
    let plan = try SampleDeployment.enterprise().deployment.plan(policy)
    #expect(plan.requirements("exchange").isEmpty)
    #expect(plan.requirements("operationsManager").isEmpty)
    #expect(plan.requirements("additional") == ["rec.contoso.com"])
    #expect(!plan.questions.contains { $0.id == "exchange" || $0.id == "operationsManager" })
    #expect(plan.answers.map(\.id).contains("exchange"))
  }
}
