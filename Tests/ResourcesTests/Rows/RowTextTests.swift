import Testing

@testable import Objects
@testable import Resources

@Suite("Rows show what there is, each thing once")
struct RowTextTests {
    static let rows: [(kind: String, object: String, column: Int, shown: String)] = [
        (
            "services",
            #"{"spec":{"type":"LoadBalancer"},"status":{"loadBalancer":{"ingress":[{"hostname":"b.long.name.example.com"},{"ip":"1.2.3.4"},{"ip":"1.2.3.4"}]}}}"#,
            3, "1.2.3.4,b.long.name.example.com"
        ),
        (
            "services",
            #"{"spec":{"type":"LoadBalancer","externalIPs":["9.9.9.9"]},"status":{"loadBalancer":{"ingress":[{"hostname":"l.io"}]}}}"#,
            3, "l.io,9.9.9.9"
        ),
        ("services", #"{"spec":{"type":"LoadBalancer"}}"#, 3, "<pending>"),
        ("events", #"{"involvedObject":{"kind":"Pod","name":"p"}}"#, 3, "pod/p"),
        ("events", #"{"involvedObject":{"kind":"Pod"}}"#, 3, "pod"),
        ("endpointslices", #"{"ports":[{"name":""}]}"#, 2, "<unset>"),
        ("endpointslices", #"{"ports":[{"name":"a"},{"port":1},{"port":2},{"port":3}]}"#, 2, "a,1,2 + 1 more..."),
    ]

    @Test("Cells that several things share", arguments: rows)
    func cells(_ row: (kind: String, object: String, column: Int, shown: String)) throws {
        let judge = try Judge(row.kind)
        let cells = judge.definition.rows.cells(try judge.read(row.object), now: 0)
        #expect(cells[row.column] == .text(row.shown))
    }
}
