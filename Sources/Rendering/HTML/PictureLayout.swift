internal import Documents

/// Where everything in a picture stands: places as boxes in columns, in each the things that use others on the left
/// and what they use on the right. Integers alone, so that every machine draws the same.
struct PictureLayout {
  struct Point: Equatable {
    var x: Int
    var y: Int
  }

  /// A node and its upper left corner.
  struct PlacedNode {
    let node: Picture.Node
    let corner: Point
    let isUsedByOthers: Bool
    let isOnTheRight: Bool
    let place: Int
  }

  struct PlacedText {
    let text: String
    let start: Point
  }

  struct Box {
    let title: String
    let corner: Point
    let height: Int
    let kinds: [PlacedText]
    let remarks: [PlacedText]
    let nodes: [PlacedNode]
  }

  static let nodeWidth = 190
  static let nodeHeight = 20
  static let boxWidth = 2 * (padding + nodeWidth) + middle
  private static let padding = 16
  private static let middle = 38
  private static let gap = 14
  private static let margin = 6
  private static let titleHeight = 34
  private static let kindHeight = 19
  private static let nodePitch = 25
  private static let remarkHeight = 17

  private(set) var boxes: [Box] = []
  private(set) var width = 0
  private(set) var height = 0

  init(_ places: [Picture.Place]) {
    // As many columns as give the picture the shape of a sheet on its side.
    var columns = min(2, max(1, places.count))
    place(places, inColumns: columns)
    while height * 10 > width * 7 && columns < min(8, places.count) {
      columns += 1
      place(places, inColumns: columns)
    }
  }

  /// Every place into the column that is shortest so far.
  private mutating func place(_ places: [Picture.Place], inColumns count: Int) {
    boxes = []
    var bottoms = [Int](repeating: Self.margin, count: count)
    for (number, place) in places.enumerated() {
      var column = 0
      for other in bottoms.indices where bottoms[other] < bottoms[column] { column = other }
      let corner = Point(x: Self.margin + column * (Self.boxWidth + Self.gap), y: bottoms[column])
      let box = Self.box(place, number, at: corner)
      boxes.append(box)
      bottoms[column] += box.height + Self.gap
    }
    width = 2 * Self.margin + count * (Self.boxWidth + Self.gap) - Self.gap
    height = (bottoms.max() ?? 0) - Self.gap + Self.margin
  }

  /// As many remarks in a line as fit.
  private static func lines(of remarks: [String]) -> [String] {
    remarks.reduce(into: []) { lines, remark in
      if let last = lines.last, last.unicodeScalars.count + remark.unicodeScalars.count < longestLine {
        lines[lines.count - 1] = "\(last) · \(remark)"
      } else {
        lines.append(remark)
      }
    }
  }

  private static let longestLine = 70

  private static func box(_ place: Picture.Place, _ number: Int, at corner: Point) -> Box {
    var kinds: [PlacedText] = []
    var nodes: [PlacedNode] = []
    var bottoms = [corner.y + titleHeight, corner.y + titleHeight]
    let hasUsers = place.kinds.contains(where: \.isUsedByOthers) && place.kinds.contains { !$0.isUsedByOthers }
    for kind in place.kinds where !kind.nodes.isEmpty {
      // Where nothing is used by others, both sides are for all.
      let side = hasUsers ? (kind.isUsedByOthers ? 1 : 0) : (bottoms[1] < bottoms[0] ? 1 : 0)
      let x = corner.x + padding + side * (nodeWidth + middle)
      kinds.append(PlacedText(text: kind.title, start: Point(x: x, y: bottoms[side] + 11)))
      bottoms[side] += kindHeight
      for node in kind.nodes {
        nodes.append(
          PlacedNode(
            node: node, corner: Point(x: x, y: bottoms[side]), isUsedByOthers: kind.isUsedByOthers,
            isOnTheRight: side == 1, place: number))
        bottoms[side] += nodePitch
      }
      bottoms[side] += 4
    }
    var bottom = max(bottoms[0], bottoms[1])
    var remarks: [PlacedText] = []
    for remark in lines(of: place.remarks) {
      remarks.append(PlacedText(text: remark, start: Point(x: corner.x + padding, y: bottom + 9)))
      bottom += remarkHeight
    }
    return Box(
      title: place.title, corner: corner, height: bottom - corner.y + 4, kinds: kinds, remarks: remarks, nodes: nodes)
  }
}
