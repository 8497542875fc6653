internal import Client

/// The node's time, so that tests decide it.
struct NodeClock: Sendable {
    let time: TimeSource
    var now: Moment { Moment(milliseconds: Int(clamping: time.wallMilliseconds())) }
    /// Returns early when the task is cancelled.
    func sleep(_ milliseconds: Int) async { await time.sleep(milliseconds) }
}
