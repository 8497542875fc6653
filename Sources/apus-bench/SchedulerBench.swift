internal import Client
internal import Objects
internal import Scheduler

/// Pods that get one of a thousand nodes: by the planner alone, and end to end with API server, store and scheduler as
/// processes.
enum SchedulerBench {
    static let nodes = 1_000
    static let pods = 5_000

    static func run(in bed: Bed) async throws -> [Figure] {
        let server = try APIServerProcess(in: bed, directory: "scheduler")
        defer { server.end() }
        let kubeconfig = server.kubeconfig
        let seconds = try await Session.with(server) { client in
            try await Session.makeServiceAccount(client)
            try await Session.each(nodes, inFlight: 32) { number in
                var node = try await client.create(node(number))
                // A new node is tainted as not ready until the controllers see that it is.
                node.spec.taints = []
                _ = try await client.update(node)
            }
            try await Session.each(pods, inFlight: 64) { number in _ = try await client.create(pod(number)) }
            var parameters = WatchParameters()
            parameters.start = .now
            let watch = try await client.watch(Core.Pod.resource, as: Core.Pod.descriptor, parameters)
            let scheduler = try ChildProcess(
                "\(bed.binaries)/apus", ["scheduler", "--kubeconfig", kubeconfig], output: "/dev/null",
                errors: "\(bed.folder)/scheduler.log")
            defer { scheduler.end() }
            return try await Session.within(.seconds(60), "all pods to get a node") {
                try await secondsUntilPlaced(watch)
            }
        }
        return [
            Figure("pods placed, 1,000 nodes, planner alone", placedPerSecond(), .perSecond, Thresholds.placed),
            Figure(
                "pods scheduled, 1,000 nodes, end to end", Double(pods) / seconds, .perSecond, Thresholds.scheduled),
        ]
    }

    /// By CPU time.
    private static func placedPerSecond() -> Double {
        var trial = PlacementTrial(nodes: nodes, pods: 20_000)
        let began = Clock.processor
        let placed = trial.run()
        return Double(placed) / (Clock.processor - began)
    }

    /// From the first pod that gets a node to the last.
    private static func secondsUntilPlaced(_ watch: ObjectWatch) async throws -> Double {
        var watch = watch
        var placed: Set<String> = []
        var first: Double?
        while placed.count < pods {
            guard let event = try await watch.next() else { throw BenchError("the watch of the pods ended") }
            guard case .modified(let message) = event.change else { continue }
            let pod = Core.Pod(message)
            guard !pod.spec.nodeName.isEmpty else { continue }
            if first == nil { first = Clock.wall }
            placed.insert(pod.metadata.name)
        }
        return Clock.wall - (first ?? 0)
    }

    private static func node(_ number: Int) -> Core.Node {
        var node = Core.Node()
        node.metadata.name = "node-\(number)"
        node.metadata.labels = ["kubernetes.io/hostname": "node-\(number)", "zone": "zone-\(number % 3)"]
        let amounts: StringMap<Quantity> = [
            "cpu": Quantity(32), "memory": Quantity(binary: 128 << 30), "pods": Quantity(110),
        ]
        node.status.capacity = amounts
        node.status.allocatable = amounts
        var ready = Core.NodeCondition()
        ready.type = "Ready"
        ready.status = "True"
        node.status.conditions = [ready]
        return node
    }

    private static func pod(_ number: Int) -> Core.Pod {
        var container = Core.Container()
        container.name = "main"
        container.image = "registry.invalid/main:1"
        container.resources.requests = ["cpu": Quantity(1), "memory": Quantity(binary: 256 << 20)]
        var pod = Core.Pod()
        pod.metadata.namespace = "default"
        pod.metadata.name = "pod-\(number)"
        pod.spec.containers = [container]
        return pod
    }
}
