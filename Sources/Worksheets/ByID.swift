/// Elements of a plan by their ids, the first of each. Positions are kept and no copies: of thirty thousand procedures
/// those took 17 MB in each document that looks them up.
struct ByID<Element: Sendable>: Sendable {
  private let elements: [Element]
  private var positions: [String: Int]

  init(_ elements: [Element], _ id: (Element) -> String) {
    self.elements = elements
    positions = Dictionary(minimumCapacity: elements.count)
    for position in elements.indices {
      let id = id(elements[position])
      if positions[id] == nil { positions[id] = position }
    }
  }

  subscript(id: String) -> Element? { positions[id].map { elements[$0] } }
}
