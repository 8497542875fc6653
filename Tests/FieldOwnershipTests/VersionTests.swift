import FieldOwnership
import Objects
import Testing

@Suite("Each manager's fields are told in the version that it spoke")
struct VersionTests {
    static let v1 = FieldOwnership(
        AutoscalingV1.HorizontalPodAutoscaler.descriptor,
        as: TypeMeta(apiVersion: "autoscaling/v1", kind: "HorizontalPodAutoscaler"))
    static let v2 = FieldOwnership(
        Autoscaling.HorizontalPodAutoscaler.descriptor,
        as: TypeMeta(apiVersion: "autoscaling/v2", kind: "HorizontalPodAutoscaler"))

    private func inV1(_ percent: Int) throws -> Value {
        try message(
            AutoscalingV1.HorizontalPodAutoscaler.descriptor,
            #"{"spec":{"maxReplicas":3,"targetCPUUtilizationPercentage":\#(percent)}}"#)
    }

    private func inV2(_ percent: Int) throws -> Value {
        try message(
            Autoscaling.HorizontalPodAutoscaler.descriptor,
            #"{"spec":{"maxReplicas":3,"metrics":[{"type":"Resource","resource":{"name":"cpu","target":{"type":"Utilization","averageUtilization":\#(percent)}}}]}}"#
        )
    }

    @Test("a write in one version takes what it changed from those who wrote in another")
    func update() throws {
        let held = [
            entry(
                "m", "Update", #"{"f:spec":{"f:maxReplicas":{},"f:targetCPUUtilizationPercentage":{}}}"#,
                apiVersion: "autoscaling/v1")
        ]
        let (old, new) = (try inV1(50), try inV1(80))
        let entries = Self.v2.updated(
            from: try inV2(50), to: try inV2(80), held: held, claimed: held, by: "n", at: moment(9)
        ) { version in version == "autoscaling/v1" ? VersionedObjects(Self.v1, from: old, to: new) : nil }
        #expect(
            shown(entries) == [
                #"m Update autoscaling/v1 1 {"f:spec":{"f:maxReplicas":{}}}"#,
                #"n Update autoscaling/v2 9 {"f:spec":{"f:metrics":{}}}"#,
            ])
    }

    @Test("and an apply conflicts with them, by the names of their version")
    func apply() throws {
        let held = [
            entry(
                "m", "Update", #"{"f:spec":{"f:targetCPUUtilizationPercentage":{}}}"#, apiVersion: "autoscaling/v1")
        ]
        let (old, new) = (try inV1(50), try inV1(80))
        let config = try free(
            #"{"apiVersion":"autoscaling/v2","kind":"HorizontalPodAutoscaler","metadata":{"name":"h"},"spec":{"metrics":[{"type":"Resource","resource":{"name":"cpu","target":{"type":"Utilization","averageUtilization":80}}}]}}"#
        )
        let live = try inV2(50)
        do throws(OwnershipError) {
            _ = try Self.v2.applied(
                config, to: live, held: held, by: "n", force: false, at: moment(9)
            ) { version, _, _ in
                version == "autoscaling/v1" ? VersionedObjects(Self.v1, from: old, to: new) : nil
            }
            Issue.record("it was applied")
        } catch {
            let path: FieldPath = [.field("spec"), .field("targetCPUUtilizationPercentage")]
            #expect(
                error
                    == .conflicts([
                        Conflict(
                            manager: ManagerIdentity(name: "m", operation: .update, apiVersion: "autoscaling/v1"),
                            path: path)
                    ]))
        }
    }
}
