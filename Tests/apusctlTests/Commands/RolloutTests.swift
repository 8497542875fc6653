import Objects
import Testing
@testable import apusctl

@Suite("Rollouts say how far they are")
struct RolloutTests {
    private func deployment(_ json: String) throws -> Apps.Deployment {
        Apps.Deployment(try JSONDecoder.decode(Array(json.utf8), as: Apps.Deployment.descriptor).message)
    }

    @Test(
        "From the change that nobody has seen to the last available pod",
        arguments: [
            (
                #"{"metadata":{"name":"w","generation":2},"spec":{"replicas":3},"status":{"observedGeneration":1}}"#,
                "to be observed"
            ),
            (
                #"{"metadata":{"name":"w","generation":2},"spec":{"replicas":3},"status":{"observedGeneration":2,"updatedReplicas":1,"replicas":3}}"#,
                "1 out of 3 new"
            ),
            (
                #"{"metadata":{"name":"w","generation":2},"spec":{"replicas":3},"status":{"observedGeneration":2,"updatedReplicas":3,"replicas":4}}"#,
                "1 old replicas"
            ),
            (
                #"{"metadata":{"name":"w","generation":2},"spec":{"replicas":3},"status":{"observedGeneration":2,"updatedReplicas":3,"replicas":3,"availableReplicas":2}}"#,
                "2 of 3 updated"
            ),
        ])
    func waiting(json: String, mentioned: String) throws {
        guard case .waiting(let text) = RolloutProgress(try deployment(json)) else {
            Issue.record("it is not done")
            return
        }
        #expect(text.contains(mentioned))
    }

    @Test("Done and failed are told apart")
    func ends() throws {
        let done =
            #"{"metadata":{"name":"w","generation":2},"spec":{"replicas":1},"status":{"observedGeneration":2,"updatedReplicas":1,"replicas":1,"availableReplicas":1}}"#
        #expect(RolloutProgress(try deployment(done)) == .done("deployment \"w\" successfully rolled out"))
        let failed =
            #"{"metadata":{"name":"w"},"status":{"conditions":[{"type":"Progressing","status":"False","reason":"ProgressDeadlineExceeded"}]}}"#
        guard case .failed = RolloutProgress(try deployment(failed)) else {
            Issue.record("it has failed")
            return
        }
    }

    @Test("Undo goes to the revision before, or to the one that is named, without the controller's mark")
    func undo() throws {
        let web = try deployment(#"{"metadata":{"name":"w","uid":"u"}}"#)
        let sets = try [3, 1, 2].map { number in
            let json =
                #"{"metadata":{"name":"w-\#(number)","annotations":{"deployment.kubernetes.io/revision":"\#(number)"},"ownerReferences":[{"uid":"u","controller":true}]},"spec":{"template":{"metadata":{"labels":{"app":"w","pod-template-hash":"\#(number)"}},"spec":{"containers":[{"name":"a","image":"x:\#(number)"}]}}}}"#
            return Apps.ReplicaSet(try JSONDecoder.decode(Array(json.utf8), as: Apps.ReplicaSet.descriptor).message)
        }
        let history = RolloutHistory(of: web, sets)
        #expect(history.revisions.map(\.number) == [1, 2, 3])
        #expect(try history.template(of: nil, for: web).spec.containers.first?.image == "x:2")
        let first = try history.template(of: 1, for: web)
        #expect(first.spec.containers.first?.image == "x:1")
        #expect(first.metadata.labels.keys == ["app"])
        #expect(throws: CommandFailure.self) { try history.template(of: 9, for: web) }
        #expect(throws: CommandFailure.self) { try RolloutHistory(of: web, []).template(of: nil, for: web) }
    }
}
