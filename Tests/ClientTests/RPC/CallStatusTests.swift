@testable import Client
import HTTP2
import Objects
import Testing
import Wire

@Suite("Errors say what the server said")
struct CallStatusTests {
    private let ok = ResponseHead(status: 200)

    @Test("A call with status 0 went well")
    func success() {
        #expect(CallStatus.failure(ok, trailers: ["grpc-status": "0"]) == nil)
    }

    @Test("The Status in the trailers decides the code and the message")
    func details() throws {
        var status = Meta.Status()
        status.code = 409
        status.reason = "AlreadyExists"
        status.message_ = "pods \"a\" already exists"
        let text = Base64.encode(BinaryEncoder.encode(status.message))
        for details in [text, text.replacing("=", with: "")] {
            let failure = try #require(
                CallStatus.failure(
                    ok, trailers: ["grpc-status": "6", "grpc-message": "other", "grpc-status-details-bin": details]))
            #expect(failure.code == .alreadyExists)
            #expect(failure.message == "pods \"a\" already exists")
            #expect(failure.status?.reason == "AlreadyExists")
        }
    }

    @Test("Without a Status the gRPC code decides, and the message is decoded")
    func codeOnly() throws {
        let failure = try #require(
            CallStatus.failure(ok, trailers: ["grpc-status": "5", "grpc-message": "no pod %22a%22 100%"]))
        #expect(failure.code == .notFound)
        #expect(failure.message == "no pod \"a\" 100%")
    }

    @Test("An answer of headers alone carries its status there")
    func headersOnly() throws {
        let head = ResponseHead(status: 200, headers: ["grpc-status": "16"])
        #expect(CallStatus.failure(head, trailers: [:])?.code == .unauthorized)
    }

    @Test("An answer of the REST face is read from its JSON Status, another from its HTTP code")
    func rest() {
        let json = Array(
            #"{"kind":"Status","apiVersion":"v1","status":"Failure","message":"no","reason":"Expired","code":410}"#.utf8
        )
        #expect(CallStatus.refusal(ResponseHead(status: 410), body: json).code == .expired)
        #expect(CallStatus.refusal(ResponseHead(status: 503), body: Array("<html>".utf8)).code == .unavailable)
    }

    @Test("An answer that ends before its status was cut off")
    func cutOff() {
        #expect(CallStatus.failure(ok, trailers: [:])?.code == .unavailable)
    }
}
