/// Collects chunks of any size into pieces of one size. So the parser sees the same pieces whatever the chunks are,
/// and does the same.
struct PieceBuffer {
  let size: Int
  private var bytes: [UInt8] = []

  init(size: Int) { self.size = size }

  var isEmpty: Bool { bytes.isEmpty }
  var isFull: Bool { bytes.count == size }

  /// Takes as many bytes as are missing; returns how many.
  mutating func fill(from chunk: Span<UInt8>) -> Int {
    if bytes.capacity < size { bytes.reserveCapacity(size) }
    let count = min(size - bytes.count, chunk.count)
    bytes.append(addingCapacity: count) { bytes in
      for index in 0..<count { bytes.append(chunk[index]) }
    }
    return count
  }

  /// The piece, which leaves the buffer empty; its memory comes back with ``giveBack(_:)``.
  mutating func take() -> [UInt8] {
    let piece = bytes
    bytes = []
    return piece
  }

  mutating func giveBack(_ piece: consuming [UInt8]) {
    bytes = piece
    bytes.removeAll(keepingCapacity: true)
  }
}
