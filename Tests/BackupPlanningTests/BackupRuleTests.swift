@testable import BackupPlanning
import Diagnostics
import Testing
import Topology

/// One test for each kind of data: where it is, what it is called, what command saves it.
struct BackupRuleTests {
  @Test func userDataIsExportedByPool() throws {
    let item = try #require(try SampleDeployment.enterprise().deployment.plan().item("userData:pool.contoso.com"))
    #expect(item.database == "rtcxds")
    #expect(item.server == "sql.contoso.com")
    #expect(item.instance == "rtc")
    #expect(item.site == "Contoso")
    #expect(item.pools == ["pool.contoso.com"])
    #expect(item.worksheet == .database)
    #expect(item.tool.text == "Export-CsUserData")
    #expect(
      item.command
        == #"Export-CsUserData -PoolFqdn "pool.contoso.com" -FileName "$Backup\UserData-pool.contoso.com.zip""#)
    #expect(item.permission.text == "RTCUniversalServerAdmins")
    #expect(item.backupSet == BackupSet(name: "UserData-pool.contoso.com.zip", expiration: nil))
    #expect(item.sources.map(\.id) == ["Hh202194", "Hh202171", "Hh202170"])
    #expect(item.notes.contains { $0.text.contains("Rtc in Microsoft's worksheet") })
  }

  @Test func nobodyProposesWhatPeopleDecide() throws {
    for item in try SampleDeployment.enterprise().deployment.plan().backupItems {
      #expect(item.schedule == nil && item.destination == nil && item.owner == nil)
      #expect(item.rpo == nil && item.rto == nil && item.backupSet.expiration == nil)
    }
  }

  @Test func responseGroupsAreExportedWhereTheApplicationRuns() throws {
    var (sample, pool) = SampleDeployment.enterprise()
    let item = try #require(try sample.plan().item("responseGroupConfiguration:pool.contoso.com"))
    #expect(item.database == "rgsconfig")
    #expect(item.server == "sql.contoso.com")
    #expect(item.instance == "rtc")
    #expect(item.worksheet == .settings)
    #expect(
      item.command == #"Export-CsRgsConfiguration -Source "service:ApplicationServer:pool.contoso.com" "#
        + #"-FileName "$Backup\RgsConfig-pool.contoso.com.zip""#)
    sample.topology.services[pool.applicationServer.position].applications = ["urn:application:Cps"]
    #expect(try sample.plan().items(.responseGroupConfiguration).isEmpty)
  }

  @Test func archivingIsOneRowForEachStoreNamingThePoolsItServes() throws {
    var (sample, pool) = SampleDeployment.enterprise()
    let instance = sample.sqlInstance("arch.contoso.com", "archive")
    let store = sample.store(.archivingStore, in: instance)
    sample.depend(pool.registrar, on: store)
    let second = sample.standardEdition("se.contoso.com")
    sample.depend(second.registrar, on: store)
    let item = try #require(try sample.plan().item(#"archiving:arch.contoso.com\archive"#))
    #expect(item.database == "LcsLog")
    #expect(item.pools == ["pool.contoso.com", "se.contoso.com"])
    #expect(item.tool.text == "SQL Server management tool")
    #expect(
      item.command == #"Backup-SqlDatabase -ServerInstance "arch.contoso.com\archive" -Database "LcsLog" "#
        + #"-BackupFile "$Backup\LcsLog-arch.contoso.com-archive.bak""#)
    #expect(item.backupSet.name == "LcsLog-arch.contoso.com-archive.bak")
  }

  @Test func archivingInExchangeLeavesNoRow() throws {
    var (sample, pool) = SampleDeployment.enterprise()
    let store = sample.store(.archivingStore, in: sample.sqlInstance("arch.contoso.com"))
    sample.depend(pool.registrar, on: store)
    var policy = Policy()
    policy.answers.archivingInExchange = true
    let plan = try sample.plan(policy)
    #expect(plan.items(.archiving).isEmpty)
    #expect(plan.answers.contains { $0.id == "archivingInExchange" && $0.answer.text == "yes" })
    #expect(plan.requirements("exchange") == ["deployment"])
  }

