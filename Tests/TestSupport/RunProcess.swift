import Foundation

/// What a program did.
public struct ProcessResult: Sendable {
  public var standardOutput: [UInt8]
  public var standardError: [UInt8]
  /// Exit status, or the signal's number where a signal ended it.
  public var status: Int32
  public var wasSignalled: Bool

  public var outputText: String { String(decoding: standardOutput, as: UTF8.self) }
  public var errorText: String { String(decoding: standardError, as: UTF8.self) }
}

/// Runs a program to its end. `program` is a path, or a name looked up in PATH. Without `environment` it inherits
/// the tests' own; variables set to nil in `changing` are removed, others set.
///
/// Streams go through files, not pipes: no amount of output can block either side.
public func runProcess(
  _ program: String, _ arguments: [String] = [], input: [UInt8] = [], environment: [String: String]? = nil,
  changing changes: [String: String?] = [:], workingDirectory: String? = nil
) throws -> ProcessResult {
  let folder = FileManager.default.temporaryDirectory.appending(path: "run-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  func file(_ name: String, _ bytes: [UInt8] = []) throws -> URL {
    let url = folder.appending(path: name)
    try Data(bytes).write(to: url)
    return url
  }
  let output = try file("out")
  let error = try file("err")

  let process = Process()
  process.executableURL = URL(filePath: program.contains("/") ? program : "/usr/bin/env")
  process.arguments = program.contains("/") ? arguments : [program] + arguments
  var variables = environment ?? ProcessInfo.processInfo.environment
  for (name, value) in changes { variables[name] = value }
  process.environment = variables
  if let workingDirectory { process.currentDirectoryURL = URL(filePath: workingDirectory) }
  process.standardInput = try FileHandle(forReadingFrom: file("in", input))
  process.standardOutput = try FileHandle(forWritingTo: output)
  process.standardError = try FileHandle(forWritingTo: error)
  try process.run()
  process.waitUntilExit()
  return ProcessResult(
    standardOutput: Array(try Data(contentsOf: output)), standardError: Array(try Data(contentsOf: error)),
    status: process.terminationStatus, wasSignalled: process.terminationReason == .uncaughtSignal)
}

/// Path of an executable of this package, built beside the test bundle that is running.
public func builtProduct(named name: String) throws -> String {
  let bundle = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
  let path = URL(filePath: bundle).deletingLastPathComponent().appending(path: name).path
  guard FileManager.default.isExecutableFile(atPath: path) else { throw CocoaError(.fileNoSuchFile) }
  return path
}
