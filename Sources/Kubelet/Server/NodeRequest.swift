internal import HTTP2
internal import Wire

/// What a request to the node's server asks for.
enum NodeRequest: Sendable, Equatable {
    case health
    case pods
    case log(namespace: String, pod: String, container: String, LogQuery)
    case stream(StreamRequest)
    /// No such path, or one that makes no sense: the status and why.
    case refused(status: Int, message: String)

    /// - Parameter path: path and query as sent.
    init(method: String, path: String, now: Moment) {
        let parts = path.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let segments = (parts.first ?? "").split(separator: "/").map { PercentEncoding.decode($0) }
        let kind = segments.first
        if kind == "exec" || kind == "attach" || kind == "portForward" {
            // Clients of SPDY post, those of WebSocket get.
            guard method == "POST" || method == "GET" else {
                self = .refused(status: 405, message: "only GET and POST are served here")
                return
            }
            do throws(PodConfigError) {
                self = .stream(try StreamRequest(segments, Self.pairs(parts.count > 1 ? parts[1] : "")))
            } catch {
                self = .refused(status: 400, message: error.message)
            }
            return
        }
        guard method == "GET" else {
            self = .refused(status: 405, message: "only GET is served here")
            return
        }
        switch kind {
        case "healthz" where segments.count == 1: self = .health
        case "pods" where segments.count == 1: self = .pods
        case "containerLogs" where segments.count == 4:
            guard segments.allSatisfy({ PodPaths.isSafe($0) }) else {
                self = .refused(status: 400, message: "the path names no container")
                return
            }
            switch Self.query(parts.count > 1 ? parts[1] : "", now: now) {
            case .success(let query):
                self = .log(namespace: segments[1], pod: segments[2], container: segments[3], query)
            case .failure(let problem): self = .refused(status: 400, message: problem.message)
            }
        default: self = .refused(status: 404, message: "the node does not serve this path")
        }
    }

    /// Names and values of a query, decoded.
    private static func pairs(_ text: Substring) -> [(name: String, value: String)] {
        text.split(separator: "&").map { pair in
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (
                PercentEncoding.decode(parts.first ?? "", plusIsSpace: true),
                parts.count > 1 ? PercentEncoding.decode(parts[1], plusIsSpace: true) : ""
            )
        }
    }

    private static func query(_ text: Substring, now: Moment) -> Result<LogQuery, PodConfigError> {
        var query = LogQuery()
        for (name, value) in pairs(text) {
            let flag = value == "true" || value == "1" || value.isEmpty
            func number(atLeast least: Int) -> Int? { Int(value).flatMap { $0 >= least ? $0 : nil } }
            switch name {
            case "follow": query.follows = flag
            case "previous": query.isPrevious = flag
            case "timestamps": query.timestamps = flag
            case "tailLines":
                guard let lines = number(atLeast: 0) else { return bad(name, value) }
                query.tailLines = lines
            case "limitBytes":
                guard let bytes = number(atLeast: 1) else { return bad(name, value) }
                query.limitBytes = bytes
            case "sinceSeconds":
                guard let seconds = number(atLeast: 1) else { return bad(name, value) }
                query.since = now + -min(seconds, Int.max / 1_000) * 1_000
            case "sinceTime":
                guard let moment = Moment(rfc3339: value) else { return bad(name, value) }
                query.since = moment
            default: break
            }
        }
        return .success(query)
    }

    private static func bad(_ name: String, _ value: String) -> Result<LogQuery, PodConfigError> {
        .failure(PodConfigError("\(name): \(value) is not allowed"))
    }
}

/// Who may read what a node shows: the API server, and those who may do everything anyway.
enum NodeReaders {
    static let apiServer = "kube-apiserver-kubelet-client"
    static let administrators = "system:masters"

    /// Nil: let in. Otherwise the status to answer with.
    static func refusal(_ peer: PeerIdentity?) -> Int? {
        guard let peer else { return 401 }
        return peer.commonName == apiServer || peer.organizations.contains(administrators) ? nil : 403
    }
}
