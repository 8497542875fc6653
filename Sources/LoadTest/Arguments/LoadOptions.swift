/// What a run is asked to do. The flags' help says what each means.
public struct LoadOptions: Sendable, Equatable {
    public var scenario = Scenario.fanout
    public var face = Face.rpc
    public var isHelp = false

    // The server.
    public var kubeconfig: String?
    public var context: String?
    public var server: String?
    public var authorityPath: String?
    public var certificatePath: String?
    public var keyPath: String?
    public var tokenPath: String?
    public var skipsVerification = false
    public var pid: Int?

    // The load.
    public var connections = 10
    public var watches = 1_000
    public var loops = 1
    public var objects = 100
    public var sizeBytes = 1_024
    /// 0: as many as fit the duration.
    public var writes = 0
    public var durationSeconds = 0.0
    /// Writes a second; 0: as fast as `inFlight` lets them.
    public var rate = 0.0
    /// Writes whose answer or whose last delivery is missing.
    public var inFlight = 4
    /// Nil: one of the run's own.
    public var namespace: String?
    public var keeps = false
    /// Without a delivery for so long, what is still missing is lost.
    public var drainSeconds = 15.0

    // Scenarios.
    public var slowPercent = 10.0
    public var slowness = Slowness.stall
    public var churnPerSecond = 1_000.0
    public var interestKind = InterestKind.label
    /// Watches that one write interests.
    public var hits = 3
    public var mix = OperationMix()
    /// Seconds between two lost connections of a soak; 0: none is lost.
    public var loseSeconds = 10.0

    // Output.
    public var jsonPath: String?
    public var reportPath: String?
    public var isQuiet = false

    public init() {}
}

/// How often each operation occurs among the calls of the scenario `mixed`.
public struct OperationMix: Sendable, Equatable {
    public enum Operation: String, Sendable, CaseIterable {
        case update, get, list
        /// One that is opened beside the run's own, and cancelled when it is answered.
        case watch
    }
    public var weights: [Operation: Int] = [.update: 1]

    public init() {}

    /// The scenario's own, when none is asked for.
    static let usual = "update=2,get=6,list=1,watch=1"

    /// Weights as in `usual`.
    public init?(parsing text: String) {
        weights = [:]
        for part in text.split(separator: ",") {
            let halves = part.split(separator: "=")
            guard halves.count == 2, let operation = Operation(rawValue: String(halves[0])),
                let weight = Int(halves[1]), (0...1_000).contains(weight), weights[operation] == nil
            else { return nil }
            weights[operation] = weight
        }
        guard weights.values.contains(where: { $0 > 0 }) else { return nil }
    }

    /// As it is written on the command line.
    var text: String {
        Operation.allCases.compactMap { operation in
            weights[operation].map { "\(operation.rawValue)=\($0)" }
        }.joined(separator: ",")
    }

    /// The operations in an order that repeats, each spread evenly.
    var cycle: [Operation] {
        let total = weights.values.reduce(0, +)
        var credit: [Operation: Int] = [:]
        return (0..<total).map { _ in
            for (operation, weight) in weights { credit[operation, default: 0] += weight }
            let order = Operation.allCases.filter { weights[$0] ?? 0 > 0 }
            let next = order.max { credit[$0] ?? 0 < credit[$1] ?? 0 } ?? .update
            credit[next, default: 0] -= total
            return next
        }
    }
}
