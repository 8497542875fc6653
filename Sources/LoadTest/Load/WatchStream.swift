internal import HTTP2

/// One watch: where it is in its log, and whether its stream is open. Belongs to its loop.
final class WatchStream: ClientStreamDelegate {
    enum State {
        /// Waits for a connection or its turn.
        case waiting
        /// Its request is under way.
        case opening
        /// Receives objects that were there before.
        case initial
        case live
        /// Was cancelled by this side, and opens again at the end of its stream.
        case cancelling
        /// Cannot go on: what it received makes no sense, or the run ends.
        case over
    }

    enum Pace {
        case eager
        /// Takes no more than its window.
        case closed
        /// Opens the window by some bytes at each tick.
        case trickle
    }

    let number: Int
    /// In its loop's list.
    let place: Int
    let interest: Interest
    let lags: Bool
    let line: Int
    let log: DeliveryLog
    let cursor: Int
    /// The two know each other until the run ends: `LoadLoop.end` lets go.
    private let owner: LoadLoop
    private(set) var stream: ClientStream?
    var state = State.waiting
    var pace = Pace.eager
    /// It left its log to begin again with all objects, and comes back to it at their end.
    var isFloating = false
    /// The server has said that history no longer holds its place: its stream ends.
    private var hasLostPlace = false
    /// The answer to its request was 410.
    private var isRefusedAsGone = false
    /// Bytes that came and were not given back to the stream's window.
    private var withheld = 0
    private var scanner: EventScanner

    init(
        _ plan: WatchPlan, place: Int, line: Int, log: DeliveryLog, owner: LoadLoop, after revision: Int64
    ) {
        number = plan.number
        interest = plan.interest
        lags = plan.lags
        self.place = place
        self.line = line
        self.log = log
        self.owner = owner
        cursor = log.join(watch: number, after: revision)
        scanner = EventScanner(owner.forms.face)
    }

    // MARK: Opening and closing

    /// Sends the request. Where it begins: after the last event that it saw, or with all objects when it floats.
    func open(on connection: ClientConnection) {
        scanner = EventScanner(owner.forms.face)
        withheld = 0
        hasLostPlace = false
        isRefusedAsGone = false
        state = .opening
        let form = owner.forms.watch(interest, isFloating ? .initialEvents : .after(log.lastRevision(cursor)))
        do throws(HTTP2Error) {
            stream = try connection.open(form.head, body: form.body.map { .whole($0) } ?? .none, delegate: self)
        } catch {
            state = .waiting
            owner.watchEnded(self, "watch: \(error.message)", wasOpening: true)
        }
    }

    /// Ends the stream; it opens again from where it was.
    func cancel() {
        guard state == .live, let stream else { return }
        state = .cancelling
        stream.cancel()
    }

    func giveUp() {
        if state != .over { log.detach(cursor) }
        state = .over
        stream?.cancel()
    }

    /// Becomes a quick reader again, or opens its window a little.
    func take(upTo bytes: Int) {
        let count = min(withheld, bytes)
        guard count > 0 else { return }
        withheld -= count
        stream?.consumed(count)
    }

    // MARK: Stream

    func streamReceivedHead(_ head: ResponseHead, on stream: ClientStream) {
        isRefusedAsGone = head.status == 410
        guard state == .opening, head.status == 200, head.headers["grpc-status"] ?? "0" == "0" else { return }
        state = isFloating ? .initial : .live
        owner.watchOpened(self)
    }

    func streamReceived(_ bytes: RawSpan, on stream: ClientStream) {
        if pace == .eager { stream.consumed(bytes.byteCount) } else { withheld += bytes.byteCount }
        guard state != .cancelling, state != .over else { return }
        if state == .opening { return refused(bytes) }
        do throws(ScanError) {
            try scanner.scan(bytes) { handle($0, $1) }
        } catch {
            owner.meter.violation(
                Violation(
                    .malformed, watch: number, expected: 0, received: 0,
                    bytes: error.message + ": " + Violation.excerpt(bytes)))
            giveUp()
        }
        owner.eventsHandled(log)
    }

    /// The body of an answer that is no watch.
    private func refused(_ bytes: RawSpan) {
        owner.lastRefusal = Violation.excerpt(bytes)
    }

    @inline(__always)
    private func handle(_ event: ScannedEvent, _ bytes: RawSpan) {
        guard event.kind.rawValue <= ScannedEvent.Kind.deleted.rawValue, state == .live else {
            return handleOther(event, bytes)
        }
        let outcome = log.observe(event.revision, cursor, now: owner.now())
        if outcome != .inOrder { explain(outcome, event, bytes) }
    }

    private func explain(_ outcome: DeliveryLog.Outcome, _ event: ScannedEvent, _ bytes: RawSpan) {
        if outcome == .violated { owner.meter.evidence(bytes) }
        log.describe(event.revision, sequence: owner.stamp.sequence(in: bytes), watch: number, bytes: bytes)
    }

    private func handleOther(_ event: ScannedEvent, _ bytes: RawSpan) {
        switch event.kind {
        case .added, .modified, .deleted: owner.initialEvents += 1
        case .bookmark:
            guard event.endsInitial, state == .initial else { return }
            state = .live
            isFloating = false
            log.attach(cursor, after: event.revision, wasFloating: true)
            owner.listEnded()
        case .error:
            let isGone = ["Expired", "Gone"].contains { ByteSearch.end(of: Array($0.utf8), in: bytes) != nil }
            if isGone { losePlace() } else { owner.count("watch: error event") }
        }
    }

    /// It will begin again with all objects, as clients do.
    private func losePlace() {
        hasLostPlace = true
        owner.count("watch: 410 Gone")
        owner.goneCount += 1
        guard !isFloating else { return }
        isFloating = true
        log.detach(cursor, floats: true)
    }

    /// Of gRPC: OUT_OF_RANGE, by which the binary face says 410.
    private static let goneStatus = "11"

    func streamEnded(_ stream: ClientStream, _ outcome: Result<HeaderFields, HTTP2Error>) {
        self.stream = nil
        let was = state
        guard was != .over else { return }
        state = .waiting
        if was == .cancelling { return owner.reopen(self) }
        let wasOpening = was == .opening
        switch outcome {
        case .failure(let error):
            if error.code == .connectionLost { return owner.watchLost(self, wasOpening: wasOpening) }
            owner.watchEnded(self, "watch: \(error.message)", wasOpening: wasOpening)
        case .success(let trailers):
            let status = trailers["grpc-status"] ?? "0"
            // Also while it was told the first objects: history may pass one that is slow to take them.
            if status == Self.goneStatus || isRefusedAsGone, !hasLostPlace { losePlace() }
            if hasLostPlace { return owner.watchLeft(self, wasOpening: wasOpening) }
            let reason = wasOpening ? "refused" : "ended by the server"
            owner.watchEnded(
                self, status == "0" ? "watch: \(reason)" : "watch: \(reason), gRPC status \(status)",
                wasOpening: wasOpening)
        }
    }
}
