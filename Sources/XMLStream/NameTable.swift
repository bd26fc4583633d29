internal import CLibXML2

/// Names of the vocabulary and their pointers in the parser's dictionary, in both directions.
///
/// Names are not put into the dictionary beforehand: it would outgrow its first size, and libxml2 then hashes every
/// name of the document in full. A name is looked up once, when its pointer first turns up.
struct NameTable {
  private struct Slot {
    var pointer: UnsafePointer<UInt8>?
    var place: UInt8
  }

  /// Pointers beyond this many are looked up every time: only a hostile document has as many names.
  private static let capacity = 1024

  private let dictionary: xmlDictPtr
  private let names: [String]
  private let places: [String: UInt8]
  /// By place; nil while the document has not used the name.
  private let pointers: UnsafeMutablePointer<UnsafePointer<UInt8>?>
  private let slots: UnsafeMutablePointer<Slot>
  private var used = 0

  init(_ names: [String], dictionary: xmlDictPtr) {
    precondition(names.count < 256, "A vocabulary has at most 255 names")
    self.dictionary = dictionary
    self.names = names
    places = Dictionary(names.enumerated().map { ($1, UInt8($0 + 1)) }, uniquingKeysWith: { first, _ in first })
    pointers = .allocate(capacity: names.count + 1)
    pointers.initialize(repeating: nil, count: names.count + 1)
    slots = .allocate(capacity: Self.capacity)
    slots.initialize(repeating: Slot(pointer: nil, place: 0), count: Self.capacity)
  }

  func deallocate() {
    pointers.deallocate()
    slots.deallocate()
  }

  /// The place of a name in the vocabulary, 0 for one that is not in it. `pointer` is the dictionary's.
  ///
  /// A fixed table with linear probing: a Swift Dictionary look-up costs more than making a String of the name.
  @inline(__always)
  mutating func place(_ pointer: UnsafePointer<UInt8>?) -> UInt8 {
    guard let pointer else { return 0 }
    var slot = Self.hash(pointer)
    while let candidate = slots[slot].pointer {
      if candidate == pointer { return slots[slot].place }
      slot = (slot + 1) & (Self.capacity - 1)
    }
    return add(pointer, at: slot)
  }

  /// The pointer of a name of the vocabulary, nil if the document has not used it.
  @inline(__always)
  func pointer(_ place: UInt8) -> UnsafePointer<UInt8>? {
    if let pointer = pointers[Int(place)] { return pointer }
    return find(place)
  }

  @inline(never)
  private mutating func add(_ pointer: UnsafePointer<UInt8>, at slot: Int) -> UInt8 {
    let place = places[String(cString: pointer)] ?? 0
    if 2 * used < Self.capacity {
      slots[slot] = Slot(pointer: pointer, place: place)
      used += 1
    }
    return place
  }

  @inline(never)
  private func find(_ place: UInt8) -> UnsafePointer<UInt8>? {
    let name = names[Int(place) - 1]
    let pointer = xmlDictExists(dictionary, name, Int32(name.utf8.count))
    pointers[Int(place)] = pointer
    return pointer
  }

  @inline(__always)
  private static func hash(_ pointer: UnsafePointer<UInt8>) -> Int {
    let bits = Int(bitPattern: pointer)
    return (bits ^ (bits >> 7)) & (capacity - 1)
  }
}
