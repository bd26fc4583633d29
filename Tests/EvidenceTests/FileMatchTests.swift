import CivilTime
import Testing

@testable import BackupPlanning
@testable import Evidence

/// Which file belongs to which item.
@Suite struct FileMatchTests {
  private static func matches(
    _ items: [BackupItem], _ paths: [String], folders: [String] = [], size: Int = 10
  ) -> EvidenceMatches {
    EvidenceMatches(
      items,
      [
        EvidenceSource(
          files: paths.enumerated().map { BackupFile(path: $1, size: size, modified: .november(1 + $0)) },
          folders: folders.map { BackupFolder(path: $0, modified: .november(20)) })
      ])
  }

  @Test(arguments: [
    "Config.zip", "config.ZIP", "2026-11-22/Config.zip", #"2026-11-22\Config.zip"#, #"\\backup\lync$\run\Config.zip"#,
    "a/b/c/Config.zip", "Config-20261122.zip", "Config.zip.2026-11-22", "./Config.zip",
  ])
  func byName(path: String) {
    let matches = Self.matches([SampleItem.users, SampleItem.config], [path])
    #expect(matches.items[1].files.map(\.name) == [path])
    #expect(matches.items[0].isEmpty && matches.foreign.count == 0 && matches.notes.count == 0)
    #expect(matches.files == 1 && matches.matchedFiles == 1)
  }

  @Test(arguments: [
    "Config.zip.part", "MyConfig.zip", "Config", "Config.bak", "Config-2.zip", "Config/x", "UserData-pool.zip",
    "UserData-pool.contoso.com-2.zip", "file1-lync/x", "filestore/file1-lync2/x", "filestore-file1-lync/x",
  ])
  func foreign(path: String) {
    let matches = Self.matches([SampleItem.users, SampleItem.config, SampleItem.store], [path])
    #expect(!matches.items.contains { !$0.isEmpty })
    #expect(matches.foreign.shown == [path] && matches.matchedFiles == 0)
  }

  @Test func foreignFilesAreCapped() {
    let matches = Self.matches([SampleItem.config], (100..<150).map { "x\($0)" })
    #expect(matches.foreign.count == 50 && matches.foreign.more == 30)
    #expect(matches.foreign.shown == (100..<120).map { "x\($0)" })
  }

  @Test func generationsAreOldestFirst() {
    let matches = Self.matches([SampleItem.config], ["z/Config.zip", "a/Config.zip", "m/Config-20200101.zip"])
    // Dates are those of the files, never those of names.
    #expect(matches.items[0].files.map(\.name) == ["z/Config.zip", "a/Config.zip", "m/Config-20200101.zip"])
  }

