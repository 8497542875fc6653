import FrameLog
import HTTP2
import Reactor
import Store
import WatchCache

/// What belongs to one event loop: its hub of watchers, and when each of them is to end.
final class LoopState {
    let loop: EventLoop
    let hub: WatchHub
    let peers = PeerCallers()
    var answerDate = AnswerDate()
    /// Watches by the second in which they time out. One timer serves all of them.
    private var deadlines: [Int64: [ObjectIdentifier: WatchBody]] = [:]
    private var lastSecond: Int64
    private let bookmarkSeconds: Int64
    private var nextBookmark: Int64

    init(loop: EventLoop, cache: WatchCache, limits: WatchCacheLimits) {
        self.loop = loop
        let inbox = WatchHubInbox()
        hub = WatchHub(inbox: inbox, limits: limits, clock: DeliveryClock(iteration: { loop.nowNanoseconds }))
        let bound = LoopBound(hub, loop: loop)
        inbox.onDelivery { loop.execute { bound.value.drain() } }
        lastSecond = Self.seconds(loop)
        bookmarkSeconds = Int64(limits.bookmarkSeconds)
        nextBookmark = lastSecond + bookmarkSeconds
        cache.attach(inbox)
    }

    static func seconds(_ loop: EventLoop) -> Int64 { Int64(loop.nowNanoseconds / 1_000_000_000) }

    func end(_ body: WatchBody, afterSeconds seconds: Int64) -> Int64 {
        let second = Self.seconds(loop) + min(max(seconds, 1), ServerLimits.longestSeconds)
        deadlines[second, default: [:]][ObjectIdentifier(body)] = body
        return second
    }

    func forget(_ body: WatchBody, deadline: Int64) {
        deadlines[deadline]?[ObjectIdentifier(body)] = nil
        if deadlines[deadline]?.isEmpty == true { deadlines[deadline] = nil }
    }

    /// Ends all watches: the server is going.
    func endAll() {
        for body in deadlines.values.flatMap(\.values) { body.finish(.shutdown) }
    }

    /// Once a second: ends what has timed out, and sends bookmarks when they are due.
    func tick(delivered: Revision) {
        let now = Self.seconds(loop)
        while lastSecond < now {
            lastSecond += 1
            for body in deadlines.removeValue(forKey: lastSecond)?.values ?? [:].values {
                body.finish(.timeout)
            }
        }
        hub.settle(delivered: delivered)
        if now >= nextBookmark {
            nextBookmark = now + bookmarkSeconds
            hub.bookmark(delivered: delivered)
        }
    }
}
