import CFuzzer
import Foundation

/// `fuzz TARGET …`: libFuzzer on one of the targets, with libFuzzer's own arguments.
@main
struct Fuzz {
  static func main() {
    var words = CommandLine.arguments
    guard words.count > 1, let target = FuzzTarget(rawValue: words.remove(at: 1)) else {
      let names = FuzzTarget.allCases.map(\.rawValue).joined(separator: " ")
      FileHandle.standardError.write(Data("usage: fuzz TARGET [libFuzzer's arguments]\ntargets: \(names)\n".utf8))
      exit(64)
    }
    // libFuzzer keeps the words for good.
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    exit(
      arguments.withUnsafeMutableBufferPointer { buffer in
        var count = CInt(words.count)
        var pointer = buffer.baseAddress
        return LLVMFuzzerRunDriver(&count, &pointer, target.test)
      })
  }
}

/// What is read from people, each under its name on the command line.
enum FuzzTarget: String, CaseIterable {
  case topology, archive, policy, register, quoting, templates, evidence, baseline, fleet

  /// Called with bytes that nobody vouches for; returns 0, or ends the program where an invariant does not hold.
  typealias Test = @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt

  var test: Test {
    switch self {
    case .topology: { TopologyTarget.check([UInt8]($0, $1)) }
    case .archive: { ArchiveTarget.check([UInt8]($0, $1)) }
    case .policy: { PolicyTarget.check([UInt8]($0, $1)) }
    case .register: { RegisterTarget.check([UInt8]($0, $1)) }
    case .quoting: { QuotingTarget.check([UInt8]($0, $1)) }
    case .templates: { TemplateTarget.check([UInt8]($0, $1)) }
    case .evidence: { EvidenceTarget.check([UInt8]($0, $1)) }
    case .baseline: { BaselineTarget.check([UInt8]($0, $1)) }
    case .fleet: { FleetTarget.check([UInt8]($0, $1)) }
    }
  }
}

extension [UInt8] {
  fileprivate init(_ start: UnsafePointer<UInt8>?, _ count: Int) {
    self.init(UnsafeBufferPointer(start: start, count: count))
  }
}
