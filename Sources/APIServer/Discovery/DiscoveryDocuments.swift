import Access
import Objects
import Resources
import Wire

/// What the server serves, as the documents that clients know (Kubernetes API concepts, "API discovery").
struct DiscoveryDocuments: Sendable {
    let definitions: [ResourceDefinition]

    struct Group: Sendable {
        /// "" for the core group.
        let name: String
        /// The preferred one first.
        let versions: [String]
    }

    /// In the order of their priorities, the core group among them.
    var groups: [Group] {
        var versions: [String: Set<String>] = [:]
        for definition in definitions { versions[definition.group, default: []].insert(definition.version) }
        return versions.keys.sorted(by: GroupOrder.precedes).map { name in
            Group(name: name, versions: (versions[name] ?? []).sorted(by: GroupOrder.versionPrecedes))
        }
    }

    /// By name; a resource's subresources follow it.
    private func resources(_ group: String, _ version: String) -> [ResourceDefinition] {
        definitions.filter { $0.group == group && $0.version == version }.sorted { $0.plural < $1.plural }
    }

    // MARK: One document a group, one a version

    static func coreVersions(_ address: String) -> Message {
        var range = Meta.ServerAddressByClientCIDR()
        range.clientCIDR = "0.0.0.0/0"
        range.serverAddress = address
        var document = Meta.APIVersions()
        document.versions = ["v1"]
        document.serverAddressByClientCIDRs = [range]
        return document.message
    }

    var groupList: Message {
        var document = Meta.APIGroupList()
        document.groups = groups.filter { !$0.name.isEmpty }.map(Self.group)
        return document.message
    }

    /// Nil: there is no such group.
    func group(_ name: String) -> Message? {
        groups.first { $0.name == name && !name.isEmpty }.map { Self.group($0).message }
    }

    private static func group(_ group: Group) -> Meta.APIGroup {
        var document = Meta.APIGroup()
        document.name = group.name
        document.versions = group.versions.map { name in
            var version = Meta.GroupVersionForDiscovery()
            version.groupVersion = "\(group.name)/\(name)"
            version.version = name
            return version
        }
        if let first = document.versions.first { document.preferredVersion = first }
        return document
    }

    /// Nil: there is no such version.
    func resourceList(_ group: String, _ version: String) -> Message? {
        let found = resources(group, version)
        guard let first = found.first else { return nil }
        var document = Meta.APIResourceList()
        document.groupVersion = first.apiVersion
        document.resources = found.flatMap { definition in
            [entry(definition)] + definition.subresources.map { entry($0, definition) }
        }
        return document.message
    }

    private func entry(_ definition: ResourceDefinition) -> Meta.APIResource {
        var entry = Meta.APIResource()
        entry.name = definition.plural
        entry.singularName = definition.singular
        entry.namespaced = definition.isNamespaced
        entry.kind = definition.kind
        entry.verbs = definition.verbs.map(\.rawValue)
        entry.shortNames = definition.shortNames
        entry.categories = definition.categories
        entry.storageVersionHash = definition.storageVersionHash
        return entry
    }

    private func entry(_ subresource: Subresource, _ definition: ResourceDefinition) -> Meta.APIResource {
        let kind = subresource.kind(on: definition)
        var entry = Meta.APIResource()
        entry.name = "\(definition.plural)/\(subresource.rawValue)"
        entry.namespaced = definition.isNamespaced
        if kind.group != definition.group {
            entry.group = kind.group
            entry.version = kind.version
        }
        entry.kind = kind.kind
        entry.verbs = subresource.verbs
        return entry
    }

    // MARK: All in one

    /// - Parameter core: the core group alone, or all others.
    func aggregated(core: Bool) -> Message {
        var document = APIDiscovery.APIGroupDiscoveryList()
        document.items = groups.filter { $0.name.isEmpty == core }.map { group in
            var item = APIDiscovery.APIGroupDiscovery()
            item.metadata.name = group.name
            item.versions = group.versions.map { name in
                var version = APIDiscovery.APIVersionDiscovery()
                version.version = name
                version.resources = resources(group.name, name).map(aggregated)
                version.freshness = "Current"
                return version
            }
            return item
        }
        return document.message
    }

    private func aggregated(_ definition: ResourceDefinition) -> APIDiscovery.APIResourceDiscovery {
        var resource = APIDiscovery.APIResourceDiscovery()
        resource.resource = definition.plural
        resource.responseKind = kind("", "", definition.kind)
        resource.scope = definition.isNamespaced ? "Namespaced" : "Cluster"
        resource.singularResource = definition.singular
        resource.verbs = definition.verbs.map(\.rawValue)
        resource.shortNames = definition.shortNames
        resource.categories = definition.categories
        resource.subresources = definition.subresources.map { subresource in
            let found = subresource.kind(on: definition)
            let isOwn = found.group == definition.group
            var part = APIDiscovery.APISubresourceDiscovery()
            part.subresource = subresource.rawValue
            part.responseKind = isOwn ? kind("", "", found.kind) : kind(found.group, found.version, found.kind)
            part.verbs = subresource.verbs
            return part
        }
        return resource
    }

    /// Group and version are left open where they are the document's own.
    private func kind(_ group: String, _ version: String, _ kind: String) -> Meta.GroupVersionKind {
        var found = Meta.GroupVersionKind()
        found.group = group
        found.version = version
        found.kind = kind
        return found
    }
}

extension ResourceDefinition {
    /// Changes when objects are stored as another version; empty for what is not stored.
    var storageVersionHash: String {
        guard !traits.contains(.isComputed), verbs.contains(.create), verbs.contains(.get) else { return "" }
        let stored = conversion?.apiVersion ?? apiVersion
        // The core group's name is empty, and its slash stays.
        let name = stored.contains("/") ? "\(stored)/\(kind)" : "/\(stored)/\(kind)"
        return Base64.encode(Array(SHA256.digest(Array(name.utf8)).prefix(8)))
    }
}
