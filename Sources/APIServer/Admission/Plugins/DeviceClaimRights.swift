import Access
import Objects
import Resources

/// Who may have devices as their administrator, and who may say in a claim's status what it got and how its devices are
/// (Kubernetes, "Dynamic Resource Allocation").
struct DeviceClaimRights: AdmissionPlugin {
    private static let group = "resource.k8s.io"
    private static let claims = "resourceclaims"
    /// A namespace with this label at `true` is its administrators' own.
    private static let adminLabel = "resource.kubernetes.io/admin-access"
    /// What a service account's token says of the node on which its pod runs.
    private static let nodeName = "authentication.kubernetes.io/node-name"

    func concerns(_ definition: ResourceDefinition, _ verb: AdmissionRequest.Verb) -> Bool {
        guard definition.group == Self.group else { return false }
        switch definition.plural {
        case Self.claims: return verb == .create || verb == .update
        case "resourceclaimtemplates": return verb == .create
        default: return false
        }
    }

    func validate(_ request: AdmissionRequest, _ core: ServerCore) async throws(APIError) -> [String] {
        var problems: [FieldProblem] = []
        if let path = Self.administered(request), try await !isAdministrators(request.namespace, core) {
            problems.append(
                .forbidden(
                    path,
                    "admin access to devices requires the `\(Self.adminLabel): true` label on the containing namespace")
            )
        }
        if request.subresource == .status, let old = request.old {
            let (new, was) = (Resources.ResourceClaim(request.object), Resources.ResourceClaim(old))
            problems += try await bindingProblems(new.status, was.status, request, core)
            problems += try await driverProblems(new.status, was.status, request, core)
        }
        guard problems.isEmpty else { throw APIError.invalid(request.definition, request.shownName, problems) }
        return []
    }

    private func isAdministrators(_ namespace: String, _ core: ServerCore) async throws(APIError) -> Bool {
        guard let found = try await core.object("namespaces", name: namespace) else { return false }
        return Core.Namespace(found).metadata.labels[Self.adminLabel] == "true"
    }

    /// The first field that asks for an administrator's access and did not before; nil: none.
    private static func administered(_ request: AdmissionRequest) -> String? {
        func wanted(_ claim: Resources.DeviceClaim) -> String? {
            claim.requests.firstIndex { $0.exactly?.adminAccess == true }.map {
                "spec.devices.requests[\($0)].adminAccess"
            }
        }
        guard request.verb == .update else {
            return request.definition.plural == claims
                ? wanted(Resources.ResourceClaim(request.object).spec.devices)
                : wanted(Resources.ResourceClaimTemplate(request.object).spec.spec.devices)
        }
        func granted(_ claim: Message) -> Int? {
            Resources.ResourceClaim(claim).status.allocation?.devices.results.firstIndex { $0.adminAccess == true }
        }
        guard request.subresource == .status, let old = request.old, granted(old) == nil else { return nil }
        return granted(request.object).map { "status.allocation.devices.results[\($0)].adminAccess" }
    }

    // MARK: Status

    /// What a claim got, and who uses it, the scheduler says.
    private func bindingProblems(
        _ new: Resources.ResourceClaimStatus, _ old: Resources.ResourceClaimStatus, _ request: AdmissionRequest,
        _ core: ServerCore
    ) async throws(APIError) -> [FieldProblem] {
        guard new.allocation?.message != old.allocation?.message || new.reservedFor != old.reservedFor else {
            return []
        }
        guard let why = try await refusal(of: Self.right("update", "binding"), request, core) else { return [] }
        return [
            .forbidden(
                "status",
                "changing status.allocation or status.reservedFor requires resource=\"resourceclaims/binding\", "
                    + "verb=\"update\" permission: \(why)")
        ]
    }

    /// How its devices are, their drivers say: those of the node where they are, or ones that may do so for all nodes.
    private func driverProblems(
        _ new: Resources.ResourceClaimStatus, _ old: Resources.ResourceClaimStatus, _ request: AdmissionRequest,
        _ core: ServerCore
    ) async throws(APIError) -> [FieldProblem] {
        let changed =
            new.devices.filter { device in !old.devices.contains { $0.message == device.message } }
            + old.devices.filter { device in !new.devices.contains { $0.share == device.share } }
        let isLocal = Self.isAssociated(request.caller.identity, with: new.allocation)
        let verbs = (isLocal ? ["associated-node:update"] : []) + ["arbitrary-node:update"]
        var problems: [FieldProblem] = []
        for driver in Set(changed.map(\.driver)).sorted() {
            var first: String?
            var isAllowed = false
            for verb in verbs where !isAllowed {
                let right = Self.right(verb, "driver", namespace: request.namespace, name: driver)
                let why = try await refusal(of: right, request, core)
                isAllowed = why == nil
                first = first ?? why
            }
            guard !isAllowed else { continue }
            problems.append(
                .forbidden(
                    "status.devices",
                    "changing status.devices requires resource=\"resourceclaims/driver\", "
                        + "verb=\"[\(verbs.joined(separator: " "))]\" permission: \(first ?? "")"))
        }
        return problems
    }

    /// Whether the caller is a pod's account on the one node that has the claim's devices.
    private static func isAssociated(_ identity: Identity, with allocation: Resources.AllocationResult?) -> Bool {
        guard let terms = allocation?.nodeSelector?.nodeSelectorTerms, terms.count == 1, let term = terms.first,
            term.matchExpressions.isEmpty, term.matchFields.count == 1, let field = term.matchFields.first,
            field.key == "metadata.name", field.operator == "In", field.values.count == 1,
            ServiceAccountName(user: identity.name) != nil
        else { return false }
        return identity.extra[nodeName] == field.values
    }

    private static func right(
        _ verb: String, _ subresource: String, namespace: String = "", name: String = ""
    ) -> AccessAttributes {
        AccessAttributes(
            verb,
            .init(
                group: group, version: "v1", resource: claims, subresource: subresource, namespace: namespace,
                name: name))
    }

    /// Why the caller has not got the right; nil: he has.
    private func refusal(
        of right: AccessAttributes, _ request: AdmissionRequest, _ core: ServerCore
    ) async throws(APIError) -> String? {
        do {
            try await core.access.authorize(request.caller, right, core)
            return nil
        } catch  where error.code == 403 { return error.message }
    }
}
