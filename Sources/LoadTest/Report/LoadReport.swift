/// All that a run found out.
public struct LoadReport: Sendable {
    /// A stretch of writing with what came of it.
    public struct Phase: Sendable {
        public var name: String
        /// On the timeline, seconds.
        public var began = 0.0
        /// From the first call to the last delivery or answer.
        public var seconds = 0.0
        public var calls = 0
        /// Updates that were acknowledged.
        public var writes = 0
        /// To watches that keep up; those that are slow on purpose are not counted.
        public var deliveries: UInt64 = 0
        public var laggingDeliveries: UInt64 = 0
        /// Nanoseconds from acknowledgement to delivery.
        public var latency = LatencyHistogram()
        /// Nanoseconds from acknowledgement to the last watch.
        public var lastWatch = LatencyHistogram()
        /// Nanoseconds from call to answer.
        public var callLatencies: [OperationMix.Operation: LatencyHistogram] = [:]
        /// Processor seconds; nil: not known.
        public var serverCPU: Double?
        public var toolCPU = 0.0
        public var serverMemory: ProcessFigures?

        public var deliveriesPerSecond: Double { seconds > 0 ? Double(deliveries + laggingDeliveries) / seconds : 0 }
        public var writesPerSecond: Double { seconds > 0 ? Double(writes) / seconds : 0 }
        public var callsPerSecond: Double { seconds > 0 ? Double(calls) / seconds : 0 }

        private func microseconds(_ seconds: Double?, per count: Double) -> Double? {
            guard let seconds, count > 0 else { return nil }
            return seconds * 1e6 / count
        }
        /// Microseconds.
        public var serverCPUPerDelivery: Double? {
            microseconds(serverCPU, per: Double(deliveries + laggingDeliveries))
        }
        public var serverCPUPerWrite: Double? { microseconds(serverCPU, per: Double(writes)) }
        public var toolCPUPerDelivery: Double? { microseconds(toolCPU, per: Double(deliveries + laggingDeliveries)) }
    }

    /// A figure that one scenario alone has.
    public struct Extra: Sendable, Equatable {
        /// In JSON, with its unit.
        public var key: String
        /// In the table.
        public var label: String
        public var value: Double
        public var unit: String
    }

    public var options: LoadOptions
    public var server: String
    /// Seconds since 1970.
    public var began: Int64
    public var phases: [Phase] = []
    public var extras: [Extra] = []
    /// From the first connection to the last open watch, seconds.
    public var openSeconds = 0.0
    public var memoryIdle: ProcessFigures?
    public var memoryWatching: ProcessFigures?
    public var memoryEnd: ProcessFigures?
    /// Why the run ended before its end; nil: it did not.
    public var endedEarly: String?
    public var errors: [String: Int] = [:]
    public var closedByServer = 0
    public var gone = 0
    public var violations: [Violation] = []
    public var violationCount = 0
    public var timeline = Timeline()

    public init(options: LoadOptions, server: String, began: Int64) {
        self.options = options
        self.server = server
        self.began = began
    }

    /// Memory of an idle watch with its share of its connection, bytes: of the server's Pss, or its Rss. Nil: not known,
    /// or so few watches that memory did not grow with them.
    public var bytesPerWatch: Double? {
        guard options.watches > 0, let before = memoryIdle, let with = memoryWatching else { return nil }
        let bytes =
            before.proportionalBytes > 0
            ? with.proportionalBytes - before.proportionalBytes : with.residentBytes - before.residentBytes
        return bytes > 0 ? Double(bytes) / Double(options.watches) : nil
    }

    /// The phase that the scenario is about: the last.
    public var main: Phase? { phases.last }

    public var isFine: Bool { violationCount == 0 }
}
