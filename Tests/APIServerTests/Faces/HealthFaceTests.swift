import Testing

@testable import APIServer
@testable import HTTP2

@Suite("Health")
struct HealthFaceTests {
    private func text(_ answer: Answer?) -> String? { answer.map { String(decoding: $0.bytes, as: UTF8.self) } }

    /// Of a server that has done these steps.
    private func server(_ steps: [ServerStep] = ServerStep.allCases, failure: String? = nil) -> ServerHealth {
        let health = ServerHealth { failure }
        for step in steps { health.finish(step) }
        return health
    }

    @Test("All is well, in a word, by name, or line by line")
    func well() {
        let server = server()
        #expect(text(HealthFace.answer(["livez"], Query(), server)) == "ok")
        #expect(HealthFace.answer(["livez"], Query(), server)?.headers["x-content-type-options"] == "nosniff")
        #expect(text(HealthFace.answer(["healthz", "ping"], Query(), server)) == "ok")
        #expect(
            text(HealthFace.answer(["readyz", "poststarthook", "rbac", "bootstrap-roles"], Query(), server)) == "ok")
        let lines =
            text(HealthFace.answer(["readyz"], Query("verbose&exclude=log"), server))?.split(separator: "\n") ?? []
        #expect(
            lines.prefix(6) == [
                "[+]ping ok", "[+]log excluded: ok", "[+]etcd ok", "[+]etcd-readiness ok", "[+]informer-sync ok",
                "[+]poststarthook/start-apiserver-admission-initializer ok",
            ])
        #expect(
            lines.suffix(3) == [
                "[+]poststarthook/apiservice-openapiv3-controller ok", "[+]shutdown ok", "readyz check passed",
            ])
        for path in [
            ["livez", "nope"], ["livez", "ping", "x"], ["livez", "shutdown"], ["healthz", "informer-sync"],
        ] {
            #expect(HealthFace.answer(path, Query(), server) == nil)
        }
    }

    @Test("What cannot be excluded is named, and is no failure")
    func unknown() {
        let answer = HealthFace.answer(["livez"], Query("verbose&exclude=b%22&exclude=a"), server())
        #expect(answer?.status == 200)
        #expect(
            text(answer)?.hasSuffix(
                "warn: some health checks cannot be excluded: no matches for \"a\",\"b\\\"\"\nlivez check passed\n")
                == true)
    }

    @Test("A server without its store is not ready, but lives, and says no more to strangers")
    func ill() {
        let server = server(failure: "disk full")
        let answer = HealthFace.answer(["readyz"], Query(), server)
        #expect(answer?.status == 500)
        #expect(text(answer)?.contains("[-]etcd failed: reason withheld\n") == true)
        #expect(text(answer)?.hasSuffix("\nreadyz check failed\n") == true)
        #expect(text(answer)?.contains("disk full") == false)
        let pardoned = Query("exclude=etcd&exclude=etcd-readiness&exclude=informer-sync")
        #expect(HealthFace.answer(["readyz"], pardoned, server)?.status == 200)
        #expect(text(HealthFace.answer(["readyz", "etcd"], Query(), server)) == "internal server error: disk full\n")
        #expect(HealthFace.answer(["livez"], Query(), server)?.status == 200)
    }

    @Test("A server is ready when its beginning is over, and no more when its end has begun")
    func beginningAndEnd() {
        let roles = "poststarthook/rbac/bootstrap-roles"
        let server = server(ServerStep.allCases.filter { $0 != .rights })
        let early = HealthFace.answer(["readyz"], Query(), server)
        #expect(early?.status == 500)
        #expect(text(early)?.contains("[-]\(roles) failed: reason withheld\n") == true)
        #expect(HealthFace.answer(["livez"], Query(), server)?.status == 200)
        server.finish(.rights)
        #expect(HealthFace.answer(["readyz"], Query(), server)?.status == 200)
        server.end()
        let late = HealthFace.answer(["readyz"], Query("verbose"), server)
        #expect(late?.status == 500)
        #expect(text(late)?.contains("[-]shutdown failed: reason withheld\n") == true)
        #expect(HealthFace.answer(["healthz"], Query(), server)?.status == 200)
    }
}
