import Objects
import Resources

/// Something that a POST does or finds out, and that is not stored itself: a binding, an eviction, a token, a review.
protocol Action: Sendable {
    /// What is posted.
    var typeMeta: TypeMeta { get }
    /// Versions of the same kind, alike in their fields, that older clients still post.
    var earlierVersions: [String] { get }
    func perform(_ request: ActionRequest, _ core: ServerCore) async throws(APIError) -> ActionAnswer
}

struct ActionRequest: Sendable {
    var body: Message
    var namespace: String
    /// Of the object that the action is about; empty where there is none.
    var name: String
    /// Who asks, and whether only to try.
    var options: WriteOptions
}

struct ActionAnswer: Sendable {
    var message: Message
    var typeMeta: TypeMeta
    var code = 201
    /// Told in `Warning` headers.
    var warnings: [String] = []

    /// A `Status` that says no more than that it was done.
    static let done: ActionAnswer = {
        var status = Message(APIError.type)
        status["status"] = .string("Success")
        status["code"] = .int(201)
        return ActionAnswer(message: status, typeMeta: APIError.typeMeta)
    }()
}

extension Action {
    var earlierVersions: [String] { [] }

    /// The kind in the version that the JSON body names, if that is one which is taken.
    func spokenMeta(_ body: [UInt8]) -> TypeMeta {
        guard !earlierVersions.isEmpty, let named = try? TypeMeta(scanning: body),
            earlierVersions.contains(named.apiVersion)
        else { return typeMeta }
        return TypeMeta(apiVersion: named.apiVersion, kind: typeMeta.kind)
    }

    var type: MessageDescriptor? { Schema.kubernetes.kind(typeMeta.kind, apiVersion: typeMeta.apiVersion) }
}

/// The actions that the server knows, by what they are posted to.
struct ActionTable: Sendable {
    private let actions: [String: any Action]

    static let standard = ActionTable([
        "bindings": PodBinding(), "pods/binding": PodBinding(isSubresource: true), "pods/eviction": PodEviction(),
        "serviceaccounts/token": TokenIssue(), "selfsubjectreviews.authentication.k8s.io": SelfReview(),
        "tokenreviews.authentication.k8s.io": TokenReviewAction(),
        "selfsubjectaccessreviews.authorization.k8s.io": AccessReview(form: .own),
        "subjectaccessreviews.authorization.k8s.io": AccessReview(form: .anybody),
        "localsubjectaccessreviews.authorization.k8s.io": AccessReview(form: .local),
        "selfsubjectrulesreviews.authorization.k8s.io": RulesReviewAction(),
    ])

    /// - Parameter actions: by qualified resource and subresource: `pods/binding`,
    ///   `selfsubjectreviews.authentication.k8s.io`.
    init(_ actions: [String: any Action]) { self.actions = actions }

    func find(_ definition: ResourceDefinition, _ subresource: Subresource? = nil) -> (any Action)? {
        actions[definition.qualifiedName + (subresource.map { "/\($0.rawValue)" } ?? "")]
    }
}
