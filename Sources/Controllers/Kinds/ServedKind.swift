import Client
import Objects

/// A kind of object that the server keeps.
struct ServedKind: Sendable {
    /// In the version that the server prefers.
    let resource: ResourceName
    let kind: String
    let isNamespaced: Bool
    /// All versions of its group that are served: references may be in any of them.
    let versions: [String]
}

extension ClusterClient {
    /// All kinds that can be listed, watched and deleted, as the server's discovery says.
    func servedKinds() async throws(ClientError) -> [ServedKind] {
        var kinds = try await servedKinds(path: "/api/v1", group: "", version: "v1", of: ["v1"])
        let groups = Meta.APIGroupList(try await discovery("/apis", as: Meta.APIGroupList.descriptor))
        for group in groups.groups {
            // All versions of a group show the same objects.
            let preferred = group.preferredVersion.version
            guard let version = preferred.isEmpty ? group.versions.first?.version : preferred else { continue }
            kinds += try await servedKinds(
                path: "/apis/\(group.name)/\(version)", group: group.name, version: version,
                of: group.versions.map(\.version))
        }
        return kinds
    }

    private func servedKinds(
        path: String, group: String, version: String, of versions: [String]
    ) async throws(ClientError) -> [ServedKind] {
        let list = Meta.APIResourceList(try await discovery(path, as: Meta.APIResourceList.descriptor))
        return list.resources.compactMap { resource in
            guard !resource.name.contains("/"), Set(["list", "watch", "delete"]).isSubset(of: resource.verbs) else {
                return nil
            }
            return ServedKind(
                resource: ResourceName(group: group, version: version, plural: resource.name), kind: resource.kind,
                isNamespaced: resource.namespaced, versions: versions)
        }
    }

    private func discovery(_ path: String, as type: MessageDescriptor) async throws(ClientError) -> Message {
        let bytes = try await rest(path: path)
        do throws(DecodingError) { return try JSONDecoder.decode(bytes, as: type).message } catch {
            throw ClientError(.internal, "the server's discovery at \(path) cannot be read: \(error)")
        }
    }

    /// An object's metadata, whatever its kind: each kind has it at the same place.
    func metadata(_ resource: ResourceName, _ key: ObjectKey) async throws(ClientError) -> Meta.ObjectMeta {
        Meta.PartialObjectMetadata(try await get(resource, key, as: Meta.PartialObjectMetadata.descriptor)).metadata
    }
}
