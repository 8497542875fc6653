import Objects
import Testing

@testable import APIServer
@testable import Resources

/// A watch holds its selector for as long as it is open: selectors without bounds are refused, in words.
struct SelectorLimitTests {
    private func parse(labels: String = "", fields: String = "") throws(APIError) -> ListOptions {
        var options = ListOptions()
        guard let pods = BuiltinResources.all.first(where: { $0.plural == "pods" }) else { return options }
        try RequestOptions.selectors(labels: labels, fields: fields, pods, &options)
        return options
    }

    @Test func whatPeopleWriteIsTaken() throws {
        let names = (0..<1000).map { "web-\($0)" }.joined(separator: ",")
        #expect(try parse(labels: "app in (\(names)),tier=web").labels.requirements.count == 2)
        let keys = (0..<64).map { "key\($0)" }.joined(separator: ",")
        #expect(try parse(labels: keys).labels.requirements.count == 64)
    }

    @Test func tooManyBytesRequirementsOrValuesAreRefused() {
        let many = (0..<65).map { "key\($0)" }.joined(separator: ",")
        let values = (0..<1025).map { "v\($0)" }.joined(separator: ",")
        let long = String(repeating: "a", count: (16 << 10) + 1)
        let fields = (0..<65).map { "spec.nodeName!=n\($0)" }.joined(separator: ",")
        for (labels, field, part) in [
            (many, "", "labelSelector is too long: it has 65 requirements, at most 64 are allowed"),
            ("app in (\(values))", "", "labelSelector is too long: it has 1025 values, at most 1024 are allowed"),
            (long, "", "labelSelector is too long: it has 16385 bytes, at most 16384 are allowed"),
            ("", long, "fieldSelector is too long: it has 16385 bytes, at most 16384 are allowed"),
            ("", fields, "fieldSelector is too long: it has 65 requirements, at most 64 are allowed"),
        ] {
            let error = #expect(throws: APIError.self) { try parse(labels: labels, fields: field) }
            #expect(error?.code == 400)
            #expect(error?.message.hasPrefix(part) == true, "\(error?.message ?? "")")
        }
    }
}
