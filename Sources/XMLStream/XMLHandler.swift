/// The names a handler knows. A name or namespace is identified by its place in the list, counted from 1; 0 stands for
/// all others.
public struct XMLVocabulary: Sendable {
  /// Local names of elements and attributes.
  public var words: [String]
  /// Namespace names (URIs).
  public var namespaces: [String]

  public init(words: [String], namespaces: [String]) {
    self.words = words
    self.namespaces = namespaces
  }
}

/// What to do with the element that has just begun.
public enum XMLStep: Sendable {
  /// Hand over its children and its end.
  case descend
  /// Hand over its character data up to its first child element, its children and its end.
  case text
  /// Hand over nothing of it, not even its end. Costs next to nothing per element.
  case skip
  /// End the whole parse: `feed` throws ``XMLError/Reason/stopped``.
  case stop
}

/// Receives the elements of a document. A class to override, because the parser calls it through one pointer: no
/// existential, no closure, no reference count in the hot path.
open class XMLHandler {
  public init() {}

  /// An element begins. `element` is valid during the call only.
  open func start(_ element: borrowing XMLElement) -> XMLStep { .descend }

  /// An element ends that began with `.descend` or `.text`.
  open func end() {}

  /// Character data of an element that began with `.text`, in pieces of any size.
  open func text(_ bytes: Span<UInt8>) {}
}
