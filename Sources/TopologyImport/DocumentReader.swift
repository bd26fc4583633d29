internal import Topology
internal import XMLStream

/// Looks at the root element and hands the rest to the reader of that shape of file.
final class DocumentReader: XMLHandler {
  private(set) var failure: ImportProblem?
  private var reader: ShapeReader?

  override func start(_ element: borrowing XMLElement) -> XMLStep {
    if let reader { return reader.start(element) }
    let position = element.position
    switch element.known {
    case (.topology, .topology)?:
      let builder = DeploymentBuilder(format: .publishedTopology, isPublished: true)
      builder.place = Place(position)
      reader = PublishedReader(builder: builder)
    case (.builder, .topologyBuilder)?:
      let builder = DeploymentBuilder(format: .topologyBuilder, isPublished: false)
      builder.place = Place(position)
      reader = DraftReader(builder: builder)
    case (_, .objects)?:
      failure = .clixml(position)
      return .stop
    default: reader = ExportReader(root: element.name, at: position)
    }
    return .descend
  }

  override func end() { reader?.end() }

  override func text(_ bytes: Span<UInt8>) { reader?.text(bytes) }

  func finish() throws(ImportProblem) -> DeploymentBuilder {
    guard let reader else { throw .empty() }
    return try reader.finish()
  }
}
