import BackupPlanning
import DeploymentGenerator
import Foundation
import TestSupport
import Testing
import Topology

/// `plan.json` against the contract: keys, order, absence, exactness.
@Suite struct PlanJSONTests {
  /// The keys of each object in the contract, by the path to it. `[]` is an element of an array.
  private static let keys: [String: (required: Set<String>, optional: Set<String>)] = [
    "": (
      [
        "backupItems", "components", "exclusions", "findings", "otherRequirements", "questions", "restorations",
        "schema", "topology",
      ], []
    ),
    "topology": (["format", "published", "sipDomains", "sites"], ["defaultSipDomain"]),
    "topology.sites[]": (["kind"], ["id", "name", "parent"]),
    "components[]": (
      ["hostsCentralManagementStore", "id", "kind", "roles", "servers"],
      ["backEnd", "fileStores", "fqdn", "mirror", "pairedWith", "product", "serviceVersion", "site"]
    ),
    "backupItems[]": (
      ["backupSet", "data", "id", "permission", "sources", "tool", "worksheet"],
      [
        "command", "database", "destination", "instance", "notes", "owner", "pools", "rpo", "rto", "schedule",
        "server", "share", "site",
      ]
    ),
    "backupItems[].backupSet": (["name"], ["expiration"]),
    "exclusions[]": (["database", "reason", "server", "sources"], ["instance"]),
    "findings[]": (["message", "rule", "severity", "subject"], ["line"]),
    // "text" only of the organisation's own.
    "otherRequirements[]": (["addition", "kind", "sources", "subject"], ["text"]),
    "questions[]": (["id", "subject", "text"], []),
    "restorations[]": (
      ["after", "cautions", "id", "needs", "permissions", "priority", "procedure", "sources", "steps", "target"], []
    ),
    "restorations[].steps[]": (["number", "runs", "text"], ["command"]),
  ]

  private static let enumerations: [String: Set<String>] = [
    "backupItems[].worksheet": ["database", "fileStore", "settings"],
    "backupItems[].data": [
      "userData", "responseGroupConfiguration", "archiving", "callDetailRecords", "qualityOfExperience",
      "persistentChat", "fileStore", "topologyConfiguration", "locationInformation", "responseGroupAudio",
      "callParkMusicOnHold", "announcementAudio",
    ],
    "components[].kind": [
      "frontEndPool", "standardEditionServer", "directorPool", "edgePool", "mediationPool", "persistentChatPool",
      "survivableBranchAppliance", "backEndServer", "fileServer", "officeWebAppsServer", "pstnGateway",
      "trustedApplicationPool", "other",
    ],
    "restorations[].procedure": [
      "centralManagementStore", "fileStore", "backEndServer", "mirroredBackEndPrimary", "mirroredBackEndMirror",
      "standardEditionServer", "memberServer", "pool", "responseGroupSettings", "persistentChatDatabase",
      "archivingDatabase", "monitoringDatabase", "poolFailover", "poolFailback", "abcFailover",
    ],
    "restorations[].steps[].runs": ["locally", "remotely"],
    "findings[].severity": ["error", "warning", "note"],
    "topology.format": ["topologyBuilder", "publishedTopology", "configurationExport"],
    "topology.sites[].kind": ["central", "branch"],
    "schema": ["backup-worksheets/plan/1"],
  ]

  @Test(arguments: Shape.allCases)
  func theKeysAreThoseOfTheContract(shape: Shape) throws {
    var complaints: [String] = []
    var seen: Set<String> = []
    for seed in UInt64(0)..<60 {
      let json = try PlannedDeployment(seed: seed, awkward: true, shape: shape).plan.json
      let root = try JSONSerialization.jsonObject(with: Data(json))
      Self.check(root, "", &complaints, &seen)
    }
    #expect(complaints == [])
    #expect(seen.isSuperset(of: Self.keys.keys))
  }

  private static func check(
    _ value: Any, _ path: String, _ complaints: inout [String], _ seen: inout Set<String>
  ) {
    if let object = value as? [String: Any] {
      guard let known = keys[path] else { return complaints.append("\(path) is an object") }
      seen.insert(path)
      let unknown = Set(object.keys).subtracting(known.required).subtracting(known.optional)
      complaints += unknown.map { "\(path) has \($0)" }
      complaints += known.required.subtracting(object.keys).map { "\(path) lacks \($0)" }
      for (key, member) in object { check(member, path.isEmpty ? key : "\(path).\(key)", &complaints, &seen) }
    } else if let array = value as? [Any] {
      for element in array { check(element, "\(path)[]", &complaints, &seen) }
    } else if value is NSNull {
      complaints.append("\(path) is null")
    } else if let text = value as? String {
      if text.isEmpty { complaints.append("\(path) is empty") }
      if let words = enumerations[path], !words.contains(text) { complaints.append("\(path) is \(text)") }
    }
  }

