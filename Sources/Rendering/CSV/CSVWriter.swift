internal import DelimitedText
internal import Documents

extension DelimitedWriter {
  /// Several values as one cell, joined by `; `.
  mutating func cell(_ values: Few<Text>) {
    beginCell()
    var isFirst = true
    for value in values {
      if !isFirst { append("; ") }
      isFirst = false
      for run in value.runs { append(run.text) }
    }
    endCell()
  }
}
