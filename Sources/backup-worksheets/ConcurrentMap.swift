extension Array where Element: Sendable {
  /// The results of `transform`, in the order of the elements; run side by side as far as there are cores.
  func concurrentMap<Output: Sendable>(_ transform: @escaping @Sendable (Element) -> Output) async -> [Output] {
    await withTaskGroup(of: (position: Int, output: Output).self) { group in
      for (position, element) in enumerated() {
        group.addTask { (position, transform(element)) }
      }
      var outputs: [Int: Output] = [:]
      for await (position, output) in group { outputs[position] = output }
      return indices.compactMap { outputs[$0] }
    }
  }
}
