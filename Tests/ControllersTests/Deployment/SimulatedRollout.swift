import Objects
import TestSupport

@testable import Controllers

/// A cluster in which a Deployment's controller, its ReplicaSets' controller and the pods take turns in a random order,
/// and the controllers' caches are as late as a seed says.
struct SimulatedRollout {
    var deployment: Apps.Deployment
    /// As the server has them.
    var sets: [Apps.ReplicaSet] = []
    /// By the name of their ReplicaSet.
    var pods: [String: [Core.Pod]] = [:]
    var now: Int64 = 1_000
    private var nextPod = 0
    var random: SeededGenerator

    init(_ deployment: Apps.Deployment, seed: UInt64) {
        self.deployment = deployment
        random = SeededGenerator(seed: seed)
    }

    var allPods: [Core.Pod] { pods.values.flatMap { $0 } }
    var available: Int { allPods.count { $0.isReady } }
    var total: Int { allPods.count }

    var isConverged: Bool {
        let wanted = deployment.spec.replicas ?? 1
        return total == wanted && available == wanted
            && allPods.allSatisfy { PodTemplateHash.areEqual(podTemplate($0), deployment.spec.template) }
    }

    private func podTemplate(_ pod: Core.Pod) -> Core.PodTemplateSpec {
        var template = Core.PodTemplateSpec()
        template.metadata.labels = pod.metadata.labels
        template.spec.containers = pod.spec.containers
        return template
    }

    mutating func step() {
        now += 1
        switch Int.random(in: 0..<6, using: &random) {
        case 0, 1: reconcileDeployment()
        case 2, 3: if let name = sets.randomElement(using: &random)?.metadata.name { reconcileSet(name) }
        case 4: becomeReady()
        default: if let name = sets.randomElement(using: &random)?.metadata.name { reportSet(name) }
        }
    }

    mutating func reconcileDeployment() {
        let snapshot = DeploymentSnapshot(deployment: deployment, replicaSets: sets, now: Samples.time(now))
        let plan = DeploymentPlanner.plan(snapshot)
        for change in plan.changes {
            switch change {
            case .create(var set):
                set.metadata.uid = "uid-\(set.metadata.name)"
                set.metadata.creationTimestamp = Samples.time(now)
                set.metadata.generation = 1
                sets.append(set)
            case .update(let set, _):
                guard let index = sets.firstIndex(where: { $0.metadata.uid == set.metadata.uid }) else { continue }
                let isResized = sets[index].spec != set.spec
                sets[index] = set
                if isResized { sets[index].metadata.generation += 1 }
            case .delete(let set): sets.removeAll { $0.metadata.uid == set.metadata.uid }
            }
        }
        if let revision = plan.revision {
            deployment.metadata.annotations[DeploymentAnnotations.revision] = revision
        }
        deployment.status = plan.status
        deployment.status.observedGeneration = deployment.metadata.generation
    }

    mutating func reconcileSet(_ name: String) {
        guard let set = sets.first(where: { $0.metadata.name == name }) else { return }
        let snapshot = ReplicaSetSnapshot(
            replicaSet: set, pods: pods[name] ?? [], terminatingCount: 0, isSeen: true, now: Samples.time(now))
        // As the controller does: the status is that of before the deed.
        reportSet(name)
        switch ReplicaSetPlanner.plan(snapshot) {
        case .none: break
        case .create(let count):
            // The server may refuse some: the rest comes later.
            for _ in 0..<Int.random(in: 1...count, using: &random) {
                var pod = ReplicaSetPlanner.pod(for: set, owner: .controller(set))
                nextPod += 1
                pod.metadata.name = "\(pod.metadata.generateName)\(nextPod)"
                pod.metadata.uid = "pod-\(nextPod)"
                pod.metadata.creationTimestamp = Samples.time(now)
                pods[name, default: []].append(pod)
            }
        case .delete(let gone): pods[name]?.removeAll { pod in gone.contains { $0.metadata.uid == pod.metadata.uid } }
        }
    }

    /// The set's status is as its pods are now; between such moments it is out of date.
    mutating func reportSet(_ name: String) {
        guard let index = sets.firstIndex(where: { $0.metadata.name == name }) else { return }
        let snapshot = ReplicaSetSnapshot(
            replicaSet: sets[index], pods: pods[name] ?? [], terminatingCount: 0, isSeen: true, now: Samples.time(now))
        sets[index].status = ReplicaSetStatusPlan(snapshot, failure: nil).status
    }

    private mutating func becomeReady() {
        let waiting = pods.keys.sorted().flatMap { name in
            (pods[name] ?? []).indices.filter { pods[name]?[$0].isReady == false }.map { (name, $0) }
        }
        guard let (name, index) = waiting.randomElement(using: &random) else { return }
        pods[name]?[index].setReady(since: now)
    }
}
