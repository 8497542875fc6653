internal import Glibc

/// A thread of the system, for work that blocks on the disk and so must stay off event loops and Swift's own pool.
enum Thread {
    /// Runs `body` on a new thread of its own.
    static func start(_ body: sending @escaping () -> Void) throws(StoreError) {
        let box = Unmanaged.passRetained(Box(body))
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

    /// Tells threads apart.
    static var current: UInt { UInt(pthread_self()) }

    private final class Box {
        let body: () -> Void
        init(_ body: @escaping () -> Void) { self.body = body }
    }
}
