import HTTP2
import Reactor

/// The answer that a request waits for: where it goes, and where it is counted.
struct PendingResponse {
    let stream: LoopBound<any ResponseStream>
    private let loopState: LoopBound<LoopState>
    private let ledger: RequestLedger
    private let startedNanoseconds: UInt64

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

    func count(_ note: RequestNote, code: Int) {
        let took = stream.loop.clockNanoseconds &- startedNanoseconds
        ledger.answered(note, code: code, nanoseconds: Int(clamping: took))
    }

    func send(_ answer: Answer, _ note: RequestNote) {
        count(note, code: answer.status)
        stream.value.respond(answer.head, body: answer.body, trailers: nil)
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
