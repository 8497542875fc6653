import Objects
import Resources

/// Removes a pod as far as its disruption budget allows (policy/v1 `Eviction`).
struct PodEviction: Action {
    let typeMeta = TypeMeta(apiVersion: "policy/v1", kind: "Eviction")
    let earlierVersions = ["policy/v1beta1"]
    /// How often the budget is read again when somebody else changes it meanwhile.
    private static let tries = 16

    func perform(_ request: ActionRequest, _ core: ServerCore) async throws(APIError) -> ActionAnswer {
        let eviction = Policy.Eviction(request.body)
        guard eviction.metadata.name.isEmpty || eviction.metadata.name == request.name else {
            throw APIError.badRequest("name in URL does not match name in Eviction object")
        }
        guard let pods = core.operations(of: "pods") else { throw APIError.noSuchPath() }
        var options = try Self.options(eviction, request.options)
        let asked = options.resourceVersion
        var isGuarded = false
        for attempt in 0..<Self.tries {
            let stored = try await pods.get(namespace: request.namespace, name: request.name)
            let pod = Core.Pod(try stored.message(pods.definition.type))
            options.resourceVersion = asked
            isGuarded = false
            if EvictionPlan.needsNoBudget(pod) {
                // A pod that is still to start might have become ready meanwhile: then its budget counts.
                if EvictionPlan.mayBecomeReady(pod), asked == nil {
                    options.resourceVersion = pod.metadata.resourceVersion
                    isGuarded = true
                }
            } else {
                let budget = try await self.budget(of: pod, core)
                guard let budget else { break }
                if try await spend(budget, on: pod, request.options, core) == .unready {
                    options.resourceVersion = asked ?? pod.metadata.resourceVersion
                    isGuarded = asked == nil
                }
            }
            do {
                _ = try await pods.delete(namespace: request.namespace, name: request.name, options: options)
                return .evicted
            } catch {
                guard error.code == 409, isGuarded, attempt + 1 < Self.tries else { throw error }
            }
        }
        _ = try await pods.delete(namespace: request.namespace, name: request.name, options: options)
        return .evicted
    }

    private static func options(
        _ eviction: Policy.Eviction, _ write: WriteOptions
    ) throws(APIError) -> DeleteOptions {
        var options = DeleteOptions(caller: write.caller)
        options.dryRun = write.dryRun
        guard let given = eviction.deleteOptions else { return options }
        options.gracePeriodSeconds = given.gracePeriodSeconds
        options.uid = given.preconditions?.uid
        options.resourceVersion = given.preconditions?.resourceVersion
        options.dryRun = write.dryRun || given.dryRun.contains("All")
        if let text = given.propagationPolicy {
            guard let policy = Propagation(rawValue: text) else {
                throw APIError.badRequest("invalid propagation policy: \(text)")
            }
            options.propagation = policy
        }
        return options
    }

    /// The budget that counts the pod; nil: none does.
    private func budget(of pod: Core.Pod, _ core: ServerCore) async throws(APIError) -> Policy.PodDisruptionBudget? {
        let budgets = try await core.objects(
            "poddisruptionbudgets", of: "policy", in: pod.metadata.namespace
        ).map { Policy.PodDisruptionBudget($0) }.filter { EvictionPlan.counts($0, pod) }
        guard budgets.count < 2 else {
            throw APIError(
                500, "",
                "This pod has more than one PodDisruptionBudget, which the eviction subresource does not support.")
        }
        return budgets.first
    }

    private enum Outcome { case spent, unready }

    private func spend(
        _ budget: Policy.PodDisruptionBudget, on pod: Core.Pod, _ options: WriteOptions, _ core: ServerCore
    ) async throws(APIError) -> Outcome {
        if EvictionPlan.isBesideTheBudget(pod, budget) { return .unready }
        guard let operations = core.operations(of: "poddisruptionbudgets", "policy") else {
            throw APIError.noSuchPath()
        }
        let now = core.now()
        let name = pod.metadata.name
        _ = try await operations.modify(
            namespace: budget.metadata.namespace, name: budget.metadata.name, subresource: .status, options: options
        ) { old throws(APIError) in
            try EvictionPlan.spend(Policy.PodDisruptionBudget(old), on: name, now: now).message
        }
        return .spent
    }
}

