/// From a name's pointer in the parser's dictionary to its place in the vocabulary.
///
/// A fixed table with linear probing: a Swift Dictionary look-up costs more than making a String of the name.
struct PointerTable {
  private let slots: UnsafeMutablePointer<(pointer: UnsafePointer<UInt8>?, place: UInt8)>
  private let mask: Int

  /// - Parameter pointers: by place; the first stands for "unknown" and is absent. At most 256.
  init(_ pointers: UnsafeBufferPointer<UnsafePointer<UInt8>?>) {
    var capacity = 16
    while capacity < 4 * pointers.count { capacity *= 2 }
    slots = .allocate(capacity: capacity)
    slots.initialize(repeating: (nil, 0), count: capacity)
    mask = capacity - 1
    for (place, pointer) in pointers.enumerated() {
      guard let pointer else { continue }
      var slot = Self.hash(pointer) & mask
      while slots[slot].pointer != nil { slot = (slot + 1) & mask }
      slots[slot] = (pointer, UInt8(place))
    }
  }

  func deallocate() { slots.deallocate() }

  @inline(__always)
  subscript(pointer: UnsafePointer<UInt8>?) -> UInt8 {
    guard let pointer else { return 0 }
    var slot = Self.hash(pointer) & mask
    while let candidate = slots[slot].pointer {
      if candidate == pointer { return slots[slot].place }
      slot = (slot + 1) & mask
    }
    return 0
  }

  @inline(__always)
  private static func hash(_ pointer: UnsafePointer<UInt8>) -> Int {
    let bits = Int(bitPattern: pointer)
    return (bits >> 3) ^ (bits >> 11) ^ bits
  }
}