  @Test func monitoringIsTwoDatabasesOfOneStore() throws {
    var (sample, pool) = SampleDeployment.enterprise()
    let store = sample.store(.monitoringStore, in: sample.sqlInstance("mon.contoso.com"))
    sample.depend(pool.registrar, on: store)
    let plan = try sample.plan()
    #expect(plan.item("callDetailRecords:mon.contoso.com")?.database == "LcsCDR")
    #expect(plan.item("qualityOfExperience:mon.contoso.com")?.database == "QoEMetrics")
    #expect(plan.item("qualityOfExperience:mon.contoso.com")?.instance == nil)
    #expect(plan.item("callDetailRecords:mon.contoso.com")?.backupSet.name == "LcsCDR-mon.contoso.com.bak")
  }

  @Test(arguments: [
    (
      PolicyAnswers.PersistentChatBackup.sqlServer, "SQL Server management tool",
      #"Backup-SqlDatabase -ServerInstance "chat.contoso.com\mgc" -Database "mgc" -BackupFile "$Backup\mgc-chat.contoso.com-mgc.bak""#
    ),
    (
      .exportCsPersistentChatData, "Export-CsPersistentChatData",
      #"Export-CsPersistentChatData -DBInstance "chat.contoso.com\mgc" -FileName "$Backup\mgc-chat.contoso.com-mgc.zip""#
    ),
  ])
  func persistentChatIsSavedByTheToolThePolicyChooses(
    answer: PolicyAnswers.PersistentChatBackup, tool: String, command: String
  ) throws {
    var (sample, _) = SampleDeployment.enterprise()
    let store = sample.store(.persistentChatStore, in: sample.sqlInstance("chat.contoso.com", "mgc"))
    let cluster = sample.cluster("chatpool.contoso.com")
    sample.service(.persistentChatService, on: cluster, uses: [store])
    var policy = Policy()
    policy.answers.persistentChatBackup = answer
    let item = try #require(try sample.plan(policy).item(#"persistentChat:chat.contoso.com\mgc"#))
    #expect(item.tool.text == tool)
    #expect(item.command == command)
    #expect(item.pools == ["chatpool.contoso.com"])
    #expect(try sample.plan().questions.map(\.id).contains("persistentChatBackup"))
    #expect(try !sample.plan(policy).questions.map(\.id).contains("persistentChatBackup"))
  }

  @Test func everyFileStoreHasItsRowNamingItsPools() throws {
    let item = try #require(
      try SampleDeployment.enterprise().deployment.plan().item(#"fileStore:\\file.contoso.com\lync"#))
    #expect(item.share == #"\\file.contoso.com\lync"#)
    #expect(item.pools == ["pool.contoso.com"])
    #expect(item.database == nil && item.instance == nil)
    #expect(
      item.command == #"robocopy "\\file.contoso.com\lync" "$Backup\filestore\file.contoso.com-lync" "#
        + "/E /XF Meeting.Active /R:2 /W:5")
  }

