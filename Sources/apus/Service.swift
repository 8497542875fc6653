import Glibc
import Synchronization

/// Runs a component until SIGTERM or SIGINT, then ends it in good order.
enum Service {
    /// - Parameters:
    ///   - start: begins the work and returns what ends it. An error ends the process with its message.
    ///   - graceSeconds: how long the end may take before the process is cut off.
    static func run(
        _ name: String, graceSeconds: UInt32, _ start: @escaping @Sendable () async throws -> @Sendable () async -> Void
    ) -> Never {
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGTERM)
        sigaddset(&signals, SIGINT)
        // Blocked before any thread is made: all of them inherit it, and only this one takes the signals.
        pthread_sigmask(SIG_BLOCK, &signals, nil)
        signal(SIGPIPE, SIG_IGN)
        let stop = StopAction()
        Task {
            do { stop.set(try await start()) } catch { Console.exit("apus \(name): \(error)", status: 1) }
        }
        var received: Int32 = 0
        sigwait(&signals, &received)
        // SIGALRM's default ends the process: a component that hangs does not keep it.
        alarm(graceSeconds)
        Task {
            await stop.run()
            Glibc.exit(0)
        }
        while true { pause() }
    }
}

/// What ends a component, once it has begun.
private final class StopAction: Sendable {
    private let action = Mutex<(@Sendable () async -> Void)?>(nil)
    func set(_ new: @escaping @Sendable () async -> Void) { action.withLock { $0 = new } }
    func run() async { await action.withLock { $0 }?() }
}
