/// A file in memory, ready to be written.
public struct OutputFile: Sendable, Equatable {
  /// Name within the output folder, without a path.
  public var name: String
  public var bytes: [UInt8]

  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}
