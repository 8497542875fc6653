import HTTP2
import Testing

@testable import HTTP1

@Suite struct AnswerHeadTests {
    private func text(
        _ head: ResponseHead, _ framing: BodyFraming, announced: Int? = nil, isLast: Bool = false,
        isVersion10: Bool = false
    ) -> String {
        String(
            decoding: AnswerHead.encode(
                head, framing: framing, announcedLength: announced, isVersion10: isVersion10, isLast: isLast,
                keepsAlive10: isVersion10 && !isLast), as: UTF8.self)
    }

    @Test func `the framing is said once, and by this module`() {
        let head = ResponseHead(status: 200, headers: ["content-length": "7", "transfer-encoding": "x", "a": "b"])
        #expect(text(head, .length(3)) == "HTTP/1.1 200 OK\r\na: b\r\ncontent-length: 3\r\n\r\n")
        #expect(
            text(head, .chunked, isLast: true)
                == "HTTP/1.1 200 OK\r\na: b\r\ntransfer-encoding: chunked\r\nconnection: close\r\n\r\n")
        #expect(text(head, .none) == "HTTP/1.1 200 OK\r\na: b\r\n\r\n")
        #expect(
            text(head, .none, announced: 9, isVersion10: true)
                == "HTTP/1.0 200 OK\r\na: b\r\ncontent-length: 9\r\nconnection: keep-alive\r\n\r\n")
    }

    @Test func `no value ends its line`() {
        let head = ResponseHead(status: 299, headers: ["warning": "a\r\nset-cookie: b\0", "x y\r\n": "c"])
        #expect(
            text(head, .length(0)) == "HTTP/1.1 299 Status 299\r\nwarning: a  set-cookie: b \r\nxy: c\r\n"
                + "content-length: 0\r\n\r\n")
    }
}
