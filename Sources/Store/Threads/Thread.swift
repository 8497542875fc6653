internal import CLinux
internal import Glibc

/// A thread of the system, for work that blocks on the disk and so must stay off event loops and Swift's own pool.
enum Thread {
    /// Runs `body` on a new thread of its own.
    /// - Parameter name: as `top -H` shows it; at most 15 bytes.
    static func start(_ name: String, _ body: sending @escaping () -> Void) throws(StoreError) {
        let box = Unmanaged.passRetained(
            Box {
                _ = clinux_name_thread(name)
                body()
            })
        var thread = pthread_t()
        let code = pthread_create(
            &thread, nil,
            { raw in
                guard let raw else { return nil }
                Unmanaged<Box>.fromOpaque(raw).takeRetainedValue().body()
                return nil
            }, box.toOpaque())
        guard code == 0 else {
            box.release()
            throw StoreError(.unavailable, "no thread could be started (\(SystemError.text(code)))")
        }
        pthread_detach(thread)
    }

    /// For the calling thread: whoever wakes it does not wait for the end of a busy event loop's turn on the processor.
    static func takeShortTurns() { _ = clinux_set_turn_length(100_000) }

    /// Tells threads apart.
    static var current: UInt { UInt(pthread_self()) }

    private final class Box {
        let body: () -> Void
        init(_ body: @escaping () -> Void) { self.body = body }
    }
}
