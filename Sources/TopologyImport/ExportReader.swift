internal import Topology
internal import XMLStream

/// Reads `DocItemSet.xml` of a configuration export: the one topology with services in it, wherever it stands, and
/// the simple URLs. No real export was available, so nothing else of its structure is relied on.
struct ExportReader: ShapeReader, ~Copyable {
  /// Name of the root element, for the message when there is no topology.
  private let root: String
  private let rootPlace: XMLPosition
  private var simpleURLs: [SimpleURL] = []
  /// Reads the topology that is open.
  private var candidate: PublishedReader?
  private var candidateDepth = 0
  private var depth = 1
  private var found: DeploymentBuilder?
  private var failure: ImportProblem?

  init(root: String, at place: XMLPosition) {
    self.root = root
    rootPlace = place
  }

  mutating func start(_ element: borrowing XMLElement) -> XMLStep {
    let step = step(element)
    if step == .descend || step == .text { depth += 1 }
    return step
  }

  private mutating func step(_ element: borrowing XMLElement) -> XMLStep {
    if candidate != nil { return candidate?.start(element) ?? .skip }
    switch element.known {
    case (.topology, .topology)?:
      candidate = PublishedReader(format: .configurationExport, at: element.position)
      candidateDepth = depth
    case (.simpleURL, .simpleURL)?: simpleURLs.append(SimpleURL(element))
    default: break
    }
    return .descend
  }

  mutating func end() {
    depth -= 1
    guard candidate != nil else { return }
    guard depth == candidateDepth else {
      candidate?.end()
      return
    }
    guard let builder = candidate.take()?.finish(), builder.hasServices else { return }
    if found == nil {
      found = consume builder
    } else if failure == nil {
      failure = .secondTopology(builder.place.position)
    }
  }

  mutating func text(_ bytes: Span<UInt8>) { candidate?.text(bytes) }

  consuming func finish() throws(ImportProblem) -> DeploymentBuilder {
    if let failure { throw failure }
    guard var found = found.take() else {
      throw root == "DocItemSet" ? .noTopology(rootPlace) : .otherXML(root, rootPlace)
    }
    found.topology.simpleURLs = simpleURLs
    return found
  }
}
