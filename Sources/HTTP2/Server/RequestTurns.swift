internal import Reactor

/// Gives the requests of a loop's connections to the handler: at once while the loop has time, else in turns, one of
/// each connection after the other. So a connection with four thousand lists to ask for delays one with a single
/// request by a few of them. Belongs to its loop.
package final class RequestTurns: IterationEndHandler {
    private let loop: EventLoop
    private var pace: RequestPace
    /// Given to the handler since the last iteration ended.
    private var given = 0
    /// How long the handler took for them before it returned; what it does later is among the loop's jobs.
    private var spentNanoseconds: UInt64 = 0
    /// Connections with requests that wait and may be given.
    private var queue: [any ShardConnection] = []
    private var isAsked = false

    init(loop: EventLoop, limits: Limits) {
        self.loop = loop
        pace = RequestPace(most: limits.requestsPerIteration)
    }

    /// Whether a request that has just come may be handled at once. Counts it if so.
    package func takeNow() -> Bool {
        guard queue.isEmpty, hasTime else { return false }
        given += 1
        ask()
        return true
    }

    private var hasTime: Bool { given < pace.budget && spentNanoseconds < RequestPace.targetNanoseconds }

    /// The handler took so long for a request.
    package func spent(nanoseconds: UInt64) { spentNanoseconds &+= nanoseconds }

    /// The connection has requests that wait.
    package func wait(_ connection: any ShardConnection) {
        queue.append(connection)
        ask()
    }

    private func ask() {
        guard !isAsked else { return }
        isAsked = true
        loop.atEndOfIteration(self)
    }

    package func iterationEnded() {
        isAsked = false
        pace.iterationEnded(tookNanoseconds: loop.jobNanoseconds &+ spentNanoseconds, requests: given)
        given = 0
        spentNanoseconds = 0
        while !queue.isEmpty, hasTime {
            let round = queue
            queue = []
            var turns = round[...]
            while hasTime, let connection = turns.popFirst() {
                guard connection.giveNext() else { continue }
                given += 1
                queue.append(connection)
            }
            // Those that had no turn in this round are the first of the next iteration.
            if !turns.isEmpty { queue = turns + queue }
        }
        // What was given now is answered by the jobs of the next iteration, at whose end it counts.
        if !queue.isEmpty || given > 0 { ask() }
    }
}
