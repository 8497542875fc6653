import Objects
import Testing

@testable import Resources

@Suite("Owners that stand twice")
struct OwnerDuplicatesTests {
    private func map(_ owners: [(name: String, uid: String)]) -> Message {
        var map = Core.ConfigMap()
        map.metadata.ownerReferences = owners.map { name, uid in
            var reference = Meta.OwnerReference()
            reference.name = name
            reference.uid = uid
            return reference
        }
        return map.message
    }

    @Test("What equals an earlier one goes, in its place the others stay")
    func dropped() {
        var object = map([("a", "1"), ("b", "2"), ("a", "1"), ("other", "1"), ("b", "2")])
        #expect(OwnerDuplicates.drop(from: &object) == ["1", "2"])
        #expect(Core.ConfigMap(object).metadata.ownerReferences.map(\.name) == ["a", "b", "other"])
        #expect(OwnerDuplicates.drop(from: &object).isEmpty)
    }

    @Test("The writer is told of each, and of nothing else")
    func told() {
        #expect(OwnerDuplicates.warnings([], inPatched: true).isEmpty)
        let words = OwnerDuplicates.warnings(["1", "2"], inPatched: false)
        #expect(words.count == 1)
        #expect(words.first?.hasSuffix("please fix your requests; duplicate UID(s) observed: 1, 2") == true)
    }
}
