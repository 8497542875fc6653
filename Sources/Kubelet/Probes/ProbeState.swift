internal import Objects

/// The three questions that probes ask of a container.
enum ProbeKind: String, Sendable, Hashable, CaseIterable {
    case startup = "Startup"
    case liveness = "Liveness"
    case readiness = "Readiness"
}

/// When a probe runs, and how many equal answers change its verdict.
struct ProbeTiming: Sendable, Equatable {
    var initialDelayMilliseconds: Int
    var periodMilliseconds: Int
    var timeoutMilliseconds: Int
    var successThreshold: Int
    var failureThreshold: Int

    /// With the API's defaults for what is not set.
    init(_ probe: Core.Probe) {
        func milliseconds(_ seconds: Int, _ standard: Int) -> Int {
            min(seconds > 0 ? seconds : standard, 86_400) * 1_000
        }
        initialDelayMilliseconds = min(max(probe.initialDelaySeconds, 0), 86_400) * 1_000
        periodMilliseconds = milliseconds(probe.periodSeconds, 10)
        timeoutMilliseconds = milliseconds(probe.timeoutSeconds, 1)
        successThreshold = max(probe.successThreshold, 1)
        failureThreshold = probe.failureThreshold > 0 ? probe.failureThreshold : 3
    }
}

/// One probe of one instance of a container: counts answers, and says when the next question is due.
struct ProbeState: Sendable, Equatable {
    enum Verdict: Sendable, Equatable {
        case undecided
        case passing
        case failing
    }
    let kind: ProbeKind
    let timing: ProbeTiming
    private(set) var verdict: Verdict
    private(set) var nextDue: Moment
    private var successes = 0
    private var failures = 0

    /// - Parameter startedAt: when the container was started.
    init(_ kind: ProbeKind, _ timing: ProbeTiming, startedAt: Moment) {
        self.kind = kind
        self.timing = timing
        // A container is alive until it is found dead, and not ready until it is found ready.
        verdict =
            switch kind {
            case .liveness: .passing
            case .readiness: .failing
            case .startup: .undecided
            }
        nextDue = startedAt + timing.initialDelayMilliseconds
    }

    /// Whether nothing more is asked: a startup probe ends with its first verdict, and a container found dead is
    /// about to be restarted.
    var isOver: Bool {
        switch kind {
        case .startup: verdict != .undecided
        case .liveness: verdict == .failing
        case .readiness: false
        }
    }

    /// Takes an answer. Returns whether the verdict has changed.
    mutating func answered(_ isSuccess: Bool, at now: Moment) -> Bool {
        let before = verdict
        if isSuccess {
            successes += 1
            failures = 0
            if successes >= timing.successThreshold { verdict = .passing }
        } else {
            failures += 1
            successes = 0
            if failures >= timing.failureThreshold { verdict = .failing }
        }
        nextDue = max(nextDue + timing.periodMilliseconds, now)
        return verdict != before
    }

    /// The startup probe has passed: the others begin now rather than at their next turn.
    mutating func hurry(to now: Moment) { nextDue = min(nextDue, now) }
}
