internal import Topology
internal import XMLStream

/// Looks at the root element and hands the rest to the reader of that shape of file.
final class DocumentReader: XMLHandler {
  private(set) var failure: ImportProblem?
  private enum Shape {
    case unknown, published, draft, export
  }

  private var shape = Shape.unknown
  // One of them at most. Not in the cases of the enumeration: changing a payload would move it out and in.
  private var published: PublishedReader?
  private var draft: DraftReader?
  private var export: ExportReader?

  override func start(_ element: borrowing XMLElement) -> XMLStep {
    switch shape {
    case .published: published?.start(element) ?? .skip
    case .draft: draft?.start(element) ?? .skip
    case .export: export?.start(element) ?? .skip
    case .unknown: startRoot(element)
    }
  }

  override func end() {
    switch shape {
    case .published: published?.end()
    case .draft: draft?.end()
    case .export: export?.end()
    case .unknown: break
    }
  }

  override func text(_ bytes: Span<UInt8>) {
    switch shape {
    case .published: published?.text(bytes)
    case .draft: draft?.text(bytes)
    case .export: export?.text(bytes)
    case .unknown: break
    }
  }

  /// The builder once the whole document was read; it can be asked for once.
  func finish() throws(ImportProblem) -> DeploymentBuilder {
    if let reader = published.take() { return reader.finish() }
    if let reader = draft.take() { return reader.finish() }
    if let reader = export.take() { return try reader.finish() }
    throw .empty()
  }

  private func startRoot(_ element: borrowing XMLElement) -> XMLStep {
    let position = element.position
    switch element.known {
    case (.topology, .topology)?:
      shape = .published
      published = PublishedReader(format: .publishedTopology, at: position)
    case (.builder, .topologyBuilder)?:
      shape = .draft
      draft = DraftReader(at: position)
    case (_, .objects)?:
      failure = .clixml(position)
      return .stop
    default:
      shape = .export
      export = ExportReader(root: element.name, at: position)
    }
    return .descend
  }
}
