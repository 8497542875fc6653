public import Objects
import Wire

/// A structural schema while it is being read from `JSONSchemaProps` (apiextensions.k8s.io/v1).
struct SchemaTables {
    private(set) var nodes: [StructuralSchema.Node] = []
    private(set) var properties: [StructuralSchema.Property] = []
    private(set) var rules: [ValueRule] = []
    private(set) var names: [String] = []
    private(set) var values: [Value] = []
    private(set) var branches: [Int32] = []
    private(set) var hasExpressions = false
    private var known: [String: Int32] = [:]

    private mutating func intern(_ name: String) -> Int32 {
        if let found = known[name] { return found }
        names.append(name)
        let place = Int32(names.count - 1)
        known[name] = place
        return place
    }

    private mutating func note(_ list: [String]) -> Range<Int32> {
        let start = Int32(names.count)
        names += list
        return start..<Int32(names.count)
    }

    private mutating func note(_ list: [Value]) -> Range<Int32> {
        let start = Int32(values.count)
        values += list
        return start..<Int32(values.count)
    }

    private mutating func note(_ list: [Int32]) -> Range<Int32> {
        let start = Int32(branches.count)
        branches += list
        return start..<Int32(branches.count)
    }

    /// Adds a schema and all that is in it.
    ///
    /// - Returns: its node.
    /// - Throws: when there are too many, or a default is no JSON.
    mutating func add(_ props: APIExtensions.JSONSchemaProps) throws(SchemaError) -> Int32 {
        guard nodes.count < SchemaLimits.nodes else { throw SchemaError("the schema has too many parts") }
        let index = nodes.count
        nodes.append(StructuralSchema.Node())
        var node = StructuralSchema.Node()
        node.type = ValueType(name: props.type) ?? .any
        node.traits = Self.traits(of: props)
        node.listType =
            switch props.xkuberneteslisttype {
            case "set": .set
            case "map": .map
            case "atomic": .atomic
            default: .unspecified
            }
        if node.listType == .set || node.listType == .map { node.traits.insert(.hasListRules) }
        if node.traits.contains(.embedsResource) { node.traits.insert(.hasEmbedded) }
        if !props.xkubernetesvalidations.isEmpty { hasExpressions = true }
        if let fallback = props.default {
            node.fallback = Int32(values.count)
            values.append(try Self.value(fallback))
            node.traits.insert(.hasDefaults)
        }
        let keys = note(Array(props.xkuberneteslistmapkeys.prefix(Int(UInt8.max))))
        (node.firstKey, node.keyCount) = (keys.lowerBound, UInt8(keys.count))
        try addParts(props, to: &node)
        try addRules(props, to: &node)
        nodes[index] = node
        return Int32(index)
    }

    private static func traits(of props: APIExtensions.JSONSchemaProps) -> StructuralSchema.Traits {
        var traits: StructuralSchema.Traits = []
        if props.nullable { traits.insert(.nullable) }
        if props.xkubernetesintorstring { traits.insert(.intOrString) }
        if props.xkubernetespreserveunknownfields == true { traits.insert(.preservesUnknown) }
        if props.xkubernetesembeddedresource { traits.insert(.embedsResource) }
        if props.xkubernetesmaptype == "atomic" { traits.insert(.atomicMap) }
        if case .bool(let allows)? = props.message["additionalProperties"] {
            traits.insert(allows ? .allowsOthers : .forbidsOthers)
        }
        return traits
    }

    private static func value(_ raw: RawJSON) throws(SchemaError) -> Value {
        do { return try FreeValue.parse(raw.bytes) } catch { throw SchemaError(error.message) }
    }

    private mutating func addParts(
        _ props: APIExtensions.JSONSchemaProps, to node: inout StructuralSchema.Node
    ) throws(SchemaError) {
        let inherited: StructuralSchema.Traits = [.hasDefaults, .hasListRules, .hasEmbedded]
        if case .message(let items)? = props.message["items"] {
            node.items = try add(APIExtensions.JSONSchemaProps(items))
            node.traits.formUnion(nodes[Int(node.items)].traits.intersection(inherited))
        }
        if case .message(let additional)? = props.message["additionalProperties"] {
            node.additional = try add(APIExtensions.JSONSchemaProps(additional))
            node.traits.formUnion(nodes[Int(node.additional)].traits.intersection(inherited))
        }
        var found: [StructuralSchema.Property] = []
        for (name, part) in props.properties {
            let child = try add(part)
            found.append(StructuralSchema.Property(name: intern(name), node: child))
            node.traits.formUnion(nodes[Int(child)].traits.intersection(inherited))
        }
        guard found.count <= Int(UInt16.max) else {
            throw SchemaError("an object of the schema has too many properties")
        }
        node.firstProperty = Int32(properties.count)
        node.propertyCount = UInt16(found.count)
        properties += found
    }

    private mutating func addRules(
        _ props: APIExtensions.JSONSchemaProps, to node: inout StructuralSchema.Node
    ) throws(SchemaError) {
        var found: [ValueRule] = []
        for (list, make) in [
            (props.anyOf, ValueRule.anyOf), (props.oneOf, ValueRule.oneOf), (props.allOf, ValueRule.allOf),
        ] where !list.isEmpty {
            var parts: [Int32] = []
            for part in list { parts.append(try add(part)) }
            found.append(make(note(parts)))
        }
        if let not = props.not { found.append(.not(try add(not))) }
        if let limit = props.maxLength { found.append(.maxLength(limit)) }
        if let limit = props.minLength { found.append(.minLength(limit)) }
        if !props.pattern.isEmpty { found.append(.pattern(intern(props.pattern))) }
        if !props.format.isEmpty, props.type != "string" || ValueFormat.isKnown(props.format) {
            found.append(.format(intern(props.format)))
        }
        if let factor = props.multipleOf { found.append(.multipleOf(factor)) }
        if let limit = props.minimum { found.append(.minimum(limit, isExclusive: props.exclusiveMinimum)) }
        if let limit = props.maximum { found.append(.maximum(limit, isExclusive: props.exclusiveMaximum)) }
        if let limit = props.minItems { found.append(.minItems(limit)) }
        if let limit = props.maxItems { found.append(.maxItems(limit)) }
        if props.uniqueItems { found.append(.uniqueItems) }
        if !props.enum.isEmpty {
            var allowed: [Value] = []
            for raw in props.enum { allowed.append(try Self.value(raw)) }
            found.append(.oneValueOf(note(allowed)))
        }
        if let limit = props.minProperties { found.append(.minProperties(limit)) }
        if let limit = props.maxProperties { found.append(.maxProperties(limit)) }
        if !props.required.isEmpty { found.append(.required(note(props.required))) }
        node.firstRule = Int32(rules.count)
        node.ruleCount = UInt8(found.count)
        rules += found
    }
}

extension StructuralSchema {
    /// Reads a schema that `SchemaRules` have found good.
    public convenience init(_ props: APIExtensions.JSONSchemaProps) throws(SchemaError) {
        var tables = SchemaTables()
        let root = try tables.add(props)
        // FNV-1a over what was read: any change makes another number.
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in BinaryEncoder.encode(props.message) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        self.init(tables, root: root, hasExpressions: tables.hasExpressions, fingerprint: hash)
    }
}

/// Why a schema cannot be used.
public struct SchemaError: Error, Sendable, Equatable, CustomStringConvertible {
    public let description: String
    init(_ description: String) { self.description = description }
}
