import Testing

@testable import Resources

@Suite("Ingresses")
struct IngressesTests {
    private static let backend = #""backend":{"service":{"name":"s","port":{"number":80}}}"#

    private static func path(_ path: String, _ type: String) -> String {
        #"{"spec":{"rules":[{"http":{"paths":[{"path":"\#(path)","pathType":"\#(type)",\#(backend)}]}}]}}"#
    }
    private static func backed(_ backend: String) -> String { #"{"spec":{"defaultBackend":{\#(backend)}}}"# }
    private static func host(_ host: String) -> String { #"{"spec":{"rules":[{"host":"\#(host)"}]}}"# }

    /// Objects, and the beginnings of what is said about them.
    static let cases: [(String, [String])] = [
        ("{}", ["spec: Invalid value: null: either `defaultBackend` or `rules` must be specified"]),
        (path("/", "Prefix"), []),
        (path("a", "Prefix"), ["spec.rules[0].http.paths[0].path: Invalid value: \"a\": must be"]),
        (path("/a//b", "Exact"), ["spec.rules[0].http.paths[0].path: Invalid value: \"/a//b\": must not contain '//'"]),
        (path("/a/..", "Exact"), ["spec.rules[0].http.paths[0].path: Invalid value: \"/a/..\": cannot end with '/..'"]),
        (path("", "ImplementationSpecific"), []), (path("/a/../b", "ImplementationSpecific"), []),
        (
            path("/", "Odd"),
            ["spec.rules[0].http.paths[0].pathType: Unsupported value: \"Odd\": supported values: \"Exact\","]
        ),
        (host("*.example.com"), []), (host("*.*.example.com"), ["spec.rules[0].host: Invalid value"]),
        (host("10.0.0.1"), ["spec.rules[0].host: Invalid value: \"10.0.0.1\": must be a DNS name, not an IP address"]),
        (backed(#""service":{"name":"s","port":{"name":"http"}}"#), []),
        (backed(#""service":{"name":"s","port":{}}"#), ["spec.defaultBackend: Required value: port name or number"]),
        (
            backed(#""service":{"name":"s","port":{"name":"a","number":1}}"#),
            ["spec.defaultBackend: Invalid value: \"\": cannot set both port name & port number"]
        ),
        (backed(""), ["spec.defaultBackend: Invalid value: \"\": resource or service backend is required"]),
        (
            backed(#""resource":{"kind":"K","name":"a/b"}"#),
            ["spec.defaultBackend.resource.name: Invalid value: \"a/b\": may"]
        ),
    ]

    @Test("What is refused, and how", arguments: cases)
    func refused(_ example: (String, [String])) throws {
        let found = try Judge("ingresses").refusals(example.0)
        #expect(found.count == example.1.count)
        for (said, expected) in zip(found, example.1) { #expect(said.hasPrefix(expected)) }
    }

    @Test("The class is said in one place, or in two the same")
    func classes() throws {
        let judge = try Judge("ingresses")
        let twice =
            #"{"metadata":{"name":"a","annotations":{"kubernetes.io/ingress.class":"x"}},"spec":{"ingressClassName":"y","rules":[{"host":"h.io"}]}}"#
        #expect(try judge.fields(twice) == ["annotations.kubernetes.io/ingress.class"])
        #expect(judge.definition.rules.warnings(try judge.created(twice), old: nil).count == 1)
    }

    @Test("Rows show at most three hosts")
    func rows() throws {
        let judge = try Judge("ingresses")
        let hosts = ["a.io", "b.io", "c.io", "d.io"].map { #"{"host":"\#($0)"}"# }.joined(separator: ",")
        let many = try judge.read(
            #"{"metadata":{"name":"i"},"spec":{"ingressClassName":"x","tls":[{}],"rules":[\#(hosts)]},"status":{"loadBalancer":{"ingress":[{"hostname":"l.io"},{"ip":"1.2.3.4"},{"ip":"1.2.3.4","hostname":"m.io"}]}}}"#
        )
        #expect(judge.row(many) == ["i", "x", "a.io,b.io,c.io + 1 more...", "1.2.3.4,l.io", "80, 443"])
        let plain = try judge.read(
            #"{"metadata":{"name":"i","annotations":{"kubernetes.io/ingress.class":"x"}},"spec":{"rules":[{}]}}"#
        )
        #expect(judge.row(plain) == ["i", "<none>", "*", "", "80"])
    }
}
