/// A list that nearly always has one element, and keeps that without memory of its own: most cells have one line, and
/// most lines one run. Lists of lists of a hundred thousand cells were a third of what a large run did.
///
/// Inlinable: as another module's generic type it would take more time than it saves.
@frozen public struct Few<Element: Sendable>: Sendable {
  @usableFromInline enum Storage: Sendable {
    case one(Element)
    case other([Element])
  }

  @usableFromInline let storage: Storage

  @inlinable public init(_ elements: [Element]) {
    storage = if elements.count == 1 { .one(elements[0]) } else { .other(elements) }
  }

  @inlinable public init(_ element: Element) { storage = .one(element) }
}

extension Few: RandomAccessCollection {
  @inlinable public var startIndex: Int { 0 }

  @inlinable public var endIndex: Int {
    switch storage {
    case .one: 1
    case .other(let elements): elements.count
    }
  }

  @inlinable public subscript(position: Int) -> Element {
    switch storage {
    case .one(let element):
      precondition(position == 0, "a list of one has nothing else")
      return element
    case .other(let elements): return elements[position]
    }
  }
}

extension Few: Equatable where Element: Equatable {
  @inlinable public static func == (first: Few, second: Few) -> Bool {
    switch (first.storage, second.storage) {
    case (.one(let one), .one(let other)): one == other
    case (.other(let some), .other(let others)): some == others
    case (.one, .other), (.other, .one): false
    }
  }
}

extension Few: ExpressibleByArrayLiteral {
  @inlinable public init(arrayLiteral elements: Element...) { self.init(elements) }
}
