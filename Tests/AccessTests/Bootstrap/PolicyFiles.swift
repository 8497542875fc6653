import Glibc
import Objects
import Testing
import Wire

@testable import Access

/// Kubernetes' own bootstrap roles and bindings, as its repository has them.
enum PolicyFiles {
    static let names = [
        "cluster-roles", "controller-roles", "namespace-roles", "cluster-role-bindings", "controller-role-bindings",
        "namespace-role-bindings",
    ]

    private static let folder = #filePath.replacing("Bootstrap/PolicyFiles.swift", with: "Policy")

    struct Unreadable: Error {}

    /// The objects of a file, each with its kind.
    static func objects(_ name: String) throws -> [BootstrapPolicy.Item] {
        let file = try #require(fopen("\(folder)/\(name).yaml", "r"), "\(name).yaml is among the test's resources")
        defer { fclose(file) }
        var text: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 64 << 10)
        while case let count = fread(&chunk, 1, chunk.count, file), count > 0 { text += chunk[..<count] }
        let json = try YAMLReader.single(text).json
        var reader = JSONReader(json)
        var items: [BootstrapPolicy.Item] = []
        try reader.beginObject()
        while let (range, escapes) = try reader.nextKey() {
            guard try reader.text(range, hasEscapes: escapes) == "items" else {
                _ = try reader.skipValue()
                continue
            }
            try reader.beginArray()
            while try reader.nextElement() {
                let object = Array(json[try reader.skipValue()])
                items.append(try item(object))
            }
        }
        return items
    }

    private static func item(_ json: [UInt8]) throws -> BootstrapPolicy.Item {
        func read(_ type: MessageDescriptor) throws -> Message {
            let decoded = try JSONDecoder.decode(json, as: type)
            try #require(decoded.problems.isEmpty)
            return decoded.message
        }
        switch try TypeMeta(scanning: json).kind {
        case "ClusterRole": return .clusterRole(Rbac.ClusterRole(try read(Rbac.ClusterRole.descriptor)))
        case "Role": return .role(Rbac.Role(try read(Rbac.Role.descriptor)))
        case "ClusterRoleBinding":
            return .clusterRoleBinding(Rbac.ClusterRoleBinding(try read(Rbac.ClusterRoleBinding.descriptor)))
        case "RoleBinding": return .roleBinding(Rbac.RoleBinding(try read(Rbac.RoleBinding.descriptor)))
        default: throw Unreadable()
        }
    }
}
