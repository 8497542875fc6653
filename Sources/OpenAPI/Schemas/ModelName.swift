import Objects

/// What schemas are called: the reversed domain of where a type is defined, its package, version and name.
enum ModelName {
    /// Of a type that the program was built with: `k8s.io.api.apps.v1.Deployment` becomes `io.k8s.api.apps.v1.Deployment`.
    static func of(fullName: String) -> String {
        guard fullName.hasPrefix("k8s.io.") else { return fullName }
        let rest = fullName.dropFirst(7)
        guard let dot = rest.lastIndex(of: ".") else { return "io.k8s.\(rest)" }
        // A protobuf package cannot have the dashes of a Go module's name.
        return "io.k8s." + rest[..<dot].replacing("_", with: "-") + rest[dot...]
    }

    static func of(_ type: MessageDescriptor) -> String { of(fullName: type.fullName) }

    /// Of a custom resource: `stable.example.com`, `v1`, `CronTab` becomes `com.example.stable.v1.CronTab`.
    static func custom(_ group: String, _ version: String, _ kind: String) -> String {
        (group.split(separator: ".").reversed().map(String.init) + [version, kind]).joined(separator: ".")
    }

    static let meta = "io.k8s.apimachinery.pkg.apis.meta.v1."
    static let patch = meta + "Patch"
    static let versionInfo = "io.k8s.apimachinery.pkg.version.Info"
}
