/// Takes the bytes of files away while they are made.
public protocol OutputSink: AnyObject {
  /// Takes all of `bytes` away: they follow, in the file of that name, what it took before.
  func take(_ bytes: inout [UInt8], of name: String)
}

/// Keeps whole files in memory, for those who compare them or want one as text.
public final class MemorySink: OutputSink {
  /// In the order in which they were begun.
  public private(set) var files: [OutputFile] = []

  public init() {}

  public func take(_ bytes: inout [UInt8], of name: String) {
    if let index = files.lastIndex(where: { $0.name == name }) {
      files[index].bytes += bytes
    } else {
      files.append(OutputFile(name: name, bytes: bytes))
    }
    bytes.removeAll(keepingCapacity: true)
  }
}

/// A file while it is rendered. It hands its bytes on block by block, so that a file of a hundred megabytes needs no
/// more memory than a small one: touching new memory was a third of the time of a large run.
struct OutgoingFile {
  /// What was written and not handed on.
  var bytes: [UInt8] = []
  /// Bytes that were handed on.
  private var passedOn = 0
  private let name: String
  private let sink: any OutputSink

  private static let blockSize = 1 << 18

  init(_ name: String, _ sink: any OutputSink) {
    self.name = name
    self.sink = sink
  }

  /// How much was written so far.
  var position: Int { passedOn + bytes.count }

  /// Hands on what is there, once it is enough. Called between blocks and rows only: writers look back within one.
  mutating func passOn() {
    if bytes.count >= Self.blockSize { end() }
  }

  /// Hands on the rest.
  mutating func end() {
    passedOn += bytes.count
    sink.take(&bytes, of: name)
  }
}
