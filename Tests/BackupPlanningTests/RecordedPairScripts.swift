/// The steps of pairs, of a mirrored Central Management store, and what each procedure needs and comes after.
extension RecordedScripts {
  static let pairs: [String: String] = [
    "abcFailover:se2.contoso.com": #"""
    1 remotely: Import the Response Groups of se2.contoso.com into se1.contoso.com.
      Import-CsRgsConfiguration -Destination "service:ApplicationServer:se1.contoso.com" -FileName "$Backup\RgsConfig-se2.contoso.com.zip"
    2 remotely: Verify the imported workflows.
      Get-CsRgsWorkflow -Identity "service:ApplicationServer:se1.contoso.com" -ShowAll
    3 remotely: Copy the announcement files of se2.contoso.com into the file store of se1.contoso.com, and create its announcements there.
      robocopy "$Backup\announcementAudio-se2.contoso.com" "\\se1.contoso.com\lyncshare\1-ApplicationServer-14\AppServerFiles\RGS\AS" /E /R:2 /W:5
    4 remotely: List the announcements, and assign the unassigned numbers of se2.contoso.com to those of se1.contoso.com.
      Get-CsAnnouncement
    5 remotely: edge.contoso.com has se2.contoso.com for its next hop: give it se1.contoso.com.
      Set-CsEdgeServer -Identity "EdgeServer:edge.contoso.com" -Registrar "Registrar:se1.contoso.com"
    6 remotely: Fail se2.contoso.com over to se1.contoso.com, unless that has been done.
      Invoke-CsPoolFailOver -PoolFqdn "se2.contoso.com" -DisasterMode
    7 remotely: In Topology Builder, define <pool C> in the site of se2.contoso.com, and publish.
    8 locally: Deployment Wizard on every server of <pool C>: steps 1 to 3. Do not start the services.
    9 remotely: List the users of se2.contoso.com.
      Get-CsUser -Filter 'RegistrarPool -eq "se2.contoso.com"'
    10 remotely: Move each user of the list to <pool C>.
      Move-CsUser -Identity "<name>" -Target "<pool C>" -Force
    11 remotely: List the conference directories of se2.contoso.com.
      Get-CsConferenceDirectory
    12 remotely: Move each of them to <pool C>.
      Move-CsConferenceDirectory -Identity "<name>" -TargetPool "<pool C>" -Force
    13 remotely: List the application endpoints of se2.contoso.com.
      Get-CsApplicationEndpoint -PoolFqdn "se2.contoso.com"
    14 remotely: Move each of them to <pool C>.
      Move-CsApplicationEndpoint -Identity "<name>" -TargetApplicationPool "<pool C>" -Force
    15 remotely: Copy the conference content of the users of se2.contoso.com from the file store of se1.contoso.com to that of <pool C>.
    16 remotely: Export the user data from se1.contoso.com.
      Export-CsUserData -PoolFqdn "se1.contoso.com" -FileName "$Backup\UserData-from-se1.contoso.com.zip"
    17 remotely: Import the user data into <pool C>.
      Import-CsUserData -PoolFqdn "<pool C>" -FileName "$Backup\UserData-from-se1.contoso.com.zip"
    18 remotely: List the Call Park orbits of se2.contoso.com.
      Get-CsCallParkOrbit
    19 remotely: Give each of them to <pool C>, and set its Call Park settings as noted.
      Set-CsCallParkOrbit -Identity "<name>" -CallParkService "service:ApplicationServer:<pool C>"
    20 remotely: Copy the music on hold of Call Park into the file store of <pool C>.
    21 remotely: In Topology Builder, give the Persistent Chat pool chat.contoso.com the next hop <pool C>, and publish.
    22 locally: Start the services on every server of <pool C>.
    23 remotely: Export the Response Groups that se1.contoso.com holds for se2.contoso.com.
      Export-CsRgsConfiguration -Source "service:ApplicationServer:se1.contoso.com" -Owner "service:ApplicationServer:se2.contoso.com" -FileName "$Backup\RgsConfig-se2.contoso.com-moved.zip"
    24 remotely: Import them into <pool C>.
      Import-CsRgsConfiguration -Destination "service:ApplicationServer:<pool C>" -FileName "$Backup\RgsConfig-se2.contoso.com-moved.zip" -OverwriteOwner
    25 remotely: Verify the workflows of <pool C>.
      Get-CsRgsWorkflow -Identity "service:ApplicationServer:<pool C>" -ShowAll
    26 remotely: Remove them from se1.contoso.com.
      Export-CsRgsConfiguration -Source "service:ApplicationServer:se1.contoso.com" -Owner "service:ApplicationServer:se2.contoso.com" -FileName "$Backup\RgsConfig-se2.contoso.com-removed.zip" -RemoveExportedConfiguration
    27 remotely: Copy the announcement files to <pool C>, create its announcements, and assign the unassigned numbers to it.
    28 remotely: Give edge.contoso.com the next hop <pool C>.
      Set-CsEdgeServer -Identity "EdgeServer:edge.contoso.com" -Registrar "Registrar:<pool C>"
    29 remotely: Remove the backup data of se2.contoso.com from se1.contoso.com.
      Remove-CsUserStoreBackupData -PoolFqdn "se1.contoso.com"
    30 remotely: In Topology Builder, undo the pairing of se2.contoso.com, pair se1.contoso.com with <pool C>, remove se2.contoso.com, and publish.
    31 locally: Deployment Wizard, step 2, on every server of <pool C> and se1.contoso.com: it installs the Backup Service. Start it.
    32 remotely: Create a standby Central Management store on <pool C>.
      Install-CsDatabase -CentralManagementDatabase -SqlServerFqdn "<pool C>" -SqlInstanceName "rtc"
    33 remotely: Synchronise <pool C> with se1.contoso.com.
      Invoke-CsBackupServiceSync -PoolFqdn "<pool C>"
    34 remotely: Synchronise se1.contoso.com with <pool C>.
      Invoke-CsBackupServiceSync -PoolFqdn "se1.contoso.com"
    """#,
    "poolFailback:se2.contoso.com": #"""
    1 remotely: Fail se2.contoso.com back from se1.contoso.com.
      Invoke-CsPoolFailBack -PoolFqdn "se2.contoso.com"
    2 remotely: Give edge.contoso.com its next hop se2.contoso.com back.
      Set-CsEdgeServer -Identity "EdgeServer:edge.contoso.com" -Registrar "Registrar:se2.contoso.com"
    3 remotely: Check that users of se2.contoso.com can sign in.
    """#,
    "poolFailover:se1.contoso.com": #"""
    1 remotely: se1.contoso.com hosts the Central Management store. See what moving it would do.
      Invoke-CsManagementServerFailover -WhatIf
    2 remotely: Confirm that se2.contoso.com is its backup pool.
      Get-CsPoolBackupRelationship -PoolFqdn "se1.contoso.com"
    3 remotely: See which server the Central Management store is active on.
      Get-CsManagementStoreReplicationStatus -CentralManagementStoreStatus
    4 remotely: Make se2.contoso.com the host of the Central Management store.
      Invoke-CsManagementServerFailover -BackupSqlServerFqdn "se2.contoso.com" -BackupSqlInstanceName "rtc"
    5 remotely: Verify that the store is active on se2.contoso.com and that replicas are up to date.
      Get-CsManagementStoreReplicationStatus -CentralManagementStoreStatus
    6 remotely: Fail se1.contoso.com over to se2.contoso.com.
      Invoke-CsPoolFailOver -PoolFqdn "se1.contoso.com" -DisasterMode
    7 remotely: Check that users of se1.contoso.com can sign in.
    """#,
  ]

  static let mirroredCentralManagementStore = #"""
    1 remotely: If the mirror mirror.contoso.com\rtc still works, back its databases up first, and restore both from that.
    2 locally: Take a clean or new computer and give it the lost one's name: sql.contoso.com. Keep its computer account in Active Directory, its DNS and DHCP entries.
    3 locally: Install Windows Server with the drives and paths of before, and what the server's role requires.
    4 locally: Install SQL Server (for Lync Server 2013: 2012 or 2008 R2; for later versions, one that they support) with the instance names of before: rtc.
    5 locally: Restore the certificates with their private keys, or enrol again at the certification authority.
    6 locally: Take an image of the system: the point to return to if a later step fails.
    7 locally: Log on to sql.contoso.com as a member of RTCUniversalServerAdmins and of the local Administrators.
    8 remotely: Create an empty Central Management store on sql.contoso.com\rtc.
      Install-CsDatabase -CentralManagementDatabase -Clean -SqlServerFqdn "sql.contoso.com" -SqlInstanceName "rtc"
    9 remotely: Let Active Directory point to the store.
      Set-CsConfigurationStoreLocation -SqlServerFqdn "sql.contoso.com" -SqlInstanceName "rtc" -MirrorSqlServerFqdn "mirror.contoso.com" -MirrorSqlInstanceName "rtc"
    10 remotely: Import the topology, policies and settings.
      Import-CsConfiguration -FileName "$Backup\Config.zip"
    11 remotely: Enable the topology: it sets the permissions and the access lists of the shares.
      Enable-CsTopology
    12 remotely: Create the stand-alone databases of sql.contoso.com.
      Install-CsDatabase -ConfiguredDatabases -SqlServerFqdn "sql.contoso.com"
    13 remotely: Create the mirror again. Choose a share that the service accounts of both SQL Servers can write to.
      Install-CsMirrorDatabase -ConfiguredDatabases -SqlServerFqdn "sql.contoso.com" -FileShare "\\<server>\<share>"
    14 remotely: Stop the Lync services on fe1.contoso.com.
      Stop-CsWindowsService -ComputerName "fe1.contoso.com"
    15 remotely: Stop the Lync services on fe2.contoso.com.
      Stop-CsWindowsService -ComputerName "fe2.contoso.com"
    16 remotely: Import the user data of pool.contoso.com.
      Import-CsUserData -PoolFqdn "pool.contoso.com" -FileName "$Backup\UserData-pool.contoso.com.zip"
    17 remotely: Start the Lync services on fe1.contoso.com, with the other servers of its pool at the same time.
      Start-CsWindowsService -ComputerName "fe1.contoso.com"
    18 remotely: Start the Lync services on fe2.contoso.com, with the other servers of its pool at the same time.
      Start-CsWindowsService -ComputerName "fe2.contoso.com"
    19 remotely: Import the location information.
      Import-CsLisConfiguration -FileName "$Backup\LisConfig.zip"
    20 remotely: Import the Response Group settings of pool.contoso.com.
      Import-CsRgsConfiguration -Destination "service:ApplicationServer:pool.contoso.com" -FileName "$Backup\RgsConfig-pool.contoso.com.zip" -OverwriteOwner
    """#

  /// Ids of restorations, what they need, and what comes before them.
  static let links: [(id: String, needs: [String], after: [String])] = [
    ("poolFailover:se1.contoso.com", [], []),
    ("poolFailover:se2.contoso.com", [], []),
    (#"fileStore:\\file.contoso.com\lync"#, [#"fileStore:\\file.contoso.com\lync"#], []),
    (#"fileStore:\\se1.contoso.com\lyncshare"#, [#"fileStore:\\se1.contoso.com\lyncshare"#], []),
    (#"fileStore:\\se2.contoso.com\lyncshare"#, [#"fileStore:\\se2.contoso.com\lyncshare"#], []),
    (
      "centralManagementStore:se1.contoso.com",
      [
        "topologyConfiguration:deployment", "locationInformation:deployment", #"fileStore:\\se1.contoso.com\lyncshare"#,
        "responseGroupConfiguration:se1.contoso.com", "userData:se1.contoso.com",
      ], []
    ),
    ("mirroredBackEndMirror:mirror.contoso.com", [], []),
    (
      "standardEditionServer:se2.contoso.com",
      [
        #"fileStore:\\se2.contoso.com\lyncshare"#, "responseGroupConfiguration:se2.contoso.com",
        "userData:se2.contoso.com",
      ], ["centralManagementStore:se1.contoso.com"]
    ),
    (
      "backEndServer:sql.contoso.com", ["responseGroupConfiguration:pool.contoso.com", "userData:pool.contoso.com"],
      ["centralManagementStore:se1.contoso.com", #"fileStore:\\file.contoso.com\lync"#]
    ),
    ("mirroredBackEndPrimary:sql.contoso.com", [], []),
    (
      "memberServer:fe1.contoso.com", [],
      [
        "backEndServer:sql.contoso.com", "centralManagementStore:se1.contoso.com",
        #"fileStore:\\file.contoso.com\lync"#,
      ]
    ),
    (
      "memberServer:fe2.contoso.com", [],
      [
        "backEndServer:sql.contoso.com", "centralManagementStore:se1.contoso.com",
        #"fileStore:\\file.contoso.com\lync"#,
      ]
    ),
    (
      "pool:pool.contoso.com", [],
      [
        "backEndServer:sql.contoso.com", "centralManagementStore:se1.contoso.com",
        #"fileStore:\\file.contoso.com\lync"#, "memberServer:fe1.contoso.com", "memberServer:fe2.contoso.com",
      ]
    ),
    (
      "responseGroupSettings:pool.contoso.com", ["responseGroupConfiguration:pool.contoso.com"],
      ["backEndServer:sql.contoso.com", "centralManagementStore:se1.contoso.com"]
    ),
    (
      "responseGroupSettings:se1.contoso.com", ["responseGroupConfiguration:se1.contoso.com"],
      ["centralManagementStore:se1.contoso.com"]
    ),
    (
      "responseGroupSettings:se2.contoso.com", ["responseGroupConfiguration:se2.contoso.com"],
      ["centralManagementStore:se1.contoso.com", "standardEditionServer:se2.contoso.com"]
    ),
    (
      "persistentChatDatabase:chatsql.contoso.com", ["persistentChat:chatsql.contoso.com"],
      ["centralManagementStore:se1.contoso.com"]
    ),
    (
      "memberServer:chat1.contoso.com", [],
      [
        "centralManagementStore:se1.contoso.com", "persistentChatDatabase:chatsql.contoso.com",
        "standardEditionServer:se2.contoso.com",
      ]
    ),
    (
      "pool:chat.contoso.com", [],
      [
        "centralManagementStore:se1.contoso.com", "memberServer:chat1.contoso.com",
        "persistentChatDatabase:chatsql.contoso.com", "standardEditionServer:se2.contoso.com",
      ]
    ),
    (
      "memberServer:edge1.contoso.com", [],
      ["centralManagementStore:se1.contoso.com", "standardEditionServer:se2.contoso.com"]
    ),
    (
      "memberServer:edge2.contoso.com", [],
      ["centralManagementStore:se1.contoso.com", "standardEditionServer:se2.contoso.com"]
    ),
    (
      "pool:edge.contoso.com", [],
      [
        "centralManagementStore:se1.contoso.com", "memberServer:edge1.contoso.com", "memberServer:edge2.contoso.com",
        "standardEditionServer:se2.contoso.com",
      ]
    ),
    (
      #"archivingDatabase:arch.contoso.com\archive"#, [#"archiving:arch.contoso.com\archive"#],
      ["centralManagementStore:se1.contoso.com"]
    ),
    (
      #"monitoringDatabase:arch.contoso.com\archive"#,
      [#"callDetailRecords:arch.contoso.com\archive"#, #"qualityOfExperience:arch.contoso.com\archive"#],
      ["centralManagementStore:se1.contoso.com"]
    ),
    ("poolFailback:se1.contoso.com", [], ["centralManagementStore:se1.contoso.com", "poolFailover:se1.contoso.com"]),
    ("poolFailback:se2.contoso.com", [], ["poolFailover:se2.contoso.com", "standardEditionServer:se2.contoso.com"]),
    (
      "abcFailover:se1.contoso.com",
      [
        "responseGroupConfiguration:se1.contoso.com", "locationInformation:deployment",
        "announcementAudio:se1.contoso.com", "callParkMusicOnHold:se1.contoso.com",
        "responseGroupAudio:se1.contoso.com",
      ], []
    ),
    (
      "abcFailover:se2.contoso.com",
      [
        "responseGroupConfiguration:se2.contoso.com", "announcementAudio:se2.contoso.com",
        "callParkMusicOnHold:se2.contoso.com", "responseGroupAudio:se2.contoso.com",
      ], []
    ),
  ]
}
