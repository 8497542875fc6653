public import Objects

/// How a patch's JSON is to be understood.
public enum PatchType: Sendable {
    /// RFC 7396.
    case merge
    /// RFC 6902.
    case json
    /// Kubernetes' strategic merge: lists are merged by the keys of their elements.
    case strategic
    /// Server-side apply.
    case apply

    var number: Int {
        switch self {
        case .merge: Cluster.PatchType.merge
        case .json: Cluster.PatchType.json
        case .strategic: Cluster.PatchType.strategic
        case .apply: Cluster.PatchType.apply
        }
    }
}

/// Who writes, and how strictly the server is to look.
public struct WriteParameters: Sendable {
    public var fieldManager = ""
    /// `Ignore`, `Warn` or `Strict`; empty: the server's own.
    public var fieldValidation = ""
    public var isDryRun = false
    public init() {}

    var message: Cluster.WriteOptions? {
        if fieldManager.isEmpty, fieldValidation.isEmpty, !isDryRun { return nil }
        var options = Cluster.WriteOptions()
        options.fieldManager = fieldManager
        options.fieldValidation = fieldValidation
        options.dryRun = isDryRun
        return options
    }
}

/// Which objects a watch is of, and where it begins.
public struct WatchParameters: Sendable {
    public enum Start: Sendable {
        /// With the events after this revision.
        case after(Int64)
        /// With what happens from now on.
        case now
        /// With all objects that there are, as `added`, then a bookmark.
        case objects
    }
    public var namespace: String
    public var labels: String
    public var fields: String
    public var start = Start.now
    public var bookmarks = true

    public init(namespace: String = "", labels: String = "", fields: String = "") {
        self.namespace = namespace
        self.labels = labels
        self.fields = fields
    }
}

/// The calls for objects whose type is known at run time only.
extension ClusterClient {
    public func get(
        _ resource: ResourceName, _ key: ObjectKey, as type: MessageDescriptor
    ) async throws(ClientError) -> Message {
        var request = Cluster.GetRequest()
        request.resource = Cluster.Resource(resource)
        request.key = Cluster.ObjectKey(key)
        let answer = try await call("Get", request, as: Cluster.GetResponse.self)
        return try Self.object(answer.object, as: type)
    }

    /// The same; nil when there is no such object.
    public func find(
        _ resource: ResourceName, _ key: ObjectKey, as type: MessageDescriptor
    ) async throws(ClientError) -> Message? {
        do throws(ClientError) { return try await get(resource, key, as: type) } catch {
            guard error.code == .notFound else { throw error }
            return nil
        }
    }

    public func list(
        _ resource: ResourceName, as type: MessageDescriptor, namespace: String = "", labels: String = "",
        fields: String = ""
    ) async throws(ClientError) -> ObjectList<Message> {
        var request = Cluster.ListRequest()
        request.resource = Cluster.Resource(resource)
        request.namespace = namespace
        request.labelSelector = labels
        request.fieldSelector = fields
        request.limit = RPCLimits.pageObjects
        var items: [Message] = []
        while true {
            let answer: Cluster.ListResponse
            do throws(ClientError) {
                answer = try await call("List", request, as: Cluster.ListResponse.self)
            } catch  where error.code == .expired && !request.continueToken.isEmpty {
                // History has passed the first page's revision: all at once cannot be overtaken.
                request.continueToken = ""
                request.limit = 0
                items = []
                continue
            }
            for object in answer.objects { items.append(try Self.object(object, as: type)) }
            guard !answer.continueToken.isEmpty else {
                return ObjectList(items: items, revision: Int64(answer.revision))
            }
            request.continueToken = answer.continueToken
        }
    }

    /// - Parameters:
    ///   - name: of the object that an action is about; empty otherwise.
    ///   - subresource: the action.
    public func create(
        _ resource: ResourceName, namespace: String, _ object: Message, name: String = "", subresource: String = "",
        options: WriteParameters = .init()
    ) async throws(ClientError) -> Message {
        var request = Cluster.CreateRequest()
        request.resource = Cluster.Resource(resource)
        request.namespace = namespace
        request.name = name
        request.subresource = subresource
        request.value = BinaryEncoder.encode(object)
        request.options = options.message
        let answer = try await call("Create", request, as: Cluster.WriteResponse.self)
        return try Self.object(answer.object, as: object.descriptor)
    }

