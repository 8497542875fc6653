import FieldOwnership
import Objects
import Testing

@Suite("The number of replicas has one owner, by its object or by its Scale")
struct ScaleOwnershipTests {
    let ownership = ScaleOwnership(replicas: ["spec", "replicas"], apiVersion: "apps/v1")
    let owner = entry("m1", "Apply", #"{"f:spec":{"f:replicas":{},"f:selector":{}}}"#, apiVersion: "apps/v1")

    private func scale(_ replicas: Int) throws -> Value {
        try message(AutoscalingV1.Scale.descriptor, #"{"spec":{"replicas":\#(replicas)}}"#)
    }

    private func write(
        _ held: [Meta.ManagedFieldsEntry], from old: Int, to new: Int, by manager: String
    ) throws -> [Meta.ManagedFieldsEntry] {
        let written = ScaleOwnership.ofScale.updated(
            from: try scale(old), to: try scale(new), held: ownership.entries(ofObject: held), claimed: [],
            by: manager, at: moment(9))
        return ownership.entries(ofObject: held, scale: written)
    }

    @Test("who scales takes the number from who applied it, without a time")
    func scaled() throws {
        let entries = try write([owner], from: 2, to: 4, by: "hpa")
        #expect(
            shown(entries) == [
                #"m1 Apply apps/v1 1 {"f:spec":{"f:selector":{}}}"#,
                #"hpa Update apps/v1/scale - {"f:spec":{"f:replicas":{}}}"#,
            ])
        // Again by another, and by the same.
        #expect(
            shown(try write(entries, from: 4, to: 5, by: "edit")) == [
                #"m1 Apply apps/v1 1 {"f:spec":{"f:selector":{}}}"#,
                #"edit Update apps/v1/scale - {"f:spec":{"f:replicas":{}}}"#,
            ])
        #expect(shown(try write(entries, from: 4, to: 5, by: "hpa")) == shown(entries))
    }

    @Test("the same number again changes no owner")
    func unchanged() throws {
        #expect(shown(try write([owner], from: 2, to: 2, by: "hpa")) == shown([owner]))
    }

    @Test("an object whose number nobody owns, or that has no entries, stays so")
    func unowned() throws {
        let other = entry("m1", "Apply", #"{"f:spec":{"f:selector":{}}}"#, apiVersion: "apps/v1")
        #expect(shown(try write([other], from: 1, to: 2, by: "hpa")) == shown([other]))
        #expect(try write([], from: 1, to: 2, by: "hpa").isEmpty)
    }

    @Test("applying a Scale conflicts with who owns the number")
    func apply() throws {
        let config = try free(#"{"apiVersion":"autoscaling/v1","kind":"Scale","spec":{"replicas":3}}"#)
        let held = [entry("u", "Update", #"{"f:spec":{"f:replicas":{}}}"#, apiVersion: "apps/v1")]
        let scaleEntries = ownership.entries(ofObject: held)
        let old = try scale(2)
        do {
            _ = try ScaleOwnership.ofScale.applied(
                config, to: old, held: scaleEntries, by: "m", force: false, at: moment(9))
            Issue.record("it was applied")
        } catch {
            guard case .conflicts(let conflicts) = error else {
                Issue.record("\(error)")
                return
            }
            #expect(
                ConflictText.message(conflicts)
                    == #"Apply failed with 1 conflict: conflict with "u" using autoscaling/v1: .spec.replicas"#)
        }
        let forced = try ScaleOwnership.ofScale.applied(
            config, to: old, held: scaleEntries, by: "m", force: true, at: moment(9))
        #expect(
            shown(ownership.entries(ofObject: held, scale: forced.entries)) == [
                #"m Apply apps/v1/scale - {"f:spec":{"f:replicas":{}}}"#
            ])
    }
}
