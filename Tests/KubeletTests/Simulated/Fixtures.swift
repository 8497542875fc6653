import Glibc
import Objects
import TestSupport

@testable import Kubelet

/// Short ways to make pods and facts for tests.
enum Fixture {
    static let now = Moment(milliseconds: 1_700_000_000_000)
    static let identity = PodIdentity(namespace: "default", name: "web", uid: "u1")

    static func container(_ name: String, image: String = "web:1") -> Core.Container {
        var container = Core.Container()
        container.name = name
        container.image = image
        container.imagePullPolicy = "IfNotPresent"
        return container
    }

    static func pod(
        _ names: [String] = ["app"], initNames: [String] = [], sidecars: [String] = [], policy: String = "Always",
        uid: String = "u1", name: String = "web"
    ) -> Core.Pod {
        var pod = Core.Pod()
        pod.metadata.name = name
        pod.metadata.namespace = "default"
        pod.metadata.uid = uid
        pod.spec.restartPolicy = policy
        pod.spec.containers = names.map { container($0) }
        pod.spec.initContainers =
            sidecars.map { name in
                var sidecar = container(name)
                sidecar.restartPolicy = "Always"
                return sidecar
            } + initNames.map { container($0) }
        pod.spec.terminationGracePeriodSeconds = 30
        return pod
    }

    static func sandbox(_ id: String = "s1", attempt: Int = 0, ready: Bool = true) -> ObservedSandbox {
        ObservedSandbox(
            id: id, attempt: attempt, isReady: ready, createdAt: now + -60_000 + attempt,
            addresses: ready ? ["10.0.0.7"] : [])
    }

    static func instance(
        _ name: String, _ state: ObservedContainer.State, attempt: Int = 0, exitCode: Int = 0, sandbox: String = "s1",
        finishedAgo: Int = 0, ranFor: Int = 1_000, id: String? = nil
    ) -> ObservedContainer {
        let finished = now + -finishedAgo
        return ObservedContainer(
            id: id ?? "\(name)-\(attempt)", sandbox: sandbox, name: name, attempt: attempt, state: state,
            createdAt: finished + -ranFor, startedAt: state == .created ? nil : finished + -ranFor,
            finishedAt: state == .exited ? finished : nil, exitCode: exitCode, image: "web:1",
            imageReference: "sha256:1", specHash: ContainerHash.of(container(name)))
    }

    static func observed(_ sandboxes: [ObservedSandbox], _ containers: [ObservedContainer] = []) -> ObservedPod {
        var pod = ObservedPod(identity: identity, sandboxes: sandboxes, containers: containers)
        pod.sort()
        return pod
    }

    /// With the image of all fixtures on the node.
    static var memory: PodMemory {
        var memory = PodMemory()
        memory.images = ["web:1": "sha256:1"]
        return memory
    }

    static func plan(
        _ pod: Core.Pod?, _ observed: ObservedPod, memory: PodMemory = memory, now: Moment = now
    ) -> PodPlan {
        PodPlanner.plan(pod: pod, observed: observed, memory: memory, now: now)
    }

    /// A new empty folder.
    static func folder() throws -> String {
        var template = Array("/tmp/apus-kubelet-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw FileError("mkdtemp") }
        return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}

extension SeededGenerator {
    mutating func chance(_ percent: Int) -> Bool { Int(next() % 100) < percent }
}
