/// The usages of dependencies, each once: a file has three, and tens of thousands of dependencies. A String in each of
/// those made it 32 bytes instead of 16.
struct UsageTable {
  private(set) var texts: [String] = []
  private var numbers: [String: Int32] = [:]
  /// The last one: nearly all are the same.
  private var last: Int32 = -1

  mutating func number(_ text: String) -> Int32 {
    if last >= 0, texts[Int(last)] == text { return last }
    if let number = numbers[text] {
      last = number
    } else {
      last = Int32(texts.count)
      texts.append(text)
      numbers[text] = last
    }
    return last
  }
}
