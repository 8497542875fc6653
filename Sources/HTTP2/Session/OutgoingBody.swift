/// What a stream still has to send, and whether nghttp2 is asking for it.
package struct OutgoingBody {
    private enum Content {
        case none
        case whole([UInt8], trailers: HeaderFields?)
        case pulled(any BodySource)
        case produced(any BodySource)
    }

    package enum Reading {
        case bytes(Int)
        case deferred
        case end(Int, trailers: HeaderFields?)
        /// The source said `.more` and wrote nothing: a fault of this program.
        case fault
    }

    private var content = Content.none
    private var pace = StreamPace.asked
    private var offset = 0

    package static func whole(_ bytes: [UInt8], trailers: HeaderFields?) -> OutgoingBody {
        OutgoingBody(content: .whole(bytes, trailers: trailers))
    }
    package static func pulled(_ source: any BodySource) -> OutgoingBody {
        OutgoingBody(content: .pulled(source))
    }
    /// Of a source that always has more, until its end.
    package static func produced(_ source: any BodySource) -> OutgoingBody {
        OutgoingBody(content: .produced(source))
    }
    private init(content: Content) { self.content = content }
    package init() {}

    /// Whether only the peer's reading stands between it and its end.
    package var isFinite: Bool {
        switch content {
        case .whole, .produced: true
        case .none, .pulled: false
        }
    }
    /// Bytes that are on their way: progress, for the stall timer.
    var sentBytes: Int { offset }

    package mutating func read(into room: UnsafeMutableRawBufferPointer) -> Reading {
        if pace == .drained {
            pace = .deferred
            return .deferred
        }
        var buffer = BodyBuffer(room)
        switch content {
        case .none: return .end(0, trailers: nil)
        case .whole(let bytes, let trailers):
            offset += buffer.write(bytes, from: offset)
            return offset == bytes.count ? .end(buffer.count, trailers: trailers) : .bytes(buffer.count)
        case .pulled(let source), .produced(let source):
            let outcome = source.pull(into: &buffer)
            offset &+= buffer.count
            switch outcome {
            case .more: return buffer.count > 0 || room.isEmpty ? .bytes(buffer.count) : .fault
            case .blocked:
                pace = buffer.count > 0 ? .drained : .deferred
                return buffer.count > 0 ? .bytes(buffer.count) : .deferred
            case .end(let trailers): return .end(buffer.count, trailers: trailers)
            }
        }
    }

    /// Notes that the source has bytes again. Returns whether nghttp2 must be resumed.
    mutating func becameAvailable() -> Bool {
        defer { pace = .asked }
        return pace == .deferred
    }

    /// For who keeps the pace elsewhere.
    package mutating func takePace() -> StreamPace {
        defer { pace = .asked }
        return pace
    }

    /// Lets go of the source.
    package mutating func drop() { content = .none }
}

/// Who acts next on a stream that sends.
package enum StreamPace: UInt8 {
    /// nghttp2 will ask.
    case asked
    /// The source has no more, but nghttp2 will ask once again, and is then to be told so.
    case drained
    /// nghttp2 has been told, and asks no more until it is resumed.
    case deferred
}
