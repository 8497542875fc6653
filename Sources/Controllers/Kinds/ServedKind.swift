import Client
import Objects

/// A kind of object that the server keeps.
struct ServedKind: Sendable {
    /// In the version that the server prefers.
    let resource: ResourceName
    let kind: String
    let isNamespaced: Bool
    /// All versions that it is served in: references may be in any of them.
    let versions: [String]
}

extension ServedKind {
    /// The kinds that can be listed, watched and deleted, each once: in the version that its group prefers among those that
    /// have it, since all versions show the same objects. Pure.
    ///
    /// - Parameter groups: as discovery lists them, their versions in the order of preference.
    static func all(in groups: [APIDiscovery.APIGroupDiscovery]) -> [ServedKind] {
        var kinds: [ServedKind] = []
        for group in groups {
            var versions: [String: [String]] = [:]
            for version in group.versions {
                for resource in version.resources where needed.isSubset(of: resource.verbs) {
                    versions[resource.resource, default: []].append(version.version)
                }
            }
            for version in group.versions {
                for resource in version.resources
                where versions[resource.resource]?.first == version.version {
                    let name = ResourceName(
                        group: group.metadata.name, version: version.version, plural: resource.resource)
                    kinds.append(
                        ServedKind(
                            resource: name, kind: resource.responseKind?.kind ?? "",
                            isNamespaced: resource.scope == "Namespaced", versions: versions[resource.resource] ?? []))
                }
            }
        }
        return kinds
    }

    private static let needed: Set<String> = ["list", "watch", "delete"]
}

extension ClusterClient {
    /// All kinds that can be listed, watched and deleted, as the server's discovery says.
    func servedKinds() async throws(ClientError) -> [ServedKind] {
        let core = try await groups(at: "/api")
        return ServedKind.all(in: core + (try await groups(at: "/apis")))
    }

    /// Groups with all that is in them, in one document (`apidiscovery.k8s.io/v2`).
    private func groups(at path: String) async throws(ClientError) -> [APIDiscovery.APIGroupDiscovery] {
        let form = "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList"
        let bytes = try await rest(path: path, accept: form)
        do throws(DecodingError) {
            let decoded = try JSONDecoder.decode(bytes, as: APIDiscovery.APIGroupDiscoveryList.descriptor)
            let found = APIDiscovery.APIGroupDiscoveryList(decoded.message).items
            // Some other document: nothing must be taken for gone.
            guard !found.isEmpty else { throw DecodingError(message: "it names no groups") }
            return found
        } catch { throw ClientError(.internal, "the server's discovery at \(path) cannot be read: \(error)") }
    }

    /// An object's metadata, whatever its kind: each kind has it at the same place.
    func metadata(_ resource: ResourceName, _ key: ObjectKey) async throws(ClientError) -> Meta.ObjectMeta {
        Meta.PartialObjectMetadata(try await get(resource, key, as: Meta.PartialObjectMetadata.descriptor)).metadata
    }
}
