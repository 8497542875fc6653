import Objects

/// A Deployment and its ReplicaSets while a step is planned: planned changes are made to copies.
struct Rollout: Sendable {
    let deployment: Apps.Deployment
    let bounds: RolloutBounds
    let now: Timestamp
    /// From the oldest on; one that is to be created has no uid.
    private(set) var sets: [Apps.ReplicaSet]
    private let before: [Apps.ReplicaSet]
    /// Which of `sets` has the Deployment's template.
    private(set) var newIndex: Int?
    private var deleted: Set<Int> = []
    private var revision: String?
    var conditions: DeploymentConditions

    init(_ snapshot: DeploymentSnapshot) {
        deployment = snapshot.deployment
        bounds = RolloutBounds(snapshot.deployment.spec)
        now = snapshot.now
        sets = snapshot.replicaSets.sorted { Self.isOlder($0, $1) }
        before = sets
        let template = deployment.spec.template
        newIndex = sets.firstIndex { PodTemplateHash.areEqual($0.spec.template, template) }
        conditions = DeploymentConditions(deployment.status.conditions, now: snapshot.now)
    }

    static func isOlder(_ a: Apps.ReplicaSet, _ b: Apps.ReplicaSet) -> Bool {
        let none = Timestamp(seconds: 0)
        let (first, second) = (a.metadata.creationTimestamp ?? none, b.metadata.creationTimestamp ?? none)
        return first == second ? a.metadata.name < b.metadata.name : first < second
    }

    // MARK: Facts

    var newSet: Apps.ReplicaSet? { newIndex.map { sets[$0] } }
    var oldIndices: [Int] { sets.indices.filter { $0 != newIndex } }

    func replicas(_ index: Int) -> Int { ControllersLimits.count(sets[index].spec.replicas ?? 1) }

    /// Pods that are available and will stay, whatever the set's controller has yet to do: never more than the set wants.
    func available(_ index: Int) -> Int {
        min(ControllersLimits.count(sets[index].status.availableReplicas), replicas(index))
    }

    /// Pods that the set has or may make: those that it is to give up count until it has.
    func occupied(_ index: Int) -> Int { max(replicas(index), ControllersLimits.count(sets[index].status.replicas)) }

    /// The set's status was written by a controller that knew its present size.
    func isObserved(_ index: Int) -> Bool {
        sets[index].status.observedGeneration >= sets[index].metadata.generation
    }

    /// No set has pods that it is yet to give up.
    var isSettled: Bool { sets.indices.allSatisfy { isObserved($0) && occupied($0) == replicas($0) } }

    func totalReplicas() -> Int { sets.indices.reduce(0) { $0 + replicas($1) } }

    static func revision(of set: Apps.ReplicaSet) -> Int {
        set.metadata.annotations[DeploymentAnnotations.revision].flatMap { Int($0) } ?? 0
    }

    /// The Deployment was scaled since its ReplicaSets were.
    var isScalingEvent: Bool {
        sets.indices.contains { index in
            guard replicas(index) > 0, let desired = annotation(index, DeploymentAnnotations.desiredReplicas) else {
                return false
            }
            return desired != bounds.replicas
        }
    }

    func annotation(_ index: Int, _ name: String) -> Int? { sets[index].metadata.annotations[name].flatMap { Int($0) } }

    // MARK: The new ReplicaSet

    /// Makes the ReplicaSet of the present template, if there is one, the newest revision.
    mutating func adoptNewSet() {
        guard let newIndex else { return }
        let newest = oldIndices.map { Self.revision(of: sets[$0]) }.max() ?? 0
        handOnAnnotations(newIndex, revision: newest + 1)
        sets[newIndex].spec.minReadySeconds = deployment.spec.minReadySeconds
        revision = sets[newIndex].metadata.annotations[DeploymentAnnotations.revision]
        if hasDeadline, conditions.progressing == nil {
            conditions.set(
                .progressing, "True", "FoundNewReplicaSet", "Found new replica set \"\(sets[newIndex].metadata.name)\"")
        }
    }

