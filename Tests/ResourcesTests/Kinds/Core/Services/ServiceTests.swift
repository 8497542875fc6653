import Testing

@testable import Objects
@testable import Resources

@Suite("Services are valid, or say what is wrong")
struct ServiceTests {
    /// Specification beside one port, and what is wrong. Addresses are given, as they are when it is validated.
    static let examples: [(String, [String])] = [
        (#""clusterIP":"10.0.0.1""#, []),
        (
            #""type":"Odd","clusterIP":"10.0.0.1""#,
            [
                #"spec.type: Unsupported value: "Odd": supported values: "ClusterIP", "ExternalName", "LoadBalancer", "NodePort""#
            ]
        ),
        (#""type":"ExternalName""#, ["spec.externalName: Required value"]),
        (#""type":"ExternalName","externalName":"a.example.com.""#, []),
        (
            #""type":"NodePort","clusterIP":"None""#,
            [#"spec.clusterIPs[0]: Invalid value: "None": may not be set to 'None' for NodePort services"#]
        ),
        (
            #""clusterIP":"10.0.0.1","sessionAffinity":"ClientIP","sessionAffinityConfig":{"clientIP":{"timeoutSeconds":0}}"#,
            [
                "spec.sessionAffinityConfig.clientIP.timeoutSeconds: Invalid value: 0: must be greater than 0 and less than 86400"
            ]
        ),
        (
            #""clusterIP":"10.0.0.1","externalIPs":["127.0.0.1"]"#,
            [
                #"spec.externalIPs[0]: Invalid value: "127.0.0.1": may not be in the loopback range (127.0.0.0/8, ::1/128)"#
            ]
        ),
        (
            #""clusterIP":"10.0.0.1","loadBalancerClass":"a.b/c""#,
            ["spec.loadBalancerClass: Forbidden: may only be used when `type` is 'LoadBalancer'"]
        ),
        (
            #""clusterIP":"10.0.0.1","clusterIPs":["10.0.0.1","10.0.0.2"]"#,
            [
                #"spec.clusterIPs: Invalid value: ["10.0.0.1","10.0.0.2"]: may specify no more than one IP for each IP family"#
            ]
        ),
        (
            #""clusterIP":"10.0.0.1","ipFamilies":["IPv6"]"#,
            [#"spec.clusterIPs[0]: Invalid value: "10.0.0.1": expected an IPv6 value as indicated by `ipFamilies[0]`"#]
        ),
        (
            #""clusterIP":"10.0.0.1","trafficDistribution":"Far""#,
            [
                #"spec.trafficDistribution: Unsupported value: "Far": supported values: "PreferClose", "PreferSameZone", "PreferSameNode""#
            ]
        ),
    ]

    private static func service(_ spec: String, ports: String = #"[{"port":80}]"#) -> String {
        #"{"metadata":{"name":"s"},"spec":{\#(spec),"ports":\#(ports)}}"#
    }

    @Test("A service's specification", arguments: examples)
    func specifications(_ example: (String, [String])) throws {
        #expect(try problems(BuiltinResources.services, Self.service(example.0)) == example.1)
    }

    @Test("Ports have names where there are several, and are there once")
    func ports() throws {
        let twice = #"[{"name":"a","port":80},{"name":"a","port":80},{"port":81,"nodePort":30000}]"#
        #expect(
            try problems(BuiltinResources.services, Self.service(#""clusterIP":"10.0.0.1""#, ports: twice)) == [
                #"spec.ports[1].name: Duplicate value: "a""#,
                #"spec.ports[1]: Duplicate value: {"Name":"","Protocol":"TCP","AppProtocol":null,"Port":80,"TargetPort":0,"NodePort":0}"#,
                "spec.ports[2].name: Required value",
                "spec.ports[2].nodePort: Forbidden: may not be used when `type` is 'ClusterIP'",
            ])
    }

    @Test("A change that leaves out what the server gave keeps it")
    func kept() throws {
        let old = try subject(
            BuiltinResources.services,
            Self.service(
                #""type":"NodePort","clusterIP":"10.0.0.1","ipFamilies":["IPv4"],"ipFamilyPolicy":"SingleStack""#,
                ports: #"[{"name":"w","port":80,"nodePort":30080}]"#))
        func changed(_ text: String) throws -> Core.ServiceSpec {
            var object = try JSONDecoder.decode(Array(text.utf8), as: Core.Service.descriptor).message
            let definition = BuiltinResources.services
            definition.rules.setDefaults(&object)
            definition.prepareForUpdate(&object, old: old, subresource: nil)
            return Core.Service(object).spec
        }
        let kept = try changed(Self.service(#""type":"NodePort""#, ports: #"[{"name":"w","port":81}]"#))
        #expect(kept.clusterIPs == ["10.0.0.1"])
        #expect(kept.clusterIP == "10.0.0.1")
        #expect(kept.ipFamilies == ["IPv4"])
        #expect(kept.ports.map(\.nodePort) == [30080])
        let inner = try changed(
            Self.service(#""type":"ClusterIP""#, ports: #"[{"name":"w","port":80,"nodePort":30080}]"#))
        #expect(inner.ports.map(\.nodePort) == [0])
        #expect(inner.externalTrafficPolicy == "")
        let outer = try changed(#"{"metadata":{"name":"s"},"spec":{"type":"ExternalName","externalName":"a.b"}}"#)
        #expect(outer.clusterIPs == [])
        #expect(outer.ipFamilies == [])
    }

    @Test("An address, once given, stays")
    func addressChanges() throws {
        let old = Self.service(#""clusterIP":"10.0.0.1""#)
        #expect(
            try changeProblems(BuiltinResources.services, from: old, to: Self.service(#""clusterIP":"10.0.0.2""#)) == [
                #"spec.clusterIPs[0]: Invalid value: ["10.0.0.2"]: may not change once set"#
            ])
    }

    /// Specification, status, and the cells for type, address, external address and ports.
    static let rows: [(String, String, [String])] = [
        (
            #""type":"ClusterIP","clusterIP":"10.0.0.1","ports":[{"port":80}]"#, "",
            ["ClusterIP", "10.0.0.1", "<none>", "80/TCP"]
        ),
        (#""type":"LoadBalancer","clusterIP":"10.0.0.1""#, "", ["LoadBalancer", "10.0.0.1", "<pending>", "<none>"]),
        (
            #""type":"LoadBalancer","clusterIP":"10.0.0.1","externalIPs":["192.0.2.9"]"#,
            #""loadBalancer":{"ingress":[{"hostname":"a.long.name.example.com"}]}"#,
            ["LoadBalancer", "10.0.0.1", "a.long.name.example.com,192.0.2.9", "<none>"]
        ),
        (#""type":"ExternalName","externalName":"a.b""#, "", ["ExternalName", "<none>", "a.b", "<none>"]),
    ]

    @Test("Rows tell where a service can be reached", arguments: rows)
    func printed(_ row: (String, String, [String])) throws {
        let text = #"{"metadata":{"name":"s"},"spec":{\#(row.0)},"status":{\#(row.1)}}"#
        var object = try JSONDecoder.decode(Array(text.utf8), as: Core.Service.descriptor).message
        BuiltinResources.services.rules.setDefaults(&object)
        #expect(BuiltinResources.services.rows.cells(object, now: 0)[1...4].map { $0 } == row.2.map { .text($0) })
    }
}
