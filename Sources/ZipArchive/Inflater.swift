internal import CZlib

/// zlib's raw inflate. All calls of C in this module are in this file.
@safe
struct Inflater: ~Copyable {
  /// What one call did.
  struct Progress {
    /// Bytes of the input that were used.
    var used: Int
    /// Bytes that were written.
    var written: Int
    /// Whether the packed data ends here.
    var isEnd: Bool
  }

  private let stream: UnsafeMutablePointer<z_stream>

  init() throws(ZipError) {
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    // Minus: without zlib's own header, which zip archives leave out.
    let code = unsafe inflateInit2_(stream, -MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    // What was allocated is freed by deinit, also now: inflateEnd of a stream without state does nothing.
    guard code == Z_OK else { throw ZipError(.outOfMemory) }
  }

  deinit {
    unsafe inflateEnd(stream)
    unsafe stream.deinitialize(count: 1)
    unsafe stream.deallocate()
  }

  /// Makes it ready for the next entry.
  mutating func reset() {
    unsafe inflateReset(stream)
  }

  /// Unpacks as much of `input` as fits into `output` from `begin` on.
  mutating func inflate(
    _ input: Span<UInt8>, into output: inout [UInt8], from begin: Int
  ) throws(ZipError) -> Progress {
    // zlib counts in 32 bits.
    let input = input.extracting(first: Int(Int32.max))
    let room = min(output.count - begin, Int(Int32.max))
    let stream = unsafe stream
    let code = unsafe input.withUnsafeBufferPointer { source in
      unsafe output.withUnsafeMutableBufferPointer { target in
        unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
        unsafe stream.pointee.avail_in = UInt32(source.count)
        unsafe stream.pointee.next_out = target.baseAddress?.advanced(by: begin)
        unsafe stream.pointee.avail_out = UInt32(room)
        defer {
          unsafe stream.pointee.next_in = nil
          unsafe stream.pointee.next_out = nil
        }
        return unsafe CZlib.inflate(stream, Z_NO_FLUSH)
      }
    }
    let progress = unsafe Progress(
      used: input.count - Int(stream.pointee.avail_in), written: room - Int(stream.pointee.avail_out),
      isEnd: code == Z_STREAM_END)
    switch code {
    case Z_OK, Z_STREAM_END, Z_BUF_ERROR: return progress
    case Z_MEM_ERROR: throw ZipError(.outOfMemory)
    default: throw ZipError(.contents)
    }
  }
}

/// CRC-32 as zip archives use it.
struct Checksum {
  private(set) var value: UInt32 = 0

  mutating func add(_ bytes: Span<UInt8>) {
    let before = value
    value = unsafe bytes.withUnsafeBufferPointer { buffer in
      // A null pointer would mean the value to begin with.
      unsafe buffer.isEmpty ? before : UInt32(crc32_z(UInt(before), buffer.baseAddress, buffer.count))
    }
  }
}
