/// "Did you mean …?"
public enum Spelling {
  /// The name nearest to `word`, if at most a third of its letters differ (and at least one may).
  public static func nearest(to word: String, among names: [String]) -> String? {
    let candidates = names.map { (name: $0, distance: distance(word.lowercased(), $0.lowercased())) }
    guard let best = candidates.min(by: { $0.distance < $1.distance }) else { return nil }
    return best.distance <= max(1, best.name.count / 3) ? best.name : nil
  }

  /// Levenshtein's: how many letters to insert, delete or change.
  private static func distance(_ left: String, _ right: String) -> Int {
    let target = Array(right)
    var row = Array(0...target.count)
    for (index, letter) in left.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for column in target.indices {
        let change = diagonal + (target[column] == letter ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(change, diagonal + 1, row[column] + 1)
      }
    }
    return row[target.count]
  }
}
