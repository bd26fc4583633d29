internal import Documents

/// A picture as inline SVG: names are text, colours are the style sheet's, every node with an anchor is a link.
struct PictureSVG {
  private let picture: Picture
  private let layout: PictureLayout
  private let nodes: [String: PictureLayout.PlacedNode]
  /// More links than this in a row would bar the way of the keyboard: a larger picture has none, for the rows they
  /// would lead to are in tables too.
  private static let mostTabStops = 60
  /// What fits into a node or a box, in characters.
  private static let longestLabel = 29
  private static let longestTitle = 50
  private static let longestRemark = 72

  init(_ picture: Picture) {
    self.picture = picture
    layout = PictureLayout(picture.places)
    nodes = Dictionary(layout.boxes.flatMap(\.nodes).map { ($0.node.id, $0) }) { first, _ in first }
  }

  /// The figure: caption, legend, picture in a frame that scrolls, the same in words.
  static func append(_ picture: Picture, anchor: Anchor, to bytes: inout [UInt8]) {
    let caption = anchor.part("caption").text.utf8
    bytes.append("<figure class=\"map\" id=\"")
    bytes.append(contentsOf: anchor.text.utf8)
    bytes.append("\">\n<figcaption id=\"")
    bytes.append(contentsOf: caption)
    bytes.append("\">")
    HTMLText.append(picture.caption, lineBreaks: .kept, to: &bytes)
    bytes.append("</figcaption>\n<p>")
    HTMLText.append(picture.legend, lineBreaks: .kept, to: &bytes)
    bytes.append("</p>\n")
    if !picture.places.isEmpty {
      bytes.append("<div class=\"frame\" role=\"group\" tabindex=\"0\" aria-labelledby=\"")
      bytes.append(contentsOf: caption)
      bytes.append("\">\n")
      PictureSVG(picture).append(to: &bytes)
      bytes.append("</div>\n")
    }
    guard !picture.alternative.isEmpty else { return bytes.append("</figure>\n") }
    bytes.append("<details>\n<summary>")
    HTMLText.append(picture.alternativeTitle, lineBreaks: .kept, to: &bytes)
    bytes.append("</summary>\n<ul>\n")
    for item in picture.alternative {
      bytes.append("<li>")
      HTMLText.append(item, to: &bytes)
      bytes.append("</li>\n")
    }
    bytes.append("</ul>\n</details>\n</figure>\n")
  }

  private func append(to bytes: inout [UInt8]) {
    // No role: it holds links, which an image must not; the frame around it has the name.
    bytes.append("<svg viewBox=\"0 0 ")
    bytes.append(number: layout.width)
    bytes.append(" ")
    bytes.append(number: layout.height)
    bytes.append("\" width=\"")
    bytes.append(number: layout.width)
    bytes.append("\" height=\"")
    bytes.append(number: layout.height)
    bytes.append("\">\n<path class=\"places\" d=\"")
    for box in layout.boxes { rectangle(box.corner, PictureLayout.boxWidth, box.height, to: &bytes) }
    bytes.append("\"/>\n")
    for isPair in [false, true] {
      let lines = picture.lines.filter { $0.isPair == isPair }
      guard !lines.isEmpty else { continue }
      bytes.append(isPair ? "<path class=\"pairs\" d=\"" : "<path class=\"uses\" d=\"")
      for line in lines { append(line, to: &bytes) }
      bytes.append("\"/>\n")
    }
    for box in layout.boxes { append(box, to: &bytes) }
    bytes.append("</svg>\n")
  }

  private func append(_ box: PictureLayout.Box, to bytes: inout [UInt8]) {
    let start = PictureLayout.Point(x: box.corner.x + 16, y: box.corner.y + 21)
    text(box.title, longest: Self.longestTitle, at: start, open: "<text class=\"place\" x=", to: &bytes)
    bytes.append("\n<g class=\"kind\">")
    for kind in box.kinds {
      text(kind.text, longest: Self.longestLabel, at: kind.start, to: &bytes)
    }
    for remark in box.remarks {
      text(remark.text, longest: Self.longestRemark, at: remark.start, to: &bytes)
    }
    bytes.append("</g>\n")
    // The frames of all nodes are two paths: a path each would be a third of a large picture.
    for isUsed in [false, true] {
      let nodes = box.nodes.filter { $0.isUsedByOthers == isUsed }
      guard !nodes.isEmpty else { continue }
      bytes.append(isUsed ? "<path class=\"node used\" d=\"" : "<path class=node d=\"")
      for node in nodes { rectangle(node.corner, PictureLayout.nodeWidth, PictureLayout.nodeHeight, to: &bytes) }
      bytes.append("\"/>\n")
    }
    for node in box.nodes { append(node, to: &bytes) }
    bytes.append("\n")
  }

