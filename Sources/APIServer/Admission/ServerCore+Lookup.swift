import Objects
import Resources
import Store
import WatchCache

/// What plugins look up: other objects, as new as any acknowledged write.
extension ServerCore {
    /// All objects of a resource in a namespace ("" for cluster-wide resources and for all namespaces); empty where the
    /// resource is not served.
    func objects(_ plural: String, of group: String = "", version: String = "v1", in namespace: String = "")
        async throws(APIError) -> [Message]
    {
        guard let resource = registry.find(group: group, version: version, plural), let cache = resource.cache else {
            return []
        }
        try await catchUp()
        let snapshot = cache.snapshot()
        let prefix = cache.resource.prefix(namespace: namespace)
        var found: [Message] = []
        for object in snapshot.objects.objects(in: KeyRange(prefix: prefix)) {
            found.append(try StoredObject(object).message(resource.stored.type))
        }
        return found
    }

    /// One object; nil: it is not there, or its resource is not served.
    func object(
        _ plural: String, of group: String = "", version: String = "v1", namespace: String = "", name: String
    ) async throws(APIError) -> Message? {
        guard let resource = registry.find(group: group, version: version, plural), let cache = resource.cache else {
            return nil
        }
        try await catchUp()
        guard let found = cache.find(namespace: namespace, name: name) else { return nil }
        return try StoredObject(found).message(resource.stored.type)
    }
}
