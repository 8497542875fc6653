import Client
import Objects

extension Meta.ObjectMeta {
    /// The one owner that manages this object.
    var controllerReference: Meta.OwnerReference? { ownerReferences.first { $0.controller == true } }

    var isDeleting: Bool { deletionTimestamp != nil }
}

extension Meta.OwnerReference {
    /// A reference to the object's manager; a foreground deletion of the owner waits for the object.
    static func controller<T: ResourceView>(_ owner: T) -> Meta.OwnerReference {
        var reference = Meta.OwnerReference()
        reference.apiVersion = T.resource.apiVersion
        reference.kind = T.kind
        reference.name = owner.metadata.name
        reference.uid = owner.metadata.uid
        reference.controller = true
        reference.blockOwnerDeletion = true
        return reference
    }
}

/// How informers' stores index objects by their manager.
enum OwnerIndex {
    /// By the uid of the controller; objects without one by `orphans(in:)`.
    static let name = "controller"

    static func keys<T: ResourceView>(of object: T) -> [String] {
        let metadata = object.metadata
        return [metadata.controllerReference?.uid ?? orphans(in: metadata.namespace)]
    }

    /// A key that no uid can be, for objects that nobody manages.
    static func orphans(in namespace: String) -> String { "orphans/\(namespace)" }
}
