public import Objects
import Resources

/// Objects within an object (`x-kubernetes-embedded-resource`): their `metadata` is an ObjectMeta, whatever the schema
/// says, and `apiVersion` and `kind` are there.
struct EmbeddedObjects {
    private static let metaType = Meta.ObjectMeta.descriptor
    private let schema: StructuralSchema
    private var path = ValuePath()
    private(set) var problems: [FieldProblem] = []
    /// The first that leaves no object to read, as where `metadata` is a number; it is among the problems too.
    private(set) var misfit: FieldProblem?
    /// Members of embedded metadata that were removed.
    private(set) var unknown: [String] = []

    init(_ schema: StructuralSchema) { self.schema = schema }

    mutating func walk(_ value: inout Value, _ index: Int32, isTop: Bool) {
        guard index >= 0 else { return }
        let node = schema.nodes[Int(index)]
        guard node.traits.contains(.hasEmbedded), problems.count < SchemaLimits.problems else { return }
        switch value {
        case .map(var map):
            value = .null
            if node.traits.contains(.embedsResource), !isTop { embedded(&map) }
            map.change { name, member in
                let property = schema.property(node, name)
                path.push(property >= 0 ? .member(name) : .key(name))
                walk(&member, property >= 0 ? property : node.additional, isTop: false)
                path.pop()
            }
            value = .map(map)
        case .list(var list):
            value = .null
            for position in list.indices {
                path.push(.index(position))
                walk(&list[position], node.items, isTop: false)
                path.pop()
            }
            value = .list(list)
        default: break
        }
    }

    private mutating func at(_ name: String, _ body: (String) -> FieldProblem) {
        path.push(.member(name))
        problems.append(body(path.text))
        path.pop()
    }

    private mutating func unfit(_ name: String, _ value: Value, _ why: String) {
        at(name) { .invalid($0, GoNumber.shown(value), why) }
        misfit = misfit ?? problems.last
    }

    private mutating func embedded(_ map: inout StringMap<Value>) {
        for name in ["apiVersion", "kind"] {
            switch map[name] {
            case .string(let text)?:
                if text.isEmpty {
                    at(name) { .invalid($0, text: text, "must not be empty") }
                } else if name == "kind" {
                    let words = Names.dns1035Problems(text.lowercased()).joined(separator: ",")
                    if !words.isEmpty {
                        at(name) {
                            .invalid($0, text: text, "may have mixed case, but should otherwise match: \(words)")
                        }
                    }
                } else if text.split(separator: "/", omittingEmptySubsequences: false).count > 2 {
                    at(name) { .invalid($0, text: text, "unexpected GroupVersion string: \(text)") }
                }
            case nil: at(name) { .required($0) }
            case let other?: unfit(name, other, "must be a string")
            }
        }
        guard let metadata = map["metadata"] else { return }
        do {
            let decoded = try JSONDecoder.decode(FreeValue.text(metadata), as: Self.metaType)
            map["metadata"] = try FreeValue.of(decoded.message, as: nil)
            path.push(.member("metadata"))
            problems += MetadataRules.embeddedProblems(Meta.ObjectMeta(decoded.message), path.text)
            path.pop()
            for problem in decoded.problems where unknown.count < SchemaLimits.problems {
                // `unknown field "labelz"`: the last word is the member.
                let name = problem.split(separator: "\"").last.map(String.init) ?? ""
                path.push(.member("metadata"))
                path.push(.member(name))
                unknown.append(path.text)
                path.pop()
                path.pop()
            }
        } catch {
            let why = (error as? DecodingError)?.message ?? "\(error)"
            unfit("metadata", metadata, why)
        }
    }
}

extension StructuralSchema {
    /// Brings `metadata` of embedded objects into form.
    ///
    /// - Returns: the members that were unknown and are removed.
    public func tidyEmbedded(_ object: inout Value) -> [String] {
        guard nodes[Int(root)].traits.contains(.hasEmbedded) else { return [] }
        var embedded = EmbeddedObjects(self)
        embedded.walk(&object, root, isTop: true)
        return embedded.unknown
    }

    /// What is wrong with the objects within an object.
    public func embeddedProblems(of object: Value) -> [FieldProblem] { embedded(in: object)?.problems ?? [] }

    /// Why one of the objects within an object is none.
    public func embeddedMisfit(of object: Value) -> FieldProblem? { embedded(in: object)?.misfit }

    private func embedded(in object: Value) -> EmbeddedObjects? {
        guard nodes[Int(root)].traits.contains(.hasEmbedded) else { return nil }
        var object = object
        var embedded = EmbeddedObjects(self)
        embedded.walk(&object, root, isTop: true)
        return embedded
    }
}
