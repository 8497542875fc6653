public import Objects

/// Removes what a structural schema does not know (Kubernetes, "Field pruning").
struct Pruning {
    private let schema: StructuralSchema
    private var path = ValuePath()
    private(set) var removed: [String] = []

    static let metaMembers: Set<String> = ["apiVersion", "kind", "metadata"]

    init(_ schema: StructuralSchema) { self.schema = schema }

    private mutating func note() {
        if removed.count < SchemaLimits.problems { removed.append(path.text) }
    }

    /// - Parameters:
    ///   - index: -1: nothing is known of the value.
    ///   - isResource: the value is an object with `apiVersion`, `kind` and `metadata` of its own.
    mutating func prune(_ value: inout Value, _ index: Int32, isResource: Bool = false) {
        switch value {
        case .map(var map):
            value = .null
            let node = index < 0 ? nil : schema.nodes[Int(index)]
            let keeps = node?.traits.contains(.preservesUnknown) ?? false
            let isResource = isResource || node?.traits.contains(.embedsResource) ?? false
            map.keep { name, member in
                if isResource, Self.metaMembers.contains(name) { return true }
                path.push(.member(name))
                defer { path.pop() }
                guard let node else {
                    note()
                    return false
                }
                let property = schema.property(node, name)
                if property >= 0 {
                    prune(&member, property)
                } else if node.additional >= 0 {
                    prune(&member, node.additional)
                } else if node.traits.contains(.allowsOthers) {
                    prune(&member, -1)
                } else if !keeps {
                    note()
                    return false
                }
                return true
            }
            value = .map(map)
        case .list(var list):
            value = .null
            let node = index < 0 ? nil : schema.nodes[Int(index)]
            if let node, node.items < 0, node.traits.contains(.preservesUnknown) {
                value = .list(list)
                return
            }
            for position in list.indices {
                path.push(.index(position))
                prune(&list[position], node?.items ?? -1)
                path.pop()
            }
            value = .list(list)
        default: break
        }
    }
}

extension StructuralSchema {
    /// Removes what the schema does not know from a whole object.
    ///
    /// - Returns: where that was, as `spec.gone`, in the order of names.
    public func prune(_ object: inout Value) -> [String] {
        var pruning = Pruning(self)
        pruning.prune(&object, root, isResource: true)
        return pruning.removed
    }
}
