import Objects
import Wire

/// A structural schema (Kubernetes, "Specifying a structural schema"): what custom objects of one version look like.
///
/// Kept as flat tables: a node takes 32 bytes, a property 8, a rule 24, names are kept once. It never changes.
public final class StructuralSchema: Sendable {
    struct Traits: OptionSet, Sendable {
        let rawValue: UInt16
        static let nullable = Traits(rawValue: 1)
        static let intOrString = Traits(rawValue: 2)
        static let preservesUnknown = Traits(rawValue: 4)
        static let embedsResource = Traits(rawValue: 8)
        /// `additionalProperties: true`, and `false`.
        static let allowsOthers = Traits(rawValue: 16)
        static let forbidsOthers = Traits(rawValue: 32)
        static let atomicMap = Traits(rawValue: 64)
        /// Here or below.
        static let hasDefaults = Traits(rawValue: 128)
        static let hasListRules = Traits(rawValue: 256)
        static let hasEmbedded = Traits(rawValue: 512)
    }

    struct Node: Sendable {
        var type = ValueType.any
        var listType = ListType.unspecified
        var traits: Traits = []
        /// Nodes; -1: none.
        var items: Int32 = -1
        var additional: Int32 = -1
        /// A place in `values`; -1: no default.
        var fallback: Int32 = -1
        /// Places in `properties`, in `rules`, and in `names` for the keys of a list that is a map.
        var firstProperty: Int32 = 0
        var firstRule: Int32 = 0
        var firstKey: Int32 = 0
        var propertyCount: UInt16 = 0
        var ruleCount: UInt8 = 0
        var keyCount: UInt8 = 0
    }
    struct Property: Sendable {
        var name: Int32
        var node: Int32
    }

    let nodes: [Node]
    /// Those of a node in the order of their names.
    let properties: [Property]
    let rules: [ValueRule]
    let names: [String]
    let values: [Value]
    let branches: [Int32]
    let root: Int32
    /// The whole schema has `x-kubernetes-validations`, which are kept with the definition.
    public let hasExpressions: Bool
    /// Changes with everything that objects are pruned, defaulted or validated by.
    public let fingerprint: UInt64

    init(_ tables: SchemaTables, root: Int32, hasExpressions: Bool, fingerprint: UInt64) {
        nodes = tables.nodes
        properties = tables.properties
        rules = tables.rules
        names = tables.names
        values = tables.values
        branches = tables.branches
        self.root = root
        self.hasExpressions = hasExpressions
        self.fingerprint = fingerprint
    }

    /// What it takes in memory, about: tables, names and default values.
    public var byteCount: Int {
        let tables =
            nodes.count * MemoryLayout<Node>.stride + properties.count * MemoryLayout<Property>.stride
            + rules.count * MemoryLayout<ValueRule>.stride + names.count * MemoryLayout<String>.stride
            + values.count * MemoryLayout<Value>.stride + branches.count * MemoryLayout<Int32>.stride
        let texts = names.reduce(0) { $0 + ($1.utf8.count > 15 ? $1.utf8.count + 32 : 0) }
        return tables + texts + values.reduce(0) { $0 + FreeValue.text($1).count * 2 }
    }

    /// The node of a property; -1: the node has no such property.
    func property(_ node: Node, _ name: String) -> Int32 {
        var low = Int(node.firstProperty)
        let end = low + Int(node.propertyCount)
        var high = end
        while low < high {
            let middle = (low + high) / 2
            if ByteOrder.precedes(names[Int(properties[middle].name)], name) { low = middle + 1 } else { high = middle }
        }
        guard low < end, names[Int(properties[low].name)] == name else { return -1 }
        return properties[low].node
    }

    func rules(of node: Node) -> ArraySlice<ValueRule> {
        rules[Int(node.firstRule)..<Int(node.firstRule) + Int(node.ruleCount)]
    }

    func mapKeys(of node: Node) -> ArraySlice<String> {
        names[Int(node.firstKey)..<Int(node.firstKey) + Int(node.keyCount)]
    }

    /// Whether the root says more of a member than that it is there: if not, it need not be looked at.
    func describes(_ member: String) -> Bool {
        let found = property(nodes[Int(root)], member)
        guard found >= 0 else { return false }
        let node = nodes[Int(found)]
        return node.ruleCount > 0 || node.propertyCount > 0 || node.additional >= 0
    }
}
