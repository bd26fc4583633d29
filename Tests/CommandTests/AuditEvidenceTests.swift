import Foundation
import Glibc
import TestSupport
import Testing

/// `audit --evidence`: real folders and files.
@Suite struct AuditEvidenceTests {
  /// The draft example: eight items, planned by a policy.
  private struct Share {
    let program: Program

    init() throws {
      program = try Program()
      try program.folder.write(
        #"backup: {location: \\backup\lync$, defaults: {schedule: "Daily 01:00", rpo: 24h}}"#, to: "policy.yml")
      try program.folder.write([], to: "share/.keep")
      try FileManager.default.removeItem(atPath: program.folder.path("share/.keep"))
    }

    var folder: TemporaryFolder { program.folder }

    /// Writes a file that was last changed on a day of November 2026, at one in the morning.
    func write(_ bytes: [UInt8], to name: String, day: Int = 22) throws {
      try folder.write(bytes, to: "share/\(name)")
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSince1970: Double(1_793_494_800 + (day - 1) * 86_400))],
        ofItemAtPath: folder.path("share/\(name)"))
    }

    func audit(_ more: String..., evidence: [String] = ["share"], format: String = "text") throws -> ProcessResult {
      try runProcess(
        builtProduct(named: "backup-worksheets"),
        ["audit", Program.draft, "--policy", "policy.yml", "--as-of", "2026-11-23", "--format", format]
          + evidence.flatMap { ["--evidence", $0] } + more, workingDirectory: folder.path)
    }

    func json(_ more: String..., evidence: [String] = ["share"]) throws -> [String: Any] {
      let result = try runProcess(
        builtProduct(named: "backup-worksheets"),
        ["audit", Program.draft, "--policy", "policy.yml", "--as-of", "2026-11-23", "--format", "json"]
          + evidence.flatMap { ["--evidence", $0] } + more, workingDirectory: folder.path)
      return try #require(try JSONSerialization.jsonObject(with: Data(result.standardOutput)) as? [String: Any])
    }

    /// State and rules about evidence of each item.
    func items(evidence: [String] = ["share"]) throws -> [String: String] {
      let items = try #require(try json(evidence: evidence)["items"] as? [[String: Any]])
      return Dictionary(
        uniqueKeysWithValues: items.map { item in
          let rules = (item["rules"] as? [String] ?? []).filter { $0.hasPrefix("backup-") }
          return (item["id"] as? String ?? "", ([item["state"] as? String ?? ""] + rules).joined(separator: " "))
        })
    }
  }

  private static let zip = ZipBytes.archive(["DocItemSet.xml": "<DocItemSet/>"])

  @Test func everyState() throws {
    let share = try Share()
    let ids = try share.items(evidence: ["share"])
    #expect(ids.values.allSatisfy { $0 == "planned backup-missing" } && ids.count == 8)
    let names = try #require(try Self.names(share))
    let config = try #require(names["topologyConfiguration:deployment"])
    let location = try #require(names["locationInformation:deployment"])
    let users = try #require(names.first { $0.key.hasPrefix("userData:") })
    let groups = try #require(names.first { $0.key.hasPrefix("responseGroupConfiguration:") })
    let store = try #require(names.first { $0.key.hasPrefix("fileStore:") })
    try share.write(Self.zip, to: "2026-11-22/\(config)")
    try share.write(Array(Self.zip.dropLast(5)), to: "2026-11-22/\(location)")
    try share.write(Self.zip, to: "2026-11-20/\(users.value)", day: 20)
    try share.write([], to: "2026-11-22/\(groups.value)")
    try share.write(Array(repeating: 1, count: 100), to: "21/\(store.value)/a", day: 21)
    try share.write(Array(repeating: 1, count: 49), to: "22/\(store.value)/a")
    let items = try share.items()
    #expect(items["topologyConfiguration:deployment"] == "evidenced")
    #expect(items["locationInformation:deployment"] == "planned backup-empty")
    #expect(items[users.key] == "planned backup-stale")
    #expect(items[groups.key] == "planned backup-empty")
    #expect(items[store.key] == "evidenced backup-shrunk")
    #expect(items.values.count { $0 == "planned backup-missing" } == 3)
    #expect(try share.audit().status == 1)
    let before = try share.folder.contents()
    _ = try share.audit()
    #expect(try share.folder.contents() == before, "nothing is written")
  }

  /// Planned names by item, folders with `/`.
  private static func names(_ share: Share) throws -> [String: String]? {
    let plan = try share.program("plan", Program.draft, "--policy", "policy.yml")
    let json = try JSONSerialization.jsonObject(with: Data(plan.standardOutput)) as? [String: Any]
    return (json?["backupItems"] as? [[String: Any]])?.reduce(into: [:]) { names, item in
      let set = item["backupSet"] as? [String: Any]
      names[item["id"] as? String ?? ""] = (set?["name"] as? String)?.replacingOccurrences(of: "\\", with: "/")
    }
  }

  /// With all of it in place, and the history for databases.
  @Test func allOfIt() throws {
    let share = try Share()
    for (id, name) in try #require(try Self.names(share)) {
      try share.write(name.hasSuffix(".zip") ? Self.zip : [1], to: id.hasPrefix("fileStore:") ? "\(name)/x" : name)
    }
    #expect(Set(try share.items().values) == ["evidenced"])
    #expect(try share.audit().status == 0)
    // The same, described by a manifest.
    let rows = try share.folder.contents("share").filter { !$0.value.isEmpty }.map { path, bytes in
      "\\\\backup\\lync$\\\(path.replacingOccurrences(of: "/", with: "\\")),\(bytes.count),2026-11-22T01:00:00Z\r\n"
    }
    try share.folder.write("path,size,modified\r\n" + rows.joined(), to: "list.csv")
    #expect(Set(try share.items(evidence: ["list.csv"]).values) == ["evidenced"])
    // A folder with nothing but the manifest.
    try share.folder.write("path,size,modified\r\n" + rows.joined(), to: "described/manifest.csv")
    #expect(Set(try share.items(evidence: ["described"]).values) == ["evidenced"])
  }

  @Test func linksLoopsAndDevices() throws {
    let share = try Share()
    try share.folder.write(Self.zip, to: "outside/Config.zip")
    for (name, target) in [
      ("Config.zip", "../outside/Config.zip"), ("away", "../outside"), ("loop", "."), ("self", "self"),
      ("etc", "/etc"), ("dangling", "nowhere"),
    ] {
      try FileManager.default.createSymbolicLink(
        atPath: share.folder.path("share/\(name)"), withDestinationPath: target)
    }
    try #require(try runProcess("mkfifo", [share.folder.path("share/UserData.zip")]).status == 0)
    let evidence = try #require(try share.json()["evidence"] as? [String: Any])
    #expect(evidence["files"] as? Int == 0)
    #expect(
      (evidence["skipped"] as? [String: Any])?["first"] as? [String] == [
        "Config.zip: a link, not followed", "UserData.zip: neither file nor folder", "away: a link, not followed",
        "dangling: a link, not followed", "etc: a link, not followed", "loop: a link, not followed",
        "self: a link, not followed",
      ])
    #expect(try share.items()["topologyConfiguration:deployment"] == "planned backup-missing")
    // The folder itself may be reached by a link: the user named it.
    try FileManager.default.createSymbolicLink(atPath: share.folder.path("named"), withDestinationPath: "outside")
    #expect(try share.items(evidence: ["named"])["topologyConfiguration:deployment"]?.contains("missing") == false)
  }

  @Test(arguments: [
    (
      ["--max-evidence-files", "3"],
      "more than 3 files and folders, the limit; check that it is the right folder, or raise --max-evidence-files"
    ),
    (
      ["--max-evidence-depth", "2"],
      "folders more than 2 deep, the limit; check that it is the right folder, or raise --max-evidence-depth"
    ),
    (
      ["--max-evidence-path-bytes", "6"],
      "a path of more than 6 bytes, the limit; check that it is the right folder, or raise --max-evidence-path-bytes"
    ),
  ])
  func limits(arguments: [String], message: String) throws {
    let share = try Share()
    try share.write([1], to: "a/b/c/d")
    let within = try share.audit(
      "--max-evidence-files", "4", "--max-evidence-depth", "4", "--max-evidence-path-bytes", "8")
    #expect(within.status == 1)
    let result = try share.audit(arguments[0], arguments[1])
    #expect(result.status == 65)
    #expect(result.errorText == "share: error: \(message) [limit-exceeded]\n")
    #expect(result.outputText == "")
    #expect(try share.audit(arguments[0], "0").status == 64)
  }

  @Test func hostileNames() throws {
    let share = try Share()
    for name in ["a\nb", "\u{1B}[2Jx", "user\u{202E}gpj.exe", "Config.zip\n", " ", "=1+1"] {
      try share.write([1], to: name)
    }
    // No UTF-8.
    let broken = unsafe open(share.folder.path("share/") + "x", O_CREAT | O_WRONLY, 0o644)
    close(broken)
    let bytes = Array(share.folder.path("share/").utf8).map { CChar(bitPattern: $0) } + [CChar(bitPattern: 0xFF), 0]
    let odd = unsafe open(bytes, O_CREAT | O_WRONLY, 0o644)
    #expect(odd >= 0)
    close(odd)
    let text = try share.audit().outputText
    let shown = text.split(separator: "\n").map(String.init)
    for line in [
      "    a\\u{A}b", "    \\u{1B}[2Jx", "    user\\u{202E}gpj.exe", "    Config.zip\\u{A}", "     ", "    =1+1",
      "    \u{FFFD}",
    ] { #expect(shown.contains(line), "\(line)") }
    #expect(!text.utf8.contains(0x1B))
    let evidence = try #require(try share.json()["evidence"] as? [String: Any])
    #expect((evidence["foreign"] as? [String: Any])?["count"] as? Int == 8)
  }

  @Test func theHistoryOfSQLServer() throws {
    let share = try Share()
    let plan = try share.program("plan", Program.published)
    let json = try #require(try JSONSerialization.jsonObject(with: Data(plan.standardOutput)) as? [String: Any])
    let items = try #require(json["backupItems"] as? [[String: Any]])
    let databases = items.filter {
      ["archiving", "callDetailRecords", "qualityOfExperience"].contains($0["data"] as? String)
    }
    #expect(databases.count > 3)
    let rows = databases.map { item in
      let host = (item["server"] as? String ?? "").prefix { $0 != "." }.uppercased()
      let instance = (item["instance"] as? String).map { "\\\($0)" } ?? ""
      return "\(host)\(instance),\(item["database"] as? String ?? ""),D,2026-11-22T01:00:00Z,4096\n"
    }
    let header = "server_name,database_name,type,backup_finish_date,backup_size\n"
    try share.folder.write(header + rows.joined(), to: "share/backupset.csv")
    let result = try runProcess(
      builtProduct(named: "backup-worksheets"),
      ["audit", Program.published, "--as-of", "2026-11-23", "--evidence", "share", "--format", "json"],
      workingDirectory: share.folder.path)
    let audit = try #require(try JSONSerialization.jsonObject(with: Data(result.standardOutput)) as? [String: Any])
    let evidence = try #require(audit["evidence"] as? [String: Any])
    #expect(evidence["recordsMatched"] as? Int == databases.count && evidence["files"] as? Int == 0)
    let matched = (evidence["backups"] as? [[String: Any]])?.compactMap { $0["item"] as? String }
    #expect(matched == databases.compactMap { $0["id"] as? String })
  }

  @Test func whatCannotBeRead() throws {
    let share = try Share()
    try share.folder.write("name;bytes\n", to: "other.csv")
    try share.folder.write("path,size,modified\na,b,c\n", to: "bad.csv")
    try share.folder.write("name;bytes\n", to: "share/manifest.csv")
    try #require(try runProcess("mkfifo", [share.folder.path("pipe")]).status == 0)
    for (path, status, message) in [
      ("nowhere", 66, "nowhere: error: cannot be opened: No such file or directory; name a folder, a manifest"),
      ("pipe", 66, "pipe: error: cannot be opened: neither a folder nor a file; name a folder, a manifest"),
      ("/dev/null", 66, "/dev/null: error: cannot be opened: neither a folder nor a file"),
      ("-", 64, "Error: Evidence is a folder or a file, not standard input."),
      (
        "other.csv", 65,
        "other.csv:1: error: no column is called path, size, modified, as a manifest needs; the first line has"
      ),
      ("bad.csv", 1, "bad.csv:2: warning: size \"b\" is no number of bytes; the row is not counted; write digits"),
      // Called like a manifest by chance: a file like others.
      ("share", 1, "share/manifest.csv:1: warning: no column is called path, size, modified"),
    ] {
      let result = try share.audit(evidence: [path])
      #expect(result.status == Int32(status), "\(path)")
      #expect(result.errorText.hasPrefix(message), "\(result.errorText)")
      #expect((result.outputText == "") == (status != 1))
    }
    #expect(try share.audit().outputText.contains("    manifest.csv\n"))
  }

  /// To the superuser everything is readable: then the program runs as nobody.
  private static let asNobody: [String] =
    geteuid() == 0 ? ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] : ["env"]
  private static var canRunAsNobody: Bool {
    (try? runProcess(asNobody[0], asNobody.dropFirst() + [builtProduct(named: "backup-worksheets"), "--version"]))?
      .status == 0
  }

  @Test(.enabled(if: canRunAsNobody)) func whatMayNotBeReadIsSaid() throws {
    let share = try Share()
    try share.write(Self.zip, to: "Config.zip")
    try share.write(Self.zip, to: "recycled/x")
    try share.write(Self.zip, to: "LisConfig.zip")
    for name in ["Config.zip", "recycled"] {
      try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: share.folder.path("share/\(name)"))
    }
    let draft = try share.folder.write(Array(Data(contentsOf: URL(filePath: Program.draft))), to: "draft.tbxml")
    func audit(_ evidence: String) throws -> ProcessResult {
      try runProcess(
        Self.asNobody[0],
        Self.asNobody.dropFirst() + [
          builtProduct(named: "backup-worksheets"), "audit", draft, "--as-of", "2026-11-23", "--evidence", evidence,
        ], workingDirectory: share.folder.path)
    }
    let text = try audit("share").outputText
    #expect(text.contains("  the zip archive Config.zip cannot be read: Permission denied\n"))
    #expect(text.contains("  Not looked at\n    recycled: cannot be opened: Permission denied\n"))
    #expect(text.contains("  files: 2, 2 of them of items"))
    #expect(try audit("share/recycled").status == 66)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: share.folder.path("share/recycled"))
  }

  @Test func aFileIsNoCopyOfAShare() throws {
    let share = try Share()
    try share.write(Array("x".utf8), to: "filestore/file01.fabrikam.com-LyncShare")
    #expect(try share.items()[#"fileStore:\\file01.fabrikam.com\lyncshare"#] == "planned backup-missing")
    try FileManager.default.removeItem(atPath: share.folder.path("share/filestore/file01.fabrikam.com-LyncShare"))
    try share.write(Array("x".utf8), to: "filestore/file01.fabrikam.com-LyncShare/f")
    #expect(try share.items()[#"fileStore:\\file01.fabrikam.com\lyncshare"#] == "evidenced")
  }

  @Test func aBackupThatIsSeenTwiceStillShrank() throws {
    let share = try Share()
    for (name, row) in [
      ("old.csv", "Config.zip,1000,2026-11-20"), ("new.csv", "Config.zip,100,2026-11-22"),
      ("again.csv", "2026/Config.zip,100,2026-11-22"),
    ] {
      try share.folder.write("path,size,modified\n\(row)\n", to: name)
    }
    let items = try share.items(evidence: ["old.csv", "new.csv", "again.csv"])
    #expect(items["topologyConfiguration:deployment"] == "evidenced backup-shrunk")
  }

  @Test func aTableThatIsNoTextIsAFileLikeOthers() throws {
    let share = try Share()
    try share.write(Self.zip, to: "Config.zip")
    try share.write([0xE9, 0x0A], to: "manifest.csv")
    #expect(try share.items()["topologyConfiguration:deployment"] == "evidenced")
  }

  @Test func severalSourcesAreOne() throws {
    let share = try Share()
    try share.write(Self.zip, to: "Config.zip")
    try share.folder.write("path,size,modified\nLisConfig.zip,5,2026-11-22\n", to: "m.csv")
    let items = try share.items(evidence: ["share", "m.csv"])
    #expect(items.values.count { $0 == "evidenced" } == 2)
    // Absolute or not: results hold no place of this machine.
    let absolute = try share.audit(evidence: [share.folder.path("share"), share.folder.path("m.csv")])
    #expect(absolute.outputText == (try share.audit(evidence: ["share", "m.csv"])).outputText)
    #expect(!absolute.outputText.contains(share.folder.path))
  }
}
