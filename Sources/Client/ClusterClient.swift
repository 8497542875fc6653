import HTTP2
public import Objects
public import Reactor

/// A client of the API server's binary face (`apus.v1.Cluster`): one connection, many calls and watches on it, made again
/// when it is lost.
///
/// The typed functions are for components, which know their kinds; the untyped ones (`ClusterClient+Untyped`) for tools.
public final class ClusterClient: Sendable {
    public let configuration: ClientConfiguration
    let transport: Transport

    /// Does not connect yet.
    ///
    /// - Throws: when the configuration's certificates cannot be read.
    public init(_ configuration: ClientConfiguration, loop: EventLoop) throws(ConfigurationError) {
        self.configuration = configuration
        transport = try Transport(configuration, loop: loop)
    }

    /// Closes the connection; calls and watches under way fail.
    public func close() async { await transport.close() }

    // MARK: Typed calls

    public func get<T: ResourceView>(
        _ type: T.Type, namespace: String = "", name: String
    ) async throws(ClientError) -> T {
        T(try await get(T.resource, ObjectKey(namespace: namespace, name: name), as: T.descriptor))
    }

    /// All objects that match, as of one revision, fetched in pages.
    ///
    /// - Parameter namespace: empty: all namespaces.
    public func list<T: ResourceView>(
        _ type: T.Type, namespace: String = "", labels: String = "", fields: String = ""
    ) async throws(ClientError) -> ObjectList<T> {
        let list = try await list(
            T.resource, as: T.descriptor, namespace: namespace, labels: labels, fields: fields)
        return ObjectList(items: list.items.map { T($0) }, revision: list.revision)
    }

    /// - Returns: the object as stored, with its name, uid and resourceVersion.
    public func create<T: ResourceView>(_ object: T) async throws(ClientError) -> T {
        T(try await create(T.resource, namespace: object.metadata.namespace, object.message))
    }

    /// Replaces the object whose name it carries. With its resourceVersion set, only that version (else `conflict`).
    ///
    /// - Parameter subresource: `status`; empty: the object itself.
    public func update<T: ResourceView>(_ object: T, subresource: String = "") async throws(ClientError) -> T {
        T(try await update(T.resource, object.key, object.message, subresource: subresource))
    }

    /// Merges JSON into the object (RFC 7396).
    public func mergePatch<T: ResourceView>(
        _ type: T.Type, namespace: String = "", name: String, json: [UInt8], subresource: String = ""
    ) async throws(ClientError) -> T {
        T(
            try await patch(
                T.resource, ObjectKey(namespace: namespace, name: name), .merge, json, as: T.descriptor,
                subresource: subresource))
    }

    public func delete<T: ResourceView>(
        _ type: T.Type, namespace: String = "", name: String, options: DeleteParameters = .init()
    ) async throws(ClientError) {
        _ = try await delete(
            T.resource, ObjectKey(namespace: namespace, name: name), as: T.descriptor, options: options)
    }

    /// Assigns a pod to a node: once, and only the pod with that uid.
    public func bind(pod namespace: String, name: String, uid: String, node: String) async throws(ClientError) {
        var binding = Core.Binding()
        binding.metadata.namespace = namespace
        binding.metadata.name = name
        binding.metadata.uid = uid
        binding.target.kind = "Node"
        binding.target.apiVersion = "v1"
        binding.target.name = node
        var request = Cluster.CreateRequest()
        request.resource = Cluster.Resource(Core.Pod.resource)
        request.namespace = namespace
        request.name = name
        request.subresource = "binding"
        request.value = BinaryEncoder.encode(binding.message)
        _ = try await transport.call("Create", BinaryEncoder.encode(request.message))
    }

    /// A token of a ServiceAccount.
    public func requestToken(
        of account: String, namespace: String, _ wanted: Authentication.TokenRequest
    ) async throws(ClientError) -> Authentication.TokenRequest {
        Authentication.TokenRequest(
            try await create(
                ResourceName(plural: "serviceaccounts"), namespace: namespace, wanted.message, name: account,
                subresource: "token"))
    }

    /// Whether somebody may do something.
    public func isAllowed(_ question: Authorization.SubjectAccessReviewSpec) async throws(ClientError) -> Bool {
        var review = Authorization.SubjectAccessReview()
        review.spec = question
        let answer = try await create(
            ResourceName(group: "authorization.k8s.io", plural: "subjectaccessreviews"), namespace: "", review.message)
        return Authorization.SubjectAccessReview(answer).status.allowed
    }

    /// All events after `revision`, as they happen, with bookmarks.
    public func watch<T: ResourceView>(
        _ type: T.Type, namespace: String = "", labels: String = "", fields: String = "", after revision: Int64
    ) async throws(ClientError) -> WatchEvents<T> {
        var request = WatchParameters(namespace: namespace, labels: labels, fields: fields)
        request.start = .after(revision)
        return WatchEvents(try await watch(T.resource, as: T.descriptor, request))
    }
}

/// What a list found, and the revision it shows.
public struct ObjectList<Element: Sendable>: Sendable {
    public var items: [Element]
    public var revision: Int64

    public init(items: [Element], revision: Int64) {
        self.items = items
        self.revision = revision
    }
}

/// How an object is to be deleted.
public struct DeleteParameters: Sendable {
    /// Time for its processes to end; nil: the kind's own, 0: at once.
    public var graceSeconds: Int?
    /// Only the object with this uid.
    public var uid: String?
    /// Only this version.
    public var resourceVersion: String?
    /// What becomes of the objects that it owns; nil: the kind's own.
    public var propagation: Propagation?
    public var isDryRun = false

    public enum Propagation: String, Sendable {
        case orphan = "Orphan"
        case background = "Background"
        case foreground = "Foreground"
    }

    public init(
        graceSeconds: Int? = nil, uid: String? = nil, resourceVersion: String? = nil, propagation: Propagation? = nil
    ) {
        self.graceSeconds = graceSeconds
        self.uid = uid
        self.resourceVersion = resourceVersion
        self.propagation = propagation
    }
}
