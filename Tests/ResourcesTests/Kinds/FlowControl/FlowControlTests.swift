import Testing

@testable import Objects
@testable import Resources

@Suite("Flow schemas and priority levels")
struct FlowControlTests {
    private static func schema(_ rule: String, _ more: String = "") -> String {
        #"{"spec":{"priorityLevelConfiguration":{"name":"p"},"rules":[{"subjects":[{"kind":"User","user":{"name":"u"}}],\#(rule)}]\#(more)}}"#
    }
    private static let paths = #""nonResourceRules":[{"verbs":["get"],"nonResourceURLs":["/healthz"]}]"#
    private static func urls(_ url: String) -> String {
        schema(#""nonResourceRules":[{"verbs":["*"],"nonResourceURLs":["\#(url)"]}]"#)
    }
    private static func resources(_ rule: String) -> String { schema(#""resourceRules":[{\#(rule)}]"#) }

    static let schemas: [(String, [String])] = [
        (schema(paths), []), (schema(#""resourceRules":[]"#), ["spec.rules[0]"]),
        ("{}", ["spec.priorityLevelConfiguration.name"]),
        (schema(paths, #","matchingPrecedence":1"#), ["spec.matchingPrecedence"]),
        (schema(paths, #","matchingPrecedence":10001"#), ["spec.matchingPrecedence"]),
        (schema(paths, #","distinguisherMethod":{"type":"ByHat"}"#), ["spec.distinguisherMethod.type"]),
        (urls("/a/*"), []), (urls("/a*"), ["spec.rules[0].nonResourceRules[0].nonResourceURLs[0]"]),
        (urls("a"), ["spec.rules[0].nonResourceRules[0].nonResourceURLs[0]"]),
        (resources(#""verbs":["get"],"apiGroups":[""],"resources":["pods"],"namespaces":["*"]"#), []),
        (
            resources(#""verbs":["get","*"],"apiGroups":["*","a"],"resources":["pods"],"clusterScope":true"#),
            ["spec.rules[0].resourceRules[0].verbs", "spec.rules[0].resourceRules[0].apiGroups"]
        ),
        (
            resources(#""verbs":["see"],"apiGroups":["a"],"resources":["pods"]"#),
            ["spec.rules[0].resourceRules[0].verbs", "spec.rules[0].resourceRules[0].namespaces"]
        ),
        (
            #"{"spec":{"priorityLevelConfiguration":{"name":"p"},"rules":[{"subjects":[{"kind":"Group","user":{"name":"u"}}],\#(paths)}]}}"#,
            ["spec.rules[0].subjects[0].user", "spec.rules[0].subjects[0].group"]
        ),
    ]

    @Test("Which schemas are refused", arguments: schemas)
    func schemasRefused(_ example: (String, [String])) throws {
        #expect(try Judge("flowschemas").fields(example.0) == example.1)
    }

    private static func queuing(_ queuing: String) -> String {
        #"{"spec":{"type":"Limited","limited":{"limitResponse":{"type":"Queue","queuing":{\#(queuing)}}}}}"#
    }

    static let levels: [(String, [String])] = [
        (queuing(""), []), (#"{"spec":{"type":"Limited"}}"#, ["spec.limited"]),
        (#"{"spec":{"type":"Exempt"}}"#, ["spec.type"]),
        (queuing(#""queues":4,"handSize":5"#), ["spec.limited.limitResponse.queuing.handSize"]),
        (queuing(#""queues":128,"handSize":9"#), ["spec.limited.limitResponse.queuing.handSize"]),
        (queuing(#""queues":128,"handSize":8"#), []),
        (queuing(#""queueLengthLimit":-1"#), ["spec.limited.limitResponse.queuing.queueLengthLimit"]),
        (
            #"{"spec":{"type":"Limited","limited":{"limitResponse":{"type":"Reject","queuing":{}}}}}"#,
            ["spec.limited.limitResponse.queuing"]
        ),
        (
            #"{"spec":{"type":"Limited","limited":{"lendablePercent":101,"limitResponse":{"type":"Reject"}}}}"#,
            ["spec.limited.lendablePercent"]
        ),
    ]

    @Test("Which levels are refused", arguments: levels)
    func levelsRefused(_ example: (String, [String])) throws {
        #expect(try Judge("prioritylevelconfigurations").fields(example.0) == example.1)
    }

    @Test("What every server begins with is valid, defaulted already, and fits together")
    func bootstrap() throws {
        let levels = FlowControlBootstrap.mandatoryLevels + FlowControlBootstrap.suggestedLevels
        let schemas = FlowControlBootstrap.mandatorySchemas + FlowControlBootstrap.suggestedSchemas
        for (judge, objects) in [
            (try Judge("prioritylevelconfigurations"), levels.map(\.message)),
            (try Judge("flowschemas"), schemas.map(\.message)),
        ] {
            for object in objects {
                var defaulted = object
                judge.definition.rules.setDefaults(&defaulted)
                #expect(defaulted == object)
                #expect(judge.definition.rules.validate(object).isEmpty, "\(Metadata(of: object).name)")
            }
        }
        let names = Set(levels.map(\.metadata.name))
        #expect(schemas.allSatisfy { names.contains($0.spec.priorityLevelConfiguration.name) })
    }

    @Test("Two levels and two schemas cannot be changed, but for what the exempt one lends")
    func fixed() throws {
        let judge = try Judge("prioritylevelconfigurations")
        let exempt = #"{"metadata":{"name":"exempt"},"spec":{"type":"Exempt","exempt":{"nominalConcurrencyShares":5}}}"#
        #expect(try judge.fields(exempt).isEmpty)
        let other =
            #"{"metadata":{"name":"catch-all"},"spec":{"type":"Limited","limited":{"limitResponse":{"type":"Reject"}}}}"#
        #expect(try judge.fields(other) == ["spec"])
        let schema = #"{"metadata":{"name":"catch-all"},"spec":{"priorityLevelConfiguration":{"name":"catch-all"}}}"#
        #expect(try Judge("flowschemas").fields(schema) == ["spec"])
    }

    @Test("Rows")
    func rows() throws {
        let levels = try Judge("prioritylevelconfigurations")
        #expect(
            FlowControlBootstrap.mandatoryLevels.map { levels.row($0.message) } == [
                ["exempt", "Exempt", "<none>", "<none>", "<none>", "<none>"],
                ["catch-all", "Limited", "5", "<none>", "<none>", "<none>"],
            ])
        let schemas = try Judge("flowschemas")
        #expect(
            FlowControlBootstrap.mandatorySchemas.map { schemas.row($0.message) } == [
                ["exempt", "exempt", "1", "<none>", "?"], ["catch-all", "catch-all", "10000", "ByUser", "?"],
            ])
    }

    @Test("Schemas stand in the order in which requests are compared with them")
    func order() throws {
        let judge = try Judge("flowschemas")
        let isAbove = try #require(judge.definition.rows.isAbove)
        let schemas = (FlowControlBootstrap.suggestedSchemas + FlowControlBootstrap.mandatorySchemas).map(\.message)
        let names = schemas.sorted(by: isAbove).map { Metadata(of: $0).name }
        #expect(names.first == "exempt" && names.last == "catch-all")
        let scheduler = try #require(names.firstIndex(of: "kube-scheduler"))
        #expect(names[scheduler - 1] == "kube-controller-manager")
    }

    @Test("A schema says whether its level is there, once")
    func references() throws {
        var schema = FlowControlBootstrap.mandatorySchemas[0]
        let there = try #require(FlowSchemaReference.change(schema, isThere: true, now: 9))
        #expect(there.type == "Dangling" && there.status == "False" && there.reason == "Found")
        #expect(
            there.message_
                == #"This FlowSchema references the PriorityLevelConfiguration object named "exempt" and it exists"#)
        #expect(there.lastTransitionTime?.seconds == 9)
        schema.status.conditions = [there]
        #expect(FlowSchemaReference.change(schema, isThere: true, now: 10) == nil)
        let gone = try #require(FlowSchemaReference.change(schema, isThere: false, now: 10))
        #expect(gone.status == "True" && gone.reason == "NotFound")
        #expect(gone.message_.hasSuffix("but there is no such object"))
    }
}
