internal import Objects

/// What a probe or a hook does, with names resolved.
enum ProbeQuestion: Sendable, Equatable {
    case execute([String])
    case http(host: String, port: Int, path: String, isTLS: Bool, headers: [(String, String)])
    case tcp(host: String, port: Int)

    static func == (a: Self, b: Self) -> Bool {
        switch (a, b) {
        case (.execute(let a), .execute(let b)): a == b
        case (.tcp(let a, let p), .tcp(let b, let q)): a == b && p == q
        case (.http(let a, let p, let x, let s, let h), .http(let b, let q, let y, let t, let i)):
            a == b && p == q && x == y && s == t && h.elementsEqual(i) { $0.0 == $1.0 && $0.1 == $1.1 }
        default: false
        }
    }

    static func make(
        _ handler: Core.ProbeHandler, container: Core.Container, podAddress: String
    ) throws(PodConfigError) -> ProbeQuestion {
        if let exec = handler.exec { return .execute(exec.command) }
        if let http = handler.httpGet { return try make(http, container: container, podAddress: podAddress) }
        if let tcp = handler.tcpSocket {
            return .tcp(
                host: tcp.host.isEmpty ? podAddress : tcp.host, port: try port(tcp.port, of: container))
        }
        throw PodConfigError("the probe is of a kind that this node does not support")
    }

    static func make(
        _ http: Core.HTTPGetAction, container: Core.Container, podAddress: String
    ) throws(PodConfigError) -> ProbeQuestion {
        let host = http.host.isEmpty ? podAddress : http.host
        // A header line is made of these: nothing may end it early.
        let parts = http.httpHeaders.flatMap { [$0.name, $0.value] } + [http.path, host]
        guard parts.allSatisfy({ !$0.utf8.contains { $0 < 0x20 || $0 == 0x7f } }), !http.path.contains(" ") else {
            throw PodConfigError("the probe's path or headers contain characters that HTTP does not allow")
        }
        return .http(
            host: host, port: try port(http.port, of: container),
            path: http.path.hasPrefix("/") ? http.path : "/" + http.path,
            isTLS: http.scheme == "HTTPS", headers: http.httpHeaders.map { ($0.name, $0.value) })
    }

    private static func port(_ port: IntOrString, of container: Core.Container) throws(PodConfigError) -> Int {
        switch port {
        case .int(let number):
            guard (1...65_535).contains(number) else { throw PodConfigError("the probe's port \(number) is no port") }
            return number
        case .string(let name):
            if let found = container.ports.first(where: { $0.name == name }) { return found.containerPort }
            if let number = Int(name), (1...65_535).contains(number) { return number }
            throw PodConfigError("the container has no port named \(name)")
        }
    }
}

/// The answer to a probe.
struct ProbeAnswer: Sendable, Equatable {
    var isSuccess: Bool
    var message = ""
}
