/// All resources that the server serves, found by path and by kind.
public struct ResourceRegistry: Sendable {
    public let definitions: [ResourceDefinition]
    private let byPath: [String: Int]

    public init(_ definitions: [ResourceDefinition]) {
        self.definitions = definitions
        var byPath: [String: Int] = [:]
        for (index, definition) in definitions.enumerated() {
            byPath["\(definition.group)/\(definition.version)/\(definition.plural)"] = index
        }
        self.byPath = byPath
    }

    public func index(group: String, version: String, plural: String) -> Int? {
        byPath["\(group)/\(version)/\(plural)"]
    }

    /// Groups and their versions in the order of declaration; the core group is "".
    var groupVersions: [(group: String, versions: [String])] {
        var result: [(group: String, versions: [String])] = []
        for definition in definitions {
            if let at = result.firstIndex(where: { $0.group == definition.group }) {
                if !result[at].versions.contains(definition.version) { result[at].versions.append(definition.version) }
            } else {
                result.append((definition.group, [definition.version]))
            }
        }
        return result
    }
}
