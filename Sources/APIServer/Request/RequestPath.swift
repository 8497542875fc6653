import Wire

/// What a path of the REST API names (Kubernetes API concepts, "Resource URIs").
enum RequestPath: Sendable, Equatable {
    struct ResourcePath: Sendable, Equatable {
        var group: String
        var version: String
        var plural: String
        var namespace: String = ""
        var name: String = ""
        var subresource: String = ""
        /// What follows `proxy`, as its target is asked for it: `/a/b/`; "" where nothing does, not even a slash.
        var remainder: String = ""
        /// The deprecated form `/api/v1/watch/…`.
        var isWatchPath = false
    }
    /// `/api`, `/apis`, `/apis/apps`, `/apis/apps/v1`, `/api/v1`.
    case discovery([String])
    case resource(ResourcePath)
    /// Anything else: `/livez`, `/version`, `/openapi/v3`.
    case other([String])

    /// - Parameter path: without the query. A `..` or an empty segment names nothing.
    init?(_ path: some StringProtocol) {
        var segments: [String] = []
        for part in path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: true) {
            let segment = PercentEncoding.decode(Array(part)[...])
            if segment == ".." || segment == "." || segment.utf8.contains(0) || segment.utf8.contains(UInt8(ascii: "/"))
            {
                return nil
            }
            segments.append(segment)
        }
        let endsInSlash = path.hasSuffix("/")
        guard let first = segments.first, first == "api" || first == "apis" else {
            self = .other(segments)
            return
        }
        let prefix = first == "api" ? 2 : 3
        guard segments.count > prefix else {
            self = .discovery(segments)
            return
        }
        var path = ResourcePath(
            group: first == "api" ? "" : segments[1], version: segments[prefix - 1], plural: "")
        var rest = segments[prefix...]
        if rest.first == "watch", rest.count > 1 {
            path.isWatchPath = true
            rest = rest.dropFirst()
        }
        if rest.first == "namespaces", rest.count >= 2 {
            // A namespace's own subresources have one segment after its name, which is no resource's name.
            let tail = Array(rest)
            if tail.count == 2 || (tail.count == 3 && (tail[2] == "status" || tail[2] == "finalize")) {
                path.plural = "namespaces"
                path.name = tail[1]
                path.subresource = tail.count == 3 ? tail[2] : ""
                self = .resource(path)
                return
            }
            path.namespace = tail[1]
            rest = rest.dropFirst(2)
        }
        let tail = Array(rest)
        let isProxied = tail.count >= 3 && tail[2] == Self.proxy
        guard tail.count >= 1, tail.count <= 3 || isProxied else { return nil }
        path.plural = tail[0]
        if tail.count > 1 { path.name = tail[1] }
        if tail.count > 2 { path.subresource = tail[2] }
        if isProxied {
            path.remainder = tail[3...].map { "/" + Self.encodeSegment($0) }.joined()
            if endsInSlash { path.remainder += "/" }
        }
        self = .resource(path)
    }

    private static let proxy = "proxy"
    private static let longRunning: Set = ["attach", "exec", "log", "portforward", proxy]

    /// Whether the answer takes as long as its client likes, whatever the request's `timeout` says.
    func isLongRunning(_ query: Query) -> Bool {
        guard case .resource(let path) = self else { return false }
        return path.isWatchPath || query.flag("watch") == true || Self.longRunning.contains(path.subresource)
    }

    /// A segment as a path has it: what may not stand there as it is is escaped (RFC 3986, section 3.3).
    static func encodeSegment(_ text: String) -> String {
        PercentEncoding.encode(text) { PercentEncoding.isUnreserved($0) || Self.allowed.contains($0) }
    }

    private static let allowed = Array("$&+,:;=@".utf8)
}
