import Store
import Testing
import Wire

@testable import APIServer

@Suite("A page's token leads on in its list, and nowhere else")
struct ContinueTokenTests {
    static func token(_ json: String) -> String { Base64URL.encode(Array(json.utf8)) }

    @Test func readsWhatItWrites() throws {
        let token = ContinueToken(revision: Revision(7), after: Array("/a/b/c".utf8), below: Array("/a/".utf8))
        #expect(token.start == Array("b/c\0".utf8))
        #expect(try ContinueToken(token.text) == token)
    }

    @Test("an older page's reader may go on at the newest revision")
    func inconsistent() throws {
        let error = ContinueToken.expired(at: Array("c1\0".utf8))
        #expect(error.code == 410)
        #expect(try ContinueToken(error.continueToken).revision == ContinueToken.newest)
    }

    @Test(
        "what is no token is refused in Kubernetes' words",
        arguments: [
            (
                #"{"v":"meta.k8s.io/v1","rv":0,"start":"a"}"#,
                "incorrect encoded start resourceVersion (version meta.k8s.io/v1)"
            ),
            (#"{"v":"meta.k8s.io/v1","rv":1,"start":""}"#, "encoded start key empty (version meta.k8s.io/v1)"),
            (#"{"v":"meta.k8s.io/v1","rv":1,"start":"../x"}"#, "../x"),
            (#"{"v":"meta.k8s.io/v1","rv":1,"start":"a//b"}"#, "a//b"),
            (#"{"v":"meta.k8s.io/v1","rv":1,"start":"a/./b"}"#, "a/./b"),
            (#"{"v":"v2","rv":1,"start":"a"}"#, "server does not recognize this encoded version \"v2\""),
        ])
    func refused(_ json: String, _ why: String) throws {
        let error = try #require(throws: APIError.self) { try ContinueToken(Self.token(json)) }
        #expect(error.code == 400)
        #expect(error.message == "invalid continue token: continue key is not valid: \(why)")
    }

    @Test(arguments: [("%%%", 0), ("abc*", 3), ("a=b", 1)])
    func noBase64(_ text: String, _ byte: Int) throws {
        let error = try #require(throws: APIError.self) { try ContinueToken(text) }
        #expect(error.message.hasSuffix("illegal base64 data at input byte \(byte)"))
    }
}
