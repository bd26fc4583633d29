internal import CLibXML2

/// The start tag of an element, in the parser's own memory. It cannot be copied, so it cannot outlive the call that
/// lends it; what is kept is asked for as a String.
@safe
public struct XMLElement: ~Copyable {
  /// Place of the local name in the vocabulary, 0 for an unknown one.
  public let word: UInt8
  /// Place of the namespace in the vocabulary, 0 for an unknown one or none.
  public let namespace: UInt8
  /// How many elements are open, this one included: 1 for the root.
  public let depth: Int
  @usableFromInline let localName: UnsafePointer<UInt8>
  /// Five pointers each: local name, prefix, namespace, begin and end of the value.
  @usableFromInline let attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  @usableFromInline let attributeCount: Int
  /// The dictionary's pointers by word.
  @usableFromInline let wordPointers: UnsafeMutablePointer<UnsafePointer<UInt8>?>
  let context: UnsafeMutablePointer<xmlParserCtxt>

  init(
    word: UInt8, namespace: UInt8, depth: Int, localName: UnsafePointer<UInt8>,
    attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?, attributeCount: Int,
    wordPointers: UnsafeMutablePointer<UnsafePointer<UInt8>?>, context: UnsafeMutablePointer<xmlParserCtxt>
  ) {
    self.word = word
    self.namespace = namespace
    self.depth = depth
    self.localName = localName
    self.attributes = attributes
    self.attributeCount = attributeCount
    self.wordPointers = wordPointers
    self.context = context
  }

  /// The local name as written, for messages.
  public var name: String { String(cString: localName) }

  /// Where the tag begins.
  ///
  /// libxml2 stands behind the attributes now. No `<` can be inside a tag, so the way back to its beginning is short
  /// and certain.
  public var position: XMLPosition {
    guard let input = context.pointee.input, var place = input.pointee.cur, let base = input.pointee.base else {
      return .start
    }
    var newlines = 0
    var characters = 0
    while place > base, place.pointee != UInt8(ascii: "<") {
      place -= 1
      if place.pointee == UInt8(ascii: "\n") { newlines += 1 }
      if place.pointee & 0xC0 != 0x80 { characters += 1 }
    }
    return XMLPosition(
      line: Int(input.pointee.line) - newlines, column: newlines == 0 ? Int(input.pointee.col) - characters : nil)
  }

  /// The value of the attribute without a namespace that has this word as name; nil where there is none.
  @inlinable
  public func string(_ word: UInt8) -> String? {
    guard let value = value(word) else { return nil }
    return String(decoding: value, as: UTF8.self)
  }

  /// Calls `body` with the bytes of an attribute, where it is present.
  @inlinable
  public func withBytes<Result>(_ word: UInt8, _ body: (Span<UInt8>) -> Result) -> Result? {
    guard let value = value(word) else { return nil }
    return body(value.span)
  }

  /// Appends the bytes of an attribute; false where it is absent or empty.
  @inlinable
  public func append(_ word: UInt8, to bytes: inout [UInt8]) -> Bool {
    guard let value = value(word), !value.isEmpty else { return false }
    bytes.append(contentsOf: value)
    return true
  }

  @inlinable
  func value(_ word: UInt8) -> UnsafeBufferPointer<UInt8>? {
    guard let attributes else { return nil }
    let wanted = wordPointers[Int(word)]
    for index in 0..<attributeCount {
      let attribute = attributes + 5 * index
      if attribute[0] == wanted, attribute[2] == nil, let begin = attribute[3], let end = attribute[4] {
        return UnsafeBufferPointer(start: begin, count: end - begin)
      }
    }
    return nil
  }
}
