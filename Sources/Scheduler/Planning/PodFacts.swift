import Objects

/// What placing a pod must know of it, read once.
struct PodFacts: Sendable {
    let uid: String
    let demand: PodDemand
    let rules: PodRules

    init(_ pod: Core.Pod) {
        uid = pod.metadata.uid
        let spec = pod.spec
        demand = PodDemand(spec)
        rules = PodRules(spec)
    }
}

/// Where a pod may go, apart from what it needs.
struct PodRules: Sendable {
    let nodeName: String
    let nodeSelector: StringMap<String>
    let nodeAffinity: Core.NodeAffinity?
    let tolerations: [Toleration]

    init(_ spec: Core.PodSpec) {
        nodeName = spec.nodeName
        nodeSelector = spec.nodeSelector
        nodeAffinity = spec.affinity?.nodeAffinity
        tolerations = spec.tolerations.map { Toleration($0) }
    }

    func tolerates(_ taint: TaintTable.Taint) -> Bool { tolerations.contains { $0.covers(taint) } }
}

/// core/v1 `Toleration`: an empty key with `Exists` covers all keys, an empty effect all effects.
struct Toleration: Sendable, Hashable {
    let key: String
    let value: String
    let effect: String
    let isExists: Bool
    /// Neither `Exists` nor `Equal`: one that this version does not know covers nothing.
    let isUnknown: Bool

    init(_ toleration: Core.Toleration) {
        key = toleration.key
        value = toleration.value
        effect = toleration.effect
        isExists = toleration.`operator` == "Exists"
        isUnknown = !isExists && toleration.`operator` != "Equal" && !toleration.`operator`.isEmpty
    }

    func covers(_ taint: TaintTable.Taint) -> Bool {
        guard !isUnknown, effect.isEmpty || effect == taint.effect, key.isEmpty || key == taint.key else {
            return false
        }
        return isExists || value == taint.value
    }
}
