import Objects
/// All roles and bindings, arranged so that a decision looks only at the bindings of those who ask.
///
/// A value that watch events change: `setRole`, `removeRole`, `setBinding`, `removeBinding`. Made for tens of thousands of
/// bindings; a decision costs one look-up for the user and one for each group, in the cluster and in the namespace, and
/// then the rules of what was found.
public struct RoleIndex: Sendable {
    /// A role in its slot, where bindings find it by number. It stays while a binding refers to it, with nil rules when
    /// there is no such role.
    private struct Slot: Sendable {
        var name: RoleName
        var rules: [AccessRule]?
        var references = 0
    }
    /// One subject of one binding, as found by its principal.
    struct Grant: Sendable {
        let binding: RoleName
        let slot: Int
        let subject: RoleSubject
    }
    private var slots: [Slot] = []
    private var freeSlots: [Int] = []
    private var slotNumbers: [RoleName: Int] = [:]
    private var bindings: [RoleName: RoleBindingFacts] = [:]
    /// By namespace, "" for the cluster, and there by principal; in the order of the bindings' names.
    private var grants: [String: [Principal: [Grant]]] = [:]
    /// Counts changes: what was decided at another count may be decided otherwise now.
    public private(set) var generation: UInt64 = 1

    public init() {}

    public var bindingCount: Int { bindings.count }

    // MARK: Changes

    public mutating func setRole(_ name: RoleName, rules: [AccessRule]) {
        let number = slot(name)
        guard slots[number].rules != rules else { return }
        slots[number].rules = rules
        generation &+= 1
    }

    public mutating func removeRole(_ name: RoleName) {
        guard let number = slotNumbers[name], slots[number].rules != nil else { return }
        slots[number].rules = nil
        freeIfUnused(number)
        generation &+= 1
    }

    public mutating func setBinding(_ binding: RoleBindingFacts) {
        guard bindings[binding.name] != binding else { return }
        removeBinding(binding.name)
        bindings[binding.name] = binding
        let number = slot(binding.role)
        slots[number].references += 1
        var known: Set<Principal> = []
        for subject in binding.subjects where known.insert(subject.principal).inserted {
            let grant = Grant(binding: binding.name, slot: number, subject: subject)
            Self.insert(grant, into: &grants[binding.name.namespace, default: [:]][subject.principal, default: []])
        }
        generation &+= 1
    }

    public mutating func removeBinding(_ name: RoleName) {
        guard let old = bindings.removeValue(forKey: name) else { return }
        for subject in old.subjects {
            grants[name.namespace]?[subject.principal]?.removeAll { $0.binding == name }
            if grants[name.namespace]?[subject.principal]?.isEmpty == true {
                grants[name.namespace]?.removeValue(forKey: subject.principal)
            }
        }
        if grants[name.namespace]?.isEmpty == true { grants.removeValue(forKey: name.namespace) }
        if let number = slotNumbers[old.role] {
            slots[number].references -= 1
            freeIfUnused(number)
        }
        generation &+= 1
    }

    private static func insert(_ grant: Grant, into list: inout [Grant]) {
        var low = 0
        var high = list.count
        while low < high {
            let middle = (low + high) / 2
            if list[middle].binding.name < grant.binding.name { low = middle + 1 } else { high = middle }
        }
        list.insert(grant, at: low)
    }

    private mutating func slot(_ name: RoleName) -> Int {
        if let number = slotNumbers[name] { return number }
        let number: Int
        if let free = freeSlots.popLast() {
            number = free
            slots[number] = Slot(name: name)
        } else {
            number = slots.count
            slots.append(Slot(name: name))
        }
        slotNumbers[name] = number
        return number
    }

    private mutating func freeIfUnused(_ number: Int) {
        guard slots[number].rules == nil, slots[number].references == 0 else { return }
        slotNumbers.removeValue(forKey: slots[number].name)
        freeSlots.append(number)
    }

    // MARK: Questions

    public func rules(of role: RoleName) -> [AccessRule]? {
        guard let number = slotNumbers[role] else { return nil }
        return slots[number].rules
    }

    /// Whether roles give this right, and which binding does.
    public func decide(_ identity: Identity, _ attributes: AccessAttributes) -> Verdict {
        var missing: [RoleName] = []
        var verdict: Verdict?
        var namespace = ""
        if case .resource(let target) = attributes.target { namespace = target.namespace }
        forEachGrant(of: identity, namespace: namespace) { grant in
            let slot = slots[grant.slot]
            guard let rules = slot.rules else {
                missing.append(slot.name)
                return true
            }
            guard let rule = rules.first(where: { $0.allows(attributes) }) else { return true }
            verdict = .allowed(
                .binding(grant.binding, role: slot.name, subject: grant.subject), holdsForAllNames: rule.names.isEmpty)
            return false
        }
        return verdict ?? .refused(missing.isEmpty ? [] : ["RBAC: " + Self.notFound(missing)])
    }

    /// All that roles allow somebody in a namespace ("": in the whole cluster only), in the order of the bindings.
    ///
    /// `problem` says which roles are bound but not there.
    public func rules(for identity: Identity, namespace: String) -> (rules: [AccessRule], problem: String?) {
        var rules: [AccessRule] = []
        var missing: [RoleName] = []
        var seen: Set<Int> = []
        forEachGrant(of: identity, namespace: namespace) { grant in
            guard seen.insert(grant.slot).inserted else { return true }
            if let found = slots[grant.slot].rules { rules += found } else { missing.append(slots[grant.slot].name) }
            return true
        }
        return (rules, missing.isEmpty ? nil : Self.notFound(missing))
    }

    /// - Parameter body: false ends it.
    private func forEachGrant(of identity: Identity, namespace: String, _ body: (Grant) -> Bool) {
        let user = Principal(isGroup: false, name: identity.name)
        for place in namespace.isEmpty ? [""] : ["", namespace] {
            guard let here = grants[place] else { continue }
            for grant in here[user] ?? [] where !body(grant) { return }
            for group in identity.groups {
                for grant in here[Principal(isGroup: true, name: group)] ?? [] where !body(grant) { return }
            }
        }
    }

    /// `clusterrole.rbac.authorization.k8s.io "x" not found`; several in brackets, each once.
    private static func notFound(_ roles: [RoleName]) -> String {
        var seen: Set<String> = []
        return GoText.aggregate(roles.map(notFound).filter { seen.insert($0).inserted })
    }

    static func notFound(_ role: RoleName) -> String {
        "\(role.kind.lowercased()).rbac.authorization.k8s.io \(GoText.quoted(role.name)) not found"
    }
}
