internal import XMLStream

/// Reads one shape of file into a builder. A value, so that what it changes needs no check of exclusive access per
/// property; one that cannot be copied, because of what it builds.
protocol ShapeReader: ~Copyable {
  mutating func start(_ element: borrowing XMLElement) -> XMLStep
  mutating func end()
  mutating func text(_ bytes: Span<UInt8>)
  /// The builder once the whole document was read.
  consuming func finish() throws(ImportProblem) -> DeploymentBuilder
}

/// What a Service contains in both shapes: ports and the element of its role.
enum ServiceContent {
  enum Answer {
    case ports
    case done
  }

  static func start(_ element: borrowing XMLElement, _ word: Word, _ builder: inout DeploymentBuilder) -> Answer {
    if word == .ports { return builder.wantsPorts ? .ports : .done }
    builder.addRoleElement(word, element)
    return .done
  }
}

/// The text of the Name of a site, which comes in pieces.
struct NameText {
  private var bytes: [UInt8] = []
  private var site: Int?

  mutating func begin(site: Int) {
    bytes.removeAll(keepingCapacity: true)
    self.site = site
  }

  mutating func append(_ span: Span<UInt8>) {
    for index in 0..<span.count { bytes.append(span[index]) }
  }

  mutating func end(_ builder: inout DeploymentBuilder) {
    if let site { builder.nameSite(site, bytes) }
    site = nil
  }
}
