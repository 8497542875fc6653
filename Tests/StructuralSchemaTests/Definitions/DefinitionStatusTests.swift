import Objects
@testable import StructuralSchema
import Testing

@Suite struct DefinitionStatusTests {
    private func texts(_ status: APIExtensions.CustomResourceDefinitionStatus) -> [String] {
        status.conditions.map { "\($0.type)=\($0.status) \($0.reason): \($0.message_)" }
    }

    @Test func freeNamesAreAcceptedAtOnce() throws {
        let definition = try Samples.definition(schema: #"{"type":"object"}"#)
        let status = try #require(DefinitionStatus.plan(definition, taken: .init(), now: 5))
        #expect(
            texts(status) == [
                "NamesAccepted=True NoConflicts: no conflicts found",
                "Established=True InitialNamesAccepted: the initial names have been accepted",
            ])
        #expect(status.acceptedNames.kind == "Toy")
        #expect(status.acceptedNames.listKind == "ToyList")
        var settled = definition
        settled.status = status
        #expect(DefinitionStatus.plan(settled, taken: .init(), now: 9) == nil)
    }

    @Test func takenNamesAreRefused() throws {
        let definition = try Samples.definition(schema: #"{"type":"object"}"#)
        var taken = DefinitionStatus.TakenNames()
        var other = APIExtensions.CustomResourceDefinitionNames()
        other.plural = "dolls"
        other.shortNames = ["toy"]
        other.kind = "Toy"
        taken.insert(other)
        let status = try #require(DefinitionStatus.plan(definition, taken: taken, now: 5))
        #expect(
            texts(status) == [
                "NamesAccepted=False KindConflict: \"Toy\" is already in use",
                "Established=False NotAccepted: not all names are accepted",
            ])
        #expect(status.acceptedNames.plural == "toys")
        #expect(status.acceptedNames.kind == "")
    }

    @Test func aConditionsTimeChangesWithItsStatusOnly() throws {
        var status = APIExtensions.CustomResourceDefinitionStatus()
        DefinitionStatus.set(.terminating, true, reason: "A", message: "a", now: 5, in: &status)
        DefinitionStatus.set(.terminating, true, reason: "B", message: "b", now: 9, in: &status)
        #expect(status.conditions.first?.lastTransitionTime?.seconds == 5)
        DefinitionStatus.set(.terminating, false, reason: "C", message: "c", now: 11, in: &status)
        #expect(status.conditions.map(\.lastTransitionTime?.seconds) == [11])
    }

    @Test func allVersionsThatWereStorageAreRemembered() throws {
        var definition = try Samples.definition(schema: #"{"type":"object"}"#)
        #expect(definition.status.storedVersions == ["v1"])
        var versions = definition.spec.versions
        versions[0].storage = false
        var next = versions[0]
        next.name = "v2"
        next.storage = true
        definition.spec.versions = versions + [next]
        DefinitionStatus.noteStorage(&definition)
        DefinitionStatus.noteStorage(&definition)
        #expect(definition.status.storedVersions == ["v1", "v2"])
    }
}