  private func append(_ placed: PictureLayout.PlacedNode, to bytes: inout [UInt8]) {
    let start = PictureLayout.Point(x: placed.corner.x + 6, y: placed.corner.y + 14)
    if let anchor = placed.node.anchor, nodes.count <= Self.mostTabStops {
      // Without quotes, which an anchor does not need: there are hundreds.
      bytes.append("<a href=#")
      bytes.append(contentsOf: Anchor(id: anchor).text.utf8)
      bytes.append(">")
      text(placed.node.label, longest: Self.longestLabel, at: start, to: &bytes)
      bytes.append("</a>")
    } else {
      text(placed.node.label, longest: Self.longestLabel, at: start, to: &bytes)
    }
  }

  private func rectangle(_ corner: PictureLayout.Point, _ width: Int, _ height: Int, to bytes: inout [UInt8]) {
    point("M", corner, to: &bytes)
    bytes.append("h")
    bytes.append(number: width)
    bytes.append("v")
    bytes.append(number: height)
    bytes.append("h-")
    bytes.append(number: width)
    bytes.append("z")
  }

  /// From one node's side to the other's: straight across a box, in a bow along a column or between boxes.
  private func append(_ line: Picture.Line, to bytes: inout [UInt8]) {
    guard let from = nodes[line.from], let to = nodes[line.to] else { return }
    let first = from.corner.x <= to.corner.x ? from : to
    let last = from.corner.x <= to.corner.x ? to : from
    var start = first.corner
    var end = last.corner
    start.y += PictureLayout.nodeHeight / 2
    end.y += PictureLayout.nodeHeight / 2
    var bow = (start: 24, end: -24)
    if start.x == end.x {
      // The outer side of the column is free of lines across the box.
      let reach = from.place == to.place ? 13 : 20
      if first.isOnTheRight {
        start.x += PictureLayout.nodeWidth
        end.x += PictureLayout.nodeWidth
        bow = (reach, reach)
      } else {
        bow = (-reach, -reach)
      }
    } else {
      start.x += PictureLayout.nodeWidth
      if from.place != to.place { bow = (60, -60) }
    }
    point("M", start, to: &bytes)
    let way = PictureLayout.Point(x: end.x - start.x, y: end.y - start.y)
    point("c", PictureLayout.Point(x: bow.start, y: 0), to: &bytes)
    point(" ", PictureLayout.Point(x: way.x + bow.end, y: way.y), to: &bytes)
    point(" ", way, to: &bytes)
  }

  private func point(_ command: Markup, _ point: PictureLayout.Point, to bytes: inout [UInt8]) {
    bytes.append(command)
    bytes.append(number: point.x)
    bytes.append(" ")
    bytes.append(number: point.y)
  }

  /// Text that keeps its beginning and its end where it is too long; the whole is its title then.
  private func text(
    _ text: String, longest: Int, at start: PictureLayout.Point, open: Markup = "<text x=", to bytes: inout [UInt8]
  ) {
    bytes.append(open)
    bytes.append(number: start.x)
    bytes.append(" y=")
    bytes.append(number: start.y)
    bytes.append(">")
    if text.unicodeScalars.count > longest {
      bytes.append("<title>")
      HTMLText.append(text, lineBreaks: .shown, to: &bytes)
      bytes.append("</title>")
      let head = String(text.unicodeScalars.prefix(longest * 3 / 5))
      HTMLText.append(head, lineBreaks: .shown, to: &bytes)
      bytes.append("…")
      let tail = String(text.unicodeScalars.suffix(longest - 1 - longest * 3 / 5))
      HTMLText.append(tail, lineBreaks: .shown, to: &bytes)
    } else {
      HTMLText.append(text, lineBreaks: .shown, to: &bytes)
    }
    bytes.append("</text>")
  }
}
