import ZipArchive

/// Writes down what a reader hands over.
struct Recorder: ZipReceiver {
  var wanted: (String) -> Bool = { _ in true }
  private(set) var files: [(name: String, contents: [UInt8], isWhole: Bool)] = []
  private(set) var obstacles: [ZipEntry.Obstacle?] = []

  mutating func begin(_ entry: ZipEntry) -> Bool {
    obstacles.append(entry.obstacle)
    guard wanted(entry.name) else { return false }
    files.append((entry.name, [], false))
    return true
  }

  mutating func take(_ bytes: Span<UInt8>) {
    for index in bytes.indices { files[files.count - 1].contents.append(bytes[index]) }
  }

  mutating func end() { files[files.count - 1].isWhole = true }
}

/// Reads a whole archive in chunks of one size.
func unpack(
  _ bytes: [UInt8], chunk: Int = .max, limits: ZipLimits = .standard,
  wanting: @escaping (String) -> Bool = { _ in true }
) throws(ZipError) -> [String: [UInt8]] {
  var recorder = Recorder(wanted: wanting)
  var reader = ZipReader(limits: limits)
  var begin = 0
  while begin < bytes.count {
    let end = chunk > bytes.count - begin ? bytes.count : begin + chunk
    try reader.read(bytes.span.extracting(begin..<end), into: &recorder)
    begin = end
  }
  try reader.finish()
  return Dictionary(recorder.files.filter(\.isWhole).map { ($0.name, $0.contents) }) { first, _ in first }
}

/// Why an archive is refused; nil where it is not.
func refusal(
  _ bytes: [UInt8], chunk: Int = .max, limits: ZipLimits = .standard,
  wanting: @escaping (String) -> Bool = { _ in true }
) -> ZipError? {
  do throws(ZipError) {
    _ = try unpack(bytes, chunk: chunk, limits: limits, wanting: wanting)
    return nil
  } catch {
    return error
  }
}
