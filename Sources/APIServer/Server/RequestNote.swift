import Resources

/// What is counted of a request, by the words that kube-apiserver has for it. All values are of closed sets, so that no
/// client can make the figures grow.
struct RequestNote: Hashable, Sendable {
    enum Verb: String, Sendable, CaseIterable {
        case get = "GET"
        case list = "LIST"
        case watch = "WATCH"
        case post = "POST"
        case put = "PUT"
        case patch = "PATCH"
        case delete = "DELETE"
        case deleteCollection = "DELETECOLLECTION"
        /// Streams that are not watches: logs, and connections to containers.
        case connect = "CONNECT"
        case other = "other"

        /// Lasts as long as the client wants: it has no duration to speak of.
        var isLongRunning: Bool { self == .watch || self == .connect }
    }
    /// What a request is about: all objects, a namespace's, one; or nothing of the kind.
    enum Scope: String, Sendable, CaseIterable {
        case none = ""
        case cluster
        case namespace
        case resource
    }

    var verb: Verb
    /// In the registry; nil: the request is not about a resource.
    var resource: Int?
    var subresource: Subresource?
    var scope = Scope.none
    var isDryRun = false

    /// - Parameter method: of HTTP.
    init(method: String) {
        verb =
            switch method {
            case "GET": .get
            case "POST": .post
            case "PUT": .put
            case "PATCH": .patch
            case "DELETE": .delete
            default: .other
            }
    }

    /// The request turns out to be about this.
    mutating func concerns(
        _ resource: Int, namespace: String, name: String, subresource: String, isDryRun: Bool = false
    ) {
        self.resource = resource
        self.isDryRun = isDryRun
        self.subresource = Subresource(rawValue: subresource)
        scope = !namespace.isEmpty ? .namespace : name.isEmpty ? .cluster : .resource
        if name.isEmpty {
            if verb == .get { verb = .list }
            if verb == .delete { verb = .deleteCollection }
        }
        if self.subresource?.form == .connection { verb = .connect }
    }
}
