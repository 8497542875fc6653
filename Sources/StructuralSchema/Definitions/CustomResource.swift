public import Objects

/// A custom resource as it is served: what is needed of its definition, ready for use.
public struct CustomResource: Sendable {
    public let group: String
    public let names: APIExtensions.CustomResourceDefinitionNames
    public let isNamespaced: Bool
    /// In the definition's order.
    public let versions: [CustomVersion]
    /// What objects are stored as.
    public let storage: CustomVersion
    /// The definition that it comes from.
    public let uid: String

    /// - Throws: when the definition has no storage version or a schema that cannot be read.
    public init(_ definition: APIExtensions.CustomResourceDefinition) throws(SchemaError) {
        let spec = definition.spec
        group = spec.group
        names = definition.status.acceptedNames
        isNamespaced = spec.scope != "Cluster"
        uid = definition.metadata.uid
        var versions: [CustomVersion] = []
        for version in spec.versions { versions.append(try CustomVersion(version, in: spec.group)) }
        self.versions = versions
        guard let at = spec.versions.firstIndex(where: \.storage) else {
            throw SchemaError("the definition has no storage version")
        }
        storage = versions[at]
    }

    /// What the schemas take in memory, about.
    public var byteCount: Int { versions.reduce(0) { $0 + $1.schema.byteCount } }
}

/// One version of a custom resource.
public struct CustomVersion: Sendable {
    public let name: String
    /// As objects carry it: `example.com/v1`.
    public let apiVersion: String
    public let isServed: Bool
    /// What clients of a deprecated version are told; nil: it is not deprecated.
    public let deprecationWarning: String?
    public let schema: StructuralSchema
    public let hasStatus: Bool
    public let scale: ScalePaths?
    public let columns: [PrinterColumn]
    public let selectable: [MemberPath]

    init(_ version: APIExtensions.CustomResourceDefinitionVersion, in group: String) throws(SchemaError) {
        name = version.name
        apiVersion = "\(group)/\(version.name)"
        isServed = version.served
        deprecationWarning =
            version.deprecated
            ? version.deprecationWarning ?? "\(group)/\(version.name) is deprecated" : nil
        schema = try StructuralSchema(version.schema?.openAPIV3Schema ?? APIExtensions.JSONSchemaProps())
        hasStatus = version.subresources?.status != nil
        scale = version.subresources?.scale.map(ScalePaths.init)
        let columns = version.additionalPrinterColumns
        self.columns = columns.isEmpty ? [PrinterColumn.age] : columns.map(PrinterColumn.init)
        selectable = version.selectableFields.map { MemberPath($0.jsonPath) }
    }
}

/// Where the scale of a custom object stands.
public struct ScalePaths: Sendable {
    public let specReplicas: MemberPath
    public let statusReplicas: MemberPath
    public let labelSelector: MemberPath?

    init(_ scale: APIExtensions.CustomResourceSubresourceScale) {
        specReplicas = MemberPath(scale.specReplicasPath)
        statusReplicas = MemberPath(scale.statusReplicasPath)
        labelSelector = scale.labelSelectorPath.flatMap { $0.isEmpty ? nil : MemberPath($0) }
    }

    /// What breaks the rules for replicas and selectors of an object that has a scale.
    public func problems(of object: Value) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        for path in [specReplicas, statusReplicas] {
            do throws(MemberPath.AccessError) {
                let replicas = try path.integer(in: object) ?? 0
                if replicas < 0 {
                    problems.append(.invalid(path.text, String(replicas), "should be a non-negative integer"))
                } else if replicas > Int(Int32.max) {
                    problems.append(
                        .invalid(path.text, String(replicas), "should be less than or equal to \(Int32.max)"))
                }
            } catch { problems.append(.invalid(path.text, "0", error.description)) }
        }
        if let labelSelector {
            do throws(MemberPath.AccessError) { _ = try labelSelector.string(in: object) } catch {
                problems.append(.invalid(labelSelector.text, "\"\"", error.description))
            }
        }
        return problems
    }
}

/// A column of tables beside the name.
public struct PrinterColumn: Sendable {
    public let name: String
    /// `integer`, `number`, `string`, `boolean`, `date`.
    public let type: String
    public let format: String
    public let description: String
    public let priority: Int
    public let path: JSONPath?

    init(_ column: APIExtensions.CustomResourceColumnDefinition) {
        name = column.name
        type = column.type
        format = column.format
        description = column.description_
        priority = column.priority
        path = JSONPath(column.jsonPath)
    }

    /// What resources have that name no columns.
    static let age: PrinterColumn = {
        var column = APIExtensions.CustomResourceColumnDefinition()
        column.name = "Age"
        column.type = "date"
        column.description_ = "When the object was made: how long it has been there."
        column.jsonPath = ".metadata.creationTimestamp"
        return PrinterColumn(column)
    }()

    /// What the column shows of an object.
    ///
    /// - Parameter age: how old something from that time is, as tables show it.
    public func cell(of object: Value, age: (Timestamp) -> String) -> Value {
        guard let found = path?.find(in: object).first else { return .null }
        switch (type, found) {
        case ("string", .null): return .null
        case ("string", .string): return found
        case ("string", .list), ("string", .map), ("string", .double):
            return .string(String(decoding: FreeValue.text(found), as: UTF8.self))
        case ("string", _): return .string(FreeValue.goText(found))
        case ("integer", .int), ("number", .int), ("number", .double), ("boolean", .bool): return found
        case ("integer", .double(let number)):
            return Int(exactly: number.rounded(.towardZero)).map { .int($0) } ?? .null
        case ("date", .string(let text)):
            guard let time = try? Timestamp(rfc3339: text) else { return .string("<invalid>") }
            return .string(age(time))
        default: return .null
        }
    }
}
