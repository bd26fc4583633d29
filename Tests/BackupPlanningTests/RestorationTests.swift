@testable import BackupPlanning
import Diagnostics
import Testing
import Topology

/// Where each procedure applies, and where it must not.
struct RestorationTests {
  private static let everything = Result { try RestorationSamples.everything().plan() }

  @Test func everyProcedureAppliesToTheDeploymentThatHasEverything() throws {
    let plan = try Self.everything.get()
    for procedure in RestorationProcedure.allCases { #expect(!plan.restorations(procedure).isEmpty, "\(procedure)") }
    #expect(plan.restorations(.standardEditionServer) == ["standardEditionServer:se2.contoso.com"])
    #expect(plan.restorations(.centralManagementStore) == ["centralManagementStore:se1.contoso.com"])
    #expect(plan.restorations(.backEndServer) == ["backEndServer:sql.contoso.com"])
    #expect(plan.restorations(.mirroredBackEndMirror) == ["mirroredBackEndMirror:mirror.contoso.com"])
    #expect(
      plan.restorations(.pool) == ["pool:pool.contoso.com", "pool:chat.contoso.com", "pool:edge.contoso.com"])
    #expect(
      plan.restorations(.memberServer).map { String($0.dropFirst("memberServer:".count)) } == [
        "fe1.contoso.com", "fe2.contoso.com", "chat1.contoso.com", "edge1.contoso.com", "edge2.contoso.com",
      ])
  }

  /// Whole: every text and every command.
  @Test(arguments: RecordedScripts.everything.keys.sorted())
  func theStepsAreThese(id: String) throws {
    let restoration = try #require(try Self.everything.get().restoration(id))
    #expect(restoration.script == RecordedScripts.everything[id])
  }

  @Test func theMirroredBackEndWithTheCentralManagementStoreHasTheseSteps() throws {
    let plan = try RestorationSamples.centralManagementOnBackEnd(mirrored: true).plan()
    let restoration = try #require(plan.restoration("centralManagementStore:sql.contoso.com"))
    #expect(restoration.script == RecordedScripts.mirroredCentralManagementStore)
    #expect(plan.restorations(.backEndServer) == [])
    #expect(plan.restorations(.mirroredBackEndPrimary) == ["mirroredBackEndPrimary:sql.contoso.com"])
    #expect(plan.restorations(.mirroredBackEndMirror) == ["mirroredBackEndMirror:mirror.contoso.com"])
  }

  @Test func whatEachNeedsAndComesAfter() throws {
    let plan = try Self.everything.get()
    for (id, needs, after) in RecordedScripts.links {
      let restoration = try #require(plan.restoration(id))
      #expect(restoration.needs.sorted() == needs.sorted(), "\(id)")
      #expect(restoration.after == after.sorted(), "\(id)")
    }
    #expect(RecordedScripts.links.count == plan.restorations.count)
  }

  @Test func bothPoolsOfOneServerComeBackWithTheCentralManagementStore() throws {
    let plan = try RestorationSamples.twoPoolsOnOneServer().plan()
    let restoration = try #require(plan.restoration("centralManagementStore:sql.contoso.com"))
    #expect(
      restoration.needs.sorted() == [
        "locationInformation:deployment", "responseGroupConfiguration:pool.contoso.com",
        "responseGroupConfiguration:pool2.contoso.com", "topologyConfiguration:deployment",
        "userData:pool.contoso.com", "userData:pool2.contoso.com",
      ])
    // All services stop before the first import, and start after the last.
    let users = restoration.commands.filter { $0.contains("WindowsService") || $0.contains("UserData") }
    #expect(
      users.map { $0.prefix(15) } == [
        "Stop-CsWindowsS", "Stop-CsWindowsS", "Stop-CsWindowsS", "Import-CsUserDa", "Import-CsUserDa",
        "Start-CsWindows", "Start-CsWindows", "Start-CsWindows",
      ])
    #expect(plan.restorations(.backEndServer) == [] && plan.restorations(.mirroredBackEndPrimary) == [])
    #expect(!restoration.commands.contains { $0.contains("Mirror") })
  }

  @Test func withoutAnActiveCentralManagementStoreHostsKeepTheirOrdinaryProcedures() throws {
    var (sample, pool) = SampleDeployment.enterprise()
    #expect(try sample.plan().restorations(.centralManagementStore) == [])
    sample.centralManagement(on: pool, isActive: false)
    let plan = try sample.plan()
    #expect(plan.restorations(.centralManagementStore) == [])
    #expect(plan.restorations(.backEndServer) == ["backEndServer:sql.contoso.com"])
    var policy = Policy()
    policy.centralManagementStore = CentralManagementStoreAnswer(
      pool: "pool.contoso.com", location: Diagnostics.SourceLocation(file: "p", line: nil))
    let answered = try sample.plan(policy)
    #expect(answered.restorations(.centralManagementStore) == ["centralManagementStore:sql.contoso.com"])
    #expect(answered.restorations(.backEndServer) == [])
  }

  @Test func aLync2010PoolHasOnlyItsShare() throws {
    var sample = SampleDeployment()
    let share = sample.fileStore("old", on: sample.cluster("file.contoso.com", replicates: false))
    let cluster = sample.cluster("old.contoso.com", machines: ["old1.contoso.com"])
    let instance = sample.sqlInstance("sql.contoso.com", "rtc")
    _ = sample.pool(on: cluster, backEnd: instance, fileStore: share, version: 5)
    let plan = try sample.plan()
    #expect(plan.restorations.map(\.id) == [#"fileStore:\\file.contoso.com\old"#])
    #expect(plan.lost("old1.contoso.com") == [])
  }

  @Test func aSurvivableBranchApplianceHasNoProcedure() throws {
    var (sample, pool) = SampleDeployment.enterprise()
    let branch = sample.site("Branch", id: "2", kind: .branch)
    let appliance = sample.cluster("sba.contoso.com", site: branch)
    sample.service(.registrar, on: appliance, uses: [pool.userServices])
    let plan = try sample.plan()
    #expect(plan.component("survivableBranchAppliance:sba.contoso.com") != nil)
    #expect(plan.restorations.filter { $0.id.contains("sba") }.map(\.id) == [])
    #expect(plan.lost("sba.contoso.com") == [])
  }

  @Test func aStandardEditionServerIsNoPoolAndPersistentChatOnItAddsOnlyItsDatabase() throws {
    var sample = SampleDeployment()
    let pool = sample.standardEdition("se.contoso.com")
    let plain = try sample.plan()
    #expect(plain.restorations(.memberServer) == [] && plain.restorations(.pool) == [])
    guard case .sqlInstance(let instance) = sample.topology[pool.userStore].installation else { return }
    sample.service(
      .persistentChatService, on: pool.cluster, uses: [sample.store(.persistentChatStore, in: instance)])
    let plan = try sample.plan()
    #expect(plan.component("persistentChatPool:se.contoso.com") != nil)
    let further = Set(plan.restorations.map(\.id)).subtracting(plain.restorations.map(\.id))
    #expect(further == [#"persistentChatDatabase:se.contoso.com\rtc"#])
    let server = try #require(plan.restoration("standardEditionServer:se.contoso.com"))
    #expect(server.needs.contains(#"persistentChat:se.contoso.com\rtc"#))
    #expect(!server.steps.contains { $0.text.key == "step.sqlServer" })
  }

  @Test func mirrorAndWitnessHaveNoBackEndProcedureOfTheirOwn() throws {
    let plan = try Self.everything.get()
    for server in ["mirror.contoso.com", "witness.contoso.com"] {
      #expect(plan.component("backEndServer:\(server)") != nil)
      #expect(plan.restoration("backEndServer:\(server)") == nil)
    }
  }

  @Test func withoutAWitnessTheFailoverIsMadeByHand() throws {
    let byHand = try RestorationSamples.everything(witness: false).plan()
    let first = try #require(byHand.restoration("mirroredBackEndPrimary:sql.contoso.com")).steps.first
    #expect(
      first?.command
        == #"Invoke-CsDatabaseFailover -PoolFqdn "pool.contoso.com" -DatabaseType "User" -NewPrincipal Mirror"#)
    #expect(first?.text.text == "Make the mirror the principal for User of pool.contoso.com.")
  }

  @Test func aMirroredArchivingStoreHasOnlyItsDatabaseProcedure() throws {
    var (sample, pool) = SampleDeployment.enterprise()
    let store = sample.store(.archivingStore, in: sample.sqlInstance("arch.contoso.com", "a"))
    sample.depend(pool.registrar, on: store)
    let mirror = sample.store(.archivingStore, in: sample.sqlInstance("archmirror.contoso.com", "a"))
    sample.depend(pool.registrar, on: mirror, usage: "Mirror")
    let plan = try sample.plan()
    #expect(plan.restorations(.archivingDatabase) == [#"archivingDatabase:arch.contoso.com\a"#])
    #expect(plan.restorations(.mirroredBackEndPrimary) == [] && plan.restorations(.mirroredBackEndMirror) == [])
    #expect(plan.restorations(.backEndServer) == ["backEndServer:sql.contoso.com"])
    let mirrorStep = try #require(plan.restoration(#"archivingDatabase:arch.contoso.com\a"#)).commands.last
    #expect(
      mirrorStep == #"Install-CsMirrorDatabase -DatabaseType "Archiving" -SqlServerFqdn "arch.contoso.com" "#
        + #"-SqlInstanceName "a" -FileShare "\\<server>\<share>""#)
    #expect(plan.lost("archmirror.contoso.com") == [#"archivingDatabase:arch.contoso.com\a"#])
  }

  @Test func anAvailabilityGroupSaysWhatItsMachinesAre() throws {
    var sample = SampleDeployment()
    let group = sample.sqlInstance(
      "group.contoso.com", nil, alwaysOnPrimaryNode: "node1.contoso.com",
      machines: ["node1.contoso.com", "node2.contoso.com"])
    _ = sample.pool(on: sample.cluster("pool.contoso.com", machines: ["fe1.contoso.com"]), backEnd: group)
    let caution = try #require(sample.plan().restoration("backEndServer:group.contoso.com")).cautions
      .first { $0.key == "caution.availabilityGroup" }
    #expect(caution?.text.contains("of node1.contoso.com, node2.contoso.com.") == true)
    let plain = try #require(
      SampleDeployment.enterprise().deployment.plan().restoration("backEndServer:sql.contoso.com"))
    #expect(!plain.cautions.contains { $0.key == "caution.availabilityGroup" })
    let plan = try sample.plan()
    #expect(
      plan.lost("node2.contoso.com") == ["backEndServer:group.contoso.com", "responseGroupSettings:pool.contoso.com"])
  }

  @Test func version8HasNoMirroring() throws {
    let plan = try RestorationSamples.everything(version: 8).plan()
    #expect(plan.restorations(.mirroredBackEndPrimary) == [] && plan.restorations(.mirroredBackEndMirror) == [])
    let backEnd = try #require(plan.restoration("backEndServer:sql.contoso.com"))
    #expect(!backEnd.commands.contains { $0.contains("Mirror") })
  }

  @Test func poolsThatAreNotPairedHaveNoFailover() throws {
    var sample = SampleDeployment()
    let first = sample.standardEdition("se1.contoso.com")
    let second = sample.standardEdition("se2.contoso.com")
    let backup = sample.service(.backupService, on: first.cluster)
    sample.service(.backupService, on: second.cluster, uses: [backup])
    let plan = try sample.plan()
    for procedure in [RestorationProcedure.poolFailover, .poolFailback, .abcFailover] {
      #expect(plan.restorations(procedure) == [])
    }
  }

  @Test func archivesInExchangeHaveNoDatabaseProcedure() throws {
    var policy = Policy()
    policy.answers.archivingInExchange = true
    let plan = try RestorationSamples.everything().plan(policy)
    #expect(plan.restorations(.archivingDatabase) == [])
    #expect(plan.restorations(.monitoringDatabase) == [#"monitoringDatabase:arch.contoso.com\archive"#])
  }

  @Test func aSQLServerWithoutAUserStoreHasOnlyItsDatabaseProcedures() throws {
    let plan = try Self.everything.get()
    #expect(
      plan.restorations.map(\.id).filter { $0.contains("arch.contoso.com") } == [
        #"archivingDatabase:arch.contoso.com\archive"#, #"monitoringDatabase:arch.contoso.com\archive"#,
      ])
    var (sample, _) = SampleDeployment.enterprise()
    _ = sample.sqlInstance("empty.contoso.com", "e")
    #expect(try sample.plan().restorations.filter { $0.id.contains("empty") } == [])
  }

  @Test func chatIsBroughtBackByTheCounterpartOfItsTool() throws {
    var policy = Policy()
    policy.answers.persistentChatBackup = .exportCsPersistentChatData
    let plan = try RestorationSamples.everything().plan(policy)
    #expect(
      try #require(plan.restoration("persistentChatDatabase:chatsql.contoso.com")).commands.last
        == #"Import-CsPersistentChatData -DBInstance "chatsql.contoso.com" "#
        + #"-FileName "$Backup\mgc-chatsql.contoso.com.zip""#)
  }

  @Test func aLostServerNamesWhatBringsItsPoolsBackAndKeepsThemUp() throws {
    let plan = try Self.everything.get()
    #expect(
      plan.lost("se2.contoso.com") == [
        "poolFailover:se2.contoso.com", #"fileStore:\\se2.contoso.com\lyncshare"#,
        "standardEditionServer:se2.contoso.com", "responseGroupSettings:se2.contoso.com",
        "abcFailover:se2.contoso.com",
      ])
    #expect(
      plan.lost(#"sql.contoso.com\rtc"#, .sqlInstance) == [
        "backEndServer:sql.contoso.com", "mirroredBackEndPrimary:sql.contoso.com",
        "responseGroupSettings:pool.contoso.com",
      ])
    #expect(plan.lost("edge1.contoso.com") == ["memberServer:edge1.contoso.com"])
  }

  @Test func aMachineOfTwoClustersIsLostOnce() throws {
    var (sample, _) = SampleDeployment.enterprise()
    _ = sample.fileStore(
      "more", on: sample.cluster("files.contoso.com", machines: ["FE1.contoso.com"], replicates: false))
    let lost = try sample.plan().lostComponents.filter { $0.name.lowercased() == "fe1.contoso.com" }
    #expect(lost.map(\.restorations) == [[#"fileStore:\\files.contoso.com\more"#, "memberServer:fe1.contoso.com"]])
    #expect(lost.first?.impact.count == 2)
  }
}
