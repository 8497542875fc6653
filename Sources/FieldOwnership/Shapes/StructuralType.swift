public import Objects

/// What a custom resource's structural schema says of the values at a place, as far as ownership goes.
public final class StructuralType: Sendable {
    public enum Form: Sendable { case string, numeric, boolean, anyScalar, object, array, any }

    let form: Form
    /// By name.
    let properties: [String: StructuralType]
    /// What members without a name of their own are; nil: there are none such.
    let additional: StructuralType?
    let items: StructuralType?
    let listType: ListType
    /// Sorted.
    let listMapKeys: [String]
    /// `x-kubernetes-map-type: atomic`.
    let isAtomic: Bool
    /// Members that the schema does not name may be there, and anything within them.
    let preservesUnknown: Bool
    /// An object of its own: `apiVersion`, `kind` and `metadata` are declared though the schema may not say so.
    let isObject: Bool
    /// Of a key field.
    let defaultValue: Value?

    public init(
        _ form: Form, properties: [String: StructuralType] = [:], additional: StructuralType? = nil,
        items: StructuralType? = nil, listType: ListType = .unspecified, listMapKeys: [String] = [],
        isAtomic: Bool = false, preservesUnknown: Bool = false, isObject: Bool = false, defaultValue: Value? = nil
    ) {
        self.form = form
        self.properties = properties
        self.additional = additional
        self.items = items
        self.listType = listType
        self.listMapKeys = listMapKeys.sorted()
        self.isAtomic = isAtomic
        self.preservesUnknown = preservesUnknown
        self.isObject = isObject
        self.defaultValue = defaultValue
    }

    var shape: Shape {
        switch form {
        case .string: Shape(.scalar(.string))
        case .numeric: Shape(.scalar(.numeric))
        case .boolean: Shape(.scalar(.boolean))
        case .anyScalar: Shape(.scalar(.any))
        case .object: Shape(.object(self), isAtomic: isAtomic)
        case .array: Shape(.array(self), isAtomic: listType != .set && listType != .map)
        case .any: Shape(.any, isAtomic: !preservesUnknown)
        }
    }

    func member(_ name: String) -> (shape: Shape, isDeclared: Bool)? {
        if isObject {
            switch name {
            case "apiVersion", "kind": return (Shape(.scalar(.string)), true)
            case "metadata": return (Shape(Meta.ObjectMeta.descriptor), true)
            default: break
            }
        }
        if let declared = properties[name] { return (declared.shape, true) }
        if let additional { return (additional.shape, false) }
        return preservesUnknown ? (.free, false) : nil
    }
}

extension StructuralType {
    /// The root of a custom resource's version.
    ///
    /// - Parameter schema: `spec.versions[].schema.openAPIV3Schema`, structural.
    public convenience init(object schema: APIExtensions.JSONSchemaProps) {
        self.init(schema, isRoot: true, depth: 0)
    }

    /// - Parameter depth: how many schemas are around this one. What is nested deeper than values can be is any JSON.
    private convenience init(_ schema: APIExtensions.JSONSchemaProps, isRoot: Bool, depth: Int) {
        let preserves = schema.xkubernetespreserveunknownfields ?? false
        guard depth <= OwnershipLimits.schemaNesting else {
            self.init(.any, preservesUnknown: true)
            return
        }
        var properties: [String: StructuralType] = [:]
        for (name, inner) in schema.properties {
            properties[name] = StructuralType(inner, isRoot: false, depth: depth + 1)
        }
        self.init(
            Self.form(of: schema, isRoot: isRoot), properties: properties,
            additional: Self.schema(schema.message["additionalProperties"], depth: depth),
            items: Self.schema(schema.message["items"], depth: depth),
            listType: Self.listType(schema.xkuberneteslisttype), listMapKeys: schema.xkuberneteslistmapkeys,
            isAtomic: schema.xkubernetesmaptype == "atomic", preservesUnknown: preserves,
            isObject: isRoot || schema.xkubernetesembeddedresource,
            defaultValue: schema.default.flatMap { try? FreeValue.parse($0.bytes) })
    }

    private static func form(of schema: APIExtensions.JSONSchemaProps, isRoot: Bool) -> Form {
        if schema.xkubernetesintorstring { return .anyScalar }
        switch schema.type {
        case "string": return .string
        case "integer", "number": return .numeric
        case "boolean": return .boolean
        case "object": return .object
        case "array": return .array
        default: return isRoot ? .object : .any
        }
    }

    private static func listType(_ text: String?) -> ListType {
        switch text {
        case "set": .set
        case "map": .map
        default: .atomic
        }
    }

    /// One of the unions of a schema and something else; `true` allows anything.
    private static func schema(_ value: Value?, depth: Int) -> StructuralType? {
        switch value {
        case .message(let schema):
            StructuralType(APIExtensions.JSONSchemaProps(schema), isRoot: false, depth: depth + 1)
        case .bool(true): StructuralType(.any, preservesUnknown: true)
        default: nil
        }
    }
}
