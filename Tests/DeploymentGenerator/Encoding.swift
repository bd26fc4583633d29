/// `utf8` as UTF-16, little-endian, with a byte order mark: what PowerShell's `>` and `Out-File` write.
/// A byte order mark and an XML declaration in front stay as they are, as Out-File would keep them.
public func utf16LittleEndian(_ utf8: [UInt8], byteOrderMark: Bool = true) -> [UInt8] {
  var bytes: [UInt8] = []
  bytes.reserveCapacity(2 * utf8.count + 2)
  let hasMark = utf8.starts(with: [0xEF, 0xBB, 0xBF])
  if byteOrderMark { bytes += [0xFF, 0xFE] }
  var position = hasMark ? 3 : 0
  while position < utf8.count {
    let byte = utf8[position]
    guard byte >= 0x80 else {
      bytes.append(byte)
      bytes.append(0)
      position += 1
      continue
    }
    let end = utf8[position...].firstIndex { $0 < 0x80 } ?? utf8.count
    for unit in String(decoding: utf8[position..<end], as: UTF8.self).utf16 {
      bytes.append(UInt8(truncatingIfNeeded: unit))
      bytes.append(UInt8(truncatingIfNeeded: unit >> 8))
    }
    position = end
  }
  return bytes
}

/// `utf8` with Windows line ends.
public func carriageReturns(_ utf8: [UInt8]) -> [UInt8] {
  var bytes: [UInt8] = []
  bytes.reserveCapacity(utf8.count + utf8.count / 64)
  for byte in utf8 {
    if byte == 0x0A { bytes.append(0x0D) }
    bytes.append(byte)
  }
  return bytes
}
