import Objects

/// A default must itself be what the schema says of its place.
struct DefaultRules {
    private let schema: StructuralSchema
    private(set) var problems: [FieldProblem] = []

    /// - Parameter field: of the schema.
    static func problems(of schema: StructuralSchema, at field: String) -> [FieldProblem] {
        var rules = DefaultRules(schema: schema)
        rules.walk(schema.root, field, isMeta: false, isRoot: true)
        return rules.problems
    }

    private init(schema: StructuralSchema) { self.schema = schema }

    private mutating func walk(_ index: Int32, _ field: String, isMeta: Bool, isRoot: Bool = false) {
        guard index >= 0, problems.count < SchemaLimits.problems else { return }
        let node = schema.nodes[Int(index)]
        guard node.traits.contains(.hasDefaults) else { return }
        let isResource = isRoot || node.traits.contains(.embedsResource)
        if node.fallback >= 0 { check(schema.values[Int(node.fallback)], index, "\(field).default", isMeta: isMeta) }
        walk(node.items, "\(field).items", isMeta: isMeta && !isResource)
        for place in Int(node.firstProperty)..<Int(node.firstProperty) + Int(node.propertyCount) {
            let property = schema.properties[place]
            let name = schema.names[Int(property.name)]
            walk(
                property.node, "\(field).properties[\(name)]",
                isMeta: isResource ? Pruning.metaMembers.contains(name) : isMeta)
        }
    }

    private mutating func check(_ value: Value, _ index: Int32, _ field: String, isMeta: Bool) {
        let embeds = schema.nodes[Int(index)].traits.contains(.embedsResource)
        if !isMeta {
            var pruning = Pruning(schema)
            var pruned = value
            pruning.prune(&pruned, index, isResource: embeds)
            if !pruning.removed.isEmpty {
                problems.append(.invalid(field, GoNumber.shown(value), "must not have unknown fields"))
            }
            var embedded = EmbeddedObjects(schema)
            embedded.walk(&pruned, index, isTop: false)
            if !embedded.problems.isEmpty {
                problems += embedded.problems.map {
                    FieldProblem(type: $0.type, field: "\(field).\($0.field)", detail: $0.detail)
                }
                return
            }
        }
        problems += schema.problems(of: value, index, prefix: field)
    }
}
