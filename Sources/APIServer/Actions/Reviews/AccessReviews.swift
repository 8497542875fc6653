import Access
import Objects
import Resources

/// Whether somebody may do something (authorization.k8s.io/v1): the caller himself, or whom he names.
struct AccessReview: Action {
    enum Form: String, Sendable {
        case own = "SelfSubjectAccessReview"
        case anybody = "SubjectAccessReview"
        /// Of rights in one namespace, asked by those who may ask there only.
        case local = "LocalSubjectAccessReview"
    }
    let form: Form
    static let group = "authorization.k8s.io"

    var typeMeta: TypeMeta { TypeMeta(apiVersion: "\(Self.group)/v1", kind: form.rawValue) }

    func perform(_ request: ActionRequest, _ core: ServerCore) async throws(APIError) -> ActionAnswer {
        var review = request.body
        if form == .local { try Self.setNamespace(&review, request.namespace) }
        let spec =
            review["spec"].flatMap { Authorization.SubjectAccessReviewSpec.init(anyOf: $0) }
            ?? Authorization.SubjectAccessReviewSpec()
        let problems = problems(spec, namespace: request.namespace)
        guard problems.isEmpty else {
            throw APIError.invalid(kind: "", group: Self.group, name: "", problems)
        }
        let identity =
            form == .own
            ? request.options.caller.identity
            : Identity(
                spec.user, uid: spec.uid, groups: spec.groups, extra: Identity.extra(of: spec.message["extra"]))
        var status = Authorization.SubjectAccessReviewStatus()
        let verdict = core.access.decide(identity, Self.attributes(spec))
        status.allowed = verdict.isAllowed
        status.reason = verdict.reason
        review["status"] = status.fieldValue
        return ActionAnswer(message: review, typeMeta: typeMeta)
    }

    private static func setNamespace(_ review: inout Message, _ namespace: String) throws(APIError) {
        var metadata = Metadata(of: review)
        guard metadata.namespace.isEmpty || metadata.namespace == namespace else {
            throw APIError.otherNamespace
        }
        metadata.namespace = namespace
        metadata.store(in: &review)
    }

    static func attributes(_ spec: Authorization.SubjectAccessReviewSpec) -> AccessAttributes {
        if let asked = spec.nonResourceAttributes { return AccessAttributes(asked.verb, path: asked.path) }
        let asked = spec.resourceAttributes ?? Authorization.ResourceAttributes()
        var target = AccessAttributes.Resource(
            group: asked.group, version: asked.version, resource: asked.resource, subresource: asked.subresource,
            namespace: asked.namespace, name: asked.name)
        if let selector = asked.fieldSelector {
            for requirement in selector.requirements
            where requirement.key == nodeField && requirement.`operator` == "In" && requirement.values.count == 1 {
                target.selectedNode = requirement.values[0]
            }
            let raw = try? FieldSelector(parsing: selector.rawSelector, allowed: [nodeField])
            if let named = raw?.requirements.first(where: \.isEqual) { target.selectedNode = named.value }
        }
        return AccessAttributes(asked.verb, target)
    }

    private static let nodeField = "spec.nodeName"

    private func problems(_ spec: Authorization.SubjectAccessReviewSpec, namespace: String) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        if let asked = spec.nonResourceAttributes {
            if form == .local {
                problems.append(.forbidden("spec.nonResourceAttributes", "disallowed on this kind of request"))
            } else if spec.resourceAttributes != nil {
                // Shown as kube-apiserver holds it in memory, where its fields have other names.
                let shown =
                    "{\"Path\":\(GoText.quoted(asked.path)),\"Verb\":\(GoText.quoted(asked.verb))}"
                problems.append(
                    .invalid(
                        "spec.nonResourceAttributes", shown,
                        "cannot be specified in combination with resourceAttributes"))
            }
        } else if spec.resourceAttributes == nil {
            problems.append(
                .invalid(
                    "spec.resourceAttributes", "null",
                    "exactly one of nonResourceAttributes or resourceAttributes must be specified"))
        }
        if let asked = spec.resourceAttributes { problems += SelectorAttributes.problems(asked) }
        if form != .own, spec.user.isEmpty, spec.groups.isEmpty {
            problems.append(.invalid("spec.user", text: "", "at least one of user or group must be specified"))
        }
        if form == .local, let asked = spec.resourceAttributes, asked.namespace != namespace {
            problems.append(
                .invalid(
                    "spec.resourceAttributes.namespace", text: asked.namespace, "must match metadata.namespace"))
        }
        return problems
    }
}

extension Authorization.SubjectAccessReviewSpec {
    /// The two kinds of specification have what is asked in fields of one name and type.
    fileprivate init?(anyOf value: Value) {
        guard case .message(let message) = value else { return nil }
        if message.descriptor === Self.descriptor {
            self.init(message)
            return
        }
        self.init()
        let own = Authorization.SelfSubjectAccessReviewSpec(message)
        resourceAttributes = own.resourceAttributes
        nonResourceAttributes = own.nonResourceAttributes
    }
}

/// All that the caller may do in a namespace, as far as it can be listed.
struct RulesReviewAction: Action {
    let typeMeta = TypeMeta(apiVersion: "\(AccessReview.group)/v1", kind: "SelfSubjectRulesReview")

    func perform(_ request: ActionRequest, _ core: ServerCore) async throws(APIError) -> ActionAnswer {
        var review = Authorization.SelfSubjectRulesReview(request.body)
        let namespace = review.spec.namespace
        guard !namespace.isEmpty else { throw APIError.badRequest("no namespace on request") }
        let (rules, problem) = core.access.rules(for: request.options.caller.identity, namespace: namespace)
        review.status = RulesReview.status(of: rules, problem: problem)
        return ActionAnswer(message: review.message, typeMeta: typeMeta)
    }
}
