import Resources
import WatchCache

/// All resources that the server serves, found by path.
final class ResourceRegistry: Sendable {
    let resources: [ServedResource]
    private let byPath: [String: ServedResource]

    /// - Parameters:
    ///   - definitions: those that are stored before others that are versions of them.
    ///   - caches: of the definitions that have one, in their order.
    init(_ definitions: [ResourceDefinition], caches: [ResourceCache], admission: AdmissionChain) {
        var resources: [ServedResource] = []
        var byPath: [String: ServedResource] = [:]
        var caches = caches[...]
        for (index, definition) in definitions.enumerated() {
            let resource: ServedResource
            if let conversion = definition.conversion,
                let stored = resources.first(where: {
                    $0.definition.apiVersion == conversion.apiVersion
                        && $0.definition.storageName == definition.storageName
                })
            {
                resource = ServedResource(
                    index: index, definition: definition, stored: stored.definition, backing: stored.backing,
                    admission: admission)
            } else {
                let cache = definition.hasCache ? caches.popFirst() : nil
                resource = ServedResource(
                    index: index, definition: definition, stored: definition,
                    backing: cache.map { .stored($0) } ?? .computed, admission: admission)
            }
            resources.append(resource)
            byPath[Self.path(definition.group, definition.version, definition.plural)] = resource
        }
        self.resources = resources
        self.byPath = byPath
    }

    private static func path(_ group: String, _ version: String, _ plural: String) -> String {
        "\(group)/\(version)/\(plural)"
    }

    func find(group: String = "", version: String = "v1", _ plural: String) -> ServedResource? {
        byPath[Self.path(group, version, plural)]
    }

    /// Whether any version of the group is served; "" is the core group.
    func hasGroup(_ name: String) -> Bool { resources.contains { $0.definition.group == name } }

    var definitions: [ResourceDefinition] { resources.map(\.definition) }

    /// Groups and their versions in the order of declaration; the core group is "".
    var groupVersions: [(group: String, versions: [String])] {
        var result: [(group: String, versions: [String])] = []
        for definition in resources.map(\.definition) {
            if let at = result.firstIndex(where: { $0.group == definition.group }) {
                if !result[at].versions.contains(definition.version) { result[at].versions.append(definition.version) }
            } else {
                result.append((definition.group, [definition.version]))
            }
        }
        return result
    }
}
