@testable import BackupPlanning
import Diagnostics
import Testing
import Topology

/// Who is who in a deployment.
struct ComponentTests {
  @Test func anEnterprisePoolIsOneComponentAndItsServersAreOthers() throws {
    let plan = try SampleDeployment.enterprise().deployment.plan()
    #expect(
      plan.components.map(\.id) == [
        "fileServer:file.contoso.com", "frontEndPool:pool.contoso.com", "backEndServer:sql.contoso.com",
      ])
    let pool = try #require(plan.component("frontEndPool:pool.contoso.com"))
    #expect(pool.servers == ["fe1.contoso.com", "fe2.contoso.com"])
    #expect(pool.product == "Lync Server 2013")
    #expect(pool.serviceVersion == 6)
    #expect(pool.roles == ["ApplicationServer", "Registrar", "UserServices", "WebServices"])
    #expect(pool.backEnd == [#"sql.contoso.com\rtc"#])
    #expect(pool.fileStores == [#"\\file.contoso.com\lync"#])
    #expect(!pool.hostsCentralManagementStore)
  }

  @Test func aStandardEditionServerIsOneComponentWithAllItsJobs() throws {
    var sample = SampleDeployment()
    _ = sample.standardEdition("se.contoso.com")
    let plan = try sample.plan()
    #expect(plan.components.map(\.id) == ["standardEditionServer:se.contoso.com"])
    #expect(plan.components.first?.roles.contains("UserStore") == true)
    #expect(plan.components.first?.roles.contains("FileStore") == true)
  }

  @Test func persistentChatOnAStandardEditionServerIsAFurtherComponent() throws {
    var sample = SampleDeployment()
    let pool = sample.standardEdition("se.contoso.com")
    sample.service(.persistentChatService, on: pool.cluster)
    #expect(
      try sample.plan().components.map(\.id) == [
        "persistentChatPool:se.contoso.com", "standardEditionServer:se.contoso.com",
      ])
  }

  @Test func aPoolIsEnterpriseEvenWithOneServerAndEvenWithoutAStore() throws {
    var sample = SampleDeployment()
    let cluster = sample.cluster("fe.contoso.com")
    sample.service(.userServices, on: cluster)
    let plan = try sample.plan()
    #expect(plan.components.map(\.kind) == [.frontEndPool])
    let item = try #require(plan.item("userData:fe.contoso.com"))
    #expect(item.server == nil)
    #expect(item.command != nil)
  }

  @Test func aDirectorIsAmongThePoolsOfItsShareAndStores() throws {
    var (sample, _) = SampleDeployment.enterprise()
    let share = try #require(sample.topology.services.firstIndex { $0.role == .fileStore })
    let archive = sample.store(.archivingStore, in: sample.sqlInstance("arch.contoso.com"))
    let cluster = sample.cluster("director.contoso.com")
    let registrar = sample.service(.registrar, on: cluster, uses: [archive])
    sample.topology.services[registrar.position].isDirector = true
    sample.service(.webServices, on: cluster, uses: [Reference(share)])
    let plan = try sample.plan()
    #expect(plan.component("directorPool:director.contoso.com") != nil)
    #expect(
      plan.item(#"fileStore:\\file.contoso.com\lync"#)?.pools == ["director.contoso.com", "pool.contoso.com"])
    #expect(plan.item("archiving:arch.contoso.com")?.pools == ["director.contoso.com"])
    #expect(plan.item("userData:director.contoso.com") == nil)
  }

  @Test func aBranchApplianceIsAGatewayAndNeverAmongThePools() throws {
    var (sample, pool) = SampleDeployment.enterprise()
    let branch = sample.site("Branch", id: "2", kind: .branch)
    let archive = sample.store(.archivingStore, in: sample.sqlInstance("arch.contoso.com"))
    sample.depend(pool.registrar, on: archive)
    let cluster = sample.cluster("sba.contoso.com", site: branch)
    sample.service(.registrar, on: cluster, uses: [pool.userServices, archive])
    sample.service(.mediationServer, on: cluster)
    let plan = try sample.plan()
    #expect(plan.component("survivableBranchAppliance:sba.contoso.com")?.roles == ["MediationServer", "Registrar"])
    #expect(plan.components.contains { $0.kind == .mediationPool } == false)
    #expect(plan.item("archiving:arch.contoso.com")?.pools == ["pool.contoso.com"])
    #expect(plan.requirements("pstnGateway") == ["sba.contoso.com"])
  }

  @Test(arguments: [
    (Role.edgeServer, "edgePool"), (.mediationServer, "mediationPool"), (.persistentChatService, "persistentChatPool"),
    (.webApplicationCompanion, "officeWebAppsServer"), (.pstnGateway, "pstnGateway"),
    (.externalServer, "trustedApplicationPool"), (.videoInteropServer, "other"), (Role("Contoso2099"), "other"),
  ])
  func aRoleAloneOnItsClusterNamesTheComponent(role: Role, kind: String) throws {
    var sample = SampleDeployment()
    let cluster = sample.cluster("x.contoso.com")
    sample.service(role, on: cluster)
    #expect(try sample.plan().components.map(\.id) == ["\(kind):x.contoso.com"])
  }

  @Test func aCollocatedMediationServerIsPartOfItsPool() throws {
    var (sample, pool) = SampleDeployment.enterprise()
    sample.service(.mediationServer, on: pool.cluster)
    let plan = try sample.plan()
    #expect(!plan.components.contains { $0.kind == .mediationPool })
    #expect(plan.component("frontEndPool:pool.contoso.com")?.roles.contains("MediationServer") == true)
  }

  @Test func anUnknownRoleIsShownBesideTheKnownOnes() throws {
    var (sample, pool) = SampleDeployment.enterprise()
    sample.service(Role("Contoso2099"), on: pool.cluster)
    let plan = try sample.plan()
    #expect(plan.component("other:pool.contoso.com")?.roles == ["Contoso2099"])
    #expect(plan.component("frontEndPool:pool.contoso.com")?.roles.contains("Contoso2099") == false)
  }

  @Test func aServerWithTwoJobsIsTwoComponents() throws {
    var sample = SampleDeployment()
    let cluster = sample.cluster("sql.contoso.com", replicates: false)
    let instance = sample.sqlInstance("sql.contoso.com", on: cluster)
    let share = sample.fileStore("lync", on: cluster)
    let poolCluster = sample.cluster("pool.contoso.com")
    _ = sample.pool(on: poolCluster, backEnd: instance, fileStore: share)
    #expect(
      try sample.plan().components.map(\.id) == [
        "frontEndPool:pool.contoso.com", "backEndServer:sql.contoso.com", "fileServer:sql.contoso.com",
      ])
  }

  @Test func aSQLInstanceWithoutStoresIsAComponent() throws {
    var sample = SampleDeployment()
    _ = sample.sqlInstance("spare.contoso.com", "new")
    #expect(try sample.plan().components.map(\.id) == ["backEndServer:spare.contoso.com"])
  }

  @Test func aServiceWhosePlaceDanglesIsListedUnderItsOwnName() throws {
    var sample = SampleDeployment()
    sample.topology.services.append(Service(key: "1-UserStore-9", role: .userStore, folder: "1-UserStore-9"))
    let component = try #require(try sample.plan().components.first)
    #expect(component.id == "other:1-userstore-9")
    #expect(component.fqdn == nil)
    #expect(component.roles == ["UserStore"])
  }

  @Test func clustersOfOneNameAreOneServerWithTheUnionOfTheirMachines() throws {
    var (sample, _) = SampleDeployment.enterprise()
    _ = sample.cluster("POOL.contoso.com", machines: ["FE2.contoso.com", "fe3.contoso.com"])
    let plan = try sample.plan()
    #expect(plan.components.count { $0.kind == .frontEndPool } == 1)
    #expect(
      plan.component("frontEndPool:pool.contoso.com")?.servers == [
        "fe1.contoso.com", "fe2.contoso.com", "fe3.contoso.com",
      ])
  }

  @Test func aSiteWithoutNameIsCalledByItsID() throws {
    var sample = SampleDeployment()
    let site = sample.site(nil, id: "17")
    _ = sample.standardEdition("se.contoso.com", site: site)
    let plan = try sample.plan()
    #expect(plan.components.first?.site == "17")
    #expect(plan.item("userData:se.contoso.com")?.site == "17")
  }

  @Test func componentsAreSortedBySiteThenNameWithoutCase() throws {
    var sample = SampleDeployment()
    let berlin = sample.site("berlin")
    let aachen = sample.site("Aachen", id: "2")
    _ = sample.standardEdition("b.contoso.com", site: berlin)
    _ = sample.standardEdition("Z.contoso.com", site: aachen)
    _ = sample.standardEdition("a.contoso.com", site: berlin)
    _ = sample.standardEdition("nowhere.contoso.com")
    #expect(
      try sample.plan().components.compactMap(\.fqdn) == [
        "nowhere.contoso.com", "Z.contoso.com", "a.contoso.com", "b.contoso.com",
      ])
  }
}
