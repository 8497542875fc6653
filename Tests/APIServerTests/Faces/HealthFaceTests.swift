import Testing

@testable import APIServer

@Suite("Health")
struct HealthFaceTests {
    private func text(_ answer: Answer?) -> String? { answer.map { String(decoding: $0.bytes, as: UTF8.self) } }

    @Test("All is well, in a word, by name, or line by line")
    func well() {
        #expect(text(HealthFace.answer(["livez"], Query(), failure: nil)) == "ok")
        #expect(text(HealthFace.answer(["healthz", "ping"], Query(), failure: nil)) == "ok")
        #expect(
            text(HealthFace.answer(["livez"], Query("verbose&exclude=log"), failure: nil))
                == "[+]ping ok\n[+]log excluded: ok\n[+]etcd ok\nlivez check passed\n")
        #expect(HealthFace.answer(["livez", "nope"], Query(), failure: nil) == nil)
        #expect(HealthFace.answer(["livez", "ping", "x"], Query(), failure: nil) == nil)
    }

    @Test("A server without its store is not ready, but lives, and says no more to strangers")
    func ill() {
        let answer = HealthFace.answer(["readyz"], Query(), failure: "disk full")
        #expect(answer?.status == 500)
        #expect(text(answer)?.contains("[-]etcd failed: reason withheld\n") == true)
        #expect(text(answer)?.contains("disk full") == false)
        #expect(HealthFace.answer(["readyz"], Query("exclude=etcd"), failure: "disk full")?.status == 200)
        #expect(HealthFace.answer(["livez"], Query(), failure: "disk full")?.status == 200)
    }
}
