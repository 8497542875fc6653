import Client
import Objects

/// A kind that the tool knows: its names and its columns.
struct KindInfo: Sendable {
    let resource: ResourceName
    let kind: String
    let singular: String
    let shortNames: [String]
    let isNamespaced: Bool
    let type: MessageDescriptor
    let columns: [Column]

    init<T: ResourceView>(_ type: T.Type, singular: String, shortNames: [String], columns: [Column]) {
        resource = T.resource
        kind = T.kind
        self.singular = singular
        self.shortNames = shortNames
        isNamespaced = T.isNamespaced
        self.type = T.descriptor
        self.columns = columns
    }

    var apiVersion: String { resource.apiVersion }
    var typeMeta: TypeMeta { TypeMeta(apiVersion: apiVersion, kind: kind) }
    /// As results name it: `pod`, `deployment.apps`.
    var shownName: String { resource.group.isEmpty ? singular : "\(singular).\(resource.group)" }

    func answers(to name: String) -> Bool {
        let name = name.lowercased()
        return name == resource.plural || name == singular || shortNames.contains(name) || name == resource.description
            || name == shownName
    }

    /// Every kind, in the order in which several are shown.
    static let all: [KindInfo] = [
        KindInfo(Core.Namespace.self, singular: "namespace", shortNames: ["ns"], columns: Columns.namespace),
        KindInfo(Core.Node.self, singular: "node", shortNames: ["no"], columns: Columns.node),
        KindInfo(Core.Pod.self, singular: "pod", shortNames: ["po"], columns: Columns.pod),
        KindInfo(Apps.Deployment.self, singular: "deployment", shortNames: ["deploy"], columns: Columns.deployment),
        KindInfo(Apps.ReplicaSet.self, singular: "replicaset", shortNames: ["rs"], columns: Columns.replicaSet),
        KindInfo(Core.ConfigMap.self, singular: "configmap", shortNames: ["cm"], columns: Columns.configMap),
        KindInfo(Core.Secret.self, singular: "secret", shortNames: [], columns: Columns.secret),
        KindInfo(Core.ServiceAccount.self, singular: "serviceaccount", shortNames: ["sa"], columns: Columns.nameAndAge),
        KindInfo(Coordination.Lease.self, singular: "lease", shortNames: [], columns: Columns.lease),
        KindInfo(Core.Event.self, singular: "event", shortNames: ["ev"], columns: Columns.event),
    ]

    /// What `all` stands for in `get all`: what a user's work consists of.
    static let workloads = ["pods", "deployments", "replicasets"]

    /// - Parameter name: plural, singular or short, in any case, with or without its group.
    static func named(_ name: String) throws(UsageError) -> KindInfo {
        if let found = all.first(where: { $0.answers(to: name) }) { return found }
        throw UsageError(
            "there is no kind \"\(name)\"; the kinds are " + all.map(\.resource.plural).joined(separator: ", "))
    }

    static func of(_ typeMeta: TypeMeta) -> KindInfo? {
        all.first { $0.kind == typeMeta.kind && $0.apiVersion == typeMeta.apiVersion }
    }
}
