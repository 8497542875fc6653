public import Objects

/// How the values at a place in an object are owned: as one, or part by part. Made on the way from what the schema
/// says, be it a table of built-in types or the schema of a custom resource.
public struct Shape: Sendable {
    enum Kind: Sendable {
        case scalar(Scalar)
        /// Any JSON. When granular, maps are owned by key, to any depth, and all else as one.
        case any
        /// A structure of a built-in type.
        case fields(MessageDescriptor)
        /// A map or list that a built-in type's field is.
        case map(FieldDescriptor)
        case list(FieldDescriptor)
        /// What a custom resource's schema says.
        case object(any StructuralType)
        case array(any StructuralType)
    }

    /// What a scalar may be.
    enum Scalar: Sendable { case string, numeric, boolean, any }

    let kind: Kind
    /// Owned as one, whatever is within.
    let isAtomic: Bool

    init(_ kind: Kind, isAtomic: Bool = false) {
        self.kind = kind
        self.isAtomic = isAtomic
    }

    /// Objects of a built-in type.
    public init(_ type: MessageDescriptor) { self.init(.fields(type)) }

    /// Objects of a custom resource.
    public init(_ type: any StructuralType) { self = type.shape }

    /// What is at a field.
    init(of field: FieldDescriptor) {
        switch field.label {
        case .singular: self.init(element: field)
        case .map: self.init(.map(field), isAtomic: field.isAtomic)
        case .repeated: self.init(.list(field), isAtomic: field.listType != .set && field.listType != .map)
        }
    }

    /// One value of a field's type.
    init(element field: FieldDescriptor) {
        switch field.kind {
        case .message:
            guard let type = field.message else {
                self.init(.any, isAtomic: true)
                return
            }
            self.init(.fields(type), isAtomic: field.isAtomic || type.isAtomic && !field.isGranular)
        case .bool: self.init(.scalar(.boolean))
        case .int32, .int64, .uint32, .uint64, .double, .float: self.init(.scalar(.numeric))
        case .string, .bytes, .duration: self.init(.scalar(.string))
        case .time, .microTime, .quantity, .intOrString: self.init(.scalar(.any))
        case .raw, .stringList, .schemaOrArray, .schemaOrBool, .schemaOrStringArray: self.init(.any, isAtomic: true)
        // Objects with such members have a structural type, which knows more.
        case .members: self = .free
        }
    }

    static let free = Shape(.any)

    // MARK: Members

    /// What is at a member of a structure or map, and whether the schema declares it by name; nil: there is none such.
    func member(_ name: String) -> (shape: Shape, isDeclared: Bool)? {
        switch kind {
        case .fields(let type):
            if let field = Self.field(name, in: type) { return (Shape(of: field), true) }
            return type.isKind && (name == "apiVersion" || name == "kind") ? (Shape(.scalar(.string)), true) : nil
        case .map(let field): return (Shape(element: field), false)
        case .object(let type): return type.member(name)
        case .any: return (isAtomic ? self : .free, false)
        default: return nil
        }
    }

    private static func field(_ name: String, in type: MessageDescriptor) -> FieldDescriptor? {
        if let position = type.position(of: name) {
            let field = type.fields[position]
            return field.isInline ? nil : field
        }
        for field in type.fields where field.isInline {
            if let inner = field.message, let found = Self.field(name, in: inner) { return found }
        }
        return nil
    }

    // MARK: Items

    /// What a list's items are.
    var item: Shape {
        switch kind {
        case .list(let field): Shape(element: field)
        case .array(let type): type.itemShape
        default: Shape(.any, isAtomic: true)
        }
    }

    /// The fields that tell a list's items apart, sorted; nil: the items themselves do.
    var keys: [String]? {
        switch kind {
        case .list(let field) where field.listType == .map:
            field.listMapKeys.count > 1 ? field.listMapKeys.sorted() : field.listMapKeys
        case .array(let type) where type.listType == .map: type.listMapKeys.sorted()
        default: nil
        }
    }

    /// What a key field that is not given counts as.
    func keyDefault(_ name: String) -> Value? {
        switch kind {
        case .list(let list):
            guard let type = list.message, let field = Self.field(name, in: type) else { return nil }
            if let text = field.defaultValue {
                switch field.kind {
                case .int32, .int64, .uint32, .uint64: return Int(text).map(Value.int)
                case .bool: return .bool(text == "true")
                default: return .string(text)
                }
            }
            return field.isSilentWhenAbsent ? nil : AbsentField.value(of: field)
        case .array(let type): return type.keyDefault(name)
        default: return nil
        }
    }
}