  @Test func aFolderIsOneBackup() {
    let matches = Self.matches(
      [SampleItem.config, SampleItem.store],
      [
        "21/filestore/file1-lync/a", "21/filestore/file1-lync/1-WebServices-1/Config.zip",
        #"22\FileStore\FILE1-Lync\a"#, "filestore/file1-lync-20261123/a",
      ], folders: ["21", "21/filestore", "21/filestore/file1-lync", "24/filestore/file1-lync"])
    #expect(matches.items[0].isEmpty, "what is in a share is no backup of anything else")
    #expect(
      matches.items[1].files.map(\.name) == [
        "21/filestore/file1-lync", #"22\FileStore\FILE1-Lync"#, "filestore/file1-lync-20261123",
        "24/filestore/file1-lync",
      ])
    #expect(matches.items[1].files.map(\.size) == [20, 10, 10, 0])
    #expect(matches.items[1].files.map(\.finished) == [2, 3, 4, 20].map { .november($0) })
    #expect(matches.items[1].files.map(\.flaw) == [nil, nil, nil, .empty])
    #expect(matches.files == 4 && matches.matchedFiles == 4)
  }

  @Test func foldersOfTwoSourcesAreTwoBackups() {
    let sources = [1, 2].map { day in
      EvidenceSource(
        files: ["a", "b"].map { .init(path: "filestore/file1-lync/\($0)", size: day, modified: .november(day)) })
    }
    let matches = EvidenceMatches([SampleItem.store], sources)
    #expect(matches.items[0].files.map(\.size) == [2, 4])
  }

  @Test func aFolderOfTwoItemsIsNotedOnce() {
    var other = SampleItem.store
    other.id = "fileStore:other"
    let matches = Self.matches([SampleItem.store, other], (0..<30).map { "filestore/file1-lync/\($0)" })
    #expect(matches.items.map(\.files.count) == [0, 0] && matches.disputedFiles == 30)
    #expect(matches.notes.count == 1 && matches.notes.shown[0].hasPrefix("filestore/file1-lync can be"))
  }

  @Test func aFolderOfEmptyFilesIsEmpty() {
    let matches = Self.matches([SampleItem.store], ["filestore/file1-lync/a", "filestore/file1-lync/b"], size: 0)
    #expect(matches.items[0].files.map(\.flaw) == [.empty])
  }

  @Test func folderOfASettingIsNone() {
    #expect(Self.matches([SampleItem.config], ["Config.zip/x"]).items[0].isEmpty)
  }

  @Test func theSameFileTwiceIsOne() {
    let file = BackupFile(path: "Config.zip", size: 1, modified: .november(1))
    var other = file
    other.modified = .november(2)
    let matches = EvidenceMatches([SampleItem.config], [EvidenceSource(files: [file, file, other])])
    #expect(matches.items[0].files.count == 2 && matches.files == 2)
  }

  /// Two deployments back up to one share.
  @Test func theFolderOfTheDestinationCounts() {
    var config = SampleItem.config
    config.destination = #"\\backup\lync$\emea\Contoso"#
    let both = ["contoso/1/Config.zip", "fabrikam/1/Config.zip"]
    let own = Self.matches([config], both)
    #expect(own.items[0].files.map(\.name) == ["contoso/1/Config.zip"])
    #expect(
      own.notes.shown == [
        "fabrikam/1/Config.zip is called like the backup of topologyConfiguration:deployment, but is not in the folder of "
          + "its destination: not counted"
      ])
    #expect(own.disputedFiles == 1 && own.foreign.count == 0)
    // The folder is there, and the file is another deployment's: not silently ours.
    #expect(Self.matches([config], ["contoso/other.zip", "fabrikam/Config.zip"]).items[0].isEmpty)
    // A copy that begins inside of the folder.
    #expect(Self.matches([config], ["1/Config.zip"]).items[0].files.count == 1)
    // The longest end wins: the other Contoso is of another region.
    #expect(Self.matches([config], ["emea/contoso/Config.zip", "apac/contoso/Config.zip"]).items[0].files.count == 1)
    config.destination = #"\\backup\lync$"#
    let unknown = Self.matches([config], both)
    #expect(unknown.items[0].files.count == 2)
    #expect(
      unknown.notes.shown == [
        "topologyConfiguration:deployment: its files in contoso/1, fabrikam/1 are taken for one series"
      ])
  }

  @Test func runFoldersAreOneSeries() {
    let matches = Self.matches([SampleItem.config], ["r/2026-11-21/Config.zip", "r/2026-11-22/Config.zip"])
    #expect(matches.items[0].files.count == 2 && matches.notes.count == 0)
  }

  @Test func aNameOfTwoItemsCountsForNone() {
    var config = SampleItem.config
    var users = SampleItem.users
    users.backupSet.name = "config.zip"
    let matches = Self.matches([config, users], ["Config.zip"])
    #expect(!matches.items.contains { !$0.isEmpty })
    #expect(
      matches.notes.shown == [
        "Config.zip can be the backup of topologyConfiguration:deployment, userData:pool: counted for none; give them "
          + "names or destinations of their own"
      ])
    config.destination = #"D:\backup\settings"#
    users.destination = "/srv/users"
    let told = Self.matches([config, users], ["settings/Config.zip", "users/Config.zip"])
    #expect(told.items.map { $0.files.map(\.name) } == [["settings/Config.zip"], ["users/Config.zip"]])
  }

  @Test func renamedByPeople() {
    var users = SampleItem.users
    for name in [#"nightly\users.zip"#, #"\\backup\lync$\users.zip"#, #"D:\backup\users.zip"#, "/srv/users.zip"] {
      users.backupSet.name = name
      #expect(Self.matches([users], ["1/nightly/users.zip"]).items[0].files.count == 1, "\(name)")
    }
    users.backupSet.name = #"nightly\users.zip"#
    #expect(Self.matches([users], ["weekly/users.zip"]).items[0].isEmpty)
    users.backupSet.name = ""
    #expect(Self.matches([users], ["users.zip"]).items[0].isEmpty)
  }

  @Test func longestNameFirst() {
    var old = SampleItem.store
    old.backupSet.name = #"filestore\file1-lync-20200101"#
    let matches = Self.matches([SampleItem.store, old], ["filestore/file1-lync-20200101/x"])
    #expect(matches.items.map(\.files.count) == [0, 1])
  }

  @Test func flawsAndWhatIsKnown() {
    let files = [
      BackupFile(path: "1/Config.zip", size: 0, modified: .november(1)),
      BackupFile(path: "2/Config.zip", size: 5, modified: .november(2), archive: .unreadable("is damaged")),
      BackupFile(path: "3/Config.zip", size: 5, modified: .november(3), archive: .readable),
      BackupFile(path: "4/Config.zip", size: 5, modified: .november(4)),
    ]
    let evidence = EvidenceMatches([SampleItem.config], [EvidenceSource(files: files)]).items[0]
    #expect(evidence.files.map(\.flaw) == [.empty, .unreadable("is damaged"), nil, nil])
    #expect(evidence.files.suffix(2).map(\.isUnexamined) == [false, true])
    let (known, later) = evidence.split(after: Moment.november(2).day)
    #expect(known.files.count == 2 && later.count == 2 && known.newestSound == nil)
    #expect(evidence.newestSound?.finished == .november(4))
  }
}
