import BackupPlanning
import DelimitedText
import DeploymentGenerator
import Diagnostics
import Foundation
import TestSupport
import Testing

/// What `entries` does to a register: people's cells survive everything.
struct RegisterUpdateTests {
  static func read(_ bytes: [UInt8]) throws -> Register {
    var reader = RegisterReader(fileName: "entries.csv")
    return try reader.read(bytes)
  }

  private func plans() throws -> (Plan, Plan) {
    (
      try SampleDeployment.enterprise().deployment.plan(Policy()),
      try PlannedDeployment(seed: 3, awkward: false, shape: .published).plan
    )
  }

  @Test func aNewRegisterHasARowForEachItemAndProposesNothing() throws {
    let (plan, _) = try plans()
    let update = RegisterUpdate(Register(), plan)
    #expect(update.added == plan.backupItems.map(\.id))
    #expect(update.register.entries.map(\.itemID) == plan.backupItems.map(\.id))
    #expect(update.register.entries.allSatisfy { $0.cells == Register.Cells() && $0.state == .active })
    #expect(update.kept + update.retired + update.revived + update.retiredBefore == [])
    let row = try #require(update.register.entries.first { $0.itemID == "userData:pool.contoso.com" })
    #expect(row.context.worksheet == "database")
    #expect(row.context.what?.hasSuffix("(rtcxds)") ?? false)
  }

  @Test func vanishedRowsRetireAndComeBackWithTheirCells() throws {
    let (first, second) = try plans()
    var register = RegisterUpdate(Register(), first).register
    for row in register.entries.indices { register.entries[row].cells.owner = "owner \(row)" }
    let gone = RegisterUpdate(register, second)
    let shared = Set(first.backupItems.map(\.id)).intersection(second.backupItems.map(\.id))
    #expect(gone.retired == first.backupItems.map(\.id).filter { !shared.contains($0) })
    #expect(gone.register.entries.map(\.itemID) == second.backupItems.map(\.id) + gone.retired)
    #expect(gone.register.entries.suffix(gone.retired.count).allSatisfy { $0.state == .retired })
    #expect(RegisterUpdate(gone.register, second).retiredBefore == gone.retired)
    let back = RegisterUpdate(gone.register, first)
    #expect(back.revived == gone.retired)
    #expect(Array(back.register.entries.prefix(register.entries.count)) == register.entries)
  }

  @Test func contextIsRewrittenForActiveRowsOnly() throws {
    let (plan, _) = try plans()
    let changed = Register.Context(worksheet: "mine", what: "mine", server: "mine")
    let register = Register(entries: [
      .init(itemID: "userData:pool.contoso.com", state: .active, context: changed),
      .init(itemID: "userData:gone.contoso.com", state: .active, context: changed),
    ])
    let updated = RegisterUpdate(register, plan).register
    #expect(updated.entries.first { $0.itemID == "userData:pool.contoso.com" }?.context.worksheet == "database")
    #expect(updated.entries.last?.context == changed)
  }

  @Test func updatingTwiceChangesNothing() throws {
    let (first, second) = try plans()
    let once = RegisterUpdate(RegisterUpdate(Register(), first).register, second).register.csv
    let twice = RegisterUpdate(try Self.read(once), second)
    #expect(twice.register.csv == once)
    #expect(twice.added + twice.retired + twice.revived == [])
  }

