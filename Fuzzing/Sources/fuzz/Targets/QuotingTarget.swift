@testable import BackupPlanning
import DelimitedText
import TestSupport

/// A name in a command and in a data file: read back, it is one argument or one cell of the same value.
enum QuotingTarget {
  static func check(_ bytes: [UInt8]) -> CInt {
    let text = String(decoding: bytes, as: UTF8.self)
    let literal = PowerShellQuoting.literal(text)
    require(same(PowerShellReader.value(of: literal), text), "a literal is one argument: \(literal)")
    let path = PowerShellQuoting.inBackupFolder(text)
    require(same(PowerShellReader.value(of: path), "$Backup\\" + text), "a path is one argument: \(path)")

    let safe = CSVCell.neutralising(text)
    require(same(CSVCell.undoingNeutralisation(safe), text), "neutralisation can be undone: \(safe)")
    for first in safe.utf8.prefix(1) {
      require(!Array("=+-@\t\r".utf8).contains(first), "no cell begins like a formula: \(safe)")
    }
    for delimiter in Delimiter.allCases {
      let cells = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) + [text]
      var writer = DelimitedWriter(delimiter: delimiter)
      for cell in cells { writer.cell(cell) }
      writer.endRecord()
      // A mark of Unicode at the beginning of a file is no part of its first cell.
      guard !writer.bytes.starts(with: [0xEF, 0xBB, 0xBF]) else { continue }
      var parser = DelimitedParser(writer.bytes, delimiter: delimiter)
      let read = parser.next()?.cells.map(CSVCell.undoingNeutralisation) ?? []
      require(
        read.count == cells.count && zip(read, cells).allSatisfy { same($0, $1) }, "cells stay cells: \(cells) \(read)")
      require(parser.next() == nil && parser.problems.isEmpty, "a record stays one record: \(cells)")
    }
    return 0
  }

  /// To Swift, strings are equal that differ in bytes.
  private static func same(_ left: String?, _ right: String) -> Bool {
    left.map { Array($0.utf8) } == Array(right.utf8)
  }
}
