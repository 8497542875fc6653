public import Objects

/// A place in a structural schema, for whoever walks objects beside it, as server-side apply does.
public struct SchemaPlace: Sendable {
    private let schema: StructuralSchema
    private let index: Int32

    init?(_ schema: StructuralSchema, _ index: Int32) {
        guard index >= 0 else { return nil }
        self.schema = schema
        self.index = index
    }

    private var node: StructuralSchema.Node { schema.nodes[Int(index)] }

    public var type: ValueType { node.type }
    public var isIntOrString: Bool { node.traits.contains(.intOrString) }
    /// Members that the schema does not name stay.
    public var preservesUnknown: Bool { node.traits.contains(.preservesUnknown) }
    /// An object with `apiVersion`, `kind` and `metadata` of its own.
    public var embedsResource: Bool { node.traits.contains(.embedsResource) }
    /// `x-kubernetes-list-type`; unspecified lists are atomic.
    public var listType: ListType { node.listType }
    /// `x-kubernetes-list-map-keys`.
    public var listMapKeys: [String] { Array(schema.mapKeys(of: node)) }
    /// `x-kubernetes-map-type: atomic`: server-side apply owns it as a whole.
    public var isAtomicMap: Bool { node.traits.contains(.atomicMap) }
    /// The default of the value here.
    public var fallback: Value? { node.fallback < 0 ? nil : schema.values[Int(node.fallback)] }
    /// Of a list's elements.
    public var items: SchemaPlace? { SchemaPlace(schema, node.items) }
    /// Of a map's values.
    public var additional: SchemaPlace? { SchemaPlace(schema, node.additional) }

    /// Of the member that is declared by that name.
    public func property(_ name: String) -> SchemaPlace? { SchemaPlace(schema, schema.property(node, name)) }
    /// `additionalProperties: true`.
    public var allowsAnyMember: Bool { node.traits.contains(.allowsOthers) }
    /// Whether it is the object itself.
    var isTop: Bool { index == schema.root }
}

extension StructuralSchema {
    /// The object itself.
    public var top: SchemaPlace? { SchemaPlace(self, root) }
}
