import Objects
import Testing

@testable import Policy

@Suite("Scopes of quotas")
struct QuotaScopeTests {
    private func matches(_ selector: String, _ claim: String) throws -> Bool {
        let spec = #"{"spec":{"scopeSelector":{"matchExpressions":[\#(selector)]}}}"#
        let quota = Core.ResourceQuota(try Reading.message(spec, Core.ResourceQuota.descriptor))
        let object = try Reading.message(claim, Core.PersistentVolumeClaim.descriptor)
        return QuotaScope.matches(quota.spec, object, resource: "persistentvolumeclaims")
    }

    /// A claim, and whether it is in the scope of `gold`, of others than it, and of any class.
    static let claims: [(String, [Bool])] = [
        ("{}", [false, true, false]),
        (#"{"spec":{"volumeAttributesClassName":""}}"#, [false, true, false]),
        (#"{"spec":{"volumeAttributesClassName":"gold"}}"#, [true, false, true]),
        (#"{"spec":{"volumeAttributesClassName":"iron"}}"#, [false, true, true]),
        // Being changed, it counts for what it has and for what it is to have.
        (
            #"{"spec":{"volumeAttributesClassName":"iron"},"status":{"currentVolumeAttributesClassName":"gold"}}"#,
            [true, true, true]
        ),
        (
            #"{"status":{"modifyVolumeStatus":{"targetVolumeAttributesClassName":"gold","status":"Pending"}}}"#,
            [true, false, true]
        ),
    ]

    @Test("Claims are counted by the class of their attributes", arguments: claims)
    func attributes(_ claim: String, _ expected: [Bool]) throws {
        let scope = #""scopeName":"VolumeAttributesClass""#
        let selectors = [
            #"{\#(scope),"operator":"In","values":["gold"]}"#, #"{\#(scope),"operator":"NotIn","values":["gold"]}"#,
            #"{\#(scope),"operator":"Exists"}"#,
        ]
        #expect(try selectors.map { try matches($0, claim) } == expected)
        #expect(try matches(#"{\#(scope),"operator":"DoesNotExist"}"#, claim) == !expected[2])
    }

    @Test("Scopes of pods have no claims")
    func pods() throws {
        #expect(try !matches(#"{"scopeName":"PriorityClass","operator":"DoesNotExist"}"#, "{}"))
    }
}
