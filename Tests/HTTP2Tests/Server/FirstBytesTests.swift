import Testing

@testable import HTTP2

@Suite struct FirstBytesTests {
    @Test func `the preface is known from its fourth byte on, and nothing else is taken for it`() {
        let preface = Array("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8)
        for count in 0...preface.count {
            #expect(FirstBytes(Array(preface.prefix(count))) == (count < 4 ? .undecided : .http2))
        }
        for other in ["G", "PO", "PU", "PA", "PRX", "PRIX", "pri ", "\r\n", "\0", "PRI\t"] {
            #expect(FirstBytes(Array(other.utf8)) == .other)
        }
    }
}
