import Foundation
import TestSupport
import Testing

/// The files that others published: what has to be backed up there, as a person read it out of the XML.
@Suite(.realTopologies) struct RealTopologyTests {
  private static let folder = Fixture.repository.appending(path: "../shared/topologies").standardizedFileURL.path

  /// In the order of the plan: site, pool, kind.
  static let items: [(file: String, ids: [String])] = [
    (
      // An Enterprise pool with Response Groups (port owner RGS), everything in the default instance of one SQL
      // Server; Data2 is used by nobody; not published, so nobody knows where the Central Management store will be.
      "Contoso.tbxml",
      [
        "locationInformation:deployment", "topologyConfiguration:deployment",
        #"fileStore:\\xfile2.contoso.com\data2"#,
        "archiving:xsql1.contoso.com", "callDetailRecords:xsql1.contoso.com",
        #"fileStore:\\xfile1.contoso.com\data1"#, "qualityOfExperience:xsql1.contoso.com",
        "responseGroupConfiguration:frontendpool.contoso.com", "userData:frontendpool.contoso.com",
      ]
    ),
    (
      // Two paired Standard Edition servers, both with Response Groups; the Central Management store is on the first.
      "paired-standard-edge-utf16.xml",
      [
        "locationInformation:deployment", "topologyConfiguration:deployment",
        "announcementAudio:fe1.example.com", "callParkMusicOnHold:fe1.example.com",
        #"fileStore:\\fe1.example.com\lyncshare"#, "responseGroupAudio:fe1.example.com",
        "responseGroupConfiguration:fe1.example.com", "userData:fe1.example.com",
        "announcementAudio:fe2.example.com", "callParkMusicOnHold:fe2.example.com",
        #"fileStore:\\fe2.example.com\lyncshare"#, "responseGroupAudio:fe2.example.com",
        "responseGroupConfiguration:fe2.example.com", "userData:fe2.example.com",
      ]
    ),
    (
      // One Standard Edition server; its application server runs nothing but the test bot.
      "pocketdomain.tbxml",
      [
        "locationInformation:deployment", "topologyConfiguration:deployment",
        #"fileStore:\\lync2013.pocketdomain.corp\lyncshare"#, "userData:lync2013.pocketdomain.corp",
      ]
    ),
    (
      // An Enterprise pool of one, AlwaysOn, the share on a DFS domain; the test bot only.
      "rlevchenko-enterprise-alwayson.xml",
      [
        "locationInformation:deployment", "topologyConfiguration:deployment",
        #"fileStore:\\tenant.rlevchenko.com\skype"#, "userData:poolfe.tenant.rlevchenko.com",
      ]
    ),
    (
      // A Standard Edition server with Response Groups; Edge and gateway hold nothing of their own.
      "standard-edge-gateway.xml",
      [
        "locationInformation:deployment", "topologyConfiguration:deployment",
        #"fileStore:\\skypefe.contoso.com\lyncshare"#, "responseGroupConfiguration:skypefe.contoso.com",
        "userData:skypefe.contoso.com",
      ]
    ),
  ]

  /// `server`, or `server\instance`, of xds, lis and every userData row, as written in the file.
  private static let places: [String: [String]] = [
    "Contoso.tbxml": ["-", "-", "xSQL1.contoso.com"],
    "paired-standard-edge-utf16.xml": [
      #"FE1.example.com\rtc"#, #"FE1.example.com\rtc"#, #"FE1.example.com\rtc"#, #"FE2.example.com\rtc"#,
    ],
    "pocketdomain.tbxml": Array(repeating: #"lync2013.pocketdomain.corp\rtc"#, count: 3),
    "rlevchenko-enterprise-alwayson.xml": Array(repeating: "srv-sql-01.tenant.rlevchenko.com", count: 3),
    "standard-edge-gateway.xml": Array(repeating: #"skypefe.contoso.com\rtc"#, count: 3),
  ]

  @Test func everyFileIsRead() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder).filter { !$0.hasSuffix(".md") }
    #expect(names.sorted() == Self.items.map(\.file).sorted())
  }

  @Test(arguments: items)
  func theRowsAreThoseOfTheDeployment(file: String, ids: [String]) throws {
    let program = try Program()
    let result = try program("generate", "\(Self.folder)/\(file)")
    #expect(result.status == 0)
    #expect(program.folder.names("output") == Program.files)
    let plan = try #require(
      try JSONSerialization.jsonObject(with: Data(program.folder.bytes("output/plan.json"))) as? [String: Any])
    let items = try #require(plan["backupItems"] as? [[String: Any]])
    #expect(items.compactMap { $0["id"] as? String } == ids)
    let databases = items.filter { ["xds", "lis", "rtcxds"].contains($0["database"] as? String) }
    let places = databases.map { item in
      [item["server"] as? String ?? "-", item["instance"] as? String].compactMap(\.self).joined(separator: "\\")
    }
    #expect(places == Self.places[file])
    // A row that can be run has its command; Response Group audio is copied by its owner.
    for item in items where item["data"] as? String != "responseGroupAudio" {
      #expect(item["command"] is String, "\(item["id"] ?? "?")")
    }
    // Nothing of the author's machine gets out.
    let everything = try program.folder.contents("output").values.map { String(decoding: $0, as: UTF8.self) }.joined()
    #expect(!everything.contains(#":\Users\"#) && !everything.contains(Self.folder))
  }
}
