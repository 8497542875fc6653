import Objects
import Resources
import WatchCache

/// What every cluster has from its beginning, made by the API server itself so that it can be used alone. What is there
/// stays as it is.
enum SystemObjects {
    private static let namespaces = ["default", "kube-node-lease", "kube-public", "kube-system"]

    private struct Wanted: Sendable {
        let operations: ResourceOperations
        let object: Message
        let manager: String
    }

    static func make(_ core: ServerCore) async throws(APIError) {
        var wanted: [Wanted] = []
        func want(_ group: String, _ plural: String, _ objects: [Message], by manager: String = "") {
            guard let operations = core.operations(of: plural, group) else { return }
            for object in objects
            where operations.cache.find(namespace: "", name: Metadata(of: object).name) == nil {
                wanted.append(Wanted(operations: operations, object: object, manager: manager))
            }
        }
        want("", "namespaces", namespaces.map(namespace))
        want(
            "flowcontrol.apiserver.k8s.io", "prioritylevelconfigurations",
            (FlowControlBootstrap.mandatoryLevels + FlowControlBootstrap.suggestedLevels).map(\.message),
            by: FlowControlKeeper.producer)
        want(
            "flowcontrol.apiserver.k8s.io", "flowschemas",
            (FlowControlBootstrap.mandatorySchemas + FlowControlBootstrap.suggestedSchemas).map(\.message),
            by: FlowControlKeeper.producer)
        want("scheduling.k8s.io", "priorityclasses", PriorityClassRules.systemClasses.map(\.message))
        want("networking.k8s.io", "servicecidrs", [ServiceSystem.block(core.services.ranges)])
        want("apiregistration.k8s.io", "apiservices", LocalAPIServices.objects(core.registry.definitions))
        try await make(wanted)
        try await ServiceSystem.settle(core)
    }

    /// Those of the namespaces that somebody has deleted.
    static func makeNamespaces(_ core: ServerCore) async throws(APIError) {
        guard let operations = core.operations(of: "namespaces") else { return }
        let missing = namespaces.filter { operations.cache.find(namespace: "", name: $0) == nil }
        try await make(missing.map { Wanted(operations: operations, object: namespace($0), manager: "") })
    }

    /// All at once, so that the store makes them durable together.
    private static func make(_ wanted: [Wanted]) async throws(APIError) {
        let failures = await withTaskGroup(of: APIError?.self) { group in
            for item in wanted {
                group.addTask {
                    do throws(APIError) {
                        _ = try await item.operations.create(
                            item.object, namespace: "",
                            options: WriteOptions(caller: .server, fieldManager: item.manager))
                        return nil
                    } catch { return error.reason == "AlreadyExists" ? nil : error }
                }
            }
            return await group.reduce(into: [APIError]()) { if let error = $1 { $0.append(error) } }
        }
        if let first = failures.first { throw first }
    }

    private static func namespace(_ name: String) -> Message {
        var namespace = Core.Namespace()
        namespace.metadata.name = name
        return namespace.message
    }
}
