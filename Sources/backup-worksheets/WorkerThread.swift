internal import Glibc

/// A thread of the system.
struct WorkerThread {
  private final class Body {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  private let id: pthread_t

  /// How many processors there are.
  static var cores: Int { sysconf(Int32(_SC_NPROCESSORS_ONLN)) }

  /// Nil where the system has no thread to give.
  init?(_ run: @escaping @Sendable () -> Void) {
    var id = pthread_t()
    let body = unsafe Unmanaged.passRetained(Body(run))
    let status = unsafe pthread_create(
      &id, nil,
      { body in
        if let body = unsafe body { unsafe Unmanaged<Body>.fromOpaque(body).takeRetainedValue().run() }
        return nil
      }, body.toOpaque())
    guard status == 0 else {
      unsafe body.release()
      return nil
    }
    self.id = id
  }

  /// Waits until it is done.
  func join() { pthread_join(id, nil) }
}
