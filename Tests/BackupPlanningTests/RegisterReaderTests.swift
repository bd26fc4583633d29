import BackupPlanning
import DelimitedText
import Diagnostics
import Testing

/// What the register's reader accepts, and what it says about the rest.
struct RegisterReaderTests {
  static let columns =
    "item_id,state,worksheet,what,server,schedule,backup_set_name,backup_set_expiration,destination,owner,rpo,rto,"
    + "last_backup,last_restore_test,evidence,notes"

  private func read(_ text: String) throws(UnusableInput) -> Register { try read(Array(text.utf8)) }

  private func read(_ bytes: [UInt8]) throws(UnusableInput) -> Register {
    var reader = RegisterReader(fileName: "entries.csv")
    return try reader.read(bytes)
  }

  private func errors(_ bytes: [UInt8]) throws -> [String] {
    do throws(UnusableInput) {
      _ = try read(bytes)
      return []
    } catch {
      #expect(error.diagnostics.allSatisfy { $0.severity == .error })
      return error.diagnostics.map(\.description)
    }
  }

  private static let expected: Register.Entry = {
    var entry = Register.Entry(itemID: "userData:pool.contoso.com", state: .retired)
    entry.cells.schedule = "Daily 01:00"
    entry.cells.owner = "Zoë; \"Ops\""
    entry.cells.lastBackup = "2026-11-22"
    entry.cells.notes = "one\ntwo"
    return entry
  }()

  /// What Excel and LibreOffice make of one and the same register.
  @Test(arguments: [
    "item_id,state,schedule,owner,last_backup,notes\r\nuserData:pool.contoso.com,retired,Daily 01:00,\"Zoë; \"\"Ops\"\"\","
      + "2026-11-22,\"one\ntwo\"\r\n",
    "\u{FEFF}item_id;state;schedule;owner;last_backup;notes\r\nuserData:pool.contoso.com;retired;Daily 01:00;"
      + "\"Zoë; \"\"Ops\"\"\";2026-11-22;\"one\ntwo\"\r\n;;;;;\r\n;;;;;\r\n",
    "item_id\tstate\tschedule\towner\tlast_backup\tnotes\nuserData:pool.contoso.com\tretired\tDaily 01:00\tZoë; \"Ops\"\t"
      + "2026-11-22\t\"one\ntwo\"\n",
    "\"notes\",\"owner\",\"last_backup\",\"schedule\",\"state\",\"item_id\"\n\"one\ntwo\",\"Zoë; \"\"Ops\"\"\",\"2026-11-22\","
      + "\"Daily 01:00\",\"retired\",\"userData:pool.contoso.com\"",
    "\r\n Item_ID ,STATE,Schedule,owner,last_backup,notes,,\r\nuserdata:POOL.contoso.com,Retired,Daily 01:00,"
      + "\"Zoë; \"\"Ops\"\"\", 2026-11-22 ,\"one\ntwo\",,,\r\n\r\n,,,,,,,,\r\n",
    "item_id,state,schedule,owner,last_backup,notes\ruserData:pool.contoso.com,retired,Daily 01:00,\"Zoë; \"\"Ops\"\"\","
      + "2026-11-22,\"one\ntwo\"\r",
  ])
  func whatSpreadsheetsWriteIsRead(text: String) throws {
    var entry = try #require(try read(text).entries.first)
    #expect(try read(text).entries.count == 1)
    entry.line = nil
    #expect(entry == Self.expected)
  }

  @Test func theFormOfTheFileIsKnown() throws {
    #expect(try read("\u{FEFF}item_id;x\n").form == .init(delimiter: .semicolon, hasByteOrderMark: true))
    #expect(try read("item_id\n").form == .init(delimiter: .comma, hasByteOrderMark: false))
    #expect(try read("my;own,item_id\n").form.delimiter == .comma)
    #expect(try read("item_id\tx\n").form.delimiter == .tab)
  }

