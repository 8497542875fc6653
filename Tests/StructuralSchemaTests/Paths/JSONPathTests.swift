import Objects
import Resources
@testable import StructuralSchema
import Testing

@Suite struct JSONPathTests {
    private static let object = """
        {"metadata":{"creationTimestamp":"1970-01-01T00:00:00Z","labels":{"a.b/c":"x","plain":"y"}},"spec":{"ports":[{"port":1},{"port":2},{"port":3}],"n":1.5},
        "status":{"conditions":[{"type":"Ready","status":"True","n":3},{"type":"Synced","status":"False","n":1}]}}
        """

    @Test(arguments: [
        (".spec.ports[0].port", "[1]"), (".spec.ports[*].port", "[1,2,3]"), (".spec.ports[-1].port", "[3]"),
        (".spec.ports[1:].port", "[2,3]"), (".spec.ports[0:3:2].port", "[1,3]"), (".spec.missing.x", "[]"),
        (#".status.conditions[?(@.type=="Ready")].status"#, #"["True"]"#),
        (#".status.conditions[?(@.type == 'Synced')].status"#, #"["False"]"#),
        (".status.conditions[?(@.n>=2)].type", #"["Ready"]"#), (".status.conditions[?(@.n<2)].type", #"["Synced"]"#),
        (".status.conditions[?(@.type!='Ready')].n", "[1]"), (".status.conditions[?(@.missing)].n", "[]"),
        (".metadata.labels['a.b/c']", #"["x"]"#), (#".metadata.labels.a\.b/c"#, #"["x"]"#), ("..port", "[1,2,3]"),
        (".metadata.labels.*", #"["x","y"]"#), (".spec.ports[0,2].port", "[1,3]"), (".spec['n']", "[1.5]"),
        (".spec.n", "[1.5]"),
    ])
    func leadsToTheValues(_ path: String, _ expected: String) throws {
        let object = try Samples.value(Self.object)
        let path = try #require(JSONPath(path))
        #expect(Samples.text(.list(path.find(in: object))) == expected)
    }

    @Test(arguments: [".a[", ".a[?(@.b==]", ".a['b]", ".a[x]", "{.a}", ".a[?(@.b=1)]"])
    func whatIsNoPathIsNone(_ path: String) {
        #expect(JSONPath(path) == nil)
    }

    @Test func nestingIsBounded() {
        #expect(JSONPath("." + String(repeating: "a[?(@.", count: 500)) == nil)
    }

    @Test(arguments: [
        ("integer", ".spec.ports[1].port", Cell.integer(2)), ("integer", ".spec.n", .integer(1)),
        ("string", ".spec.n", .text("1.5")), ("number", ".spec.n", .number(1.5)), ("boolean", ".spec.n", .none),
        ("string", ".spec.ports[0]", .text(#"{"port":1}"#)), ("date", ".metadata.labels.plain", .text("<invalid>")),
        ("string", ".nowhere", .none), ("date", ".metadata.creationTimestamp", .text("60s")),
    ])
    func cellsHaveTheColumnsType(_ type: String, _ path: String, _ expected: Cell) throws {
        var column = APIExtensions.CustomResourceColumnDefinition()
        column.type = type
        column.jsonPath = path
        let cell = PrinterColumn(column).cell(of: try Samples.value(Self.object), now: 60)
        #expect(cell == expected)
    }
}
