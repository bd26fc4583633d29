internal import Synchronization

/// Elements that several threads take one by one, and results that are handed on in the order of the elements, each as
/// soon as those before it were.
struct OrderedWork<Element: Sendable, Output: Sendable> {
  let elements: [Element]
  /// How many threads, this one among them.
  let jobs: Int

  /// - Parameters:
  ///   - worker: Makes what a thread works with, which no other thread sees.
  ///   - work: What is done with an element.
  ///   - deliver: Takes a result and its position. Called by one thread at a time.
  func run<Worker>(
    worker: @escaping @Sendable () -> Worker, work: @escaping @Sendable (Worker, Element) -> Output,
    deliver: @escaping @Sendable (Output, Int) -> Void
  ) {
    let queue = Queue(elements, deliver)
    let body: @Sendable () -> Void = {
      let worker = worker()
      while let position = queue.take() { queue.finish(position, work(worker, queue.elements[position])) }
    }
    let helpers = (1..<max(1, min(jobs, elements.count))).compactMap { _ in WorkerThread(body) }
    body()
    for helper in helpers { helper.join() }
  }

  private final class Queue: Sendable {
    private struct State {
      var next = 0
      var delivered = 0
      /// Results that wait for one before them.
      var waiting: [Int: Output] = [:]
    }

    let elements: [Element]
    private let deliver: @Sendable (Output, Int) -> Void
    private let state = Mutex(State())

    init(_ elements: [Element], _ deliver: @escaping @Sendable (Output, Int) -> Void) {
      self.elements = elements
      self.deliver = deliver
    }

    func take() -> Int? {
      state.withLock { state in
        guard state.next < elements.count else { return nil }
        defer { state.next += 1 }
        return state.next
      }
    }

    func finish(_ position: Int, _ output: Output) {
      state.withLock { state in
        state.waiting[position] = output
        while let output = state.waiting.removeValue(forKey: state.delivered) {
          deliver(output, state.delivered)
          state.delivered += 1
        }
      }
    }
  }
}
