public import XMLStream
public import ZipArchive

/// Bounds on what an input may cost.
public struct ImportLimits: Sendable, Equatable {
  public var xml: XMLLimits
  public var zip: ZipLimits
  /// Diagnostics kept; one more says how many were left out. Default: 10,000.
  public var diagnostics: Int

  public static let standard = ImportLimits()

  public init(xml: XMLLimits = .standard, zip: ZipLimits = .standard, diagnostics: Int = 10_000) {
    self.xml = xml
    self.zip = zip
    self.diagnostics = diagnostics
  }
}
