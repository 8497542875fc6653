/// All that decides who may do what: the modes in their order, the roles, and what nodes have to do with.
///
/// A value: the server keeps one and changes it as roles, bindings and pods change.
public struct Authorizer: Sendable {
    /// As kube-apiserver's `--authorization-mode` names them.
    public enum Mode: String, Sendable, Hashable, CaseIterable {
        case alwaysAllow = "AlwaysAllow"
        case alwaysDeny = "AlwaysDeny"
        case node = "Node"
        case rbac = "RBAC"
    }

    /// Asked in this order; the first that allows wins.
    public let modes: [Mode]
    public var roles = RoleIndex()
    public var nodes = NodeGraph()
    /// What every node may, as the ClusterRole `system:node` of the bootstrap policy says; a change of the stored role changes
    /// nothing here.
    private let nodeRules: [AccessRule]

    public init(_ modes: [Mode]) {
        self.modes = modes
        nodeRules = modes.contains(.node) ? BootstrapPolicy.nodeRules() : []
    }

    public func decide(_ identity: Identity, _ attributes: AccessAttributes) -> Verdict {
        if identity.isMaster { return .allowed(.master, holdsForAllNames: true) }
        var reasons: [String] = []
        for mode in modes {
            switch mode {
            case .alwaysAllow: return .allowed(.always, holdsForAllNames: true)
            case .alwaysDeny: reasons.append("Everything is forbidden.")
            case .node:
                guard let verdict = NodeAuthorizer.decide(identity, attributes, nodes, rules: nodeRules) else {
                    continue
                }
                guard case .refused(let why) = verdict else { return verdict }
                reasons += why
            case .rbac:
                let verdict = roles.decide(identity, attributes)
                guard case .refused(let why) = verdict else { return verdict }
                reasons += why
            }
        }
        return .refused(reasons)
    }

    /// Whether all of `rights` are given; the refusal of the first that is not.
    public func check(_ identity: Identity, _ attributes: AccessAttributes) throws(Refusal) {
        guard case .refused(let reasons) = decide(identity, attributes) else { return }
        throw Refusal(identity, attributes, reasons: reasons)
    }

    /// Who the request is of, when its caller asks to act as somebody else.
    public func impersonate(_ wanted: Impersonation, by caller: Identity) throws(Refusal) -> Identity {
        for right in wanted.rights { try check(caller, right) }
        return wanted.identity
    }

    /// All that somebody may do in a namespace, as far as it can be listed.
    public func rules(for identity: Identity, namespace: String) -> (rules: [AccessRule], problem: String?) {
        if identity.isMaster || modes.contains(.alwaysAllow) {
            let (rules, problem) = roles.rules(for: identity, namespace: namespace)
            return (AccessRule.everything + rules, problem)
        }
        return modes.contains(.rbac) ? roles.rules(for: identity, namespace: namespace) : ([], nil)
    }
}
