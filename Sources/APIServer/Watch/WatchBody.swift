import HTTP2
import WatchCache

/// The body of a watch's answer: pulls events from its cursor when the peer can take them. Lives on its stream's loop.
final class WatchBody: BodySource {
    private let shape: WatchForm.Shape
    private let hub: WatchHub
    private var cursor: WatchCursor?
    private var trailers: HeaderFields?
    /// An error event with which the watch ends.
    private var last: [UInt8] = []
    private var lastOffset = 0
    private var isEnding = false
    /// Why this side ends it.
    private var reason: WatchEnd?

    init(shape: WatchForm.Shape, hub: WatchHub) {
        self.shape = shape
        self.hub = hub
        if shape == .rpc { trailers = GRPCStatus.ok.trailers }
    }

    func begin(_ cursor: WatchCursor) { self.cursor = cursor }

    func pull(into buffer: inout BodyBuffer) -> PullOutcome {
        if !isEnding, let cursor {
            switch cursor.pull(into: &buffer) {
            case .more: return .more
            case .blocked: return .blocked
            case .stopped:
                isEnding = true
                if reason == nil { reason = .withdrawn }
            case .expired:
                isEnding = true
                reason = .expired
                let error = APIError.expired("too old resource version")
                if shape == .rpc {
                    trailers = GRPCStatus(error).trailers
                } else {
                    last = EventEncoding.error(error, shape)
                }
            }
        }
        if lastOffset < last.count {
            lastOffset += buffer.write(last, from: lastOffset)
            if lastOffset < last.count { return .more }
        }
        return .end(trailers: trailers)
    }

    /// Ends the watch in good order, after the event that is being told.
    func finish(_ reason: WatchEnd) {
        if self.reason == nil { self.reason = reason }
        cursor?.stop()
    }

    func close(_ end: StreamEnd) {
        if let cursor { hub.close(cursor, WatchEnd(end, reason)) }
        cursor = nil
    }
}

extension WatchEnd {
    /// - Parameter reason: why this side was to end it, if it was: it counts when the peer has heard of it.
    init(_ end: StreamEnd, _ reason: WatchEnd?) {
        switch end {
        case .answered: self = reason ?? .fault
        case .resetByPeer: self = .cancelled
        case .resetByServer: self = .fault
        case .connectionEnded(.done): self = .disconnected
        case .connectionEnded(.protocolError), .connectionEnded(.abuse): self = .abuse
        case .connectionEnded(.shutdown): self = .shutdown
        case .connectionEnded: self = .lost
        }
    }
}
