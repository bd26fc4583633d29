/// The steps of each procedure as they were checked against the documentation, texts and commands whole.
enum RecordedScripts {
  /// Of ``RestorationSamples/everything(version:witness:)``.
  static let everything: [String: String] = servers.merging(pairs) { first, _ in first }

  private static let servers: [String: String] = [
    #"archivingDatabase:arch.contoso.com\archive"#: #"""
    1 remotely: Create the databases again on arch.contoso.com\archive.
      Install-CsDatabase -DatabaseType "Archiving" -SqlServerFqdn "arch.contoso.com" -SqlInstanceName "archive"
    2 remotely: Restore LcsLog on arch.contoso.com\archive from its last full backup.
      Restore-SqlDatabase -ServerInstance "arch.contoso.com\archive" -Database "LcsLog" -BackupFile "$Backup\LcsLog-arch.contoso.com-archive.bak" -ReplaceDatabase
    3 remotely: Check that RTCComponentUniversalServices is a user of each database, with the ServerRole.
    """#,
    "backEndServer:sql.contoso.com": #"""
    1 locally: Take a clean or new computer and give it the lost one's name: sql.contoso.com. Keep its computer account in Active Directory, its DNS and DHCP entries.
    2 locally: Install Windows Server with the drives and paths of before, and what the server's role requires.
    3 locally: Install SQL Server (for Lync Server 2013: 2012 or 2008 R2; for later versions, one that they support) with the instance names of before: rtc.
    4 locally: Restore the certificates with their private keys, or enrol again at the certification authority.
    5 locally: Take an image of the system: the point to return to if a later step fails.
    6 locally: Log on to sql.contoso.com as a member of RTCUniversalServerAdmins and of the local Administrators.
    7 remotely: In Topology Builder, download the topology of the existing deployment.
    8 remotely: Publish the topology again without changing it.
    9 remotely: Create the databases of sql.contoso.com.
      Install-CsDatabase -ConfiguredDatabases -SqlServerFqdn "sql.contoso.com"
    10 remotely: Create the mirror again. Choose a share that the service accounts of both SQL Servers can write to.
      Install-CsMirrorDatabase -ConfiguredDatabases -SqlServerFqdn "sql.contoso.com" -FileShare "\\<server>\<share>"
    11 remotely: Stop the Lync services on fe1.contoso.com.
      Stop-CsWindowsService -ComputerName "fe1.contoso.com"
    12 remotely: Stop the Lync services on fe2.contoso.com.
      Stop-CsWindowsService -ComputerName "fe2.contoso.com"
    13 remotely: Import the user data of pool.contoso.com.
      Import-CsUserData -PoolFqdn "pool.contoso.com" -FileName "$Backup\UserData-pool.contoso.com.zip"
    14 remotely: Start the Lync services on fe1.contoso.com, with the other servers of its pool at the same time.
      Start-CsWindowsService -ComputerName "fe1.contoso.com"
    15 remotely: Start the Lync services on fe2.contoso.com, with the other servers of its pool at the same time.
      Start-CsWindowsService -ComputerName "fe2.contoso.com"
    16 remotely: Import the Response Group settings of pool.contoso.com.
      Import-CsRgsConfiguration -Destination "service:ApplicationServer:pool.contoso.com" -FileName "$Backup\RgsConfig-pool.contoso.com.zip" -OverwriteOwner
    """#,
    "centralManagementStore:se1.contoso.com": #"""
    1 locally: Take a clean or new computer and give it the lost one's name: se1.contoso.com. Keep its computer account in Active Directory, its DNS and DHCP entries.
    2 locally: Install Windows Server with the drives and paths of before, and what the server's role requires.
    3 locally: Restore the certificates with their private keys, or enrol again at the certification authority.
    4 locally: Take an image of the system: the point to return to if a later step fails.
    5 locally: Log on to se1.contoso.com as a member of RTCUniversalServerAdmins and of the local Administrators.
    6 locally: Make the folder of the file store at its old path, and share it under its old name: \\se1.contoso.com\lyncshare.
    7 locally: Copy the file store back.
      robocopy "$Backup\filestore\se1.contoso.com-lyncshare" "\\se1.contoso.com\lyncshare" /E /R:2 /W:5
    8 locally: Deployment Wizard on se1.contoso.com: prepare first Standard Edition server.
    9 remotely: Create an empty Central Management store on se1.contoso.com\rtc.
      Install-CsDatabase -CentralManagementDatabase -Clean -SqlServerFqdn "se1.contoso.com" -SqlInstanceName "rtc"
    10 remotely: Let Active Directory point to the store.
      Set-CsConfigurationStoreLocation -SqlServerFqdn "se1.contoso.com" -SqlInstanceName "rtc"
    11 remotely: Import the topology, policies and settings.
      Import-CsConfiguration -FileName "$Backup\Config.zip"
    12 remotely: Enable the topology: it sets the permissions and the access lists of the shares.
      Enable-CsTopology
    13 locally: Deployment Wizard on se1.contoso.com, step 1: install the local configuration store.
    14 locally: Deployment Wizard, step 2: set up the Lync Server components. Collocated databases are created here.
    15 locally: Deployment Wizard, step 3: request, install or assign the certificates.
    16 locally: Deployment Wizard, step 4: start the services.
    17 remotely: Stop the Lync services on se1.contoso.com.
      Stop-CsWindowsService -ComputerName "se1.contoso.com"
    18 remotely: Import the user data of se1.contoso.com.
      Import-CsUserData -PoolFqdn "se1.contoso.com" -FileName "$Backup\UserData-se1.contoso.com.zip"
    19 remotely: Start the Lync services on se1.contoso.com, with the other servers of its pool at the same time.
      Start-CsWindowsService -ComputerName "se1.contoso.com"
    20 remotely: Import the location information.
      Import-CsLisConfiguration -FileName "$Backup\LisConfig.zip"
    21 remotely: Import the Response Group settings of se1.contoso.com.
      Import-CsRgsConfiguration -Destination "service:ApplicationServer:se1.contoso.com" -FileName "$Backup\RgsConfig-se1.contoso.com.zip" -OverwriteOwner
    """#,
    #"fileStore:\\file.contoso.com\lync"#: #"""
    1 locally: Make the folder at its old path on file.contoso.com, and share it under its old name: \\file.contoso.com\lync.
    2 locally: Copy the files back.
      robocopy "$Backup\filestore\file.contoso.com-lync" "\\file.contoso.com\lync" /E /R:2 /W:5
    3 remotely: If Topology Builder did not publish since, enable the topology: it sets the access lists.
      Enable-CsTopology
    """#,
    "memberServer:edge1.contoso.com": #"""
    1 locally: Take a clean or new computer and give it the lost one's name, DNS suffix and addresses, inside and outside: edge1.contoso.com.
    2 locally: Install Windows Server with the drives and paths of before, and what the server's role requires.
    3 locally: Restore the certificates with their private keys, or enrol again at the certification authority.
    4 locally: Take an image of the system: the point to return to if a later step fails.
    5 locally: Log on to edge1.contoso.com as a member of its local Administrators: an Edge Server is in no domain.
    6 remotely: On a server inside, export the configuration, and carry the file to edge1.contoso.com.
      Export-CsConfiguration -FileName "$Backup\EdgeConfiguration.zip"
    7 locally: Deployment Wizard on edge1.contoso.com, step 1: install the local configuration store from that file.
      Import-CsConfiguration -FileName "$Backup\EdgeConfiguration.zip" -LocalStore
    8 locally: Deployment Wizard, step 2: set up the Lync Server components. Collocated databases are created here.
    9 locally: Deployment Wizard, step 3: request, install or assign the certificates.
    10 locally: Deployment Wizard, step 4: start the services.
    """#,
    "memberServer:fe1.contoso.com": #"""
    1 locally: Take a clean or new computer and give it the lost one's name: fe1.contoso.com. Keep its computer account in Active Directory, its DNS and DHCP entries.
    2 locally: Install Windows Server with the drives and paths of before, and what the server's role requires.
    3 locally: Restore the certificates with their private keys, or enrol again at the certification authority.
    4 locally: Take an image of the system: the point to return to if a later step fails.
    5 locally: Log on to fe1.contoso.com as a member of RTCUniversalServerAdmins and of the local Administrators.
    6 locally: Deployment Wizard on fe1.contoso.com, step 1: install the local configuration store.
    7 locally: Deployment Wizard, step 2: set up the Lync Server components. Collocated databases are created here.
    8 locally: Deployment Wizard, step 3: request, install or assign the certificates.
    9 locally: Deployment Wizard, step 4: start the services.
    """#,
    "mirroredBackEndMirror:mirror.contoso.com": #"""
    1 remotely: Remove the mirroring of User from the primary sql.contoso.com\rtc.
      Uninstall-CsMirrorDatabase -DatabaseType "User" -SqlServerFqdn "sql.contoso.com" -SqlInstanceName "rtc"
    2 locally: Take a clean or new computer and give it the lost one's name: mirror.contoso.com. Keep its computer account in Active Directory, its DNS and DHCP entries.
    3 locally: Install Windows Server with the drives and paths of before, and what the server's role requires.
    4 locally: Install SQL Server (for Lync Server 2013: 2012 or 2008 R2; for later versions, one that they support) with the instance names of before: rtc.
    5 locally: Restore the certificates with their private keys, or enrol again at the certification authority.
    6 locally: Take an image of the system: the point to return to if a later step fails.
    7 locally: Log on to mirror.contoso.com as a member of RTCUniversalServerAdmins and of the local Administrators.
    8 remotely: Create the databases of sql.contoso.com.
      Install-CsDatabase -ConfiguredDatabases -SqlServerFqdn "sql.contoso.com"
    9 remotely: Create the mirror again. Choose a share that the service accounts of both SQL Servers can write to.
      Install-CsMirrorDatabase -ConfiguredDatabases -SqlServerFqdn "sql.contoso.com" -FileShare "\\<server>\<share>"
    """#,
    "mirroredBackEndPrimary:sql.contoso.com": #"""
    1 remotely: The witness witness.contoso.com\rtc should have made mirror.contoso.com the principal of all databases of pool.contoso.com: check it.
      Get-CsDatabaseMirrorState -PoolFqdn "pool.contoso.com"
    2 remotely: Only where it has not: make the mirror the principal for User of pool.contoso.com.
      Invoke-CsDatabaseFailover -PoolFqdn "pool.contoso.com" -DatabaseType "User" -NewPrincipal Mirror
    3 remotely: In Topology Builder, switch mirroring off for the stores on sql.contoso.com, make mirror.contoso.com their SQL Server, and publish.
    4 remotely: Stop the Lync services on fe1.contoso.com.
      Stop-CsWindowsService -ComputerName "fe1.contoso.com"
    5 remotely: Stop the Lync services on fe2.contoso.com.
      Stop-CsWindowsService -ComputerName "fe2.contoso.com"
    6 remotely: Start them again on fe1.contoso.com.
      Start-CsWindowsService -ComputerName "fe1.contoso.com"
    7 remotely: Start them again on fe2.contoso.com.
      Start-CsWindowsService -ComputerName "fe2.contoso.com"
    8 remotely: Remove what is left of mirroring User on mirror.contoso.com.
      Uninstall-CsMirrorDatabase -DatabaseType "User" -SqlServerFqdn "mirror.contoso.com" -SqlInstanceName "rtc"
    9 locally: Take a clean or new computer and give it the lost one's name: sql.contoso.com. Keep its computer account in Active Directory, its DNS and DHCP entries.
    10 locally: Install Windows Server with the drives and paths of before, and what the server's role requires.
    11 locally: Install SQL Server (for Lync Server 2013: 2012 or 2008 R2; for later versions, one that they support) with the instance names of before: rtc.
    12 locally: Restore the certificates with their private keys, or enrol again at the certification authority.
    13 locally: Take an image of the system: the point to return to if a later step fails.
    14 locally: Log on to sql.contoso.com as a member of RTCUniversalServerAdmins and of the local Administrators.
    15 remotely: In Topology Builder, mirror the stores of mirror.contoso.com again, with sql.contoso.com as the mirror, and publish.
    16 remotely: Create the databases.
      Install-CsDatabase -ConfiguredDatabases -SqlServerFqdn "mirror.contoso.com"
    17 remotely: Create the mirror. Choose a share that the service accounts of both SQL Servers can write to.
      Install-CsMirrorDatabase -ConfiguredDatabases -SqlServerFqdn "mirror.contoso.com" -FileShare "\\<server>\<share>"
    """#,
    #"monitoringDatabase:arch.contoso.com\archive"#: #"""
    1 remotely: Create the databases again on arch.contoso.com\archive.
      Install-CsDatabase -DatabaseType "Monitoring" -SqlServerFqdn "arch.contoso.com" -SqlInstanceName "archive"
    2 remotely: Restore LcsCDR on arch.contoso.com\archive from its last full backup.
      Restore-SqlDatabase -ServerInstance "arch.contoso.com\archive" -Database "LcsCDR" -BackupFile "$Backup\LcsCDR-arch.contoso.com-archive.bak" -ReplaceDatabase
    3 remotely: Restore QoEMetrics on arch.contoso.com\archive from its last full backup.
      Restore-SqlDatabase -ServerInstance "arch.contoso.com\archive" -Database "QoEMetrics" -BackupFile "$Backup\QoEMetrics-arch.contoso.com-archive.bak" -ReplaceDatabase
    4 remotely: Check that RTCComponentUniversalServices is a user of each database, with the ServerRole.
    """#,
    "persistentChatDatabase:chatsql.contoso.com": #"""
    1 remotely: Create the databases again on chatsql.contoso.com.
      Install-CsDatabase -DatabaseType "PersistentChat" -SqlServerFqdn "chatsql.contoso.com"
    2 remotely: Restore mgc on chatsql.contoso.com from its last full backup.
      Restore-SqlDatabase -ServerInstance "chatsql.contoso.com" -Database "mgc" -BackupFile "$Backup\mgc-chatsql.contoso.com.bak" -ReplaceDatabase
    3 remotely: Check that RTCComponentUniversalServices is a user of each database, with the ServerRole.
    """#,
    "pool:pool.contoso.com": #"""
    1 remotely: Restore the back end first, if it is lost too: backEndServer:sql.contoso.com.
    2 remotely: Restore every server of the pool: fe1.contoso.com, fe2.contoso.com.
    3 remotely: Check that the services of all servers run and that pool.contoso.com answers.
    """#,
    "responseGroupSettings:pool.contoso.com": #"""
    1 remotely: Import the Response Group settings of pool.contoso.com.
      Import-CsRgsConfiguration -Destination "service:ApplicationServer:pool.contoso.com" -FileName "$Backup\RgsConfig-pool.contoso.com.zip" -OverwriteOwner
    2 remotely: Compare the workflows with what they were.
      Get-CsRgsWorkflow -Identity "service:ApplicationServer:pool.contoso.com" -ShowAll
    """#,
    "standardEditionServer:se2.contoso.com": #"""
    1 locally: Take a clean or new computer and give it the lost one's name: se2.contoso.com. Keep its computer account in Active Directory, its DNS and DHCP entries.
    2 locally: Install Windows Server with the drives and paths of before, and what the server's role requires.
    3 locally: Restore the certificates with their private keys, or enrol again at the certification authority.
    4 locally: Take an image of the system: the point to return to if a later step fails.
    5 locally: Log on to se2.contoso.com as a member of RTCUniversalServerAdmins and of the local Administrators.
    6 locally: Make the folder of the file store at its old path, and share it under its old name: \\se2.contoso.com\lyncshare.
    7 locally: Copy the file store back.
      robocopy "$Backup\filestore\se2.contoso.com-lyncshare" "\\se2.contoso.com\lyncshare" /E /R:2 /W:5
    8 remotely: In Topology Builder, download the topology of the existing deployment.
    9 locally: Deployment Wizard on se2.contoso.com, step 1: install the local configuration store.
    10 locally: Deployment Wizard, step 2: set up the Lync Server components. Collocated databases are created here.
    11 locally: Deployment Wizard, step 3: request, install or assign the certificates.
    12 locally: Deployment Wizard, step 4: start the services.
    13 remotely: Stop the Lync services on se2.contoso.com.
      Stop-CsWindowsService -ComputerName "se2.contoso.com"
    14 remotely: Import the user data of se2.contoso.com.
      Import-CsUserData -PoolFqdn "se2.contoso.com" -FileName "$Backup\UserData-se2.contoso.com.zip"
    15 remotely: Start the Lync services on se2.contoso.com, with the other servers of its pool at the same time.
      Start-CsWindowsService -ComputerName "se2.contoso.com"
    16 remotely: Import the Response Group settings of se2.contoso.com.
      Import-CsRgsConfiguration -Destination "service:ApplicationServer:se2.contoso.com" -FileName "$Backup\RgsConfig-se2.contoso.com.zip" -OverwriteOwner
    """#,
  ]
}