extension ActionAnswer {
    fileprivate static let evicted: ActionAnswer = {
        var status = Message(APIError.type)
        status["status"] = .string("Success")
        return ActionAnswer(message: status, typeMeta: APIError.typeMeta)
    }()
}

/// Whether a pod may be evicted, and what that costs its budget. Pure.
enum EvictionPlan {
    /// Evictions that the controller has not confirmed yet.
    private static let unconfirmedLimit = 2000
    private static let words = "Cannot evict pod as it would violate the pod's disruption budget."
    private static let cause = "DisruptionBudget"
    private static let condition = "DisruptionAllowed"

    /// Pods that do no work count for no budget.
    static func needsNoBudget(_ pod: Core.Pod) -> Bool {
        ["Succeeded", "Failed", "Pending"].contains(pod.status.phase) || pod.metadata.deletionTimestamp != nil
    }

    static func mayBecomeReady(_ pod: Core.Pod) -> Bool {
        pod.status.phase == "Pending" && pod.metadata.deletionTimestamp == nil
    }

    static func counts(_ budget: Policy.PodDisruptionBudget, _ pod: Core.Pod) -> Bool {
        guard let given = budget.spec.selector, let selector = try? LabelSelector(given) else { return false }
        let isEmpty = given.matchLabels.isEmpty && given.matchExpressions.isEmpty
        return !isEmpty && selector.matches(pod.metadata.labels)
    }

    /// Whether the pod goes without being counted: it is not ready, and either that does not matter to the budget or
    /// enough others are.
    static func isBesideTheBudget(_ pod: Core.Pod, _ budget: Policy.PodDisruptionBudget) -> Bool {
        let isReady = pod.status.conditions.contains { $0.type == "Ready" && $0.status == "True" }
        guard !isReady else { return false }
        if budget.spec.unhealthyPodEvictionPolicy == "AlwaysAllow" { return true }
        return budget.status.currentHealthy >= budget.status.desiredHealthy && budget.status.desiredHealthy > 0
    }

    /// The budget with one disruption less.
    static func spend(
        _ budget: Policy.PodDisruptionBudget, on pod: String, now: Int64
    ) throws(APIError) -> Policy.PodDisruptionBudget {
        let name = budget.metadata.name
        var status = budget.status
        guard status.observedGeneration >= budget.metadata.generation else {
            throw refusal("The disruption budget \(name) is still being processed by the server.", afterSeconds: 10)
        }
        if status.disruptionsAllowed < 0 {
            throw forbidden(name, "pdb disruptions allowed is negative")
        }
        if status.disruptedPods.count > unconfirmedLimit {
            throw forbidden(
                name, "DisruptedPods map too big - too many evictions not confirmed by PDB controller")
        }
        guard status.disruptionsAllowed > 0 else {
            throw refusal(
                "The disruption budget \(name) needs \(status.desiredHealthy) healthy pods and has "
                    + "\(status.currentHealthy) currently", afterSeconds: 0)
        }
        status.disruptionsAllowed -= 1
        let time = Timestamp(seconds: now)
        if status.disruptionsAllowed == 0 { note(&status, budget.metadata.generation, time) }
        status.disruptedPods[pod] = time
        var spent = budget
        spent.status = status
        return spent
    }

    /// Shows in the conditions that no further pod may go.
    private static func note(_ status: inout Policy.PodDisruptionBudgetStatus, _ generation: Int, _ time: Timestamp) {
        var shown = Meta.Condition()
        shown.type = condition
        shown.status = "False"
        shown.reason = "InsufficientPods"
        shown.observedGeneration = generation
        shown.lastTransitionTime = time
        if let before = status.conditions.first(where: { $0.type == condition }), before.status == "False" {
            shown.lastTransitionTime = before.lastTransitionTime
        }
        status.conditions = status.conditions.filter { $0.type != condition } + [shown]
    }

    private static func refusal(_ why: String, afterSeconds: Int) -> APIError {
        APIError(
            429, "TooManyRequests", words,
            details: APIError.Details(
                causes: [.init(reason: cause, message: why, field: "")], retryAfterSeconds: afterSeconds))
    }

    private static func forbidden(_ name: String, _ why: String) -> APIError {
        APIError(
            403, "Forbidden", "poddisruptionbudget.policy \"\(name)\" is forbidden: \(why)",
            details: APIError.Details(name: name, group: "policy", kind: "poddisruptionbudget"))
    }
}
