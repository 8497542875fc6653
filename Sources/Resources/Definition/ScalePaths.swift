public import Objects

/// Where an object says how many replicas it wants, has, and how they are selected (autoscaling/v1 `Scale`).
public struct ScalePaths: Sendable {
    public let replicas: String
    public let observedReplicas: String
    /// A `LabelSelector`, a map of labels, or a text; empty: there is none.
    public let selector: String

    public init(replicas: String, observedReplicas: String, selector: String) {
        self.replicas = replicas
        self.observedReplicas = observedReplicas
        self.selector = selector
    }

    /// As workloads have them.
    public static let workload = ScalePaths(
        replicas: "spec.replicas", observedReplicas: "status.replicas", selector: "spec.selector")

    public func state(of object: Message) -> ScaleState {
        var state = ScaleState(replicas: 0, observedReplicas: 0, selector: "")
        if case .int(let number)? = object[path: replicas] { state.replicas = number }
        if case .int(let number)? = object[path: observedReplicas] { state.observedReplicas = number }
        switch selector.isEmpty ? nil : object[path: selector] {
        case .message(let message)?:
            state.selector = (try? LabelSelector(Meta.LabelSelector(message)))?.description ?? ""
        case .map(let map)?:
            state.selector = map.entries.map { "\($0.key)=\($0.value.asString ?? "")" }.sorted().joined(separator: ",")
        case .string(let text)?: state.selector = text
        default: break
        }
        return state
    }

    public func set(_ replicas: Int, on object: inout Message) {
        object.set(path: self.replicas, .int(replicas))
    }
}

public struct ScaleState: Sendable {
    public var replicas: Int
    public var observedReplicas: Int
    /// The label selector of the pods that are counted, as text.
    public var selector: String
}
