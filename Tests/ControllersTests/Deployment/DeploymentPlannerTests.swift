import Objects
import Testing

@testable import Controllers

@Suite("A Deployment's next step")
struct DeploymentPlannerTests {
    private func plan(
        _ deployment: Apps.Deployment, _ sets: [Apps.ReplicaSet] = [], pods: Set<String> = [], at now: Int64 = 1_000
    ) -> DeploymentPlan {
        DeploymentPlanner.plan(
            DeploymentSnapshot(
                deployment: deployment, replicaSets: sets, setsWithPods: pods, now: Samples.time(now)))
    }

    /// ReplicaSets of a rollout, as a Deployment of so many replicas left them.
    private func set(_ name: String, _ replicas: Int, of desired: Int, max: Int, available: Int, created: Int64)
        -> Apps.ReplicaSet
    {
        var set = Samples.replicaSet(name, replicas: replicas, available: available, created: created)
        set.metadata.annotations[DeploymentAnnotations.desiredReplicas] = String(desired)
        set.metadata.annotations[DeploymentAnnotations.maxReplicas] = String(max)
        return set
    }

    /// New sizes by name, of those that change.
    private func sizes(_ plan: DeploymentPlan) -> [String: Int] {
        var sizes: [String: Int] = [:]
        for change in plan.changes {
            switch change {
            case .create(let set): sizes[set.metadata.name] = set.spec.replicas
            case .update(let set, let before) where set.spec.replicas != before:
                sizes[set.metadata.name] = set.spec.replicas
            case .update, .delete: break
            }
        }
        return sizes
    }

    private func condition(_ plan: DeploymentPlan, _ type: String) -> Apps.DeploymentCondition? {
        plan.status.conditions.first { $0.type == type }
    }

    @Test("The first ReplicaSet is named, labelled, owned and counted as kubectl expects")
    func first() throws {
        let plan = plan(Samples.deployment(replicas: 3))
        guard case .create(let set)? = plan.changes.first else {
            Issue.record("no ReplicaSet is made")
            return
        }
        let hash = try #require(set.metadata.labels["pod-template-hash"])
        #expect(set.metadata.name == "web-\(hash)")
        #expect(hash.allSatisfy { "bcdfghjklmnpqrstvwxz2456789".contains($0) })
        #expect(set.spec.selector?.matchLabels["pod-template-hash"] == hash)
        #expect(set.spec.template.metadata.labels["pod-template-hash"] == hash)
        #expect(set.spec.replicas == 3)
        #expect(set.metadata.controllerReference?.uid == "deployment")
        #expect(set.metadata.annotations["deployment.kubernetes.io/revision"] == "1")
        #expect(plan.revision == "1")
        #expect(condition(plan, "Progressing")?.reason == "NewReplicaSetCreated")
        #expect(condition(plan, "Available")?.reason == "MinimumReplicasUnavailable")
    }

    @Test("A finished rollout says so, and nothing changes any more")
    func finished() {
        var deployment = Samples.deployment(replicas: 2)
        var made = plan(deployment).changes.compactMap { change -> Apps.ReplicaSet? in
            if case .create(let set) = change { return set }
            return nil
        }
        made[0].metadata.uid = "u"
        made[0].status.replicas = 2
        made[0].status.readyReplicas = 2
        made[0].status.availableReplicas = 2
        let done = plan(deployment, made)
        #expect(condition(done, "Progressing")?.reason == "NewReplicaSetAvailable")
        #expect(condition(done, "Available")?.reason == "MinimumReplicasAvailable")
        #expect(done.changes.isEmpty)
        deployment.metadata.annotations["deployment.kubernetes.io/revision"] = "1"
        deployment.status = done.status
        let again = plan(deployment, made, at: 9_000)
        #expect(again.status == done.status)
        #expect(again.revision == nil)
        #expect(again.retryAfterMilliseconds == nil)
    }

