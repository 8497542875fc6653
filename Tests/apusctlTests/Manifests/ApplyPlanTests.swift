import Client
import Objects
import Testing
@testable import apusctl

@Suite("Apply changes what its author changed, and nothing else")
struct ApplyPlanTests {
    private let manifest =
        #"{"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"web","namespace":"default"},"spec":{"replicas":3,"template":{"spec":{"containers":[{"name":"a","image":"x:1","env":[{"name":"A","value":"1"}]}]}}}}"#

    private func parse(_ text: String) throws -> Value { try FreeValue.parse(Array(text.utf8)) }

    /// What the server has after `manifest` was applied: with the note, defaults, and what others have set.
    private func current() throws -> Value {
        guard
            case .create(let made) = try ApplyPlan(try parse(manifest), current: nil, type: Apps.Deployment.descriptor)
        else {
            Issue.record("an object that is not there is created")
            return .null
        }
        let others =
            #"{"metadata":{"uid":"u","resourceVersion":"7","annotations":{"other":"kept"}},"spec":{"progressDeadlineSeconds":600},"status":{"replicas":3}}"#
        return MergePatch.apply(try parse(others), to: made)
    }

    @Test("The same manifest again changes nothing")
    func unchanged() throws {
        #expect(
            try ApplyPlan(try parse(manifest), current: try current(), type: Apps.Deployment.descriptor) == .unchanged)
    }

    @Test("A changed field is patched; what others set is not in the patch")
    func changed() throws {
        let plan = try ApplyPlan(
            try parse(manifest.replacing("\"replicas\":3", with: "\"replicas\":5")), current: try current(),
            type: Apps.Deployment.descriptor)
        guard case .patch(let patch) = plan else {
            Issue.record("a change is patched")
            return
        }
        #expect(patch[member: "spec"] == .map(["replicas": .int(5)]))
        #expect(patch[member: "metadata"]?[member: "annotations"]?.members?.keys == [ApplyPlan.lastApplied])
        #expect(patch[member: "status"] == nil)
    }

    @Test("What the manifest no longer has is removed, by its element's name in a list")
    func removed() throws {
        let plan = try ApplyPlan(
            try parse(manifest.replacing(#","env":[{"name":"A","value":"1"}]"#, with: "")), current: try current(),
            type: Apps.Deployment.descriptor)
        guard case .patch(let patch) = plan,
            let container = patch[member: "spec"]?[member: "template"]?[member: "spec"]?[member: "containers"]?
                .elements?.first
        else {
            Issue.record("a removal is patched")
            return
        }
        #expect(container[member: "name"] == .string("a"))
        #expect(container[member: "env"] == .null)
    }

    @Test("A note that is no JSON is as if there were none")
    func brokenNote() throws {
        let broken = #"{"metadata":{"annotations":{"kubectl.kubernetes.io/last-applied-configuration":"{{"}}}"#
        let plan = try ApplyPlan(
            try parse(manifest), current: MergePatch.apply(try parse(broken), to: try current()),
            type: Apps.Deployment.descriptor)
        guard case .patch(let patch) = plan else {
            Issue.record("the note is written again")
            return
        }
        #expect(patch[member: "spec"] == nil)
    }
}
