public import Diagnostics

/// How an organisation wants its documents to look, as far as no template is needed for it.
public struct HouseStyle: Sendable, Equatable {
  /// A value and its place in the policy, for what is wrong with it once it is used.
  public struct Value: Sendable, Equatable {
    public var text: String
    public var location: SourceLocation
  }

  /// Path of an image, from the folder of the policy.
  public var logo: Value?
  /// Six hexadecimal digits: red, green, blue.
  public var color: Value?
  /// A line on every document, such as "Internal".
  public var classification: String?

  public init() {}
}
