internal import Synchronization

extension Array where Element: Sendable {
  /// The results of `transform`, in the order of the elements; run side by side as far as there are cores.
  ///
  /// With threads of its own: the pool of Swift's tasks waits for ever where the system refuses a thread, for want of
  /// memory or by a limit on processes. Here the calling thread does what no other does.
  func concurrentMap<Output: Sendable>(_ transform: @escaping @Sendable (Element) -> Output) -> [Output] {
    let work = SharedWork(self, transform)
    let helpers = (1..<Swift.max(1, Swift.min(count, WorkerThread.cores))).compactMap { _ in WorkerThread { work.run() }
    }
    work.run()
    for helper in helpers { helper.join() }
    return work.outputs
  }
}

/// Elements that several threads take one by one.
private final class SharedWork<Element: Sendable, Output: Sendable>: Sendable {
  private struct Progress {
    var next = 0
    var outputs: [Int: Output] = [:]
  }

  private let elements: [Element]
  private let transform: @Sendable (Element) -> Output
  private let progress = Mutex(Progress())

  init(_ elements: [Element], _ transform: @escaping @Sendable (Element) -> Output) {
    self.elements = elements
    self.transform = transform
  }

  /// Takes elements until none is left.
  func run() {
    while let position = take() {
      let output = transform(elements[position])
      progress.withLock { $0.outputs[position] = output }
    }
  }

  /// Once all threads are done.
  var outputs: [Output] { progress.withLock { progress in elements.indices.compactMap { progress.outputs[$0] } } }

  private func take() -> Int? {
    progress.withLock { progress in
      guard progress.next < elements.count else { return nil }
      defer { progress.next += 1 }
      return progress.next
    }
  }
}
