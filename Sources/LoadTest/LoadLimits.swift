/// What the load tester bounds, each with its reason.
public enum LoadLimits {
    /// A frame of a watch stream: an object of 1.5 MiB in JSON and some room. More is no event.
    static let frameBytes = 8 * 1024 * 1024
    /// A file with a bearer token; the largest are some KiB.
    static let tokenBytes = 64 * 1024
    /// The whole answer of a call: a list of 100,000 objects.
    static let answerBytes = 1024 * 1024 * 1024
    /// What evidence shows of an event.
    static let evidenceBytes = 240
    /// Violations that are kept with their evidence; the rest is counted.
    static let violations = 20
    /// Watches of one loop that wait for their answer at once: over it the server's queue is measured, not the server.
    static let openingAtOnce = 1_000
    /// Calls of the set-up that wait at once.
    static let setupAtOnce = 64
    /// Writes without an answer at which a fixed rate stops to keep its pace: past it only memory would grow.
    static let outstandingWrites = 4_096
    /// Without another watch open for so long, the rest will not open.
    static let openMilliseconds = 15_000
    /// For one call.
    static let callMilliseconds = 60_000
    /// A watch's flow-control window: what may be under way while the loop is busy elsewhere.
    static let windowBytes = 1024 * 1024
    /// The same where readers are slow on purpose: a stall is to show after some tens of events.
    static let slowWindowBytes = 64 * 1024
    /// What a trickling reader takes, and how often.
    static let trickleBytes = 512
    static let trickleMilliseconds = 50
    /// How often churn cancels its share.
    static let churnMilliseconds = 10
    /// Finished entries of a log that are kept before they are dropped together.
    static let trimEntries = 4_096
    /// The timeline: at twice as many samples every other one is dropped, so that a page stays small.
    static let samples = 600
    static let sampleMilliseconds = 250
    /// Deliveries that share one look at the clock: at 1 µs each the time is at most 8 µs old.
    static let deliveriesPerClock = 8
    /// How often the end of something is looked for. What is measured has times of its own.
    static let pollMilliseconds = 20
    /// Failed connections in a row after which the writer stops: with a pause between them the server had half a minute.
    static let connectionAttempts = 300
    /// Before a watch that the server closed is opened again.
    static let reopenMilliseconds = 100
}
