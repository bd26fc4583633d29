internal import Diagnostics

/// What changed between two texts, in the form of `diff -u`: three lines of context, made safe for a terminal.
public struct UnifiedDiff {
  /// The lines, each with a line end; empty where nothing changed.
  public let text: String
  /// How many further lines a complete difference has.
  public let omittedLines: Int

  private static let context = 3

  /// - Parameters:
  ///   - oldName: What stands after `---`.
  ///   - newName: What stands after `+++`.
  ///   - mostLines: Lines of the text, its headers not counted; a difference with more is cut.
  public init(from old: TextLines, to new: TextLines, oldName: String, newName: String, mostLines: Int) {
    guard old != new else {
      text = ""
      omittedLines = 0
      return
    }
    var text = "--- \(Self.header(oldName))\n+++ \(Self.header(newName))\n"
    var omitted = 0
    var room = mostLines
    for hunk in Self.hunks(LineChanges(from: old, to: new).changes, oldCount: old.lines.count) {
      let lines = hunk.lines(old, new)
      let shown = lines.prefix(max(0, room))
      omitted += lines.count - shown.count
      room -= shown.count
      guard !shown.isEmpty else { continue }
      text += hunk.header(shown) + "\n"
      for line in shown { text += line.text + "\n" }
    }
    self.text = text
    omittedLines = omitted
  }

  /// A name with spaces ends with a tab, by which `patch` finds its end.
  private static func header(_ name: String) -> String {
    VisibleText.escaping(name) + (name.contains(" ") ? "\t" : "")
  }

  /// Changes that are so near each other that their contexts meet.
  private static func hunks(_ changes: [LineChange], oldCount: Int) -> [Hunk] {
    var hunks: [Hunk] = []
    for change in changes {
      if let last = hunks.last?.changes.last, change.old.lowerBound - last.old.upperBound <= 2 * context {
        hunks[hunks.count - 1].changes.append(change)
      } else {
        hunks.append(
          Hunk(changes: [change], contextBefore: min(context, change.old.lowerBound), contextAfter: 0))
      }
    }
    for position in hunks.indices {
      guard let last = hunks[position].changes.last else { continue }
      hunks[position].contextAfter = min(context, oldCount - last.old.upperBound)
    }
    return hunks
  }
}

/// Neighbouring changes with what is around them.
private struct Hunk {
  var changes: [LineChange]
  var contextBefore: Int
  var contextAfter: Int

  /// A printed line.
  struct Line {
    var sign: Character
    var text: String
  }

  func lines(_ old: TextLines, _ new: TextLines) -> [Line] {
    guard let first = changes.first, let last = changes.last else { return [] }
    var lines: [Line] = []
    var position = first.old.lowerBound - contextBefore
    for change in changes {
      for same in position..<change.old.lowerBound { lines.append(line(" ", old, same)) }
      for gone in change.old { lines.append(line("-", old, gone)) }
      for added in change.new { lines.append(line("+", new, added)) }
      position = change.old.upperBound
    }
    for same in last.old.upperBound..<(last.old.upperBound + contextAfter) { lines.append(line(" ", old, same)) }
    return lines
  }

  private func line(_ sign: Character, _ text: TextLines, _ position: Int) -> Line {
    let isUnended = !text.endsInLineEnd && position + 1 == text.lines.count
    let words = String(decoding: text.lines[position], as: UTF8.self)
    // A tab is harmless, and shows as what it is.
    let visible = words.split(separator: "\t", omittingEmptySubsequences: false)
      .map { VisibleText.escaping(String($0)) }.joined(separator: "\t")
    return Line(sign: sign, text: "\(sign)\(visible)\(isUnended ? "\n\\ No newline at end of file" : "")")
  }

  func header(_ lines: ArraySlice<Line>) -> String {
    guard let first = changes.first else { return "" }
    let oldCount = lines.count { $0.sign != "+" }
    let newCount = lines.count { $0.sign != "-" }
    let oldStart = first.old.lowerBound - contextBefore
    let newStart = first.new.lowerBound - contextBefore
    return "@@ -\(Self.range(oldStart, oldCount)) +\(Self.range(newStart, newCount)) @@"
  }

  /// Lines count from 1; an empty range is named by the line before it.
  private static func range(_ start: Int, _ count: Int) -> String { "\(count == 0 ? start : start + 1),\(count)" }
}
