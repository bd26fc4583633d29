internal import Synchronization

/// What long work is at, in one line of the terminal that is written anew and is gone in the end. A process has one
/// terminal, and therefore one such line.
final class ProgressLine: Sendable {
  static let shared = ProgressLine()

  private struct State {
    var stage: String?
    var began = ContinuousClock.now
    var isShown = false
    var isTicking = false
  }

  private let state = Mutex(State())

  /// What is over before that is no long work.
  private static let patience = Duration.seconds(1)
  private static let interval = Duration.milliseconds(250)

  /// Names the stage that begins. The line appears once the work has taken a while.
  func begin(_ stage: String) {
    let starts = state.withLock { state in
      state.stage = stage
      if state.isShown { Self.draw(state) }
      defer { state.isTicking = true }
      return !state.isTicking
    }
    guard starts else { return }
    Task.detached {
      repeat { try? await Task.sleep(for: Self.interval) } while self.tick()
    }
  }

  /// Takes the line away while `body` writes to the terminal.
  func interrupted(_ body: () -> Void) {
    state.withLock { state in
      Self.remove(&state)
      body()
    }
  }

  /// Takes the line away for good.
  func finish() {
    state.withLock { state in
      state.stage = nil
      Self.remove(&state)
    }
  }

  /// - Returns: Whether there is more to say.
  private func tick() -> Bool {
    state.withLock { state in
      guard state.stage != nil else {
        state.isTicking = false
        return false
      }
      guard state.began.duration(to: .now) >= Self.patience else { return true }
      state.isShown = true
      Self.draw(state)
      return true
    }
  }

  private static func draw(_ state: State) {
    guard let stage = state.stage else { return }
    write("\r\(stage) … \(state.began.duration(to: .now).components.seconds) s\u{1B}[K")
  }

  private static func remove(_ state: inout State) {
    if state.isShown { write("\r\u{1B}[K") }
    state.isShown = false
  }

  private static func write(_ text: String) {
    // Nothing depends on it.
    try? FileDescriptor.standardError.write(Array(text.utf8))
  }
}
