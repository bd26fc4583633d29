internal import Mustache

/// What a template can ask for.
enum TemplateValue {
  /// Text of the documents, escaped for the format whichever tag the template uses. Empty text is false.
  case text(String)
  /// Safe in every format by construction.
  case anchor(Anchor)
  case flag(Bool)
  /// A prepared fragment, by its number.
  case fragment(Int)
  case list([[String: TemplateValue]])
}

// Everything below serves the engine's `Any?`, which goes no further than this file.

/// Names and values at one level of a template.
struct TemplateScope: MustacheParent {
  let values: [String: TemplateValue]
  let escaping: @Sendable (String) -> String

  func child(named name: String) -> Any? {
    switch values[name] {
    case nil: nil
    case .text(let text): TemplateLeaf(text: text, escaping: escaping)
    case .anchor(let anchor): TemplateLeaf(text: anchor.text, escaping: { $0 })
    case .flag(let flag): flag
    case .fragment(let number): TemplateLeaf(text: "\u{1}\(number)\u{1}", escaping: { $0 })
    case .list(let scopes): scopes.map { TemplateScope(values: $0, escaping: escaping) }
    }
  }
}

/// A value without parts.
struct TemplateLeaf: MustacheCustomRenderable, MustacheParent {
  let text: String
  let escaping: @Sendable (String) -> String

  var renderText: String { escaping(text) }
  var isNull: Bool { text.isEmpty }
  func child(named name: String) -> Any? { nil }
}

/// The outermost level, which hears of every name that no level answers.
final class TemplateRoot: MustacheParent {
  private let scope: TemplateScope
  private(set) var unanswered: [String] = []

  init(_ scope: TemplateScope) { self.scope = scope }

  func child(named name: String) -> Any? {
    let child = scope.child(named: name)
    if child == nil { unanswered.append(name) }
    return child
  }
}
