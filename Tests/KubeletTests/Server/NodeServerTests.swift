import Client
import HTTP2
import Objects
import Reactor
import Testing

@testable import Kubelet

@Suite("The node's server gives logs to the API server and nothing to others")
struct NodeServerTests {
    @Test(
        "paths and queries",
        arguments: [
            ("/healthz", NodeRequest.health), ("/pods", .pods), ("/pods/", .pods),
            ("/containerLogs/ns/p/c", .log(namespace: "ns", pod: "p", container: "c", LogQuery())),
            (
                "/containerLogs/ns/p/c?follow=true&tailLines=5&previous=true&timestamps=true&limitBytes=9",
                .log(
                    namespace: "ns", pod: "p", container: "c",
                    LogQuery(follows: true, isPrevious: true, timestamps: true, tailLines: 5, limitBytes: 9))
            ),
            (
                "/containerLogs/ns/p/c?sinceSeconds=60",
                .log(namespace: "ns", pod: "p", container: "c", LogQuery(since: Fixture.now + -60_000))
            ),
            ("/containerLogs/ns/p/c?tailLines=-1", .refused(status: 400, message: "tailLines: -1 is not allowed")),
            ("/containerLogs/ns/p/..", .refused(status: 400, message: "the path names no container")),
            ("/containerLogs/ns/p/%2e%2e", .refused(status: 400, message: "the path names no container")),
            ("/containerLogs/ns/p/a%2Fb", .refused(status: 400, message: "the path names no container")),
            ("/containerLogs/ns/p", .refused(status: 404, message: "the node does not serve this path")),
            ("/", .refused(status: 404, message: "the node does not serve this path")),
        ])
    func requests(path: String, expected: NodeRequest) {
        #expect(NodeRequest(method: "GET", path: path, now: Fixture.now) == expected)
    }

    @Test(
        "only the API server and administrators are let in",
        arguments: [
            (nil, 401), (PeerIdentity(commonName: "kube-apiserver-kubelet-client", organizations: []), nil),
            (PeerIdentity(commonName: "admin", organizations: ["system:masters"]), nil),
            (PeerIdentity(commonName: "system:node:n2", organizations: ["system:nodes"]), 403),
        ] as [(PeerIdentity?, Int?)])
    func readers(peer: PeerIdentity?, refusal: Int?) {
        #expect(NodeReaders.refusal(peer) == refusal)
    }

    /// Certificates of an authority made for the test, by OpenSSL's own tool.
    private func certificates(in folder: String) throws {
        func openssl(_ arguments: String) throws {
            try Command.run(["openssl"] + arguments.split(separator: " ").map(String.init))
        }
        try openssl(
            "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=authority "
                + "-keyout \(folder)/ca.key -out \(folder)/ca.crt")
        let names = ["server": "/CN=node", "api": "/CN=kube-apiserver-kubelet-client", "other": "/CN=somebody"]
        try Command.write("subjectAltName=IP:127.0.0.1", to: folder + "/names")
        for (name, subject) in names {
            try openssl(
                "req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj \(subject) "
                    + "-keyout \(folder)/\(name).key -out \(folder)/\(name).csr")
            try openssl(
                "x509 -req -in \(folder)/\(name).csr -CA \(folder)/ca.crt -CAkey \(folder)/ca.key -CAcreateserial "
                    + "-days 2 -extfile \(folder)/names -out \(folder)/\(name).crt")
        }
    }

    @Test(
        "over TLS: who shows the right certificate reads, others are told why not",
        .enabled(if: Command.path("openssl") != nil, "openssl is not installed"))
    func service() async throws {
        let folder = try Fixture.folder()
        defer { try? FileSystem.removeTree(folder) }
        try certificates(in: folder)
        let registry = PodRegistry()
        registry.update(Fixture.pod())
        let paths = PodPaths(root: folder, pod: Fixture.identity)
        try FileSystem.makeFolders(paths.logs + "/app")
        for instance in 0..<2 {
            let log = (0..<60).map { LogTests.record($0, "\(instance): line \($0)") }.joined()
            try FileSystem.write(paths.log("app", attempt: instance), Array(log.utf8), mode: 0o644)
        }
        let loops = try EventLoopGroup(count: 1)
        let handler = NodeRequestHandler(
            registry: registry, runtime: SimulatedRuntime(), dataDirectory: folder, clock: NodeClock(time: .system)
        ) { nil }
        let tls = TLSServerConfiguration(
            certificateChain: .file(folder + "/server.crt"), privateKey: .file(folder + "/server.key"),
            clientAuthorities: .file(folder + "/ca.crt"))
        let server = try HTTP2Server(
            [HTTP2Server.Binding(.tcp(host: "127.0.0.1", port: 0), tls: try TLSServerIdentity(tls))], loops: loops,
            handler: handler)
        server.start()
        let port = try #require(server.boundPort())

        func get(_ path: String, as name: String?) async throws -> (Int, String) {
            let context = try TLSContext(
                client: TLSClientConfiguration(
                    verification: .authorities(.file(folder + "/ca.crt")),
                    identity: name.map { (.file("\(folder)/\($0).crt"), .file("\(folder)/\($0).key")) }))
            let client = HTTP2Client(.tcp(host: "127.0.0.1", port: port), tls: context, on: loops.loops[0])
            // Tasks answer, which get a thread when it is their turn.
            let response = try await client.send(
                RequestHead(method: "GET", path: path, authority: "node"), deadlineMilliseconds: 3_600_000)
            await client.close()
            return (response.head.status, String(decoding: response.body, as: UTF8.self))
        }
        #expect(try await get("/healthz", as: "api") == (200, "ok"))
        #expect(try await get("/healthz", as: nil).0 == 401)
        #expect(try await get("/pods", as: "other").0 == 403)
        #expect(try await get("/pods", as: "api").1.contains("\"uid\":\"u1\""))
        #expect(
            try await get("/containerLogs/default/web/app?tailLines=2", as: "api") == (200, "1: line 58\n1: line 59\n"))
        #expect(
            try await get("/containerLogs/default/web/app?previous=true&limitBytes=10", as: "api") == (
                200, "0: line 0\n"
            ))
        #expect(try await get("/containerLogs/default/web/none", as: "api").0 == 404)
        #expect(try await get("/containerLogs/default/gone/app", as: "api").0 == 404)
        #expect(
            try await get("/exec/default/web/app?command=true&output=1", as: "api").1.contains(
                "Upgrade request required"))
        #expect(try await get("/exec/default/web/app?command=true&output=1", as: "other").0 == 403)
        #expect(try await get("/portForward/default/gone", as: "api").0 == 404)
        await server.shutdown(drainMilliseconds: 100)
        await loops.shutdown()
    }
}
