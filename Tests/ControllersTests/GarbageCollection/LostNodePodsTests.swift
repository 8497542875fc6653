import Objects
import Testing

@testable import Controllers

@Suite("Pods of lost nodes")
struct LostNodePodsTests {
    @Test("Their time comes when the node has been gone for 40 s; a node that returns starts it anew")
    func lost() {
        var state = LostNodePods()
        let pods = [Samples.pod("a", node: "gone"), Samples.pod("b", node: "here")]
        let looks: [(nodes: Set<String>, now: Int64, lost: [String])] = [
            (["here"], 0, []), (["here"], 39_999, []), (["here"], 40_000, ["a"]), (["here", "gone"], 41_000, []),
            (["here"], 42_000, []),
        ]
        for look in looks {
            let lost = state.lost(pods, nodes: look.nodes, now: look.now).map(\.metadata.name)
            #expect(lost == look.lost)
        }
    }

    @Test("One that is being deleted and has no node goes at once; one that waits for a node stays")
    func unassigned() {
        var state = LostNodePods()
        var leaving = Samples.pod("leaving", node: "")
        leaving.metadata.deletionTimestamp = Samples.time(1)
        let lost = state.lost([leaving, Samples.pod("waiting", node: "")], nodes: [], now: 0)
        #expect(lost.map(\.metadata.name) == ["leaving"])
    }
}
