internal import Reactor

/// Gives the requests of a loop's connections to the handler: at once while the loop has time, else in turns, one of
/// each connection after the other. So a connection with four thousand lists to ask for delays one with a single
/// request by a few of them. Belongs to its loop.
final class RequestTurns: IterationEndHandler {
    private let loop: EventLoop
    private let perConnection: Int
    private var pace: RequestPace
    /// Given to the handler in this iteration.
    private var given = 0
    /// Connections with requests that wait and may be given.
    private var queue: [ServerConnection] = []
    private var isAsked = false

    init(loop: EventLoop, limits: Limits) {
        self.loop = loop
        perConnection = limits.requestsPerTurn
        pace = RequestPace(most: limits.requestsPerIteration)
    }

    /// Whether a request that has just come may be handled at once. Counts it if so.
    func takeNow(of connection: ServerConnection) -> Bool {
        guard queue.isEmpty, given < pace.budget, connection.givenThisIteration < perConnection else { return false }
        count(connection)
        return true
    }

    /// The connection has requests that wait.
    func wait(_ connection: ServerConnection) {
        queue.append(connection)
        ask()
    }

    private func count(_ connection: ServerConnection) {
        given += 1
        connection.givenThisIteration += 1
        ask()
    }

    private func ask() {
        guard !isAsked else { return }
        isAsked = true
        loop.atEndOfIteration(self)
    }

    func iterationEnded() {
        isAsked = false
        pace.iterationEnded(tookNanoseconds: loop.iterationNanoseconds, requests: given)
        given = 0
        turn &+= 1
        var round = queue
        queue = []
        while !round.isEmpty, given < pace.budget {
            var next: [ServerConnection] = []
            for (at, connection) in round.enumerated() {
                guard given < pace.budget else {
                    // Those that had no turn in this round are the first of the next iteration.
                    next = Array(round[at...]) + next
                    break
                }
                guard connection.giveNext() else { continue }
                count(connection)
                if connection.givenThisIteration < perConnection {
                    next.append(connection)
                } else {
                    queue.append(connection)
                }
            }
            round = next
        }
        queue = round + queue
        if !queue.isEmpty { ask() }
    }

    /// The number of the iteration, by which connections know that their own count is an old one.
    private(set) var turn: UInt64 = 0
}
