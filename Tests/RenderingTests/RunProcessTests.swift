import Foundation
import TestSupport
import Testing

@Suite struct RunProcessTests {
  @Test func largeStreamsPassWhole() throws {
    let input = [UInt8](repeating: UInt8(ascii: "x"), count: 3_000_000)
    let result = try runProcess("sh", ["-c", "tee /dev/stderr"], input: input)
    #expect(result.standardOutput == input && result.standardError == input)
    #expect(result.status == 0 && !result.wasSignalled)
  }

  @Test func statusFolderAndEnvironmentAreThoseAskedFor() throws {
    let result = try runProcess(
      "/bin/sh", ["-c", "pwd; echo $A$B; exit 3"], environment: ["A": "a", "B": "b"], changing: ["B": nil],
      workingDirectory: "/usr")
    #expect(result.outputText == "/usr\na\n")
    #expect(result.status == 3)
  }

  @Test func aSignalIsTold() throws {
    let result = try runProcess("sh", ["-c", "kill -9 $$"])
    #expect(result.wasSignalled && result.status == 9)
  }

  @Test func theToolIsBesideTheTests() throws {
    let usage = try runProcess(builtProduct(named: "backup-worksheets"), ["--help"])
    #expect(!usage.wasSignalled)
    #expect(throws: CocoaError.self) { try builtProduct(named: "no-such-tool") }
  }
}
