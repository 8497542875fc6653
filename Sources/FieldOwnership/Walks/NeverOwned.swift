import Objects

/// Fields that nobody owns: what names an object, and what the server alone writes.
struct NeverOwned: Sendable {
    let names: [String]
    /// The same as a bit for each position in the type's fields.
    let positions: UInt64
    /// What is beside them has a member `metadata` with a list of its own.
    let hasMetadata: Bool

    static let topLevel = NeverOwned(names: ["apiVersion", "kind"], positions: 0, hasMetadata: true)

    static let metadata: NeverOwned = {
        let names = [
            "clusterName", "creationTimestamp", "generation", "managedFields", "name", "namespace", "resourceVersion",
            "selfLink", "uid",
        ]
        let positions = names.compactMap { Meta.ObjectMeta.descriptor.position(of: $0) }
        return NeverOwned(
            names: names, positions: positions.reduce(0) { $0 | 1 << UInt64($1) }, hasMetadata: false)
    }()

    /// The same as a set, for what a configuration claims.
    static let set: FieldSet = FieldSet(
        topLevel.names.map { [.field($0)] } + [[.field("metadata")]]
            + metadata.names.map { [.field("metadata"), .field($0)] })
}
