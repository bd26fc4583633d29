#if Spreadsheet
  internal import CXlsxWriter
  internal import Documents
  internal import Glibc

  /// The one place that calls libxlsxwriter. Whatever could make it print or refuse was checked before.
  @safe struct WorkbookFile {
    private let workbook: UnsafeMutablePointer<lxw_workbook>
    private var formats: [FormatKey: UnsafeMutablePointer<lxw_format>] = unsafe [:]

    /// The bytes of the file, which exists in memory only. The library keeps its parts in temporary files without
    /// names (`TMPDIR`).
    static func bytes(of sheets: [PreparedSheet], _ model: Workbook) throws(WorkbookError) -> [UInt8] {
      let descriptor = unsafe memfd_create("workbook", memoryFileClosedOnExec)
      guard descriptor >= 0 else { throw .library("no memory for a file") }
      defer { close(descriptor) }
      guard let workbook = unsafe workbook_new("/proc/self/fd/\(descriptor)") else { throw .library("no memory") }
      var file = unsafe WorkbookFile(workbook: workbook)
      let written = Result { () throws(WorkbookError) in
        try file.setProperties(model)
        for sheet in sheets { try file.add(sheet, model) }
      }
      // Frees the workbook, whatever went before.
      let closed = unsafe workbook_close(workbook)
      try written.get()
      try check(closed)
      return try contents(of: descriptor)
    }

    private init(workbook: UnsafeMutablePointer<lxw_workbook>) { unsafe self.workbook = workbook }

    private static func check(_ error: lxw_error) throws(WorkbookError) {
      guard error != LXW_NO_ERROR else { return }
      throw .library(unsafe lxw_strerror(error).map { unsafe String(cString: $0) } ?? "error \(error.rawValue)")
    }

    private static func contents(of descriptor: Int32) throws(WorkbookError) -> [UInt8] {
      var status = stat()
      guard unsafe fstat(descriptor, &status) == 0 else { throw .library("its file cannot be read") }
      let size = Int(status.st_size)
      var done = 0
      let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
        while done < size {
          let part = unsafe pread(descriptor, buffer.baseAddress?.advanced(by: done), size - done, off_t(done))
          if part <= 0 { break }
          done += part
        }
        count = done
      }
      guard done == size, size > 0 else { throw .library("its file cannot be read") }
      return bytes
    }

    // MARK: Properties

    /// Midnight of 1 January 1980, UTC: the first moment that a zip archive knows. A file has to have some.
    private static let created: time_t = 315_532_800

    private func setProperties(_ model: Workbook) throws(WorkbookError) {
      let texts = CTexts()
      var properties = unsafe lxw_doc_properties()
      unsafe properties.title = texts.pointer(CellText.forReading(model.title, cutMark: model.cutMark))
      unsafe properties.subject = texts.pointer(CellText.forReading(model.subtitle, cutMark: model.cutMark))
      unsafe properties.comments = texts.pointer(CellText.forReading(model.remark, cutMark: model.cutMark))
      unsafe properties.created = Self.created
      try Self.check(unsafe workbook_set_properties(workbook, &properties))
    }

    // MARK: Sheets

    private mutating func add(_ prepared: PreparedSheet, _ model: Workbook) throws(WorkbookError) {
      let sheet = prepared.sheet
      guard let worksheet = unsafe workbook_add_worksheet(workbook, prepared.name) else {
        throw .library("sheet \"\(prepared.name)\" was refused")
      }
      for (column, width) in prepared.widths.enumerated() {
        let column = lxw_col_t(column)
        try Self.check(unsafe worksheet_set_column(worksheet, column, column, width, nil))
        try unsafe write(sheet.columns[Int(column)].title, to: worksheet, 0, column, format(FormatKey(role: .title)))
      }
      if let height = prepared.titleHeight {
        try Self.check(unsafe worksheet_set_row(worksheet, 0, height, nil))
      }
      for (index, row) in sheet.rows.enumerated() {
        if let height = prepared.height(of: row) {
          try Self.check(unsafe worksheet_set_row(worksheet, lxw_row_t(index + 1), height, nil))
        }
        for (column, (model, cell)) in zip(sheet.columns, row.cells).enumerated() {
          let isNumeric = model.isNumeric && String(Int32(cell.text) ?? 0) == cell.text
          let format = unsafe format(
            FormatKey(
              role: .cell(cell.kind), isFaded: row.isFaded, isNumeric: isNumeric,
              isText: !isNumeric && !Self.isLongToRead(cell)))
          let (row, column) = (lxw_row_t(index + 1), lxw_col_t(column))
          if isNumeric, let number = Int32(cell.text) {
            try Self.check(unsafe worksheet_write_number(worksheet, row, column, Double(number), format))
          } else {
            try unsafe write(cell.text, to: worksheet, row, column, format)
          }
        }
      }
      if sheet.rows.isEmpty, !sheet.emptyText.isEmpty {
        try unsafe write(sheet.emptyText, to: worksheet, 1, 0, format(FormatKey(role: .note)))
      }
      try unsafe setView(of: worksheet, sheet)
      try unsafe setPaper(of: worksheet, prepared, model)
      for list in CellInputs.of(sheet) { try unsafe add(list, to: worksheet) }
    }

    /// Older versions of Excel show nothing but # in a cell of this length that is set to text.
    private static func isLongToRead(_ cell: SheetCell) -> Bool {
      cell.kind != .open && cell.kind != .openGap && cell.text.utf16.count > 255
    }

    private func write(
      _ text: String, to worksheet: UnsafeMutablePointer<lxw_worksheet>, _ row: lxw_row_t, _ column: lxw_col_t,
      _ format: UnsafeMutablePointer<lxw_format>?
    ) throws(WorkbookError) {
      try Self.check(
        text.isEmpty
          ? unsafe worksheet_write_blank(worksheet, row, column, format)
          : unsafe worksheet_write_string(worksheet, row, column, text, format))
    }

    /// Titles and names stay in sight; nothing is changed by mistake, while filtering, widths and heights are free.
    private func setView(of worksheet: UnsafeMutablePointer<lxw_worksheet>, _ sheet: Sheet) throws(WorkbookError) {
      unsafe worksheet_freeze_panes(worksheet, 1, lxw_col_t(sheet.frozenColumns))
      if sheet.isFiltered, !sheet.rows.isEmpty {
        try Self.check(
          unsafe worksheet_autofilter(
            worksheet, 0, 0, lxw_row_t(sheet.rows.count), lxw_col_t(sheet.columns.count - 1)))
      }
      var allowed = lxw_protection()
      allowed.sort = 1
      allowed.autofilter = 1
      allowed.format_columns = 1
      allowed.format_rows = 1
      unsafe worksheet_protect(worksheet, nil, &allowed)
    }

    private func setPaper(
      of worksheet: UnsafeMutablePointer<lxw_worksheet>, _ prepared: PreparedSheet, _ model: Workbook
    ) throws(WorkbookError) {
      unsafe worksheet_set_landscape(worksheet)
      // A4.
      unsafe worksheet_set_paper(worksheet, 9)
      unsafe worksheet_set_margins(worksheet, 0.4, 0.4, 0.6, 0.6)
      unsafe worksheet_fit_to_pages(worksheet, 1, 0)
      try Self.check(unsafe worksheet_repeat_rows(worksheet, 0, 0))
      if let last = prepared.sheet.columns.lastIndex(where: \.isPrinted) {
        let rows = lxw_row_t(max(prepared.sheet.rows.count, 1))
        try Self.check(unsafe worksheet_print_area(worksheet, 0, 0, rows, lxw_col_t(last)))
      }
      let paper = PaperText(model, sheet: prepared.name)
      try Self.check(unsafe worksheet_set_header(worksheet, paper.header))
      try Self.check(unsafe worksheet_set_footer(worksheet, paper.footer))
    }

    private func add(
      _ input: CellInputs, to worksheet: UnsafeMutablePointer<lxw_worksheet>
    ) throws(WorkbookError) {
      let texts = CTexts()
      var validation = unsafe lxw_data_validation()
      unsafe validation.input_message = input.prompt.isEmpty ? nil : texts.pointer(input.prompt)
      if input.choices.isEmpty {
        unsafe validation.validate = UInt8(LXW_VALIDATION_TYPE_ANY.rawValue)
      } else {
        unsafe validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
        unsafe validation.value_list = texts.list(input.choices)
      }
      try Self.check(
        unsafe worksheet_data_validation_range(
          worksheet, lxw_row_t(input.rows.lowerBound), lxw_col_t(input.column), lxw_row_t(input.rows.upperBound),
          lxw_col_t(input.column), &validation))
    }

    // MARK: Formats

    private struct FormatKey: Hashable {
      enum Role: Hashable {
        case title
        case note
        case cell(SheetCell.Kind)
      }

      var role: Role
      var isFaded = false
      var isNumeric = false
      /// Whether it is set to text. Numbers are not, nor what is too long for that.
      var isText = true
    }

    private mutating func format(_ key: FormatKey) -> UnsafeMutablePointer<lxw_format>? {
      if let known = unsafe formats[key] { return unsafe known }
      guard let format = unsafe workbook_add_format(workbook) else { return nil }
      // Known everywhere, or replaced by one of the same widths.
      unsafe format_set_font_name(format, "Arial")
      unsafe format_set_font_size(format, 10)
      unsafe format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
      unsafe format_set_text_wrap(format)
      // What is typed stays what it is: no date, number or formula is made of it.
      if key.isNumeric { unsafe format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue)) }
      if key.isText { unsafe format_set_num_format(format, "@") }
      if key.role != .note {
        unsafe format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
        unsafe format_set_border_color(format, SheetColors.line)
      }
      if key.isFaded { unsafe format_set_font_color(format, SheetColors.faded) }
      switch key.role {
      case .title:
        unsafe format_set_bold(format)
        unsafe format_set_font_color(format, SheetColors.titleText)
        unsafe format_set_bg_color(format, SheetColors.title)
      case .note: unsafe format_set_italic(format)
      case .cell(let kind):
        if kind == .label { unsafe format_set_bold(format) }
        if kind == .open || kind == .openGap { unsafe format_set_unlocked(format) }
        if let color = SheetColors.background(of: kind, isFaded: key.isFaded) {
          unsafe format_set_bg_color(format, color)
        }
      }
      unsafe formats[key] = format
      return unsafe format
    }
  }

  /// Copies of texts for C, freed together.
  @safe private final class CTexts {
    private var pointers: [UnsafeMutablePointer<CChar>?] = unsafe []
    private var lists: [UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>] = unsafe []

    func pointer(_ text: String) -> UnsafeMutablePointer<CChar>? {
      let copy = unsafe strdup(text)
      unsafe pointers.append(copy)
      return unsafe copy
    }

    /// Ended by a null pointer.
    func list(_ texts: [String]) -> UnsafeMutablePointer<UnsafeMutablePointer<CChar>?> {
      let list = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: texts.count + 1)
      for (index, text) in texts.enumerated() { unsafe (list + index).initialize(to: pointer(text)) }
      unsafe (list + texts.count).initialize(to: nil)
      unsafe lists.append(list)
      return unsafe list
    }

    deinit {
      unsafe pointers.forEach { unsafe free($0) }
      unsafe lists.forEach { unsafe $0.deallocate() }
    }
  }
#endif
