import Objects
import Resources
import Wire

/// What `/` answers: the paths that the server has (meta/v1 `RootPaths`).
enum RootPaths {
    private static let others =
        [
            "/.well-known/openid-configuration", "/api", "/apis", "/apis/", "/metrics", "/openapi/v2", "/openapi/v3",
            "/openapi/v3/", "/openid/v1/jwks", "/version",
        ] + DebugPages.names.map { "/\($0)" }

    static func isMeant(_ segments: [String]) -> Bool { segments.isEmpty || segments == ["index.html"] }

    static func answer(_ registry: ResourceRegistry) -> Answer {
        let paths = all(registry)
        var writer = JSONWriter(pretty: true, capacity: 64 * paths.count)
        FreeValue.write(.map(["paths": .list(paths.map { .string($0) })]), to: &writer)
        return Answer(contentType: "application/json", body: writer.bytes)
    }

    static func all(_ registry: ResourceRegistry) -> [String] {
        var paths = Set(others)
        for kind in HealthFace.kinds {
            paths.insert("/\(kind)")
            for check in HealthFace.names(of: kind) { paths.insert("/\(kind)/\(check)") }
        }
        for definition in registry.definitions {
            guard !definition.group.isEmpty else {
                paths.insert("/api/\(definition.version)")
                continue
            }
            paths.insert("/apis/\(definition.group)")
            paths.insert("/apis/\(definition.apiVersion)")
        }
        return paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}
