public import Objects

/// Ownership of the one field that an object and its `scale` have in common: how many replicas.
///
/// A Scale has no entries of its own. Those of its object that own the number count as the Scale's while it is written,
/// and what has become of them goes back to the object.
public struct ScaleOwnership: Sendable {
    /// Where the object has the number.
    let replicas: FieldPath
    let apiVersion: String

    private static let replicasInScale: FieldPath = [.field("spec"), .field("replicas")]
    public static let typeMeta = TypeMeta(apiVersion: "autoscaling/v1", kind: "Scale")

    /// What rules the writing of the Scale itself.
    public static let ofScale = FieldOwnership(
        AutoscalingV1.Scale.descriptor, as: typeMeta, subresource: "scale",
        reset: FieldSet([[.field("status")]]))

    /// - Parameters:
    ///   - replicas: names on the way to the number in the object, such as `spec` and `replicas`.
    ///   - apiVersion: the object's.
    public init(replicas: [String], apiVersion: String) {
        self.replicas = replicas.map(PathElement.field)
        self.apiVersion = apiVersion
    }

    /// The Scale's entries: one for each of the object's that owns the number.
    public func entries(ofObject held: [Meta.ManagedFieldsEntry]) -> [Meta.ManagedFieldsEntry] {
        guard let managers = try? Managers(held) else { return [] }
        var scale = Managers()
        for manager in managers.all {
            guard let fields = try? manager.fields(), fields.contains(replicas) else { continue }
            scale.set(
                FieldSet([Self.replicasInScale]), of: Self.identity(manager.identity, Self.typeMeta.apiVersion),
                apiVersion: Self.typeMeta.apiVersion, at: manager.time)
        }
        return scale.entries
    }

    /// The object's entries once the Scale's are these. Who owns the number by its Scale has no time, as in Kubernetes.
    public func entries(
        ofObject held: [Meta.ManagedFieldsEntry], scale: [Meta.ManagedFieldsEntry]
    ) -> [Meta.ManagedFieldsEntry] {
        guard var managers = try? Managers(held), let written = try? Managers(scale) else { return held }
        let path = FieldSet([replicas])
        var owners = written.all.map(\.identity)
        for manager in managers.all {
            guard let fields = try? manager.fields(), fields.contains(replicas) else { continue }
            if let at = owners.firstIndex(of: Self.identity(manager.identity, Self.typeMeta.apiVersion)) {
                owners.remove(at: at)
            } else {
                managers.set(
                    fields.subtracting(path), of: manager.identity, apiVersion: manager.apiVersion, at: manager.time)
            }
        }
        for owner in owners {
            let identity = Self.identity(owner, apiVersion)
            let time = managers[identity]?.time
            do { try managers.give(path, to: identity, apiVersion: apiVersion, at: time) } catch { return held }
        }
        return managers.isChanged ? managers.entries : held
    }

    private static func identity(_ other: ManagerIdentity, _ apiVersion: String) -> ManagerIdentity {
        ManagerIdentity(
            name: other.name, operation: other.operation, apiVersion: apiVersion, subresource: other.subresource)
    }
}
