public import Documents

/// Turns documents into files of one format.
public protocol Renderer: Sendable {
  /// Hands the files of `set` to `sink`, in the order of its documents. The same set gives the same bytes.
  ///
  /// Throws when a template asks for what the data model does not have, or when the id of a document cannot be a
  /// file name.
  func render(_ set: DocumentSet, into sink: any OutputSink) throws(RenderingError)
}

extension Renderer {
  /// The files in memory.
  public func render(_ set: DocumentSet) throws(RenderingError) -> [OutputFile] {
    let memory = MemorySink()
    try render(set, into: memory)
    return memory.files
  }
}

/// Why a document set could not be rendered.
public enum RenderingError: Error, Sendable, Equatable, CustomStringConvertible {
  case template(TemplateError)
  /// The id of a document is not made of letters, digits, `-`, `_` and inner dots alone.
  case documentID(String)
  /// Two documents have one id, at most a difference of case apart.
  case repeatedDocumentID(String)

  public var description: String {
    switch self {
    case .template(let error): error.description
    case .documentID(let id): "document id \"\(id)\" cannot be a file name"
    case .repeatedDocumentID(let id): "document id \"\(id)\" occurs twice"
    }
  }
}

extension DocumentSet {
  /// Throws unless every document's id can be the base name of a file of its own, on any file system.
  func checkDocumentIDs() throws(RenderingError) {
    var seen: Set<String> = []
    for document in documents {
      let bytes = document.id.utf8
      let isSafe = bytes.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
          true
        default: false
        }
      }
      guard isSafe, let first = bytes.first, first != UInt8(ascii: "."), bytes.last != UInt8(ascii: ".") else {
        throw .documentID(document.id)
      }
      guard seen.insert(document.id.lowercased()).inserted else { throw .repeatedDocumentID(document.id) }
    }
  }
}