  @Test func linesAreThoseAtWhichRowsBegin() throws {
    let text = "item_id,notes\r\nuserData:a,\"1\r\n2\n3\"\r\n\r\nuserData:b,\r\nuserData:c,x\r\n"
    #expect(try read(text).entries.map(\.line) == [2, 6, 7])
  }

  @Test func columnsOfPeopleAreKept() throws {
    let register = try read("Ticket,item_id,Änderung\n4711,userData:a,\n,userData:b,\"'=1+1\"\n")
    #expect(register.foreignColumns == ["Ticket", "Änderung"])
    #expect(register.entries.map(\.foreignCells) == [["Ticket": "4711"], ["Änderung": "=1+1"]])
  }

  @Test(arguments: ["'-2h", "-2h"])
  func neutralisationIsUndoneWhetherASpreadsheetDidOrNot(cell: String) throws {
    #expect(try read("item_id,rpo\nuserData:a,\(cell)\n").entries.first?.cells.rpo == "-2h")
  }

  @Test func aCellOfSpacesIsEmpty() throws {
    #expect(try read("item_id,rpo\nuserData:a,  \u{A0}\n").entries.first?.cells == Register.Cells())
  }

  @Test(arguments: [
    (
      "",
      [
        "1: error: the file is empty: a register has a column item_id; remove the file; `entries` writes a new one "
          + "[register-column-missing]"
      ]
    ),
    (
      "id;owner\nuserData:a;x",
      [
        "1: error: no column is called item_id; every row hangs on it; restore the first line "
          + "from an earlier version of the file, or let `entries` write a new file [register-column-missing]"
      ]
    ),
    (
      "item_id,Owner,owner,x,x\n",
      [
        "1: error: two columns are called \"owner\"; rename or remove one of them [register-column-duplicate]",
        "1: error: two columns are called \"x\"; rename or remove one of them [register-column-duplicate]",
      ]
    ),
    (
      "item_id,shedule\n",
      [
        "1: error: no column is called \"schedule\", but one \"shedule\"; call it \"schedule\", or "
          + "something less like it if the column is your own [register-column-misspelt]"
      ]
    ),
    (
      "item_id,,owner\nuserData:a,x,\nuserData:b,,y,z\n",
      [
        "2: error: \"x\" is in column 2, which has no title; give the column a title, or empty the cell "
          + "[register-cell-untitled]",
        "3: error: the row has 4 cells, the first line 3; \"z\" has no title; put a cell with the delimiter in it in "
          + "quotes, or give every column a title [register-cell-untitled]",
      ]
    ),
    (
      "item_id,owner\nuserData:a,\"1\n2\"\nUserdata:A,y\n",
      [
        "4: error: userData:a has a row already, in line 2; merge the "
          + "two rows into one [register-item-duplicate]"
      ]
    ),
    (
      "item_id,owner\n,x\n",
      [
        "2: error: the row has cells, but no item_id; restore its item_id, or remove the row; a "
          + "column of your own can hold remarks [register-item-missing]"
      ]
    ),
    (
      "item_id,state\nuserData:a,aktiv\n",
      [
        "2: error: state \"aktiv\" is neither active nor retired; write one of the "
          + "two; `entries` keeps it up to date [register-state-unknown]"
      ]
    ),
    (
      "item_id\nuserDta:a\ntotal\nuserData:\n",
      [
        "2: error: \"userDta:a\" is no item id: no kind of data is called \"userDta\"; did you mean \"userData\"? "
          + "[register-item-unknown]",
        "3: error: \"total\" is no item id: an id has the form data:scope, such as topologyConfiguration:deployment; "
          + "restore it from an earlier version of the file, or remove the row [register-item-unknown]",
        "4: error: \"userData:\" is no item id: an id has the form data:scope, such as topologyConfiguration:deployment; "
          + "restore it from an earlier version of the file, or remove the row [register-item-unknown]",
      ]
    ),
    (
      "item_id,owner\nuserData:a,\"x\"y\nuserData:b,\"open\n\n",
      [
        "2: error: text follows the closing quote of cell 2; write a quote inside a cell in quotes twice "
          + "[register-quote-misplaced]",
        "3: error: the quote of cell 2 is never closed; close it; a quote inside a cell in quotes is written twice "
          + "[register-quote-unclosed]",
      ]
    ),
  ])
  func mistakesAreFoundWithTheirLines(text: String, expected: [String]) throws {
    #expect(try errors(Array(text.utf8)) == expected.map { "entries.csv:\($0)" })
  }

