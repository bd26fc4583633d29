import Diagnostics
import Foundation

/// A printed command as a shell reads it: a program's name, then `-Parameter value` pairs, switches and words. Written
/// from PowerShell's rules for quoted strings, independent of the writer.
struct PrintedCommand: Equatable {
  struct Argument: Equatable {
    /// Absent for a word alone.
    var parameter: String?
    /// Absent for a switch.
    var value: String?
  }

  let program: String
  private(set) var arguments: [Argument] = []

  struct Unreadable: Error, CustomStringConvertible {
    let description: String
  }

  init(_ text: String) throws {
    var reader = Reader(scalars: Array(text.unicodeScalars))
    let words = try reader.words()
    guard let first = words.first, !first.isQuoted else { throw Unreadable(description: "no program: \(text)") }
    program = first.text
    for word in words.dropFirst() {
      if !word.isQuoted, word.text.hasPrefix("-"), word.text.count > 1 {
        arguments.append(Argument(parameter: String(word.text.dropFirst()), value: nil))
      } else if let last = arguments.last, last.parameter != nil, last.value == nil {
        arguments[arguments.count - 1].value = word.text
      } else {
        arguments.append(Argument(parameter: nil, value: word.text))
      }
    }
  }

  func value(_ parameter: String) -> String? { arguments.first { $0.parameter == parameter }?.value }

  /// Every value, in order.
  var values: [String] { arguments.compactMap(\.value) }

  /// What the cmdlet reference does not allow; empty where one parameter set fits whole.
  func complaints(_ reference: CmdletReference) -> [String] {
    guard let sets = reference.parameterSets[program] else { return ["\(program) is no Lync cmdlet"] }
    let names = arguments.compactMap(\.parameter)
    guard names.count == arguments.count else { return ["\(program) has a word without a parameter"] }
    guard Set(names).count == names.count else { return ["\(program) has a parameter twice"] }
    let fits = sets.contains { set in
      set.mandatory.isSubset(of: names)
        && arguments.allSatisfy { argument in
          guard let type = argument.parameter.flatMap({ set.types[$0] }) else { return false }
          return (type == "switch") == (argument.value == nil)
        }
    }
    return fits ? [] : ["\(program) \(names) fits no parameter set"]
  }

  private struct Word {
    var text: String
    var isQuoted: Bool
  }

  /// Splits into words. Nothing may expand but `$Backup` at the beginning of a double-quoted string; nothing outside
  /// quotes may be special.
  private struct Reader {
    let scalars: [Unicode.Scalar]
    var index = 0

    private static let single = "'\u{2018}\u{2019}\u{201A}\u{201B}".unicodeScalars
    private static let double = "\"\u{201C}\u{201D}\u{201E}".unicodeScalars

    init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

    mutating func words() throws -> [Word] {
      var words: [Word] = []
      while index < scalars.count {
        if scalars[index] == " " {
          index += 1
          continue
        }
        if Self.single.contains(scalars[index]) {
          words.append(Word(text: try literal(), isQuoted: true))
        } else if Self.double.contains(scalars[index]) {
          words.append(Word(text: try expandable(), isQuoted: true))
        } else {
          words.append(Word(text: try bare(), isQuoted: false))
        }
        guard index == scalars.count || scalars[index] == " " else { throw fail("no space after a word") }
      }
      return words
    }

    private func fail(_ reason: String) -> Unreadable {
      Unreadable(description: "\(reason): \(String(String.UnicodeScalarView(scalars)))")
    }

    private mutating func bare() throws -> String {
      var text = String.UnicodeScalarView()
      while index < scalars.count, scalars[index] != " " {
        let scalar = scalars[index]
        guard scalar.isASCII, scalar.properties.isAlphabetic || "-/:.0123456789".unicodeScalars.contains(scalar) else {
          throw fail("\(scalar) outside quotes")
        }
        text.append(scalar)
        index += 1
      }
      return String(text)
    }

    private mutating func literal() throws -> String {
      var text = String.UnicodeScalarView()
      index += 1
      while index < scalars.count {
        if Self.single.contains(scalars[index]) {
          guard index + 1 < scalars.count, Self.single.contains(scalars[index + 1]) else {
            index += 1
            return String(text)
          }
          index += 1
        }
        text.append(scalars[index])
        index += 1
      }
      throw fail("no closing quote")
    }

    private mutating func expandable() throws -> String {
      var text = String.UnicodeScalarView()
      index += 1
      let backup = Array("$Backup\\".unicodeScalars)
      if scalars.dropFirst(index).starts(with: backup) {
        text.append(contentsOf: backup)
        index += backup.count
      }
      while index < scalars.count {
        let scalar = scalars[index]
        if scalar == "$" { throw fail("something expands") }
        if Self.double.contains(scalar) {
          index += 1
          return String(text)
        }
        if scalar == "`" { index += 1 }
        guard index < scalars.count else { break }
        text.append(scalars[index])
        index += 1
      }
      throw fail("no closing quote")
    }
  }
}

/// The parser itself has to be able to refuse.
extension PrintedCommand {
  static let refused = [
    "", #""quoted" -A "b""#, #"Get-X -A "$(calc)""#, #"Get-X -A "b"c"#, "Get-X -A $Backup", "Get-X -A 'b",
    "Get-X; Get-Y", "Get-X | Out-Null", #"Get-X -A "x$Backup\y""#,
  ]
}
