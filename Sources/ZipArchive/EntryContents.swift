/// The contents of one entry as they come: inflated or as they are, counted, summed up and held against the limits.
struct EntryContents: ~Copyable {
  /// What has come of the entry so far.
  struct Count {
    var packed = 0
    var unpacked = 0
    var checksum = Checksum()
  }

  private let limits: ZipLimits
  private var inflater: Inflater?
  /// Filled before it is handed over, so that the importer gets blocks of the size in which it works.
  private var block: [UInt8] = []
  private var filled = 0
  /// Bytes of all entries so far.
  private var total = 0
  private(set) var count = Count()

  /// 64 KiB, the size in which the importer works.
  private static let blockSize = 64 << 10

  init(limits: ZipLimits) { self.limits = limits }

  mutating func begin(isDeflated: Bool) throws(ZipError) {
    count = Count()
    guard isDeflated else { return }
    if inflater == nil {
      inflater = try Inflater()
      block = [UInt8](repeating: 0, count: Self.blockSize)
    } else {
      inflater?.reset()
    }
  }

  /// Contents that are not packed.
  mutating func copy(
    _ bytes: Span<UInt8>, to receiver: inout some ZipReceiver & ~Copyable
  ) throws(ZipError) {
    count.packed += bytes.count
    try add(bytes.count)
    count.checksum.add(bytes)
    receiver.take(bytes)
  }

  /// Packed contents. Returns how many bytes of `bytes` belong to them, and whether they end there.
  mutating func inflate(
    _ bytes: Span<UInt8>, to receiver: inout some ZipReceiver & ~Copyable, isWanted: Bool
  ) throws(ZipError) -> (used: Int, isEnd: Bool) {
    var used = 0
    while true {
      guard
        let progress = try inflater?.inflate(bytes.extracting(used..<bytes.count), into: &block, from: filled)
      else { throw ZipError(.outOfMemory) }
      used += progress.used
      count.packed += progress.used
      var checksum = count.checksum
      checksum.add(block.span.extracting(filled..<(filled + progress.written)))
      count.checksum = checksum
      filled += progress.written
      try add(progress.written)
      if filled == block.count || progress.isEnd {
        if isWanted, filled > 0 { receiver.take(block.span.extracting(first: filled)) }
        filled = 0
      }
      if progress.isEnd { return (used, true) }
      // With room left in the block, zlib has given all that it can.
      if filled > 0 || progress.written == 0 {
        guard used == bytes.count else { throw ZipError(.contents) }
        return (used, false)
      }
    }
  }

  private mutating func add(_ bytes: Int) throws(ZipError) {
    count.unpacked += bytes
    total += bytes
    guard total <= limits.inflatedBytes else { throw ZipError(.limit(.inflatedBytes)) }
    guard count.unpacked <= ZipLimits.ratioFrom || count.unpacked / limits.ratio <= count.packed else {
      throw ZipError(.limit(.ratio))
    }
  }
}
