import Objects
import Resources
import Store

/// A cluster address that somebody has, as an object of its own (networking.k8s.io/v1 `IPAddress`): there is one key for
/// each address, so two cannot have the same.
enum AddressRecord {
    static let typeMeta = TypeMeta(apiVersion: "networking.k8s.io/v1", kind: "IPAddress")
    static let prefix = "/registry/ipaddresses/"
    private static let owner = "ipaddress.kubernetes.io/managed-by"
    private static let allocator = "ipallocator.k8s.io"

    static func key(_ address: String) -> [UInt8] { Array("\(prefix)\(address)".utf8) }

    static func value(_ address: IPAddress, namespace: String, service: String, now: Int64) -> [UInt8] {
        var record = Networking.IPAddress()
        record.metadata.name = address.description
        record.metadata.uid = RandomID.uuid()
        record.metadata.creationTimestamp = Timestamp(seconds: now)
        record.metadata.labels = [
            "ipaddress.kubernetes.io/ip-family": address.family.rawValue, owner: allocator,
        ]
        var parent = Networking.ParentReference()
        parent.resource = "services"
        parent.namespace = namespace
        parent.name = service
        record.spec.parentRef = parent
        return StoredObject(record.message, typeMeta: typeMeta, revision: .zero).value
    }

    /// The service that has the address, as `namespace/name`; nil: somebody else, or not given by the server.
    static func holder(_ record: Networking.IPAddress) -> String? {
        guard record.metadata.labels[owner] == allocator, let parent = record.spec.parentRef,
            parent.resource == "services", parent.group.isEmpty
        else { return nil }
        return "\(parent.namespace)/\(parent.name)"
    }
}
