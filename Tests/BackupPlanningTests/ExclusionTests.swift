@testable import BackupPlanning
import Diagnostics
import Testing
import Topology

/// What needs no backup, and where it is.
struct ExclusionTests {
  @Test func aFrontEndPoolHasItsLocalDatabasesOnEveryServer() throws {
    let plan = try SampleDeployment.enterprise().deployment.plan()
    for database in ["rtc", "rtcdyn", "xds"] {
      #expect(plan.excluded(database) == [#"fe1.contoso.com\RTCLOCAL"#, #"fe2.contoso.com\RTCLOCAL"#])
    }
    #expect(plan.excluded("lyss") == [#"fe1.contoso.com\LYNCLOCAL"#, #"fe2.contoso.com\LYNCLOCAL"#])
  }

  @Test(arguments: ["rtcab", "rtcshared", "rgsdyn", "cpsdyn"])
  func theBackEndHasDatabasesThatAreMadeAnew(database: String) throws {
    let plan = try SampleDeployment.enterprise().deployment.plan()
    #expect(plan.excluded(database) == [#"sql.contoso.com\rtc"#])
    #expect(plan.exclusions.allSatisfy { !$0.reason.text.isEmpty && !$0.sources.isEmpty })
  }

  @Test func anEdgeServerHasAReplicaAndNothingElse() throws {
    var sample = SampleDeployment()
    let cluster = sample.cluster("edge.contoso.com")
    sample.service(.edgeServer, on: cluster)
    #expect(try sample.plan().exclusions.map(\.database) == ["xds"])
  }

  @Test func aServerWithoutReplicaHasNone() throws {
    var sample = SampleDeployment()
    let cluster = sample.cluster("gw.contoso.com", replicates: false)
    sample.service(.pstnGateway, on: cluster)
    #expect(try sample.plan().exclusions.isEmpty)
  }

  @Test func complianceIsExcludedOnlyWhileAnAdapterMayReadIt() throws {
    var sample = SampleDeployment()
    let store = sample.store(.persistentChatComplianceStore, in: sample.sqlInstance("chat.contoso.com", "comp"))
    let cluster = sample.cluster("chatpool.contoso.com")
    sample.service(.persistentChatService, on: cluster, uses: [store])
    var policy = Policy()
    let open = try sample.plan(policy)
    #expect(open.excluded("mgccomp") == [#"chat.contoso.com\comp"#])
    #expect(open.questions.contains { $0.id == "complianceAdapter" })
    #expect(open.findings(.complianceUnanswered).count == 1)
    policy.answers.complianceAdapter = true
    let answered = try sample.plan(policy)
    #expect(answered.excluded("mgccomp") == [#"chat.contoso.com\comp"#])
    #expect(answered.findings(.complianceUnanswered).isEmpty)
    policy.answers.complianceAdapter = false
    let without = try sample.plan(policy)
    #expect(without.excluded("mgccomp").isEmpty)
    #expect(without.requirements("persistentChatCompliance") == [#"chat.contoso.com\comp"#])
  }
}