  /// Two deployments in turn, the file saved by another program in between: every cell is where its item is.
  @Test(arguments: 0..<12 as Range<UInt64>)
  func cellsSurviveChangesOfTheTopologyAndSaving(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let plans = try [seed, seed + 100].map {
      try PlannedDeployment(seed: $0, awkward: seed.isMultiple(of: 2), shape: .published).plan
    }
    var expected: [String: Filling] = [:]
    var bytes: [UInt8] = Register().csv
    for turn in 0..<6 {
      let update = RegisterUpdate(try Self.read(bytes), plans[turn % 2])
      var register = update.register
      #expect(try Self.read(register.csv).entries.map(\.itemID) == register.entries.map(\.itemID))
      for entry in register.entries { #expect(Filling(entry) == expected[entry.itemID] ?? Filling()) }
      #expect(Set(expected.keys).isSubset(of: register.entries.map(\.itemID)))
      if turn == 1 { register.foreignColumns.append("Ticket; \"no\"") }
      for row in register.entries.indices where random.next().isMultiple(of: 3) {
        Filling.fill(&register.entries[row], turn: turn, hasForeignColumn: turn > 0, &random)
      }
      for entry in register.entries { expected[entry.itemID] = Filling(entry) }
      bytes = Resaving.allCases[turn % Resaving.allCases.count].bytes(of: register)
    }
  }

  /// Python's `csv` reads what we write, and we read what it writes.
  @Test func pythonReadsAndWritesTheSame() throws {
    let (plan, _) = try plans()
    var register = RegisterUpdate(Register(), plan).register
    for (row, text) in zip(register.entries.indices, HostileStrings.all.filter { !$0.contains("\0") }) {
      register.entries[row].cells.notes = text.allSatisfy(\.isWhitespace) ? nil : text
    }
    for dialect in ["excel", "excel-tab", "unix"] {
      let script = """
        import csv, io, sys
        rows = list(csv.reader(io.TextIOWrapper(sys.stdin.buffer, encoding='utf-8', newline=''), strict=True))
        csv.writer(io.TextIOWrapper(sys.stdout.buffer, encoding='utf-8', newline=''), '\(dialect)').writerows(rows)
        """
      let result = try runProcess("python3", ["-c", script], input: register.csv)
      try #require(result.status == 0, "\(result.errorText)")
      let read = try Self.read(result.standardOutput)
      #expect(read.entries.map(Filling.init) == register.entries.map(Filling.init))
      #expect(read.entries.map(\.itemID) == register.entries.map(\.itemID))
    }
  }

  @Test func whatDoesNotMatchIsSaid() throws {
    let (plan, _) = try plans()
    var register = RegisterUpdate(Register(), plan).register
    register.entries.removeAll { $0.itemID == "userData:pool.contoso.com" }
    register.entries.append(.init(itemID: "userData:gone", state: .active, line: 7))
    #expect(
      RegisterReview(register, plan).diagnostics(file: "entries.csv").map(\.description) == [
        "entries.csv: warning: the register has no row for userData:pool.contoso.com; run `entries` to add it, then "
          + "fill it in [register-row-missing]",
        "entries.csv:7: note: userData:gone is no longer in the plan: its row is not used; keep the row for as long as "
          + "old backups of it are kept [register-retired]",
      ])
  }
}

/// What people filled into a row, byte for byte.
private struct Filling: Equatable {
  var cells = Register.Cells()
  var foreignCells: [String: String] = [:]
  /// Swift's == takes composed and decomposed characters for equal.
  var notes: [UInt8] = []

  init() {}

  init(_ entry: Register.Entry) {
    cells = entry.cells
    foreignCells = entry.foreignCells
    notes = Array((entry.cells.notes ?? "").utf8)
  }

  static func fill(
    _ entry: inout Register.Entry, turn: Int, hasForeignColumn: Bool, _ random: inout SeededRandom
  ) {
    let texts = HostileStrings.all.filter { !$0.contains("\0") && !$0.allSatisfy(\.isWhitespace) }
    func text() -> String { texts[Int(random.next() % UInt64(texts.count))] }
    entry.cells.schedule = "Daily 0\(turn):00"
    entry.cells.backupSetName = text()
    entry.cells.destination = #"\\backup\lync$"#
    entry.cells.owner = text()
    entry.cells.lastBackup = "2026-11-2\(turn)"
    entry.cells.evidence = "=HYPERLINK(\"x\";\"y\")"
    entry.cells.notes = "\(text())\r\n\(text())"
    if hasForeignColumn { entry.foreignCells["Ticket; \"no\""] = text() }
  }
}

/// How other programs save a register.
private enum Resaving: CaseIterable {
  case asItIs
  case semicolonsAndMark
  case lineFeeds
  case everythingQuoted
  case reversedColumns
  case trailingEmptiness

  func bytes(of register: Register) -> [UInt8] {
    var register = register
    if self == .semicolonsAndMark { register.form = .init(delimiter: .semicolon, hasByteOrderMark: true) }
    guard self != .asItIs, self != .semicolonsAndMark else { return register.csv }
    var parser = DelimitedParser(register.csv, delimiter: register.form.delimiter)
    let delimiter = register.form.delimiter.rawValue
    var text = ""
    while let record = parser.next() {
      var cells = self == .reversedColumns ? record.cells.reversed() : record.cells
      if self == .trailingEmptiness { cells += ["", ""] }
      text += cells.map { "\"" + String($0.unicodeScalars.flatMap { $0 == "\"" ? [$0, $0] : [$0] }.text) + "\"" }
        .joined(separator: delimiter)
      text += self == .lineFeeds ? "\n" : "\r\n"
    }
    if self == .trailingEmptiness { text += delimiter + delimiter + "\r\n\r\n" }
    return Array(text.utf8)
  }
}

extension [Unicode.Scalar] {
  fileprivate var text: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: self)
    return String(view)
  }
}
