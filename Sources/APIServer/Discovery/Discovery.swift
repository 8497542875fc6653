import Wire
import Resources

/// The documents by which clients learn what the server serves (Kubernetes API concepts, "API discovery").
struct Discovery: Sendable {
    let registry: ResourceRegistry

    /// - Parameter segments: of a path that begins with `api` or `apis` and names no resource.
    func answer(_ segments: [String], accepted: Accepted, serverAddress: String) throws(APIError) -> Answer {
        let isAggregated = accepted.aggregatedDiscoveryVersion != nil
        switch (segments[0], segments.count) {
        case ("api", 1):
            return isAggregated ? aggregated(core: true, accepted) : .json(coreVersions(serverAddress))
        case ("apis", 1): return isAggregated ? aggregated(core: false, accepted) : .json(groupList())
        case ("api", 2): return .json(try resources(group: "", version: segments[1]))
        case ("apis", 2):
            guard let found = registry.groupVersions.first(where: { $0.group == segments[1] && !$0.group.isEmpty })
            else {
                return .text("404 page not found\n", status: 404)
            }
            var writer = JSONWriter()
            write(group: found.group, found.versions, typeMeta: true, to: &writer)
            return .json(writer.bytes)
        case ("apis", 3): return .json(try resources(group: segments[1], version: segments[2]))
        default: throw APIError.noSuchPath()
        }
    }

    private func coreVersions(_ address: String) -> [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        writer.key("kind")
        writer.string("APIVersions")
        writer.key("versions")
        writer.strings(["v1"])
        writer.key("serverAddressByClientCIDRs")
        writer.beginArray()
        writer.beginObject()
        writer.key("clientCIDR")
        writer.string("0.0.0.0/0")
        writer.key("serverAddress")
        writer.string(address)
        writer.endObject()
        writer.endArray()
        writer.endObject()
        return writer.bytes
    }

    private func groupList() -> [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        writer.key("kind")
        writer.string("APIGroupList")
        writer.key("apiVersion")
        writer.string("v1")
        writer.key("groups")
        writer.beginArray()
        for (group, versions) in registry.groupVersions where !group.isEmpty {
            write(group: group, versions, typeMeta: false, to: &writer)
        }
        writer.endArray()
        writer.endObject()
        return writer.bytes
    }

    private func write(group: String, _ versions: [String], typeMeta: Bool, to writer: inout JSONWriter) {
        func version(_ name: String, _ writer: inout JSONWriter) {
            writer.beginObject()
            writer.key("groupVersion")
            writer.string("\(group)/\(name)")
            writer.key("version")
            writer.string(name)
            writer.endObject()
        }
        writer.beginObject()
        if typeMeta {
            writer.key("kind")
            writer.string("APIGroup")
            writer.key("apiVersion")
            writer.string("v1")
        }
        writer.key("name")
        writer.string(group)
        writer.key("versions")
        writer.beginArray()
        for name in versions { version(name, &writer) }
        writer.endArray()
        writer.key("preferredVersion")
        version(versions[0], &writer)
        writer.endObject()
    }

    private func resources(group: String, version: String) throws(APIError) -> [UInt8] {
        let found = registry.definitions.filter { $0.group == group && $0.version == version }
            .sorted { $0.plural < $1.plural }
        guard !found.isEmpty else { throw APIError.noSuchPath() }
        var writer = JSONWriter(capacity: 8192)
        writer.beginObject()
        writer.key("kind")
        writer.string("APIResourceList")
        if !group.isEmpty {
            writer.key("apiVersion")
            writer.string("v1")
        }
        writer.key("groupVersion")
        writer.string(found[0].apiVersion)
        writer.key("resources")
        writer.beginArray()
        for definition in found {
            write(definition, to: &writer)
            for subresource in definition.subresources {
                write(subresource, definition, to: &writer)
            }
        }
        writer.endArray()
        writer.endObject()
        return writer.bytes
    }

    private func write(_ definition: ResourceDefinition, to writer: inout JSONWriter) {
        writer.beginObject()
        writer.key("name")
        writer.string(definition.plural)
        writer.key("singularName")
        writer.string(definition.singular)
        writer.key("namespaced")
        writer.bool(definition.isNamespaced)
        writer.key("kind")
        writer.string(definition.kind)
        writer.key("verbs")
        writer.strings(definition.verbs.map(\.rawValue))
        if !definition.shortNames.isEmpty {
            writer.key("shortNames")
            writer.strings(definition.shortNames)
        }
        if !definition.categories.isEmpty {
            writer.key("categories")
            writer.strings(definition.categories)
        }
        writer.endObject()
    }

