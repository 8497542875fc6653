import Access
import Objects
import Resources

/// A token of a ServiceAccount (authentication.k8s.io/v1 `TokenRequest`), bound to a pod, a Secret or a node if asked for.
struct TokenIssue: Action {
    let typeMeta = TypeMeta(apiVersion: "authentication.k8s.io/v1", kind: "TokenRequest")
    private static let shortest: Int = 10 * 60
    private static let longest: Int = 1 << 32

    func perform(_ request: ActionRequest, _ core: ServerCore) async throws(APIError) -> ActionAnswer {
        var wanted = Authentication.TokenRequest(request.body)
        let tokens = core.access.settings.tokens.serviceAccounts
        let account = try await find(
            "serviceaccounts", request.namespace, request.name, core, as: Core.ServiceAccount.self)
        try fill(&wanted, account, now: core.now())
        try await restrictNodes(wanted, request, core)
        if wanted.spec.audiences.isEmpty { wanted.spec.audiences = tokens.audiences }
        let seconds = wanted.spec.expirationSeconds ?? Int(TokenLifetime.standard)
        try validate(seconds)

        let settings = core.access.settings
        var warnings: [String] = []
        wanted.spec.expirationSeconds = seconds
        if let longest = settings.longestToken, seconds > longest {
            wanted.spec.expirationSeconds = Int(longest)
            warnings.append("requested expiration of \(seconds) seconds shortened to \(longest) seconds")
        }
        let isForThisServer = wanted.spec.audiences.allSatisfy(tokens.audiences.contains)
        let lifetime = TokenLifetime(
            requested: Int64(seconds), isBoundToPod: wanted.spec.boundObjectRef?.kind == "Pod",
            isForThisServer: isForThisServer, extends: settings.extendsPodTokens, maximum: settings.longestToken)
        var claims = ServiceAccountClaims(
            issuer: tokens.issuer, audiences: wanted.spec.audiences, now: core.now(), lifetime: lifetime.seconds,
            id: RandomID.uuid(), namespace: request.namespace,
            serviceAccount: .init(name: account.metadata.name, uid: account.metadata.uid))
        claims.warnAfter = lifetime.warnSeconds.map { core.now() + $0 }
        if let reference = wanted.spec.boundObjectRef {
            try await bind(&claims, to: reference, account, request, core)
            if reference.uid.isEmpty {
                wanted.spec.boundObjectRef?.uid = (claims.pod ?? claims.secret ?? claims.node)?.uid ?? ""
            }
        }
        wanted.status.expirationTimestamp = Timestamp(seconds: core.now() + lifetime.told)
        if !request.options.dryRun {
            guard let token = tokens.issue(claims) else {
                throw APIError.internalError("the server has no key to sign tokens with")
            }
            wanted.status.token = token
        }
        return ActionAnswer(message: wanted.message, typeMeta: typeMeta, warnings: warnings)
    }

    private func fill(
        _ wanted: inout Authentication.TokenRequest, _ account: Core.ServiceAccount, now: Int64
    ) throws(APIError) {
        let metadata = account.metadata
        guard wanted.metadata.name.isEmpty || wanted.metadata.name == metadata.name else {
            throw Self.invalid(
                metadata.name,
                .invalid(
                    "metadata.name", text: wanted.metadata.name, "must match the service account name if specified"))
        }
        guard wanted.metadata.namespace.isEmpty || wanted.metadata.namespace == metadata.namespace else {
            throw APIError.otherNamespace
        }
        guard wanted.metadata.uid.isEmpty || wanted.metadata.uid == metadata.uid else {
            throw Self.conflict(
                kind: "TokenRequest", group: "authentication.k8s.io", metadata.name,
                "the UID in the token request (\(wanted.metadata.uid)) does not match the UID of the service account "
                    + "(\(metadata.uid))")
        }
        wanted.metadata.name = metadata.name
        wanted.metadata.namespace = metadata.namespace
        wanted.metadata.uid = metadata.uid
        wanted.metadata.creationTimestamp = Timestamp(seconds: now)
        wanted.status = Authentication.TokenRequestStatus()
    }

    private static func invalid(_ name: String, _ problem: FieldProblem) -> APIError {
        APIError.invalid(kind: "TokenRequest", group: "authentication.k8s.io", name: name, [problem])
    }

