import CLinux
import Glibc
import Synchronization

/// A bound socket that deals the connections it accepts to the loops of a group, each to the one that has fewest.
///
/// One loop accepts for all: with a socket per loop (`SO_REUSEPORT`) the kernel deals by hash, and ten connections
/// with a thousand watches each would split seven to three.
public final class Listener: ReadinessHandler, @unchecked Sendable {
    // Unchecked: `registration`, `isClosed` and the descriptor belong to `loop` once it has been started.
    public let endpoint: Endpoint
    /// The port bound to; nil on a unix socket.
    public let port: Int?
    private let descriptor: Int32
    private let group: EventLoopGroup
    private let loop: EventLoop
    private let accepted: @Sendable (AcceptedSocket) -> Void
    private var registration: Registration?
    private var isClosed = false
    /// Times that the process had no descriptor left for a connection.
    private let starved = Atomic<Int>(0)
    public var timesOutOfDescriptors: Int { starved.load(ordering: .relaxed) }

    /// Binds and listens; nothing is accepted before `start`.
    /// - Parameter accepted: called on the connection's loop; it owns the socket.
    public init(
        _ endpoint: Endpoint, group: EventLoopGroup, accepted: @escaping @Sendable (AcceptedSocket) -> Void
    ) throws(ReactorError) {
        self.endpoint = endpoint
        self.group = group
        self.accepted = accepted
        loop = group.loops[0]
        let address: SocketAddress
        switch endpoint {
        case .tcp(let host, let port):
            let found = try SocketAddress.resolve(host: host, port: port, numericOnly: false, toListen: true)
            guard let first = found.first else { throw ReactorError(.badAddress, "no address for \(host)") }
            address = first
        case .unix(let path):
            address = try .unix(path)
            Self.removeStale(path, address)
        }
        descriptor = clinux_socket(address.family)
        guard descriptor >= 0 else { throw ReactorError(.outOfResources, "socket", errno: -descriptor) }
        do throws(ReactorError) {
            try Self.listen(descriptor, address, endpoint)
        } catch {
            _ = close(descriptor)
            throw error
        }
        port = SocketAddress.boundPort(of: descriptor)
    }

    deinit { if !isClosed { _ = close(descriptor) } }

    private static func listen(_ descriptor: Int32, _ address: SocketAddress, _ endpoint: Endpoint) throws(ReactorError)
    {
        Socket.set(descriptor, SOL_SOCKET, SO_REUSEADDR, 1)
        if address.family == AF_INET6 {
            Socket.set(descriptor, Int32(IPPROTO_IPV6), IPV6_V6ONLY, endpoint.isAllAddresses ? 0 : 1)
        }
        guard address.withPointer({ bind(descriptor, $0, $1) }) == 0 else {
            throw ReactorError(.cannotListen, "cannot listen on \(endpoint)", errno: errno)
        }
        // Between bind and listen nobody can connect yet, so the path is never open to others.
        if case .unix(let path) = endpoint { _ = chmod(path, 0o600) }
        guard Glibc.listen(descriptor, ReactorLimits.backlog) == 0 else {
            throw ReactorError(.cannotListen, "cannot listen on \(endpoint)", errno: errno)
        }
    }

    /// A socket file that a killed process left refuses connections: only then it is removed.
    private static func removeStale(_ path: String, _ address: SocketAddress) {
        var info = stat()
        guard lstat(path, &info) == 0, info.st_mode & S_IFMT == S_IFSOCK else { return }
        let probe = clinux_socket(AF_UNIX)
        guard probe >= 0 else { return }
        defer { _ = close(probe) }
        if address.withPointer({ connect(probe, $0, $1) }) != 0, errno == ECONNREFUSED { _ = unlink(path) }
    }

    /// Begins to accept. From any thread.
    public func start() {
        loop.execute { self.watch() }
    }

    private func watch() {
        guard !isClosed, registration == nil else { return }
        registration = try? loop.register(descriptor, for: .readable, self)
        // The kernel had no memory for it: ask again, a listener that gives up is an outage.
        if registration == nil { pause() }
    }

    private func pause() {
        if let registration { loop.deregister(registration) }
        registration = nil
        loop.schedule(afterMilliseconds: ReactorLimits.acceptPauseMilliseconds) { [weak self] in self?.watch() }
    }

    public func becameReady(_ readiness: Readiness) {
        for _ in 0..<ReactorLimits.acceptsPerWake {
            let socket = clinux_accept(descriptor)
            if socket >= 0 {
                deal(socket)
                continue
            }
            switch -socket {
            case EMFILE, ENFILE, ENOBUFS, ENOMEM:
                starved.add(1, ordering: .relaxed)
                pause()
                return
            case EAGAIN: return
            default: continue  // This one was lost on its way (ECONNABORTED and its like); look at the next.
            }
        }
    }

    private func deal(_ descriptor: Int32) {
        if case .tcp = endpoint { Socket.set(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, 1) }
        let loop = group.leastLoaded()
        let socket = AcceptedSocket(descriptor: descriptor, loop: loop)
        if loop.isCurrent { accepted(socket) } else { loop.execute { [accepted] in accepted(socket) } }
    }

    public func loopEnds() { closeNow() }

    private func closeNow() {
        guard !isClosed else { return }
        isClosed = true
        if let registration { loop.deregister(registration) }
        registration = nil
        _ = close(descriptor)
        if case .unix(let path) = endpoint { _ = unlink(path) }
    }

    /// Stops accepting, closes the socket and removes a unix socket's file. From any thread.
    public func stop(completion: @escaping @Sendable () -> Void = {}) {
        loop.execute {
            self.closeNow()
            completion()
        }
    }
}

/// A connected socket that is counted as its loop's and has no owner yet.
public final class AcceptedSocket: @unchecked Sendable {
    // Unchecked: taken once, on the loop.
    public let loop: EventLoop
    private var descriptor: Int32

    init(descriptor: Int32, loop: EventLoop) {
        self.descriptor = descriptor
        self.loop = loop
        loop.connections.add(1, ordering: .relaxed)
    }

    deinit {
        guard descriptor >= 0 else { return }
        _ = close(descriptor)
        loop.connections.subtract(1, ordering: .relaxed)
    }

    /// The descriptor, which the caller now owns; the loop's count goes with it.
    func take() -> Int32 {
        defer { descriptor = -1 }
        return descriptor
    }
}

enum Socket {
    static func set(_ descriptor: Int32, _ level: Int32, _ option: Int32, _ value: Int32) {
        var value = value
        _ = setsockopt(descriptor, level, option, &value, socklen_t(MemoryLayout<Int32>.size))
    }

    /// What became of a connect that was in progress: 0 or an errno.
    static func pendingError(_ descriptor: Int32) -> Int32 {
        var value: Int32 = 0
        var length = socklen_t(MemoryLayout<Int32>.size)
        return getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &value, &length) == 0 ? value : errno
    }
}
