public import Objects

/// Lists that are sets or maps have each element once (`x-kubernetes-list-type`).
struct ListRules {
    private let schema: StructuralSchema
    private var path = ValuePath()
    private(set) var problems: [FieldProblem] = []

    init(_ schema: StructuralSchema) { self.schema = schema }

    mutating func check(_ value: Value, _ index: Int32) {
        guard index >= 0 else { return }
        let node = schema.nodes[Int(index)]
        guard node.traits.contains(.hasListRules), problems.count < SchemaLimits.problems else { return }
        switch value {
        case .map(let map):
            for entry in map.entries {
                let property = schema.property(node, entry.key)
                path.push(property >= 0 ? .member(entry.key) : .key(entry.key))
                check(entry.value, property >= 0 ? property : node.additional)
                path.pop()
            }
        case .list(let list):
            switch node.listType {
            case .set: unique(list) { $0 }
            case .map: keyed(list, Array(schema.mapKeys(of: node)))
            default: break
            }
            for position in list.indices {
                path.push(.index(position))
                check(list[position], node.items)
                path.pop()
            }
        default: break
        }
    }

    private mutating func keyed(_ list: [Value], _ keys: [String]) {
        for (position, item) in list.enumerated() {
            switch item {
            case .map, .null: continue
            default:
                path.push(.index(position))
                problems.append(
                    .invalid(path.text, GoNumber.shown(item), "must be an object for an array of list-type map"))
                path.pop()
                return
            }
        }
        unique(list) { item in
            guard case .map(let map) = item else { return .map([:]) }
            return .map(StringMap(keys.compactMap { key in map[key].map { (key, $0) } }))
        }
    }

    private mutating func unique(_ list: [Value], by identity: (Value) -> Value) {
        var seen: Set<[UInt8]> = []
        var told: Set<[UInt8]> = []
        for (position, item) in list.enumerated() {
            let identity = identity(item)
            let text = FreeValue.text(identity)
            // An element that is there three times is told of once, as in Kubernetes.
            guard !seen.insert(text).inserted, told.insert(text).inserted else { continue }
            path.push(.index(position))
            problems.append(.duplicate(path.text, shown: GoNumber.shown(identity)))
            path.pop()
        }
    }
}

extension StructuralSchema {
    /// Elements that lists of the object have twice although they are sets or maps.
    public func listProblems(of object: Value) -> [FieldProblem] {
        var rules = ListRules(self)
        rules.check(object, root)
        return rules.problems
    }
}
