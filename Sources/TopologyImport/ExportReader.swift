internal import Topology
internal import XMLStream

/// Reads `DocItemSet.xml` of a configuration export: the one topology with services in it, wherever it stands, and
/// the simple URLs. No real export was available, so nothing else of its structure is relied on.
final class ExportReader: ShapeReader {
  /// Name of the root element, for the message when there is no topology.
  private let root: String
  private let rootPlace: XMLPosition
  /// Reads the topology that is open.
  private var candidate: PublishedReader?
  private var candidateDepth = 0
  private var depth = 1
  private var found: DeploymentBuilder?
  private var failure: ImportProblem?

  init(root: String, at place: XMLPosition) {
    self.root = root
    rootPlace = place
    super.init(builder: DeploymentBuilder(format: .configurationExport, isPublished: true))
  }

  override func start(_ element: borrowing XMLElement) -> XMLStep {
    let step = step(element)
    if step == .descend || step == .text { depth += 1 }
    return step
  }

  private func step(_ element: borrowing XMLElement) -> XMLStep {
    if let candidate { return candidate.start(element) }
    switch element.known {
    case (.topology, .topology)?:
      let builder = DeploymentBuilder(format: .configurationExport, isPublished: true)
      builder.place = Place(element.position)
      candidate = PublishedReader(builder: builder)
      candidateDepth = depth
    case (.simpleURL, .simpleURL)?: builder.addSimpleURL(element)
    default: break
    }
    return .descend
  }

  override func end() {
    depth -= 1
    guard let candidate else { return }
    guard depth == candidateDepth else { return candidate.end() }
    self.candidate = nil
    guard candidate.builder.hasServices else { return }
    if found == nil {
      found = candidate.builder
    } else if failure == nil {
      failure = .secondTopology(candidate.builder.place?.position ?? rootPlace)
    }
  }

  override func text(_ bytes: Span<UInt8>) { candidate?.text(bytes) }

  override func finish() throws(ImportProblem) -> DeploymentBuilder {
    if let failure { throw failure }
    guard let found else {
      throw root == "DocItemSet" ? .noTopology(rootPlace) : .otherXML(root, rootPlace)
    }
    found.topology.simpleURLs = builder.topology.simpleURLs
    return found
  }
}