    private func write(
        _ subresource: Subresource, _ definition: ResourceDefinition, to writer: inout JSONWriter
    ) {
        let kind = subresource.kind(on: definition)
        writer.beginObject()
        writer.key("name")
        writer.string("\(definition.plural)/\(subresource.rawValue)")
        writer.key("singularName")
        writer.string("")
        writer.key("namespaced")
        writer.bool(definition.isNamespaced)
        if kind.group != definition.group {
            writer.key("group")
            writer.string(kind.group)
            writer.key("version")
            writer.string(kind.version)
        }
        writer.key("kind")
        writer.string(kind.kind)
        writer.key("verbs")
        writer.strings(subresource.verbs)
        writer.endObject()
    }

    // MARK: Aggregated discovery (apidiscovery.k8s.io/v2)

    private func aggregated(core: Bool, _ accepted: Accepted) -> Answer {
        let version = accepted.aggregatedDiscoveryVersion ?? "v2"
        var writer = JSONWriter(capacity: 16384)
        writer.beginObject()
        writer.key("kind")
        writer.string("APIGroupDiscoveryList")
        writer.key("apiVersion")
        writer.string("apidiscovery.k8s.io/\(version)")
        writer.key("metadata")
        writer.beginObject()
        writer.endObject()
        writer.key("items")
        writer.beginArray()
        for (group, versions) in registry.groupVersions where group.isEmpty == core {
            writer.beginObject()
            writer.key("metadata")
            writer.beginObject()
            if !group.isEmpty {
                writer.key("name")
                writer.string(group)
            }
            writer.endObject()
            writer.key("versions")
            writer.beginArray()
            for name in versions { writeAggregated(group, name, to: &writer) }
            writer.endArray()
            writer.endObject()
        }
        writer.endArray()
        writer.endObject()
        return Answer(
            contentType: "application/json;g=apidiscovery.k8s.io;v=\(version);as=APIGroupDiscoveryList",
            body: writer.bytes)
    }

    private func writeAggregated(_ group: String, _ version: String, to writer: inout JSONWriter) {
        writer.beginObject()
        writer.key("version")
        writer.string(version)
        writer.key("resources")
        writer.beginArray()
        let found = registry.definitions.filter { $0.group == group && $0.version == version }.sorted {
            $0.plural < $1.plural
        }
        for definition in found {
            writer.beginObject()
            writer.key("resource")
            writer.string(definition.plural)
            write(responseKind: ("", "", definition.kind), to: &writer)
            writer.key("scope")
            writer.string(definition.isNamespaced ? "Namespaced" : "Cluster")
            writer.key("singularResource")
            writer.string(definition.singular)
            writer.key("verbs")
            writer.strings(definition.verbs.map(\.rawValue))
            if !definition.shortNames.isEmpty {
                writer.key("shortNames")
                writer.strings(definition.shortNames)
            }
            if !definition.categories.isEmpty {
                writer.key("categories")
                writer.strings(definition.categories)
            }
            if !definition.subresources.isEmpty {
                writer.key("subresources")
                writer.beginArray()
                for subresource in definition.subresources {
                    let kind = subresource.kind(on: definition)
                    writer.beginObject()
                    writer.key("subresource")
                    writer.string(subresource.rawValue)
                    write(
                        responseKind: kind.group == definition.group ? ("", "", kind.kind) : kind, to: &writer)
                    writer.key("verbs")
                    writer.strings(subresource.verbs)
                    writer.endObject()
                }
                writer.endArray()
            }
            writer.endObject()
        }
        writer.endArray()
        writer.key("freshness")
        writer.string("Current")
        writer.endObject()
    }

    private func write(responseKind kind: (group: String, version: String, kind: String), to writer: inout JSONWriter) {
        writer.key("responseKind")
        writer.beginObject()
        writer.key("group")
        writer.string(kind.group)
        writer.key("version")
        writer.string(kind.version)
        writer.key("kind")
        writer.string(kind.kind)
        writer.endObject()
    }
}

extension JSONWriter {
    mutating func strings(_ list: [String]) {
        beginArray()
        for text in list { string(text) }
        endArray()
    }
}
