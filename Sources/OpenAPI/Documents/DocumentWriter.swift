import Objects
import Wire

/// Writes documents as JSON: of one group's version, of a group's discovery, or of everything.
struct DocumentWriter {
    /// The Kubernetes release whose API is served.
    let release: String
    let resources: [DocumentedResource]

    /// What a document of OpenAPI v3 is about, as the index names it.
    enum Subject: Hashable {
        case resources(GroupVersion)
        /// A group's versions.
        case group(String)
        case groups
        case version
    }

    /// All documents of OpenAPI v3, in the order of their paths.
    var subjects: [(path: String, subject: Subject)] {
        var found: [(path: String, subject: Subject)] = [("apis", .groups), ("version", .version)]
        for group in Set(resources.map(\.group)) {
            found.append((group.isEmpty ? "api" : "apis/\(group)", .group(group)))
        }
        for version in groupVersions { found.append((version.path, .resources(version))) }
        return found.sorted { $0.path < $1.path }
    }

    /// What a document is made from: it changes only when this does.
    struct Basis: Equatable {
        var tokens: [Int] = []
        var builtinVersions: [GroupVersion] = []
    }

    func basis(of subject: Subject) -> Basis {
        guard case .resources(let version) = subject else { return Basis() }
        return Basis(
            tokens: resources.filter { $0.groupVersion == version }.map(\.token), builtinVersions: builtinVersions)
    }

    /// Those that are not of custom resources alone: the options of a deletion belong to each of them, whatever custom
    /// resources come and go.
    private var builtinVersions: [GroupVersion] {
        Set(resources.filter { !$0.schema.isCustom }.map(\.groupVersion)).sorted()
    }

    private var groupVersions: [GroupVersion] { Set(resources.map(\.groupVersion)).sorted() }

    func v3(_ subject: Subject) throws(WireError) -> [UInt8] {
        let descriptions = DescriptionTable()
        var planner = PathPlanner(descriptions: descriptions)
        switch subject {
        case .resources(let version):
            planner.addResources(of: version)
            for resource in resources where resource.groupVersion == version { planner.add(resource) }
        case .group(let group): planner.addVersions(of: group)
        case .groups: planner.addGroups()
        case .version: planner.addVersion()
        }
        var writer = JSONWriter(capacity: 1 << 16)
        writer.beginObject()
        writer.key("components")
        writer.beginObject()
        writer.key("schemas")
        try write(planner.schemas, .v3, descriptions, to: &writer)
        writer.key("securitySchemes")
        securitySchemes(to: &writer)
        writer.endObject()
        info(to: &writer)
        writer.member("openapi", "3.0.0")
        writer.key("paths")
        PathWriter(dialect: .v3).write(planner.paths, to: &writer)
        security(to: &writer)
        writer.endObject()
        return writer.bytes
    }

    func v2() throws(WireError) -> [UInt8] {
        let descriptions = DescriptionTable()
        var planner = PathPlanner(descriptions: descriptions)
        planner.addGroups()
        planner.addVersion()
        for group in Set(resources.map(\.group)) { planner.addVersions(of: group) }
        for version in groupVersions { planner.addResources(of: version) }
        for resource in resources { planner.add(resource) }
        var writer = JSONWriter(capacity: 1 << 20)
        writer.beginObject()
        writer.key("definitions")
        try write(planner.schemas, .v2, descriptions, to: &writer)
        info(to: &writer)
        writer.key("paths")
        PathWriter(dialect: .v2).write(planner.paths, to: &writer)
        security(to: &writer)
        writer.key("securityDefinitions")
        securitySchemes(to: &writer)
        writer.member("swagger", "2.0")
        writer.endObject()
        return writer.bytes
    }

    private func write(
        _ schemas: SchemaSet, _ dialect: Dialect, _ descriptions: DescriptionTable, to writer: inout JSONWriter
    ) throws(WireError) {
        let types = SchemaWriter(dialect: dialect, descriptions: descriptions, groupVersions: builtinVersions)
        let customs = CustomSchemaWriter(dialect: dialect)
        writer.beginObject()
        for (name, model) in schemas.sorted {
            writer.key(name)
            switch model {
            case .message(let type): types.write(type, to: &writer)
            case .special(let fullName, let kind): types.write(special: fullName, kind, to: &writer)
            case .custom(let resource, let custom):
                let mark = writer.mark
                do { try customs.write(resource, custom, to: &writer) } catch {
                    // One resource's schema must not cost all others their document: without it, anything goes.
                    writer.rewind(to: mark)
                    let open = CustomSchema(listKind: custom.listKind) { [] }
                    try customs.write(resource, open, to: &writer)
                }
            case .customList(let resource, let custom): customs.writeList(resource, custom, to: &writer)
            case .patch: types.writePatch(to: &writer)
            case .versionInfo: types.writeVersionInfo(to: &writer)
            }
        }
        writer.endObject()
    }

    private func info(to writer: inout JSONWriter) {
        writer.key("info")
        writer.beginObject()
        writer.member("title", "Kubernetes")
        writer.member("version", release)
        writer.endObject()
    }

    private func securitySchemes(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.key("BearerToken")
        writer.beginObject()
        writer.member("description", "A token: Authorization: Bearer TOKEN. Client certificates are taken as well.")
        writer.member("in", "header")
        writer.member("name", "authorization")
        writer.member("type", "apiKey")
        writer.endObject()
        writer.endObject()
    }

    private func security(to writer: inout JSONWriter) {
        writer.key("security")
        writer.beginArray()
        writer.beginObject()
        writer.member("BearerToken", [String]())
        writer.endObject()
        writer.endArray()
    }
}
