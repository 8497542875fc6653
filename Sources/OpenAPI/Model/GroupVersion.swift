/// A group of the API and one of its versions.
public struct GroupVersion: Sendable, Hashable, Comparable {
    /// "" for the core group.
    public let group: String
    public let version: String

    public init(group: String, version: String) {
        self.group = group
        self.version = version
    }

    /// From an object's `apiVersion`: `v1`, `apps/v1`.
    init(apiVersion: String) {
        let parts = apiVersion.split(separator: "/", maxSplits: 1)
        if parts.count == 2 {
            self.init(group: String(parts[0]), version: String(parts[1]))
        } else {
            self.init(group: "", version: apiVersion)
        }
    }

    /// Without the leading slash: `api/v1`, `apis/apps/v1`, as the index of OpenAPI v3 names documents.
    public var path: String { group.isEmpty ? "api/\(version)" : "apis/\(group)/\(version)" }

    /// `core_v1`, `rbacAuthorization_v1`: what groups operations in documentation.
    var tag: String {
        let words = groupWords
        let head = words.first.map { $0 } ?? "core"
        return head + words.dropFirst().map(capitalized).joined() + "_\(version)"
    }

    /// `CoreV1`, `RbacAuthorizationV1`: a part of the names of operations.
    var identifier: String { groupIdentifier + capitalized(version) }
    var groupIdentifier: String { group.isEmpty ? "Core" : groupWords.map(capitalized).joined() }

    /// A group's labels; those of Kubernetes' own groups end before `k8s.io`.
    private var groupWords: [String] {
        let own = group.hasSuffix(".k8s.io") ? String(group.dropLast(7)) : group
        return own.split(separator: ".").map { label in
            // A name must be an identifier in the languages that clients are generated for.
            label.split(separator: "-").enumerated().map { $0 == 0 ? String($1) : capitalized(String($1)) }.joined()
        }
    }

    public static func < (one: GroupVersion, other: GroupVersion) -> Bool {
        (one.group, one.version) < (other.group, other.version)
    }
}

/// Names a kind, as `x-kubernetes-group-version-kind` does.
struct GroupVersionKind: Hashable {
    let group: String
    let version: String
    let kind: String
}

/// With a large first letter.
func capitalized(_ word: String) -> String { word.prefix(1).uppercased() + word.dropFirst() }