  /// An independent reader: Python's, which keeps the order of keys and refuses what is not JSON.
  @Test func pythonReadsItWithSortedKeys() throws {
    let script = """
      import json, sys
      def pairs(found):
          names = [name for name, _ in found]
          assert names == sorted(names), names
          assert len(names) == len(set(names)), names
          return dict(found)
      data = sys.stdin.buffer.read()
      assert data.endswith(b"}\\n") and not data.startswith(b"\\xef\\xbb\\xbf")
      plan = json.loads(data.decode("utf-8"), object_pairs_hook=pairs, parse_constant=sys.exit)
      assert data.decode("utf-8") == json.dumps(plan, indent=2, ensure_ascii=False) + "\\n", "unusual form"
      print(len(plan["backupItems"]))
      """
    for seed in UInt64(0)..<6 {
      let plan = try PlannedDeployment(seed: seed, awkward: true, shape: .published).plan
      let result = try runProcess("python3", ["-c", script], input: plan.json)
      #expect(result.errorText == "")
      #expect(result.outputText == "\(plan.backupItems.count)\n")
    }
  }

  /// Whatever XML can carry, and what it cannot too, stands in the JSON exactly. Python compares: Foundation's reader
  /// drops a byte order mark at the beginning of a string.
  @Test func hostileNamesSurviveExactly() throws {
    let names = HostileStrings.all.filter { !$0.isEmpty }
    var input = Array("[".utf8)
    for name in names {
      if input.count > 1 { input += ",".utf8 }
      input +=
        try Array("[\"\(Self.escaped(name))\",".utf8) + Self.hostileDeployment(name).plan().json + Array("]".utf8)
    }
    let script = """
      import json, sys
      for name, plan in json.loads(sys.stdin.buffer.read().decode("utf-8")):
          items = {item["data"]: item for item in plan["backupItems"]}
          user, share = items["userData"], items["fileStore"]
          found = [plan["topology"]["sipDomains"], user["server"], user["instance"], user["site"], user["pools"]]
          wanted = [[name], "sql" + name + "x", "i" + name + "x", name, ["pool" + name + "x"]]
          found.append(share["share"])
          wanted.append(chr(92) * 2 + "file" + chr(92) + "share" + name + "x")
          if found != wanted: print(ascii(name), ascii(found))
      """
    let result = try runProcess("python3", ["-c", script], input: input + Array("]".utf8))
    #expect(result.errorText == "")
    #expect(result.outputText == "")
  }

  /// `name` in JSON, every character as an escape.
  private static func escaped(_ name: String) -> String {
    name.utf16.map { unit in
      let digits = String(unit, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }.joined()
  }

  private static func hostileDeployment(_ name: String) -> SampleDeployment {
    var sample = SampleDeployment()
    let site = sample.site(name)
    let cluster = sample.cluster("pool\(name)x", machines: ["fe\(name)x"], site: site)
    let share = sample.fileStore("share\(name)x", on: sample.cluster("file", site: site, replicates: false))
    let instance = sample.sqlInstance("sql\(name)x", "i\(name)x", site: site)
    _ = sample.pool(on: cluster, backEnd: instance, fileStore: share)
    sample.topology.sipDomains = [name]
    return sample
  }

  @Test func whatNobodyGaveIsAbsent() throws {
    let root = try #require(
      try JSONSerialization.jsonObject(with: Data(SampleDeployment.enterprise().deployment.plan().json))
        as? [String: Any])
    let items = try #require(root["backupItems"] as? [[String: Any]])
    for item in items {
      for key in ["schedule", "destination", "owner", "rpo", "rto"] { #expect(item[key] == nil) }
      #expect((item["backupSet"] as? [String: Any])?.keys.sorted() == ["name"])
    }
    let xds = try #require(items.first { $0["id"] as? String == "topologyConfiguration:deployment" })
    for key in ["server", "instance", "pools", "share", "site"] { #expect(xds[key] == nil) }
    #expect(xds["database"] as? String == "xds")
    for restoration in try #require(root["restorations"] as? [[String: Any]]) {
      #expect(
        Set(restoration.keys)
          == ["after", "cautions", "id", "needs", "permissions", "priority", "procedure", "sources", "steps", "target"])
      for step in try #require(restoration["steps"] as? [[String: Any]]) {
        #expect(Set(step.keys).subtracting(["command"]) == ["number", "runs", "text"])
        #expect((step["command"] as? String).map(\.isEmpty) != true)
      }
    }
  }
}
