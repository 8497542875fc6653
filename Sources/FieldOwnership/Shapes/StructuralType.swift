public import Objects

/// What a custom resource's structural schema says of the values at a place, as far as ownership goes: a view of the
/// schema, whoever keeps it.
public protocol StructuralType: Sendable {
    var form: StructuralForm { get }
    /// The root, or an object of its own within another: `apiVersion`, `kind` and `metadata` are declared though the
    /// schema may not say so.
    var isObject: Bool { get }
    /// `x-kubernetes-map-type: atomic`.
    var isAtomicMap: Bool { get }
    /// Members that the schema does not name may be there, and anything within them.
    var preservesUnknown: Bool { get }
    /// `additionalProperties: true`: members without a name of their own are any JSON.
    var allowsAnyMember: Bool { get }
    var listType: ListType { get }
    /// `x-kubernetes-list-map-keys`.
    var listMapKeys: [String] { get }
    /// Of a key field.
    var fallback: Value? { get }
    /// Of the member that is declared by that name.
    func property(_ name: String) -> Self?
    /// Of members without a name of their own.
    var additional: Self? { get }
    /// Of a list's elements.
    var items: Self? { get }
}

/// What a structural type's values are.
public enum StructuralForm: Sendable { case string, numeric, boolean, anyScalar, object, array, any }

extension StructuralType {
    var shape: Shape {
        switch form {
        case .string: Shape(.scalar(.string))
        case .numeric: Shape(.scalar(.numeric))
        case .boolean: Shape(.scalar(.boolean))
        case .anyScalar: Shape(.scalar(.any))
        case .object: Shape(.object(self), isAtomic: isAtomicMap)
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
        if let declared = property(name) { return (declared.shape, true) }
        if let additional { return (additional.shape, false) }
        return preservesUnknown || allowsAnyMember ? (.free, false) : nil
    }

    /// What items are.
    var itemShape: Shape { items?.shape ?? .free }

    /// What a key of the items counts as that is not given.
    func keyDefault(_ name: String) -> Value? { items?.property(name)?.fallback }
}
