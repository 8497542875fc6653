import CLinux
import Glibc

/// Makes connections without blocking a loop.
public enum Connector {
    /// Addresses of an endpoint, tried in order until one answers.
    public struct Candidates: Sendable {
        let host: String?
        let addresses: [SocketAddress]
        public var count: Int { addresses.count }
    }

    /// Finds the addresses. Names are looked up on a thread of their own, since the C library blocks; numbers and
    /// paths are answered at once. `completion` runs on the loop.
    public static func resolve(
        _ endpoint: Endpoint, on loop: EventLoop,
        completion: @escaping @Sendable (Result<Candidates, ReactorError>) -> Void
    ) {
        do throws(ReactorError) {
            switch endpoint {
            case .unix(let path):
                let address = try SocketAddress.unix(path)
                completion(.success(Candidates(host: nil, addresses: [address])))
            case .tcp(let host, let port):
                let numeric = try SocketAddress.resolve(host: host, port: port, numericOnly: true, toListen: false)
                if !numeric.isEmpty { return completion(.success(Candidates(host: host, addresses: numeric))) }
                try Lookup(host: host, port: port) { result in loop.execute { completion(result) } }.start()
            }
        } catch {
            completion(.failure(error))
        }
    }

    /// Begins to connect to one of them; the transport tells its delegate how it went. On the loop.
    public static func connect(
        _ candidates: Candidates, at index: Int, tls: TLSContext?, on loop: EventLoop,
        delegate: any TransportDelegate
    ) throws(ReactorError) -> Transport {
        guard candidates.addresses.indices.contains(index) else {
            throw ReactorError(.cannotConnect, "no address left to try")
        }
        let address = candidates.addresses[index]
        let descriptor = clinux_socket(address.family)
        guard descriptor >= 0 else { throw ReactorError(.outOfResources, "socket", errno: -descriptor) }
        if address.family != AF_UNIX { Socket.set(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, 1) }
        let status = address.withPointer { Glibc.connect(descriptor, $0, $1) }
        if status != 0, errno != EINPROGRESS {
            let reason = errno
            _ = close(descriptor)
            throw ReactorError(.cannotConnect, "cannot connect", errno: reason)
        }
        return try Transport(
            connecting: descriptor, loop: loop, host: candidates.host, tls: tls, delegate: delegate)
    }

    /// One name look-up on its own thread.
    private final class Lookup: Sendable {
        let host: String
        let port: Int
        let completion: @Sendable (Result<Candidates, ReactorError>) -> Void

        init(host: String, port: Int, completion: @escaping @Sendable (Result<Candidates, ReactorError>) -> Void) {
            self.host = host
            self.port = port
            self.completion = completion
        }

        func start() throws(ReactorError) {
            var thread = pthread_t()
            let context = Unmanaged.passRetained(self)
            let status = pthread_create(
                &thread, nil,
                { argument in
                    if let argument { Unmanaged<Lookup>.fromOpaque(argument).takeRetainedValue().run() }
                    return nil
                }, context.toOpaque())
            guard status == 0 else {
                context.release()
                throw ReactorError(.outOfResources, "thread", errno: status)
            }
            pthread_detach(thread)
        }

        private func run() {
            do throws(ReactorError) {
                let found = try SocketAddress.resolve(host: host, port: port, numericOnly: false, toListen: false)
                completion(.success(Candidates(host: host, addresses: found)))
            } catch {
                completion(.failure(error))
            }
        }
    }
}
