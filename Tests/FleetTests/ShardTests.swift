import Fleet
import Testing

/// Which deployments a shard has, and how it learns which it is.
@Suite struct ShardTests {
  @Test(arguments: 1...17)
  func everyDeploymentIsInOneShard(count: Int) throws {
    let names = (0..<500).map { "customer-\($0)" }
    let shards = try (1...count).map { try #require(Shard(index: $0, of: count)) }
    let sizes = shards.map { shard in names.count(where: shard.contains) }
    #expect(names.allSatisfy { name in shards.count { $0.contains(name) } == 1 })
    #expect(sizes.reduce(0, +) == names.count)
    // Far from even is no spreading.
    #expect(sizes.allSatisfy { $0 > names.count / count / 3 })
  }

  /// `printf %s NAME | sha256sum` gives the first sixteen digits: other tools can tell the shard as well.
  @Test(arguments: [("contoso", 3), ("Ünïcode", 5)])
  func theHashIsThatOfEveryMachine(name: String, count: UInt64) throws {
    let known: [String: UInt64] = ["contoso": contosoHash, "Ünïcode": unicodeHash]
    let index = Int(try #require(known[name]) % count) + 1
    #expect(try #require(Shard(index: index, of: Int(count))).contains(name))
  }

  @Test(arguments: ["0/1", "2/1", "1", "1/", "/1", "-1/2", "+1/2", "1/2/3", "1 /2", "a/b", "1/9999999999", ""])
  func someAreNone(text: String) { #expect(Shard(text) == nil) }

  @Test(arguments: [
    (["JOB_COMPLETION_INDEX": "0", "BACKUP_WORKSHEETS_SHARDS": "4"], "1/4"),
    (["CI_NODE_INDEX": "4", "CI_NODE_TOTAL": "4"], "4/4"),
    (["SLURM_ARRAY_TASK_ID": "7", "SLURM_ARRAY_TASK_MIN": "5", "SLURM_ARRAY_TASK_COUNT": "3"], "3/3"),
    (
      ["CI_NODE_INDEX": "2", "CI_NODE_TOTAL": "4", "JOB_COMPLETION_INDEX": "1", "BACKUP_WORKSHEETS_SHARDS": "4"], "2/4"
    ),
  ])
  func anEngineSaysWhichItIs(environment: [String: String], shard: String) throws {
    #expect(try Shard(environment: { environment[$0] }).description == shard)
  }

  @Test(arguments: [
    (
      [:],
      "no engine has said which shard this is: none of JOB_COMPLETION_INDEX, CI_NODE_INDEX, SLURM_ARRAY_TASK_ID is set"
    ),
    (["JOB_COMPLETION_INDEX": "0"], "JOB_COMPLETION_INDEX is set (Kubernetes), but BACKUP_WORKSHEETS_SHARDS is not"),
    (
      ["CI_NODE_INDEX": "5", "CI_NODE_TOTAL": "4"],
      "CI_NODE_INDEX=5 and CI_NODE_TOTAL=4 (GitLab, counted from 1) contradict each other"
    ),
    (["CI_NODE_INDEX": "x", "CI_NODE_TOTAL": "4"], "CI_NODE_INDEX is \"x\", which is no number"),
    (
      ["CI_NODE_INDEX": "1", "CI_NODE_TOTAL": "4", "JOB_COMPLETION_INDEX": "1", "BACKUP_WORKSHEETS_SHARDS": "4"],
      "the environment gives several shards: 2/4 (Kubernetes), 1/4 (GitLab)"
    ),
    (
      ["SLURM_ARRAY_TASK_ID": "9", "SLURM_ARRAY_TASK_MIN": "1", "SLURM_ARRAY_TASK_COUNT": "5"],
      "SLURM_ARRAY_TASK_ID=9 and SLURM_ARRAY_TASK_COUNT=5 (Slurm, counted from 1) contradict each other"
    ),
  ])
  func orWhatIsMissing(environment: [String: String], message: String) {
    let error = #expect(throws: Shard.EnvironmentProblem.self) { try Shard(environment: { environment[$0] }) }
    #expect(error?.message == message)
  }
}

private let contosoHash: UInt64 = 0x11f0b04eda61baeb
private let unicodeHash: UInt64 = 0x00b24be80c8dd6e9
