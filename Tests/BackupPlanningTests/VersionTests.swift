@testable import BackupPlanning
import Diagnostics
import Testing
import Topology

/// What the versions of a deployment change.
struct VersionTests {
  @Test func aLync2010PoolIsShownButNotPlanned() throws {
    var sample = SampleDeployment()
    let file = sample.cluster("file.contoso.com", replicates: false)
    let share = sample.fileStore("lync", on: file)
    let cluster = sample.cluster("old.contoso.com")
    _ = sample.pool(on: cluster, backEnd: sample.sqlInstance("sql.contoso.com"), fileStore: share, version: 5)
    let plan = try sample.plan()
    let pool = try #require(plan.component("frontEndPool:old.contoso.com"))
    #expect(pool.product == "Lync Server 2010")
    #expect(plan.items(.userData).isEmpty)
    #expect(plan.items(.responseGroupConfiguration).isEmpty)
    #expect(plan.exclusions.isEmpty)
    #expect(plan.item(#"fileStore:\\file.contoso.com\lync"#)?.pools == ["old.contoso.com"])
    #expect(plan.requirements("coexistingVersion") == ["old.contoso.com"])
    #expect(plan.findings(.versionNotPlanned).map(\.subject) == [pool.id])
  }

  @Test(arguments: [
    (6, "Lync Server 2013"), (7, "Skype for Business Server 2015"), (8, "Skype for Business Server 2019"),
  ])
  func laterVersionsArePlanned(version: Int, product: String) throws {
    var sample = SampleDeployment()
    let cluster = sample.cluster("pool.contoso.com")
    _ = sample.pool(on: cluster, backEnd: sample.sqlInstance("sql.contoso.com"), version: version)
    let plan = try sample.plan()
    #expect(plan.component("frontEndPool:pool.contoso.com")?.product == product)
    #expect(plan.items(.userData).count == 1)
    #expect(plan.requirements("coexistingVersion").isEmpty)
  }

  @Test func mixedVersionsInOnePoolAreAWarning() throws {
    var (sample, pool) = SampleDeployment.enterprise()
    #expect(try sample.plan().findings(.versionMixed).isEmpty)
    sample.topology.services[pool.webServices.position].serviceVersion = 7
    #expect(try sample.plan().findings(.versionMixed).map(\.subject) == ["frontEndPool:pool.contoso.com"])
  }
}
