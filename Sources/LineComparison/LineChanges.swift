/// A range of old lines and the new lines that take their place; one of the two may be empty.
public struct LineChange: Sendable, Equatable {
  public var old: Range<Int>
  public var new: Range<Int>

  public init(old: Range<Int>, new: Range<Int>) {
    self.old = old
    self.new = new
  }
}

/// Finds what changed between two sequences of lines, in time that stays sane when everything did.
///
/// Lines that occur once on both sides are anchors (patience diff); what is left between two anchors is compared with
/// Myers' algorithm up to a bound, and counts as replaced beyond it.
public struct LineChanges {
  public private(set) var changes: [LineChange] = []
  private let old: [Int]
  private let new: [Int]

  public init(from old: TextLines, to new: TextLines) {
    var numbers: [Line: Int] = [:]
    self.old = Self.numbered(old, &numbers)
    self.new = Self.numbered(new, &numbers)
    compare(self.old.indices, self.new.indices, depth: 0)
  }

  private struct Line: Hashable {
    var bytes: ArraySlice<UInt8>
    var hasLineEnd: Bool
  }

  /// A number for each line; equal lines have equal numbers.
  private static func numbered(_ text: TextLines, _ numbers: inout [Line: Int]) -> [Int] {
    text.lines.indices.map { position in
      let hasLineEnd = text.endsInLineEnd || position + 1 < text.lines.count
      let line = Line(bytes: text.lines[position], hasLineEnd: hasLineEnd)
      if let number = numbers[line] { return number }
      numbers[line] = numbers.count
      return numbers.count - 1
    }
  }

  /// Each level finds lines that were ambiguous on the one above; more levels than this help nobody.
  private static let deepest = 32

  private mutating func compare(_ oldRange: Range<Int>, _ newRange: Range<Int>, depth: Int) {
    var (oldRange, newRange) = (oldRange, newRange)
    while let first = oldRange.first, let other = newRange.first, old[first] == new[other] {
      oldRange.removeFirst()
      newRange.removeFirst()
    }
    while let last = oldRange.last, let other = newRange.last, old[last] == new[other] {
      oldRange.removeLast()
      newRange.removeLast()
    }
    guard !oldRange.isEmpty, !newRange.isEmpty else { return add(LineChange(old: oldRange, new: newRange)) }
    let anchors = depth < Self.deepest ? anchors(oldRange, newRange) : []
    guard !anchors.isEmpty else { return compareBounded(oldRange, newRange) }
    var (nextOld, nextNew) = (oldRange.lowerBound, newRange.lowerBound)
    for anchor in anchors + [(oldRange.upperBound, newRange.upperBound)] {
      compare(nextOld..<anchor.old, nextNew..<anchor.new, depth: depth + 1)
      (nextOld, nextNew) = (min(anchor.old + 1, oldRange.upperBound), min(anchor.new + 1, newRange.upperBound))
    }
  }

  private mutating func add(_ change: LineChange) {
    guard !change.old.isEmpty || !change.new.isEmpty else { return }
    if let last = changes.last, last.old.upperBound == change.old.lowerBound,
      last.new.upperBound == change.new.lowerBound
    {
      changes[changes.count - 1] = LineChange(
        old: last.old.lowerBound..<change.old.upperBound, new: last.new.lowerBound..<change.new.upperBound)
    } else {
      changes.append(change)
    }
  }

  /// Lines that occur once in both ranges, in an order that both have: the longest such sequence.
  private func anchors(_ oldRange: Range<Int>, _ newRange: Range<Int>) -> [(old: Int, new: Int)] {
    var places: [Int: (oldCount: Int, newCount: Int, old: Int)] = [:]
    for position in oldRange { places[old[position], default: (0, 0, position)].oldCount += 1 }
    for position in newRange { places[new[position]]?.newCount += 1 }
    let pairs = newRange.compactMap { position -> (old: Int, new: Int)? in
      guard let place = places[new[position]], place.oldCount == 1, place.newCount == 1 else { return nil }
      return (place.old, position)
    }
    return Self.longestAscending(pairs)
  }

  /// The longest subsequence whose old positions ascend, by patience sorting.
  private static func longestAscending(_ pairs: [(old: Int, new: Int)]) -> [(old: Int, new: Int)] {
    var tops: [Int] = []
    var before = [Int?](repeating: nil, count: pairs.count)
    for (position, pair) in pairs.enumerated() {
      var (low, high) = (0, tops.count)
      while low < high {
        let middle = (low + high) / 2
        if pairs[tops[middle]].old < pair.old { low = middle + 1 } else { high = middle }
      }
      before[position] = low > 0 ? tops[low - 1] : nil
      if low < tops.count { tops[low] = position } else { tops.append(position) }
    }
    var result: [(old: Int, new: Int)] = []
    var next = tops.last
    while let position = next {
      result.append(pairs[position])
      next = before[position]
    }
    return result.reversed()
  }

  /// More differences than this in one stretch, and it counts as replaced: the work grows with their square.
  private static let mostDifferences = 200

  /// Myers' greedy algorithm. `reached[d]` has, for each diagonal k = -d, -d+2, … d, how far into the old lines d
  /// differences lead.
  private mutating func compareBounded(_ oldRange: Range<Int>, _ newRange: Range<Int>) {
    let (oldCount, newCount) = (oldRange.count, newRange.count)
    var reached: [[Int]] = []
    for d in 0...min(Self.mostDifferences, oldCount + newCount) {
      var row: [Int] = []
      row.reserveCapacity(d + 1)
      for step in 0...d {
        let k = 2 * step - d
        var x = d == 0 ? 0 : Self.start(step, reached[d - 1])
        while x < oldCount, x - k < newCount, old[oldRange.lowerBound + x] == new[newRange.lowerBound + x - k] {
          x += 1
        }
        row.append(x)
        if x >= oldCount, x - k >= newCount {
          reached.append(row)
          return addPath(reached, endingAt: step, oldRange, newRange)
        }
      }
      reached.append(row)
    }
    add(LineChange(old: oldRange, new: newRange))
  }

  /// Where diagonal `step` of the next row begins: below the farther of its two neighbours.
  private static func start(_ step: Int, _ previous: [Int]) -> Int {
    let left = step > 0 ? previous[step - 1] + 1 : -1
    let up = step < previous.count ? previous[step] : -1
    return max(left, up)
  }

  /// Walks back from the end and adds the differences on the way.
  private mutating func addPath(
    _ reached: [[Int]], endingAt step: Int, _ oldRange: Range<Int>, _ newRange: Range<Int>
  ) {
    var path: [LineChange] = []
    var step = step
    for d in stride(from: reached.count - 1, to: 0, by: -1) {
      let previous = reached[d - 1]
      let x = Self.start(step, previous)
      let y = x - (2 * step - d)
      let cameFromLeft = step > 0 && previous[step - 1] + 1 == x
      let (oldEnd, newEnd) = (oldRange.lowerBound + x, newRange.lowerBound + y)
      path.append(
        cameFromLeft
          ? LineChange(old: (oldEnd - 1)..<oldEnd, new: newEnd..<newEnd)
          : LineChange(old: oldEnd..<oldEnd, new: (newEnd - 1)..<newEnd))
      if cameFromLeft { step -= 1 }
    }
    for change in path.reversed() { add(change) }
  }
}
