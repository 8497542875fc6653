import Objects
@testable import StructuralSchema
import Testing

@Suite struct StructuralSchemaTests {
    @Test func placesAreFoundByName() throws {
        let schema = try Samples.schema(Samples.toys)
        let spec = try #require(schema.top?.property("spec"))
        #expect(spec.property("tags")?.listType == .set)
        #expect(spec.property("tags")?.items?.type == .string)
        #expect(spec.property("map")?.additional?.type == .integer)
        #expect(spec.property("nothing") == nil)
        #expect(spec.property("port")?.isIntOrString == true)
        #expect(spec.property("color")?.fallback == .string("red"))
    }

    @Test func aSchemaOfThousandsOfPropertiesStaysSmall() throws {
        let members = (0..<4_000).map {
            #""member\#($0)":{"type":"string","description":"words of no use to the server","maxLength":63,"pattern":"^[a-z]+$"}"#
        }
        let schema = try Samples.schema(#"{"type":"object","properties":{\#(members.joined(separator: ","))}}"#)
        #expect(schema.byteCount < 600_000)
    }

    @Test func whatChangesObjectsChangesTheFingerprint() throws {
        let one = try Samples.schema(#"{"type":"object","properties":{"a":{"type":"string"}}}"#)
        let same = try Samples.schema(#"{"properties":{"a":{"type":"string"}},"type":"object"}"#)
        let other = try Samples.schema(#"{"type":"object","properties":{"a":{"type":"string","default":"x"}}}"#)
        #expect(one.fingerprint == same.fingerprint)
        #expect(one.fingerprint != other.fingerprint)
    }
}
