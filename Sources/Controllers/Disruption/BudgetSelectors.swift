import Client
import Objects
import Synchronization

/// The selectors of all budgets, read once for each version of a budget: every change of a pod is held against those of its
/// namespace.
final class BudgetSelectors: Sendable {
    /// By namespace and name.
    private let selectors = Mutex<[String: [String: LabelSelector]]>([:])

    /// Takes in what has become of a budget. One without a selector, or with one that means nothing, selects no pods.
    func observe(_ change: Change<Policy.PodDisruptionBudget>) {
        let budget = change.object
        var selector: LabelSelector?
        if case .deleted = change {} else { selector = budget.spec.selector.flatMap { try? LabelSelector($0) } }
        let metadata = budget.metadata
        selectors.withLock { selectors in
            selectors[metadata.namespace, default: [:]][metadata.name] = selector
            if selectors[metadata.namespace]?.isEmpty == true { selectors[metadata.namespace] = nil }
        }
    }

    func budgets(selecting pod: Core.Pod) -> [ObjectKey] {
        let metadata = pod.metadata
        let known = selectors.withLock { $0[metadata.namespace] } ?? [:]
        guard !known.isEmpty else { return [] }
        let labels = metadata.labels
        return known.filter { $0.value.matches(labels) }.map { ObjectKey(namespace: metadata.namespace, name: $0.key) }
    }

    /// Nil: the budget selects no pods.
    subscript(budget: ObjectKey) -> LabelSelector? {
        selectors.withLock { $0[budget.namespace]?[budget.name] }
    }
}
