import Auditing
import BackupPlanning
import Diagnostics
import Evidence

/// A policy in YAML: accepted, or refused with the place.
enum PolicyTarget {
  static func check(_ bytes: [UInt8]) -> CInt {
    let file = "policy.yml"
    var reader = PolicyReader(fileName: file)
    do throws(UnusableInput) {
      _ = try reader.read(String(decoding: bytes, as: UTF8.self))
    } catch {
      requireUsable(error, file: file)
      require(error.diagnostics.allSatisfy { $0.location?.line != nil }, "an error has a line: \(error)")
    }
    return 0
  }
}

/// A register as spreadsheets write it: what is accepted is the same after being written and read again.
enum RegisterTarget {
  static func check(_ bytes: [UInt8]) -> CInt {
    guard let register = read(bytes) else { return 0 }
    let written = register.csv
    guard let again = read(written) else { fatalError("invariant broken: what was written is accepted") }
    require(withoutLines(again) == withoutLines(register), "reading undoes writing: \(register) \(again)")
    require(again.csv == written, "writing twice gives the same")
    return 0
  }

  private static func read(_ bytes: [UInt8]) -> Register? {
    let file = "entries.csv"
    var reader = RegisterReader(fileName: file)
    do throws(UnusableInput) {
      return try reader.read(bytes)
    } catch {
      requireUsable(error, file: file)
      require(error.diagnostics.allSatisfy { $0.location?.line != nil }, "an error has a line: \(error)")
      return nil
    }
  }

  private static func withoutLines(_ register: Register) -> Register {
    var register = register
    for index in register.entries.indices { register.entries[index].line = nil }
    return register
  }
}

/// What proves that backups are there: a table, and the directory of an archive.
enum EvidenceTarget {
  static func check(_ bytes: [UInt8]) -> CInt {
    let file = "evidence.csv"
    do throws(UnusableInput) {
      let table = try EvidenceTable(bytes, fileName: file)
      for warning in table.warnings { requireUsable(warning, file: file) }
      require(table.warnings.count <= 51, "warnings are few: \(table.warnings.count)")
    } catch {
      requireUsable(error, file: file)
    }
    _ = ZipDirectory.state(size: bytes.count) { offset, count in
      require(offset >= 0 && count >= 0 && offset <= bytes.count, "reads stay inside the file: \(offset) \(count)")
      return Array(bytes[offset..<min(bytes.count, offset + count)])
    }
    return 0
  }
}

/// A baseline in JSON: what is accepted is the same after being written and read again.
enum BaselineTarget {
  static func check(_ bytes: [UInt8]) -> CInt {
    let file = "baseline.json"
    do throws(UnusableInput) {
      let baseline = try Baseline(json: bytes, fileName: file)
      require(try Baseline(json: baseline.json, fileName: file) == baseline, "reading undoes writing")
    } catch {
      requireUsable(error, file: file)
    }
    return 0
  }
}