  /// What spreadsheets make of dates, and what people type.
  @Test(arguments: [
    "22.11.2026", "11/22/2026", "22/11/26", "46348", "2026-02-29", "2026-1-2", "20261122",
    "########",
    "Nov-26", "yesterday", "2026-11-22T", "2026-11-22T25:00", "2026-11-22T01", "2026-11-22T01:30+1",
    "2026-11-22T01:30:60",
    "2026-11-22T01:30:00.", "2026-11-22T01:30 Z", "２０２６-11-22",
  ])
  func unreadableDatesAreErrors(date: String) throws {
    let errors = try errors(Array("item_id,last_backup,last_restore_test\nuserData:a,\(date),\(date)\n".utf8))
    #expect(
      errors
        == ["last_backup", "last_restore_test"].map {
          "entries.csv:2: error: \($0) \"\(date)\" is no date such as 2026-11-22 or 2026-11-22T01:30; write the year "
            + "first, and format the column as text so that the spreadsheet leaves it alone [register-date-unreadable]"
        })
  }

  @Test(arguments: [
    "2026-11-22", "2024-02-29", "2026-11-22T01:30", "2026-11-22 01:30", "2026-11-22T01:30:59",
    "2026-11-22T01:30:59.123Z",
    "2026-11-22T01:30Z", "2026-11-22T01:30-05:30", "2026-11-22T01:30:00+01:00",
  ])
  func datesAreKeptAsWritten(date: String) throws {
    #expect(try read("item_id,last_backup\nuserData:a,\(date)\n").entries.first?.cells.lastBackup == date)
  }

  @Test func otherEncodingsAreNamed() throws {
    let remedy = "save it again as \"CSV UTF-8\" (Excel) or with character set UTF-8 (LibreOffice)"
    let text = "item_id,owner\r\nuserData:a,M\u{FC}ller\r\nuserData:b,x\r\nuserData:c,Zo\u{EB}\r\n"
    #expect(
      try errors(text.unicodeScalars.map { UInt8($0.value) }) == [
        "entries.csv:2: error: the line has bytes that are not UTF-8 (probably Windows-1252), as have 1 further lines; "
          + "\(remedy) [register-not-utf8]"
      ])
    let littleEndian = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let bigEndian = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    for bytes in [littleEndian, [0xFF, 0xFE] + littleEndian, bigEndian, [0xFE, 0xFF] + bigEndian] {
      #expect(
        try errors(bytes) == [
          "entries.csv:1: error: the register is UTF-16, not UTF-8; \(remedy) [register-utf16]"
        ])
    }
    #expect(
      try errors(Array("PK\u{3}\u{4}\u{14}".utf8)) == [
        "entries.csv:1: error: the register is a workbook, not a CSV file; \(remedy) [register-not-csv]"
      ])
  }

  @Test func theFileHasTheColumnsOfTheContract() {
    #expect(Register().csv == Array("\(Self.columns)\r\n".utf8))
    let register = Register(foreignColumns: ["=x"], form: .init(delimiter: .semicolon, hasByteOrderMark: true))
    let titles = Self.columns.split(separator: ",").joined(separator: ";")
    #expect(register.csv == Array("\u{FEFF}\(titles);'=x\r\n".utf8))
  }
}
