internal import CLibXML2

/// The start tag of an element, in the parser's own memory. It cannot be copied, so it cannot outlive the call that
/// lends it; what is kept is asked for as a String or appended to bytes.
@safe
public struct XMLElement: ~Copyable {
  /// Place of the local name in the vocabulary, 0 for an unknown one.
  public let word: UInt8
  /// Place of the namespace in the vocabulary, 0 for an unknown one or none.
  public let namespace: UInt8
  let localName: UnsafePointer<UInt8>
  /// Five pointers each: local name, prefix, namespace, begin and end of the value.
  let attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  let attributeCount: Int
  let state: StatePointer

  /// The local name as written, for messages.
  public var name: String { String(cString: localName) }

  /// Where the tag begins.
  ///
  /// libxml2 stands behind the attributes now. No `<` can be inside a tag, so the way back to its beginning is short
  /// and certain.
  public var position: XMLPosition {
    guard let input = state.pointee.context.pointee.input, let end = input.pointee.cur, let base = input.pointee.base
    else { return .start }
    let tag = TagText(before: end, since: base)
    let newlines = tag.newlines
    let column = Int(input.pointee.col) - tag.characters
    return XMLPosition(line: Int(input.pointee.line) - newlines, column: newlines == 0 ? column : nil)
  }

  /// The value of the attribute without a namespace that has this word as name; nil where there is none.
  public func string(_ word: UInt8) -> String? {
    guard let value = value(word) else { return nil }
    return String(decoding: value, as: UTF8.self)
  }

  /// Calls `body` with the bytes of an attribute, where it is present.
  public func withBytes<Result>(_ word: UInt8, _ body: (Span<UInt8>) -> Result) -> Result? {
    guard let value = value(word) else { return nil }
    return body(value.span)
  }

  /// Appends the bytes of an attribute; false where it is absent or empty.
  public func append(_ word: UInt8, to bytes: inout [UInt8]) -> Bool {
    guard let value = value(word), !value.isEmpty else { return false }
    bytes.append(contentsOf: value)
    return true
  }

  @inline(__always)
  private func value(_ word: UInt8) -> UnsafeBufferPointer<UInt8>? {
    guard var attribute = attributes, let wanted = state.pointee.words.pointer(word) else { return nil }
    for _ in 0..<attributeCount {
      if attribute[0] == wanted, attribute[2] == nil, let begin = attribute[3], let end = attribute[4] {
        return UnsafeBufferPointer(start: begin, count: end - begin)
      }
      attribute += 5
    }
    return nil
  }
}
