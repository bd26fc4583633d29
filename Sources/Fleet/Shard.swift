internal import Digest

/// One of several runs that share a fleet among them.
public struct Shard: Sendable, Equatable, CustomStringConvertible {
  /// From 1.
  public let index: Int
  public let count: Int

  /// Nil unless 1 ≤ index ≤ count.
  public init?(index: Int, of count: Int) {
    guard count >= 1, (1...count).contains(index) else { return nil }
    self.index = index
    self.count = count
  }

  /// Reads `2/5`.
  public init?(_ text: String) {
    let numbers = text.split(separator: "/", omittingEmptySubsequences: false).map { Self.number($0) }
    guard numbers.count == 2, let index = numbers[0], let count = numbers[1] else { return nil }
    self.init(index: index, of: count)
  }

  public var description: String { "\(index)/\(count)" }

  /// Whether a deployment is this run's: by the first eight bytes of its name's SHA-256, the same on every machine, so
  /// that one deployment more moves no other.
  public func contains(_ name: String) -> Bool {
    let hash = SHA256.digest(of: Array(name.utf8)).prefix(8).reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
    return hash % UInt64(count) == UInt64(index - 1)
  }

  /// At most nine digits and nothing else: no fleet has more shards, and no sum of two is too large.
  fileprivate static func number(_ text: some StringProtocol) -> Int? {
    let isNumber = text.utf8.count <= 9 && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    return isNumber ? Int(text) : nil
  }
}

extension Shard {
  /// Why the environment gives no shard.
  public struct EnvironmentProblem: Error, Equatable {
    public let message: String
    public let remedy: String
  }

  /// The shard that an engine gives its processes.
  /// - Parameter value: The value of a variable; nil where it has none.
  public init(environment value: (String) -> String?) throws(EnvironmentProblem) {
    var shards: [(engine: String, shard: Shard)] = []
    for engine in Engine.all where engine.isRunning(value) {
      shards.append((engine.name, try engine.shard(value)))
    }
    guard let first = shards.first else {
      throw EnvironmentProblem(
        message: "no engine has said which shard this is: none of "
          + "\(Engine.all.map(\.index).joined(separator: ", ")) is set",
        remedy: "run it as a job of one, or give --shard I/N")
    }
    guard shards.allSatisfy({ $0.shard == first.shard }) else {
      throw EnvironmentProblem(
        message: "the environment gives several shards: "
          + shards.map { "\($0.shard) (\($0.engine))" }.joined(separator: ", "),
        remedy: "give --shard I/N")
    }
    self = first.shard
  }
}

/// How an engine numbers its processes.
private struct Engine: Sendable {
  let name: String
  /// The variable with the number of this process.
  let index: String
  /// The variable with how many there are.
  let count: String
  /// The number of the first process, or the variable that has it.
  let first: First

  enum First: Sendable {
    case number(Int)
    case variable(String)
  }

  static let all = [
    Engine(
      name: "Kubernetes", index: "JOB_COMPLETION_INDEX", count: "BACKUP_WORKSHEETS_SHARDS", first: .number(0)),
    Engine(name: "GitLab", index: "CI_NODE_INDEX", count: "CI_NODE_TOTAL", first: .number(1)),
    Engine(
      name: "Slurm", index: "SLURM_ARRAY_TASK_ID", count: "SLURM_ARRAY_TASK_COUNT",
      first: .variable("SLURM_ARRAY_TASK_MIN")),
  ]

  func isRunning(_ value: (String) -> String?) -> Bool { value(index) != nil }

  func shard(_ value: (String) -> String?) throws(Shard.EnvironmentProblem) -> Shard {
    let position = try number(index, value)
    let total = try number(count, value)
    let first =
      switch self.first {
      case .number(let number): number
      case .variable(let name): try number(name, value)
      }
    guard let shard = Shard(index: position - first + 1, of: total) else {
      throw Shard.EnvironmentProblem(
        message: "\(index)=\(position) and \(count)=\(total) (\(name), counted from \(first)) contradict each other",
        remedy: "number the processes one by one, without gaps, or give --shard I/N")
    }
    return shard
  }

  private func number(_ variable: String, _ value: (String) -> String?) throws(Shard.EnvironmentProblem) -> Int {
    guard let text = value(variable) else {
      throw Shard.EnvironmentProblem(
        message: "\(index) is set (\(name)), but \(variable) is not",
        remedy: "set \(variable), or give --shard I/N")
    }
    guard let number = Shard.number(text) else {
      throw Shard.EnvironmentProblem(
        message: "\(variable) is \"\(text)\", which is no number", remedy: "set it to a number, or give --shard I/N")
    }
    return number
  }
}
