internal import HTTP2
internal import Reactor

/// A container's log as the body of an answer: read when the peer can take it, a piece at a time, so that a slow reader
/// holds one piece and nothing else. Belongs to the stream's loop.
final class LogBody: BodySource {
    private let path: String
    private let query: LogQuery
    private let loop: EventLoop
    /// Whether the instance may still write.
    private let isRunning: () -> Bool
    private var file: LogFile
    private var formatter: LogFormatter
    private var output: [UInt8] = []
    private var position = 0
    private var hasEnded = false
    private var timer: LoopTimer?
    /// Called when there may be more.
    var wake: (() -> Void)?

    init(path: String, query: LogQuery, loop: EventLoop, isRunning: @escaping () -> Bool) throws(FileError) {
        self.path = path
        self.query = query
        self.loop = loop
        self.isRunning = isRunning
        let file = try LogFile(path)
        if let lines = query.tailLines {
            file.seek(to: LogTail(lines: lines).start(size: file.size) { file.bytes(in: $0) })
        }
        self.file = file
        formatter = LogFormatter(query)
    }

    deinit { timer?.cancel() }

    func pull(into buffer: inout BodyBuffer) -> PullOutcome {
        var wrote = false
        while buffer.remaining > 0 {
            if position < output.count {
                position += buffer.write(output[position...])
                wrote = true
                continue
            }
            output.removeAll(keepingCapacity: true)
            position = 0
            if hasEnded || formatter.isFull { return .end(trailers: nil) }
            // Before reading: what is written until the instance ends is then read too.
            let mayGrow = query.follows && isRunning()
            let bytes = file.next()
            if !bytes.isEmpty {
                formatter.read(bytes, into: &output)
                continue
            }
            if file.wasReplaced(at: path), query.follows, let next = try? LogFile(path) {
                file = next
                continue
            }
            guard mayGrow else {
                hasEnded = true
                continue
            }
            poll()
            return .blocked
        }
        return wrote ? .more : .blocked
    }

    private func poll() {
        timer?.cancel()
        let body = LoopBound(Weak(self), loop: loop)
        timer = loop.schedule(afterMilliseconds: KubeletLimits.logPollMilliseconds) { body.value.body?.wake?() }
    }

    private struct Weak {
        weak var body: LogBody?
        init(_ body: LogBody) { self.body = body }
    }
}
