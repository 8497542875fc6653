import Glibc

/// A peer made of bytes: it sends frames that no library would, and reads what comes back.
final class RawPeer {
    struct Frame: Equatable {
        var type: UInt8
        var flags: UInt8
        var stream: UInt32
        var payload: [UInt8]

        /// The code of a RST_STREAM or GOAWAY.
        var code: UInt32? {
            switch type {
            case 3 where payload.count == 4: payload.reduce(0) { $0 << 8 | UInt32($1) }
            case 7 where payload.count >= 8: payload[4..<8].reduce(0) { $0 << 8 | UInt32($1) }
            default: nil
            }
        }
    }

    static let data: UInt8 = 0
    static let headers: UInt8 = 1
    static let priority: UInt8 = 2
    static let reset: UInt8 = 3
    static let settings: UInt8 = 4
    static let ping: UInt8 = 6
    static let goAway: UInt8 = 7
    static let windowUpdate: UInt8 = 8
    /// GET / and POST / in HPACK's static table.
    static let get: [UInt8] = [0x82, 0x86, 0x84, 0x41, 1, UInt8(ascii: "x")]
    static let post: [UInt8] = [0x83, 0x86, 0x84, 0x41, 1, UInt8(ascii: "x")]

    private let descriptor: Int32
    private var buffer: [UInt8] = []

    init(port: Int) {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        let isConnected = Self.connect(descriptor, port)
        precondition(isConnected)
        var limit = timeval(tv_sec: 60, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    }

    static func canConnect(port: Int) -> Bool {
        let probe = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(probe) }
        return connect(probe, port)
    }

    private static func connect(_ descriptor: Int32, _ port: Int) -> Bool {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
    }

    deinit { close(descriptor) }

    /// Closes this half: the server sees the end of what it reads.
    func endSending() { shutdown(descriptor, Int32(SHUT_WR)) }

    /// False when the server has closed.
    @discardableResult
    func send(_ bytes: [UInt8]) -> Bool {
        var at = 0
        while at < bytes.count {
            let count = bytes[at...].withUnsafeBytes {
                Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            if count <= 0 { return false }
            at += count
        }
        return true
    }

    static func frame(_ type: UInt8, flags: UInt8 = 0, stream: UInt32 = 0, _ payload: [UInt8] = []) -> [UInt8] {
        let size = payload.count
        return [
            UInt8(truncatingIfNeeded: size >> 16), UInt8(truncatingIfNeeded: size >> 8),
            UInt8(truncatingIfNeeded: size),
        ]
            + ([type, flags] + word(stream) + payload)
    }

    static func word(_ value: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> UInt32($0)) }
    }

    /// Preface and SETTINGS, with an initial window if wanted.
    func greet(window: UInt32? = nil) {
        send(Array("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8))
        send(Self.frame(Self.settings, window.map { [0, 4] + Self.word($0) } ?? []))
    }

    func request(_ stream: UInt32, _ block: [UInt8] = RawPeer.get, ends: Bool = true) {
        send(Self.frame(Self.headers, flags: 4 | (ends ? 1 : 0), stream: stream, block))
    }

    /// The next frame; nil when the server has closed or nothing comes for long.
    func next() -> Frame? {
        guard fill(9) else { return nil }
        let size = buffer[..<3].reduce(0) { $0 << 8 | Int($1) }
        guard fill(9 + size) else { return nil }
        let stream = buffer[5..<9].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7fff_ffff
        let frame = Frame(type: buffer[3], flags: buffer[4], stream: stream, payload: Array(buffer[9..<9 + size]))
        buffer.removeFirst(9 + size)
        return frame
    }

    /// The next frame of that type; nil when the server closes first.
    func next(_ type: UInt8) -> Frame? {
        while let frame = next() { if frame.type == type { return frame } }
        return nil
    }

    /// Reads to the end. True when the server closed the connection.
    func isClosedByServer() -> Bool {
        while next() != nil {}
        var byte: UInt8 = 0
        let received = recv(descriptor, &byte, 1, 0)
        return received == 0 || (received < 0 && errno == ECONNRESET)
    }

    private func fill(_ count: Int) -> Bool {
        var chunk = [UInt8](repeating: 0, count: 16_384)
        while buffer.count < count {
            let received = recv(descriptor, &chunk, chunk.count, 0)
            if received <= 0 { return false }
            buffer.append(contentsOf: chunk[..<received])
        }
        return true
    }
}

extension RawPeer {
    /// One that asks for a gigabyte with windows as wide as they go, and reads nothing of it.
    static func greedy(port: Int) -> RawPeer {
        let peer = RawPeer(port: port)
        peer.greet(window: 0x7fff_ffff)
        peer.send(frame(windowUpdate, word(0x7000_0000)))
        let path = Array("/size/1000000000".utf8)
        peer.request(1, [0x82, 0x86, 0x44, UInt8(path.count)] + path + [0x41, 1, UInt8(ascii: "x")])
        return peer
    }
}
