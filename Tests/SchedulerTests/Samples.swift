import Objects

@testable import Scheduler

/// Objects for tests, as a person would write them.
enum Samples {
    static func pod(_ name: String, _ spec: String = "{}") throws -> Core.Pod {
        let text = #"{"metadata":{"name":"\#(name)","namespace":"default","uid":"\#(name)"},"spec":\#(spec)}"#
        return Core.Pod(try JSONDecoder.decode(Array(text.utf8), as: Core.Pod.descriptor).message)
    }

    static func facts(_ name: String, _ spec: String = "{}") throws -> PodFacts { PodFacts(try pod(name, spec)) }

    /// A spec of one container.
    static func asking(_ requests: String, _ more: String = "") -> String {
        #"{"containers":[{"name":"c","resources":{"requests":{\#(requests)}}}]\#(more.isEmpty ? "" : ",")\#(more)}"#
    }

    static func node(
        _ name: String, labels: String = "{}", spec: String = "{}",
        allocatable: String = #"{"cpu":"4","memory":"8Gi","pods":"110"}"#
    ) throws -> Core.Node {
        let text = #"""
            {"metadata":{"name":"\#(name)","labels":\#(labels)},"spec":\#(spec),"status":{"allocatable":\#(allocatable)}}
            """#
        return Core.Node(try JSONDecoder.decode(Array(text.utf8), as: Core.Node.descriptor).message)
    }

    static func snapshot(_ nodes: Core.Node...) -> ClusterSnapshot {
        var snapshot = ClusterSnapshot()
        for node in nodes { snapshot.update(node) }
        return snapshot
    }

    /// Why the one node of a snapshot refuses the pod.
    static func refusal(_ spec: String, by node: Core.Node, with others: [String] = []) throws -> Refusal {
        var snapshot = snapshot(node)
        for (number, other) in others.enumerated() {
            snapshot.assume("other-\(number)", try facts("other-\(number)", other).demand, on: node.metadata.name)
        }
        return PlacementPlanner.refusal(try facts("pod", spec), by: node.metadata.name, in: snapshot)
    }
}
