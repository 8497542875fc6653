internal import FrameLog
internal import HTTP2
internal import Reactor

/// An answer on its way: what is left of it, and whether its source has more.
struct OutgoingAnswer {
    enum Reading {
        /// Something is on the stage.
        case bytes
        /// The source has no more for now.
        case deferred
        /// All is on the stage.
        case end
        /// A fault of this program: the source said it had more and gave nothing, or its end is not where the head
        /// said.
        case fault
    }

    /// Nil once it is on the stage.
    private var head: [UInt8]?
    private var body: OutgoingBody
    private let framing: BodyFraming
    private var left: Int
    /// Does the source have more? `deferred` until it says so.
    private(set) var pace = StreamPace.asked

    init(head: [UInt8], body: OutgoingBody, framing: BodyFraming) {
        self.head = head
        self.body = body
        self.framing = framing
        if case .length(let count) = framing { left = count } else { left = 0 }
    }

    var isPulled: Bool { !body.isFinite && framing != .none }

    /// Puts what comes next on the stage, as much as there is room for.
    mutating func fill(_ stage: ByteStage, from reader: UnsafeMutablePointer<LogReader>?) -> Reading {
        if let head {
            head.withUnsafeBytes { stage.append($0) }
            self.head = nil
            return framing == .none || framing == .length(0) ? .end : .bytes
        }
        let room: UnsafeMutableRawBufferPointer
        switch framing {
        case .chunked: room = Chunk.room(on: stage)
        case .length: room = UnsafeMutableRawBufferPointer(rebasing: stage.tail[..<min(left, stage.room)])
        default: room = stage.tail
        }
        guard !room.isEmpty else { return framing == .chunked ? .bytes : .end }
        if pace == .drained {
            pace = .deferred
            return .deferred
        }
        if let reader, reader.pointee.isFollowing {
            let count = reader.copy(into: room)
            if count > 0 {
                put(count, stage)
                if reader.waitAtEnd() { pace = .drained }
                return .bytes
            }
            if reader.waitAtEnd() {
                pace = .deferred
                return .deferred
            }
        }
        let reading = body.read(into: room)
        pace = body.takePace()
        switch reading {
        case .bytes(let count):
            put(count, stage)
            return .bytes
        case .deferred: return .deferred
        case .end(let count, let trailers):
            put(count, stage)
            body.drop()
            guard framing == .chunked else { return left == 0 ? .end : .fault }
            Chunk.last.withUnsafeBytes { stage.append($0) }
            AnswerHead.trailers(trailers ?? HeaderFields()).withUnsafeBytes { stage.append($0) }
            return .end
        case .fault: return .fault
        }
    }

    private mutating func put(_ count: Int, _ stage: ByteStage) {
        if framing == .chunked { return Chunk.seal(count, on: stage) }
        stage.advance(count)
        if case .length = framing { left -= count }
    }

    /// The source has bytes again. Returns whether anybody waits for that.
    mutating func becameAvailable() -> Bool {
        defer { pace = .asked }
        return pace == .deferred
    }
}
