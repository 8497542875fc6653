internal import FieldOwnership
internal import Objects

/// What it costs to know who owns what: on the way of every write.
enum OwnershipBench {
    /// - Parameter seconds: each measurement takes so long, of CPU time.
    static func run(seconds: Double = 0.4) throws -> [Figure] {
        let maps = FieldOwnership(
            Core.ConfigMap.descriptor, as: TypeMeta(apiVersion: "v1", kind: "ConfigMap"))
        let deployments = FieldOwnership(
            Apps.Deployment.descriptor, as: TypeMeta(apiVersion: "apps/v1", kind: "Deployment"))
        let pods = FieldOwnership(
            Core.Pod.descriptor, as: TypeMeta(apiVersion: "v1", kind: "Pod"), subresource: "status")
        let (old, new) = (try configMap("1"), try configMap("2"))
        let now = Timestamp(seconds: 1_700_000_000, nanoseconds: 0)
        let held = maps.created(old, by: "writer", at: now)
        let pod = Value.message(PodFixture.message)
        var moved = Core.Pod(PodFixture.message)
        moved.status.phase = "Succeeded"
        let podHeld = pods.created(pod, by: "kubelet", at: now)
        let config = try FreeValue.parse(Array(deployment.utf8))
        let applied = try deployments.applied(config, to: nil, held: [], by: "m", force: false, at: now)
        func cost(_ name: String, _ threshold: Thresholds.Threshold? = nil, _ work: () throws -> Int) rethrows -> Figure
        {
            Figure(name, try CodecBench.cost(seconds, work) * 1_000_000, .microseconds, threshold)
        }
        return [
            cost("ConfigMap of 1 KB, one value changed by its owner", Thresholds.ownershipUpdate) {
                maps.updated(from: old, to: new, held: held, claimed: held, by: "writer", at: now).count
            },
            cost("the same by another") {
                maps.updated(from: old, to: new, held: held, claimed: held, by: "other", at: now).count
            },
            cost("the same, nothing changed") {
                maps.updated(from: old, to: old, held: held, claimed: held, by: "writer", at: now).count
            },
            cost("ConfigMap of 1 KB, created") { maps.created(old, by: "writer", at: now).count },
            cost("pod, phase changed") {
                pods.updated(
                    from: pod, to: .message(moved.message), held: podHeld, claimed: podHeld, by: "kubelet", at: now
                )
                .count
            },
            try cost("Deployment, applied again") {
                try deployments.applied(
                    config, to: applied.object, held: applied.entries, by: "m", force: false, at: now
                ).entries.count
            },
        ]
    }

    private static func configMap(_ value: String) throws -> Value {
        let members = (0..<8).map { "\"key-\($0)\":\"\(String(repeating: $0 == 3 ? value : "x", count: 100))\"" }
        let text = """
            {"metadata":{"name":"c","namespace":"default","uid":"f0b6c4b4-0f5e-4e0f-9d8b-3c1f6a3f5a10",\
            "labels":{"app":"bench"}},"data":{\(members.joined(separator: ","))}}
            """
        return .message(try JSONDecoder.decode(Array(text.utf8), as: Core.ConfigMap.descriptor).message)
    }

    private static let deployment = """
        {"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"d","labels":{"app":"a"}},"spec":{"replicas":2,\
        "selector":{"matchLabels":{"app":"a"}},"template":{"metadata":{"labels":{"app":"a"}},"spec":{"containers":[\
        {"name":"c","image":"i","ports":[{"containerPort":80}],"env":[{"name":"A","value":"b"}]}]}}}}
        """
}