    mutating func makeNewSet() {
        let newest = sets.map(Self.revision).max() ?? 0
        let hash = PodTemplateHash.name(
            of: deployment.spec.template, collisions: ControllersLimits.count(deployment.status.collisionCount))
        var set = Apps.ReplicaSet()
        set.metadata.name = "\(deployment.metadata.name)-\(hash)"
        set.metadata.namespace = deployment.metadata.namespace
        set.metadata.ownerReferences = [.controller(deployment)]
        set.spec.template = deployment.spec.template
        set.spec.template.metadata.labels[DeploymentAnnotations.templateHash] = hash
        set.metadata.labels = set.spec.template.metadata.labels
        var selector = deployment.spec.selector ?? Meta.LabelSelector()
        selector.matchLabels[DeploymentAnnotations.templateHash] = hash
        set.spec.selector = selector
        set.spec.minReadySeconds = deployment.spec.minReadySeconds
        set.spec.replicas = 0
        sets.append(set)
        let index = sets.count - 1
        newIndex = index
        handOnAnnotations(index, revision: newest + 1)
        resize(index, to: replicasOfNewSet())
        revision = sets[index].metadata.annotations[DeploymentAnnotations.revision]
        if hasDeadline {
            conditions.set(
                .progressing, "True", "NewReplicaSetCreated", "Created new replica set \"\(set.metadata.name)\"")
        }
    }

    private mutating func handOnAnnotations(_ index: Int, revision: Int) {
        var annotations = sets[index].metadata.annotations
        for (key, value) in deployment.metadata.annotations
        where !DeploymentAnnotations.ownToDeployment.contains(key) { annotations[key] = value }
        let old = annotations[DeploymentAnnotations.revision]
        if Self.revision(of: sets[index]) < revision {
            annotations[DeploymentAnnotations.revision] = String(revision)
            if let old, !old.isEmpty {
                annotations[DeploymentAnnotations.revisionHistory] = Self.history(
                    annotations[DeploymentAnnotations.revisionHistory], adding: old)
            }
        }
        if annotations != sets[index].metadata.annotations { sets[index].metadata.annotations = annotations }
    }

    /// The oldest revisions go when the text grows too long.
    static func history(_ history: String?, adding revision: String) -> String {
        var revisions = (history ?? "").split(separator: ",").map(String.init) + [revision]
        while revisions.count > 1,
            revisions.reduce(0, { $0 + $1.utf8.count + 1 }) > ControllersLimits.revisionHistoryBytes
        {
            revisions.removeFirst()
        }
        return revisions.joined(separator: ",")
    }

    /// As many as the new ReplicaSet may have now.
    func replicasOfNewSet() -> Int {
        guard let newIndex else { return 0 }
        guard bounds.isRolling else { return bounds.replicas }
        // A set that was made smaller and has not answered may still have as many pods as before.
        guard oldIndices.allSatisfy({ isObserved($0) }) else { return replicas(newIndex) }
        let room = bounds.maxTotal - sets.indices.reduce(0) { $0 + occupied($1) }
        return replicas(newIndex) + max(min(room, bounds.replicas - replicas(newIndex)), 0)
    }

    // MARK: Changes

    mutating func resize(_ index: Int, to count: Int) {
        if sets[index].spec.replicas != count { sets[index].spec.replicas = count }
        noteScale(index)
    }

    /// Writes down what the Deployment wanted when this ReplicaSet was last looked at for scaling.
    mutating func noteScale(_ index: Int) {
        sets[index].metadata.annotations[DeploymentAnnotations.desiredReplicas] = String(bounds.replicas)
        sets[index].metadata.annotations[DeploymentAnnotations.maxReplicas] = String(bounds.maxTotal)
    }

    mutating func markDeleted(_ index: Int) { deleted.insert(index) }

    // MARK: The plan

    var hasDeadline: Bool {
        deployment.spec.progressDeadlineSeconds.map { $0 < ControllersLimits.largestCount } ?? false
    }

    /// - Parameter isProgressJudged: whether this step tells how the rollout goes on; scaling and pauses do not.
    mutating func finish(isProgressJudged: Bool) -> DeploymentPlan {
        var status = status()
        if isProgressJudged { judgeProgress(&status) }
        status.conditions = conditions.list
        var plan = DeploymentPlan(status: status)
        for index in sets.indices {
            if deleted.contains(index) {
                plan.changes.append(.delete(sets[index]))
            } else if index >= before.count {
                plan.changes.append(.create(sets[index]))
            } else if sets[index] != before[index] {
                plan.changes.append(
                    .update(sets[index], from: ControllersLimits.count(before[index].spec.replicas ?? 1)))
            }
        }
        if let revision, revision != deployment.metadata.annotations[DeploymentAnnotations.revision] {
            plan.revision = revision
        }
        if isProgressJudged { plan.retryAfterMilliseconds = millisecondsUntilDeadline(status) }
        return plan
    }
}

extension StringMap where Element == String {
    static func != (a: Self, b: Self) -> Bool {
        a.count != b.count || zip(a.entries, b.entries).contains { $0.key != $1.key || $0.value != $1.value }
    }
}
