import Client
import Objects

/// What is left in a namespace that is being deleted, and what its conditions say about it. Pure.
struct NamespaceEmptying: Sendable {
    /// Objects left, by kind.
    private(set) var remaining: [(resource: ResourceName, count: Int)] = []
    /// Finalizers that hold them.
    private(set) var finalizers: [(name: String, count: Int)] = []
    /// Kinds that could not be listed or deleted, and why.
    private(set) var failures: [String] = []

    mutating func found(_ resource: ResourceName, _ objects: [Meta.ObjectMeta]) {
        guard !objects.isEmpty else { return }
        remaining.append((resource, objects.count))
        for finalizer in objects.flatMap(\.finalizers) {
            if let index = finalizers.firstIndex(where: { $0.name == finalizer }) {
                finalizers[index].count += 1
            } else {
                finalizers.append((finalizer, 1))
            }
        }
    }

    mutating func failed(_ resource: ResourceName, _ message: String) { failures.append("\(resource): \(message)") }

    var isEmpty: Bool { remaining.isEmpty && failures.isEmpty }

    /// As `kubectl describe namespace` shows them, in Kubernetes' words: the core group's kinds end in its empty name.
    func conditions(_ old: [Core.NamespaceCondition], now: Timestamp) -> [Core.NamespaceCondition] {
        let content = remaining.map {
            "\($0.resource.plural).\($0.resource.group) has \($0.count) resource instances"
        }.sorted().joined(separator: ", ")
        let held = finalizers.map { "\($0.name) in \($0.count) resource instances" }.sorted().joined(separator: ", ")
        let wanted = [
            // Where nothing is left to others to serve, discovery does not fail by halves.
            condition(
                "NamespaceDeletionDiscoveryFailure", nil, "",
                good: ("ResourcesDiscovered", "All resources successfully discovered")),
            condition(
                "NamespaceDeletionGroupVersionParsingFailure", nil, "",
                good: ("ParsedGroupVersions", "All legacy kube types successfully parsed")),
            condition(
                "NamespaceDeletionContentFailure", failures.isEmpty ? nil : "ContentDeletionFailed",
                "Failed to delete all resource types, \(failures.count) remaining: \(failures.joined(separator: ", "))",
                good: ("ContentDeleted", "All content successfully deleted, may be waiting on finalization")),
            condition(
                "NamespaceContentRemaining", remaining.isEmpty ? nil : "SomeResourcesRemain",
                "Some resources are remaining: \(content)",
                good: ("ContentRemoved", "All content successfully removed")),
            condition(
                "NamespaceFinalizersRemaining", finalizers.isEmpty ? nil : "SomeFinalizersRemain",
                "Some content in the namespace has finalizers remaining: \(held)",
                good: ("ContentHasNoFinalizers", "All content-preserving finalizers finished")),
        ]
        let types = Set(wanted.map(\.type))
        return old.filter { !types.contains($0.type) }
            + wanted.map { new in
                var new = new
                let before = old.first { $0.type == new.type }
                new.lastTransitionTime = before?.status == new.status ? before?.lastTransitionTime : now
                return new
            }
    }

    private func condition(
        _ type: String, _ reason: String?, _ message: String, good: (reason: String, message: String)
    ) -> Core.NamespaceCondition {
        var condition = Core.NamespaceCondition()
        condition.type = type
        condition.status = reason == nil ? "False" : "True"
        condition.reason = reason ?? good.reason
        condition.message_ = reason == nil ? good.message : message
        return condition
    }
}
