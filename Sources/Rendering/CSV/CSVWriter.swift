internal import DelimitedText
internal import Documents

extension DelimitedWriter {
  /// Several values as one cell, joined by `; `.
  mutating func cell(_ values: [Text]) {
    beginCell()
    var isFirst = true
    for value in values {
      if !isFirst { append("; ") }
      isFirst = false
      for run in value.runs {
        switch run {
        case .plain(let part), .strong(let part), .code(let part), .link(let part, _, _), .value(let part, _, _): append(part)
        }
      }
    }
    endCell()
  }
}
