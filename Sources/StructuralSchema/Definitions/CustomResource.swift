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
        for version in spec.versions { versions.append(try CustomVersion(version, of: spec)) }
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
    public let scale: ScaleRules?
    public let columns: [PrinterColumn]
    public let selectable: [MemberPath]

    init(
        _ version: APIExtensions.CustomResourceDefinitionVersion, of spec: APIExtensions.CustomResourceDefinitionSpec
    ) throws(SchemaError) {
        name = version.name
        apiVersion = "\(spec.group)/\(version.name)"
        isServed = version.served
        deprecationWarning = version.deprecated ? version.deprecationWarning ?? Self.warning(version.name, spec) : nil
        schema = try StructuralSchema(version.schema?.openAPIV3Schema ?? APIExtensions.JSONSchemaProps())
        hasStatus = version.subresources?.status != nil
        scale = version.subresources?.scale.map(ScaleRules.init)
        let columns = version.additionalPrinterColumns
        self.columns = columns.isEmpty ? [PrinterColumn.age] : columns.map(PrinterColumn.init)
        selectable = version.selectableFields.map { MemberPath($0.jsonPath) }
    }

    /// What is said of a deprecated version that says nothing itself: the newest version that is not takes its place.
    private static func warning(_ version: String, _ spec: APIExtensions.CustomResourceDefinitionSpec) -> String {
        let kind = spec.names.kind
        let text = "\(spec.group)/\(version) \(kind) is deprecated"
        let old = VersionName(version)
        let others = spec.versions.filter { $0.served && !$0.deprecated }.map { VersionName($0.name) }
        guard let best = others.filter({ old < $0 }).max() else { return text }
        return "\(text); use \(spec.group)/\(best.text) \(kind)"
    }
}