  @Test func aFileStoreThatNoPoolUsesKeepsItsRowAndIsFound() throws {
    var (sample, _) = SampleDeployment.enterprise()
    let cluster = sample.cluster("old.contoso.com", replicates: false)
    _ = sample.fileStore(#"data\lync"#, on: cluster)
    let plan = try sample.plan()
    let item = try #require(plan.item(#"fileStore:\\old.contoso.com\data\lync"#))
    #expect(item.pools.isEmpty)
    #expect(item.backupSet.name == #"filestore\old.contoso.com-data-lync"#)
    #expect(plan.findings(.fileStoreUnused).map(\.subject) == [item.id])
  }

  /// Two names of one share: as long as one of them is used, the share is.
  @Test func aShareUsedUnderOneOfItsNamesIsUsed() throws {
    var (sample, _) = SampleDeployment.enterprise()
    let cluster = try #require(sample.topology.clusters.firstIndex { $0.fqdn == "file.contoso.com" })
    _ = sample.fileStore("LYNC", on: Reference(cluster))
    let plan = try sample.plan()
    #expect(plan.items(.fileStore).count == 1)
    #expect(plan.findings(.fileStoreUnused).isEmpty)
  }

  @Test func settingsOfTheDeploymentAreExportedFromTheActiveStore() throws {
    var (sample, pool) = SampleDeployment.enterprise()
    sample.centralManagement(on: pool, isActive: true)
    let plan = try sample.plan()
    let xds = try #require(plan.item("topologyConfiguration:deployment"))
    let lis = try #require(plan.item("locationInformation:deployment"))
    #expect([xds.server, lis.server] == ["sql.contoso.com", "sql.contoso.com"])
    #expect([xds.instance, lis.instance] == ["rtc", "rtc"])
    #expect(xds.pools.isEmpty && lis.pools.isEmpty && xds.share == nil)
    #expect(xds.command == #"Export-CsConfiguration -FileName "$Backup\Config.zip""#)
    #expect(lis.command == #"Export-CsLisConfiguration -FileName "$Backup\LisConfig.zip""#)
  }

  @Test func pairedPoolsNeedCopiesThatTheBackupServiceDoesNotMake() throws {
    var sample = SampleDeployment()
    let first = sample.standardEdition("a.contoso.com")
    let second = sample.standardEdition("b.contoso.com")
    #expect(try sample.plan().items(.announcementAudio).isEmpty)
    sample.pair(first, second)
    let plan = try sample.plan()
    for data in [BackupData.responseGroupAudio, .callParkMusicOnHold, .announcementAudio] {
      #expect(plan.items(data).map(\.pools) == [["a.contoso.com"], ["b.contoso.com"]])
      #expect(plan.items(data).allSatisfy { $0.worksheet == .fileStore && $0.server == $0.pools.first })
    }
    let folder = try #require(sample.topology[first.applicationServer].folder)
    let copy = try #require(plan.item("announcementAudio:a.contoso.com"))
    #expect(copy.share == #"\\a.contoso.com\lyncshare"#)
    #expect(copy.notes.map(\.text).contains(#"Folder: \#(folder)\AppServerFiles\RGS\AS"#))
    #expect(
      copy.command == #"robocopy "\\a.contoso.com\lyncshare\\#(folder)\AppServerFiles\RGS\AS" "#
        + #""$Backup\announcementAudio-a.contoso.com" /E /R:2 /W:5"#)
    #expect(plan.item("responseGroupAudio:a.contoso.com")?.command == nil)
  }

  @Test func aMirrorIsNamedAndNeverARowOfItsOwn() throws {
    var (sample, pool) = SampleDeployment.enterprise()
    let mirror = sample.store(.userStore, in: sample.sqlInstance("sql2.contoso.com", "rtc"))
    let witness = sample.store(.witnessStore, in: sample.sqlInstance("witness.contoso.com"))
    sample.depend(pool.userServices, on: mirror, usage: "Mirror")
    sample.depend(pool.userServices, on: witness, usage: "Witness")
    let plan = try sample.plan()
    #expect(plan.items(.userData).map(\.server) == ["sql.contoso.com"])
    #expect(
      plan.item("userData:pool.contoso.com")?.notes.contains { $0.text.contains(#"sql2.contoso.com\rtc"#) } == true)
    #expect(plan.component("frontEndPool:pool.contoso.com")?.mirror == [#"sql2.contoso.com\rtc"#])
    #expect(plan.component("backEndServer:sql2.contoso.com") != nil)
    #expect(plan.component("backEndServer:witness.contoso.com") != nil)
    #expect(plan.components.filter(\.isStandby).map(\.fqdn) == ["sql2.contoso.com", "witness.contoso.com"])
    #expect(!plan.exclusions.contains { $0.server == "sql2.contoso.com" || $0.server == "witness.contoso.com" })
  }

  @Test func anAlwaysOnGroupNamesItsPrimaryNode() throws {
    var sample = SampleDeployment()
    let instance = sample.sqlInstance(
      "listener.contoso.com", alwaysOnPrimaryNode: "node1.contoso.com",
      machines: ["node1.contoso.com", "node2.contoso.com"])
    let cluster = sample.cluster("pool.contoso.com")
    _ = sample.pool(on: cluster, backEnd: instance)
    let plan = try sample.plan()
    #expect(
      plan.component("backEndServer:listener.contoso.com")?.servers == ["node1.contoso.com", "node2.contoso.com"])
    let notes = try #require(plan.item("userData:pool.contoso.com")?.notes.map(\.text))
    #expect(notes.contains { $0.contains("node1.contoso.com was the primary node") })
  }
}
