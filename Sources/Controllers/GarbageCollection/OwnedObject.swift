import Client
import Objects

/// What garbage collection knows of an object.
struct OwnedObject: Sendable, Equatable {
    /// Its dependents are deleted before it, as a foreground deletion asks.
    static let foregroundFinalizer = "foregroundDeletion"
    /// Its dependents lose their reference to it before it goes.
    static let orphanFinalizer = "orphan"

    struct Owner: Sendable, Hashable {
        var apiVersion: String
        var kind: String
        var name: String
        var uid: String
        /// The owner's foreground deletion waits for this object.
        var blocksDeletion: Bool
    }

    var resource: ResourceName
    var key: ObjectKey
    var uid: String
    var owners: [Owner]
    var isDeleting: Bool
    var finalizers: [String]

    init(_ resource: ResourceName, _ metadata: Meta.ObjectMeta) {
        self.resource = resource
        key = ObjectKey(namespace: metadata.namespace, name: metadata.name)
        uid = metadata.uid
        owners = metadata.ownerReferences.map {
            Owner(
                apiVersion: $0.apiVersion, kind: $0.kind, name: $0.name, uid: $0.uid,
                blocksDeletion: $0.blockOwnerDeletion ?? false)
        }
        isDeleting = metadata.isDeleting
        finalizers = metadata.finalizers
    }

    /// Whether a reference of the dependent leads here: to the name, in its own namespace unless this has none.
    func isNamed(by owner: Owner, of dependent: OwnedObject) -> Bool {
        key.name == owner.name && (key.namespace.isEmpty || key.namespace == dependent.key.namespace)
    }

    var isDeletingDependents: Bool { isDeleting && finalizers.contains(Self.foregroundFinalizer) }
    var isOrphaningDependents: Bool { isDeleting && finalizers.contains(Self.orphanFinalizer) }
}