    private static func conflict(kind: String, group: String = "", _ name: String, _ why: String) -> APIError {
        let qualified = group.isEmpty ? kind : "\(kind).\(group)"
        return APIError(
            409, "Conflict", "Operation cannot be fulfilled on \(qualified) \(GoText.quoted(name)): \(why)",
            details: .init(name: name, group: group, kind: kind))
    }

    private func validate(_ seconds: Int) throws(APIError) {
        let why =
            seconds < Self.shortest
            ? "may not specify a duration less than 10 minutes"
            : seconds > Self.longest ? "may not specify a duration larger than 2^32 seconds" : nil
        guard let why else { return }
        throw Self.invalid("", .invalid("spec.expirationSeconds", String(seconds), why))
    }

    /// A kubelet asks for tokens of pods that run on its node, and for no others.
    private func restrictNodes(
        _ wanted: Authentication.TokenRequest, _ request: ActionRequest, _ core: ServerCore
    ) async throws(APIError) {
        guard let node = NodeAuthorizer.node(request.options.caller.identity) else { return }
        var problem: String?
        if let reference = wanted.spec.boundObjectRef, reference.kind == "Pod", !reference.name.isEmpty {
            let pod = try await find("pods", request.namespace, reference.name, core, as: Core.Pod.self)
            if reference.uid.isEmpty {
                problem = "node requested token with a pod binding without a uid"
            } else if pod.spec.nodeName != node {
                problem = "node requested token bound to a pod scheduled on a different node"
            }
        } else {
            problem = "node requested token not bound to a pod"
        }
        guard let problem else { return }
        throw APIError(Refusal(group: "", resource: "serviceaccounts", name: request.name, because: problem))
    }

    // MARK: What the token ends with

    private func bind(
        _ claims: inout ServiceAccountClaims, to reference: Authentication.BoundObjectReference,
        _ account: Core.ServiceAccount, _ request: ActionRequest, _ core: ServerCore
    ) async throws(APIError) {
        let uid: String
        switch (reference.apiVersion, reference.kind) {
        case ("v1", "Pod"), ("", "Pod"):
            let pod = try await find("pods", request.namespace, reference.name, core, as: Core.Pod.self)
            guard pod.spec.serviceAccountName == account.metadata.name else {
                throw APIError.badRequest(
                    "cannot bind token for serviceaccount \(GoText.quoted(account.metadata.name)) to pod running with "
                        + "different serviceaccount name.")
            }
            uid = pod.metadata.uid
            claims.pod = .init(name: pod.metadata.name, uid: uid)
            if !pod.spec.nodeName.isEmpty {
                let node = try? await find("nodes", "", pod.spec.nodeName, core, as: Core.Node.self)
                claims.node = .init(name: pod.spec.nodeName, uid: node?.metadata.uid ?? "")
            }
        case ("v1", "Secret"), ("", "Secret"):
            let secret = try await find("secrets", request.namespace, reference.name, core, as: Core.Secret.self)
            uid = secret.metadata.uid
            claims.secret = .init(name: secret.metadata.name, uid: uid)
        case ("v1", "Node"), ("", "Node"):
            let node = try await find("nodes", "", reference.name, core, as: Core.Node.self)
            uid = node.metadata.uid
            claims.node = .init(name: node.metadata.name, uid: uid)
        default:
            let parts = reference.apiVersion.split(separator: "/")
            let group = parts.count > 1 ? String(parts[0]) : ""
            throw APIError.badRequest(
                "cannot bind token to object of type \(group)/\(parts.last ?? ""), Kind=\(reference.kind)")
        }
        guard reference.uid.isEmpty || reference.uid == uid else {
            throw Self.conflict(
                kind: reference.kind, reference.name,
                "the UID in the bound object reference (\(reference.uid)) does not match the UID in record. The object "
                    + "might have been deleted and then recreated")
        }
    }

    private func find<T: MessageView>(
        _ plural: String, _ namespace: String, _ name: String, _ core: ServerCore, as type: T.Type
    ) async throws(APIError) -> T {
        guard let operations = core.operations(of: plural) else { throw APIError.noSuchPath() }
        let found = try await operations.get(namespace: namespace, name: name)
        return T(try found.message(operations.definition.type))
    }
}
