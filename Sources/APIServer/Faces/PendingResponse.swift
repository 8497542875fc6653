import HTTP2
import Objects
import Reactor

/// The answer that a request waits for: where it goes, and where it is counted.
struct PendingResponse {
    let stream: LoopBound<any ResponseStream>
    private let loopState: LoopBound<LoopState>
    private let ledger: RequestLedger
    private let startedNanoseconds: UInt64
    /// Told with every answer; nil: the request's face tells none.
    var auditID: String?

    /// - Parameter state: of the stream's loop.
    init(on stream: any ResponseStream, _ state: LoopBound<LoopState>, _ metrics: Metrics) {
        self.stream = LoopBound(stream, loop: stream.loop)
        loopState = state
        ledger = metrics.requests(onLoop: stream.loop.index)
        startedNanoseconds = stream.loop.clockNanoseconds
        ledger.requestStarted()
    }

    var state: LoopState { loopState.value }
    /// Nobody waits any more.
    var isAbandoned: Bool { stream.value.isClosed }

    /// The head of an answer with what every answer of its face has.
    func marked(_ head: ResponseHead) -> ResponseHead {
        guard let auditID else { return head }
        var head = head
        if head.headers[AuditID.header] == nil { head.headers.append(AuditID.header, auditID) }
        // What is passed on from another server has a date already.
        if head.headers[AnswerDate.header] == nil {
            head.headers.append(AnswerDate.header, state.answerDate.text(.now()))
        }
        return head
    }

    func count(_ note: RequestNote, code: Int) {
        let took = stream.loop.clockNanoseconds &- startedNanoseconds
        ledger.answered(note, code: code, nanoseconds: Int(clamping: took))
    }

    func send(_ answer: Answer, _ note: RequestNote) {
        switch answer.body {
        case .whole(let bytes):
            count(note, code: answer.status)
            stream.value.respond(marked(answer.head), body: bytes, trailers: nil)
        case .list(let form): send(answer, form, note)
        }
    }

    private func send(_ answer: Answer, _ form: ListForm, _ note: RequestNote) {
        do throws(APIError) {
            var answer = answer
            if form.accepted.encoding == .yaml {
                answer.body = .whole(try form.text())
                return send(answer, note)
            }
            let body = ListBody(form.maker())
            if let whole = try body.begin() {
                answer.body = .whole(whole)
                return send(answer, note)
            }
            stream.value.respond(marked(answer.head), producing: body, holding: form.heldBytes)
            // Its text is made until then.
            stream.value.onClose = { count(note, code: answer.status) }
        } catch { send(Answer(error, encoding: form.accepted.encoding), note) }
    }
}

/// By what a request and its answer are known to whoever looks for them in records (audit.k8s.io).
enum AuditID {
    static let header = "audit-id"

    /// The client's, as it stands, where it has given one.
    static func of(_ headers: HeaderFields) -> String {
        guard let given = headers[header], !given.isEmpty else { return RandomID.uuid() }
        return given
    }
}

extension Request {
    /// - Throws: 413 where it was more than the server takes.
    func wholeBody() throws(APIError) -> [UInt8] {
        switch body {
        case .complete(let bytes): return bytes
        case .tooLarge(let limit): throw APIError.tooLarge(limitBytes: limit)
        }
    }
}
