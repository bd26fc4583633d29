import DeploymentGenerator
import Foundation

/// Writes a made-up topology, or one of the shipped examples.
@main
struct MakeTopology {
  static func main() {
    do {
      let request = try Request(Array(CommandLine.arguments.dropFirst()))
      let bytes = request.bytes()
      try Data(bytes).write(to: URL(fileURLWithPath: request.file))
      print("\(request.file): \(bytes.count) bytes")
    } catch let problem as WrongUsage {
      complain("\(problem.message)\n\(usage)")
      exit(64)
    } catch {
      complain("make-topology: \(error.localizedDescription)")
      exit(74)
    }
  }

  private static func complain(_ message: String) {
    FileHandle.standardError.write(Data("\(message)\n".utf8))
  }

  private static let usage = """
    usage: make-topology (--bytes N | --pools N) [--shape published|topologyBuilder]
                         [--encoding utf8|utf16le] [--seed N] FILE
           make-topology --example draft|published FILE
    """
}

struct WrongUsage: Error {
  var message: String
}

/// What is asked for on the command line.
struct Request {
  enum Subject { case bytes(Int), pools(Int), example(Example) }
  enum Example: String { case draft, published }
  enum Encoding: String { case utf8, utf16le }

  var subject: Subject
  var shape = Shape.published
  var encoding = Encoding.utf8
  var seed: UInt64 = 1
  var file: String

  init(_ arguments: [String]) throws {
    var subject: Subject?
    var files: [String] = []
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      guard argument.hasPrefix("--") else {
        files.append(argument)
        continue
      }
      guard let value = rest.popFirst() else { throw WrongUsage(message: "\(argument) needs a value") }
      switch argument {
      case "--bytes": subject = .bytes(try Self.read(value, Int.init, argument))
      case "--pools": subject = .pools(try Self.read(value, Int.init, argument))
      case "--example": subject = .example(try Self.read(value, Example.init, argument))
      case "--shape": shape = try Self.read(value, Shape.init, argument)
      case "--encoding": encoding = try Self.read(value, Encoding.init, argument)
      case "--seed": seed = try Self.read(value, UInt64.init, argument)
      default: throw WrongUsage(message: "\(argument) is no option")
      }
    }
    guard let subject else { throw WrongUsage(message: "--bytes, --pools or --example says what to write") }
    guard let file = files.first, files.count == 1 else { throw WrongUsage(message: "name one output file") }
    self.subject = subject
    self.file = file
  }

  private static func read<Value>(
    _ text: String, _ parse: (String) -> Value?, _ option: String
  ) throws -> Value {
    guard let value = parse(text) else { throw WrongUsage(message: "\(option) does not take \(text)") }
    return value
  }

  func bytes() -> [UInt8] {
    let utf8 =
      switch subject {
      case .bytes(let bytes): GeneratedDeployment(targetBytes: bytes, shape: shape, seed: seed).xml(shape)
      case .pools(let pools): GeneratedDeployment(pools: pools, seed: seed).xml(shape)
      case .example(.draft): GeneratedDeployment.draftExample.xml(.topologyBuilder)
      case .example(.published): GeneratedDeployment.publishedExample.xml(.published)
      }
    return encoding == .utf8 ? utf8 : utf16LittleEndian(utf8)
  }
}