    @Test("A rollout that stands still is called out of time after its deadline, and looked at then")
    func deadline() throws {
        var deployment = Samples.deployment(replicas: 1)
        deployment.spec.progressDeadlineSeconds = 60
        var set = try #require(
            plan(deployment).changes.compactMap { change -> Apps.ReplicaSet? in
                if case .create(let set) = change { return set }
                return nil
            }.first)
        set.metadata.uid = "u"
        set.status.replicas = 1
        deployment.status = plan(deployment, [set]).status
        let waiting = plan(deployment, [set], at: 1_010)
        #expect(waiting.retryAfterMilliseconds == 51_000)
        #expect(condition(waiting, "Progressing")?.status == "True")
        let over = plan(deployment, [set], at: 1_061)
        #expect(condition(over, "Progressing")?.reason == "ProgressDeadlineExceeded")
        #expect(condition(over, "Progressing")?.status == "False")
        #expect(over.retryAfterMilliseconds == nil)
    }

    /// Expected by hand from Kubernetes' documentation, "Proportional scaling": 10 replicas of 15 wanted, 8 old and 5 new
    /// under maxSurge 3, grow by 5 to 18: 3 to the larger, 2 to the other.
    @Test("Scaling in the middle of a rollout is shared in proportion")
    func proportional() {
        var deployment = Samples.deployment(replicas: 15, image: "new", surge: .int(3), unavailable: .int(2))
        deployment.status.replicas = 13
        let sets = [
            set("old", 8, of: 10, max: 13, available: 8, created: 1),
            set("new", 5, of: 10, max: 13, available: 0, created: 2),
        ]
        #expect(sizes(plan(deployment, sets)) == ["old": 11, "new": 7])
    }

    @Test("A paused Deployment is scaled but not rolled out, and its time does not run")
    func paused() {
        var deployment = Samples.deployment(replicas: 4, image: "new")
        deployment.spec.paused = true
        let plan = plan(deployment, [set("old", 2, of: 2, max: 3, available: 2, created: 1)])
        #expect(sizes(plan) == ["old": 4])
        #expect(condition(plan, "Progressing")?.reason == "DeploymentPaused")
    }

    @Test("Recreate ends all old pods before it makes new ones")
    func recreate() {
        var deployment = Samples.deployment(replicas: 2, image: "new")
        deployment.spec.strategy.type = "Recreate"
        deployment.spec.strategy.rollingUpdate = nil
        var old = Samples.replicaSet("old", replicas: 2, available: 2)
        #expect(sizes(plan(deployment, [old])) == ["old": 0])
        old.spec.replicas = 0
        #expect(plan(deployment, [old]).changes.isEmpty, "its status still counts pods")
        old.status.replicas = 0
        #expect(plan(deployment, [old], pods: [old.metadata.uid]).changes.isEmpty, "pods are still ending")
        let next = plan(deployment, [old])
        #expect(next.changes.count == 1)
        #expect(sizes(next).values.first == 2)
    }

    @Test("Pods that are not available anyway are the first to go")
    func illFirst() {
        let deployment = Samples.deployment(replicas: 4, image: "new", surge: .int(1), unavailable: .int(1))
        let sets = [
            set("good", 2, of: 4, max: 5, available: 2, created: 1),
            set("bad", 2, of: 4, max: 5, available: 0, created: 2),
            set("new", 1, of: 4, max: 5, available: 1, created: 3),
        ]
        #expect(sizes(plan(deployment, sets)) == ["bad": 0])
    }

    @Test("Nothing grows while pods that were given up are still there, or may be")
    func settled() {
        let deployment = Samples.deployment(replicas: 4, image: "new", surge: .int(1), unavailable: .int(1))
        var old = set("old", 3, of: 4, max: 5, available: 3, created: 1)
        let new = set("new", 1, of: 4, max: 5, available: 0, created: 2)
        #expect(sizes(plan(deployment, [old, new])) == ["new": 2])
        old.status.replicas = 4
        #expect(sizes(plan(deployment, [old, new])).isEmpty)
        old.status.replicas = 3
        old.metadata.generation = 2
        old.status.observedGeneration = 1
        #expect(sizes(plan(deployment, [old, new])).isEmpty)
    }

    @Test("A template's name does not depend on the label that its ReplicaSet adds, and does on everything else")
    func hash() {
        var labelled = Samples.template("a")
        labelled.metadata.labels["pod-template-hash"] = "x"
        let name = PodTemplateHash.name(of: Samples.template("a"), collisions: 0)
        #expect(PodTemplateHash.name(of: labelled, collisions: 0) == name)
        #expect(PodTemplateHash.name(of: Samples.template("b"), collisions: 0) != name)
        #expect(PodTemplateHash.name(of: Samples.template("a"), collisions: 1) != name)
    }
}