    public func update(
        _ resource: ResourceName, _ key: ObjectKey, _ object: Message, subresource: String = "",
        options: WriteParameters = .init()
    ) async throws(ClientError) -> Message {
        var request = Cluster.UpdateRequest()
        request.resource = Cluster.Resource(resource)
        request.key = Cluster.ObjectKey(key)
        request.value = BinaryEncoder.encode(object)
        request.subresource = subresource
        request.options = options.message
        let answer = try await call("Update", request, as: Cluster.WriteResponse.self)
        return try Self.object(answer.object, as: object.descriptor)
    }

    public func patch(
        _ resource: ResourceName, _ key: ObjectKey, _ type: PatchType, _ json: [UInt8],
        as descriptor: MessageDescriptor,
        subresource: String = "", options: WriteParameters = .init(), force: Bool = false
    ) async throws(ClientError) -> Message {
        var request = Cluster.PatchRequest()
        request.resource = Cluster.Resource(resource)
        request.key = Cluster.ObjectKey(key)
        request.type = type.number
        request.patch = json
        request.subresource = subresource
        request.options = options.message
        request.force = force
        let answer = try await call("Patch", request, as: Cluster.WriteResponse.self)
        return try Self.object(answer.object, as: descriptor)
    }

    /// - Returns: the object as it was last, and whether it is gone: else its grace period or its finalizers hold it.
    public func delete(
        _ resource: ResourceName, _ key: ObjectKey, as type: MessageDescriptor, options: DeleteParameters = .init()
    ) async throws(ClientError) -> (object: Message, isGone: Bool) {
        var request = Cluster.DeleteRequest()
        request.resource = Cluster.Resource(resource)
        request.key = Cluster.ObjectKey(key)
        request.gracePeriodSeconds = options.graceSeconds
        request.preconditionUid = options.uid ?? ""
        request.preconditionResourceVersion = options.resourceVersion ?? ""
        request.propagationPolicy = options.propagation?.rawValue ?? ""
        request.dryRun = options.isDryRun
        let answer = try await call("Delete", request, as: Cluster.DeleteResponse.self)
        return (try Self.object(answer.object, as: type), answer.removed)
    }

    public func watch(
        _ resource: ResourceName, as type: MessageDescriptor, _ parameters: WatchParameters
    ) async throws(ClientError) -> ObjectWatch {
        var request = Cluster.WatchRequest()
        request.resource = Cluster.Resource(resource)
        request.namespace = parameters.namespace
        request.labelSelector = parameters.labels
        request.fieldSelector = parameters.fields
        request.bookmarks = parameters.bookmarks
        switch parameters.start {
        case .after(let revision): request.revision = Int(revision)
        case .now: request.fromNow = true
        case .objects: request.initialEvents = true
        }
        return ObjectWatch(try await transport.stream("Watch", BinaryEncoder.encode(request.message)), type: type)
    }

    /// A path of the REST face, for what the binary face does not have: logs, the version.
    public func restStream(path: String, accept: String = "*/*") async throws(ClientError) -> ByteStream {
        try await transport.restStream("GET", path, accept: accept)
    }

    public func rest(path: String, accept: String = "application/json") async throws(ClientError) -> [UInt8] {
        try await transport.rest("GET", path, accept: accept)
    }

    // MARK: Parts

    private func call<Answer: MessageView>(
        _ method: String, _ request: some MessageView, as type: Answer.Type
    ) async throws(ClientError) -> Answer {
        let bytes = try await transport.call(method, BinaryEncoder.encode(request.message))
        do throws(DecodingError) {
            return Answer(try BinaryDecoder.decode(bytes, as: Answer.descriptor))
        } catch { throw ClientError(.internal, "the server's answer cannot be read: \(error)") }
    }

    private static func object(_ object: Cluster.Object?, as type: MessageDescriptor) throws(ClientError) -> Message {
        guard let object else { throw ClientError(.internal, "the server's answer has no object") }
        do throws(DecodingError) {
            return try BinaryDecoder.decode(object.value, as: type)
        } catch { throw ClientError(.internal, "the server's \(type.name) cannot be read: \(error)") }
    }
}

extension Cluster.Resource {
    init(_ name: ResourceName) {
        self.init()
        group = name.group
        version = name.version
        resource = name.plural
    }
}

extension Cluster.ObjectKey {
    init(_ key: ObjectKey) {
        self.init()
        namespace = key.namespace
        name = key.name
    }
}
