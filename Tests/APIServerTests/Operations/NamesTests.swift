import HTTP2
import Testing

@testable import APIServer

@Suite("Identifiers that the server makes")
struct NamesTests {
    @Test("They are UUIDs of version 4, each once")
    func uuids() {
        let made = (0..<2000).map { _ in RandomID.uuid() }
        #expect(Set(made).count == made.count)
        for uuid in made {
            let groups = uuid.split(separator: "-", omittingEmptySubsequences: false)
            #expect(groups.map(\.count) == [8, 4, 4, 4, 12])
            #expect(uuid.allSatisfy { $0 == "-" || ($0.isHexDigit && !$0.isUppercase) })
            #expect(groups[2].first == "4")
            #expect("89ab".contains(groups[3].prefix(1)))
        }
        // All other digits are drawn: each takes every value.
        for place in 0..<36 where ![8, 13, 14, 18, 19, 23].contains(place) {
            #expect(Set(made.map { Array($0.utf8)[place] }).count == 16)
        }
    }

    @Test("An answer is known by what the client has chosen, as it stands, or by a new one")
    func audit() {
        #expect(AuditID.of(["audit-id": "mine"]) == "mine")
        #expect(AuditID.of(["audit-id": ""]).utf8.count == 36)
        #expect(AuditID.of([:]) != AuditID.of([:]))
    }
}
