internal import Objects

/// All probes of one instance of a container. The others wait until the startup probe, if there is one, has passed.
struct ContainerProbes: Sendable, Equatable {
    private(set) var states: [ProbeKind: ProbeState] = [:]
    /// Asked, not answered yet.
    private(set) var inFlight: Set<ProbeKind> = []
    private var lastFailure: [ProbeKind: String] = [:]
    private let livenessGraceSeconds: Int?
    private let startupGraceSeconds: Int?

    init(_ container: Core.Container, startedAt: Moment) {
        if let probe = container.startupProbe {
            states[.startup] = ProbeState(.startup, ProbeTiming(probe), startedAt: startedAt)
        }
        if let probe = container.livenessProbe {
            states[.liveness] = ProbeState(.liveness, ProbeTiming(probe), startedAt: startedAt)
        }
        if let probe = container.readinessProbe {
            states[.readiness] = ProbeState(.readiness, ProbeTiming(probe), startedAt: startedAt)
        }
        livenessGraceSeconds = container.livenessProbe?.terminationGracePeriodSeconds
        startupGraceSeconds = container.startupProbe?.terminationGracePeriodSeconds
    }

    var isEmpty: Bool { states.isEmpty }
    private var isStarted: Bool { states[.startup].map { $0.verdict == .passing } ?? true }

    private func mayAsk(_ state: ProbeState) -> Bool {
        !inFlight.contains(state.kind) && !state.isOver && (state.kind == .startup || isStarted)
    }

    /// Questions whose time has come; they count as asked.
    mutating func takeDue(_ now: Moment) -> [ProbeKind] {
        let due = ProbeKind.allCases.filter { kind in
            guard let state = states[kind] else { return false }
            return mayAsk(state) && state.nextDue <= now
        }
        inFlight.formUnion(due)
        return due
    }

    /// When the next question comes; nil: none, for now.
    var nextDue: Moment? { states.values.filter(mayAsk).map(\.nextDue).min() }

    /// Returns whether what the pod's worker should know has changed.
    mutating func answered(_ kind: ProbeKind, success: Bool, message: String, at now: Moment) -> Bool {
        inFlight.remove(kind)
        guard var state = states[kind] else { return false }
        let changed = state.answered(success, at: now)
        states[kind] = state
        if !success { lastFailure[kind] = message }
        if changed, kind == .startup, state.verdict == .passing {
            for other in [ProbeKind.liveness, .readiness] { states[other]?.hurry(to: now) }
        }
        return changed
    }

    var findings: ProbeFindings {
        var findings = ProbeFindings()
        findings.isStarted = isStarted
        findings.isReady = states[.readiness].map { $0.verdict == .passing } ?? true
        if states[.startup]?.verdict == .failing {
            findings.mustRestart = ProbeFindings.Restart(
                message: "failed startup probe", graceSeconds: startupGraceSeconds)
        } else if states[.liveness]?.verdict == .failing {
            findings.mustRestart = ProbeFindings.Restart(
                message: "failed liveness probe", graceSeconds: livenessGraceSeconds)
        }
        return findings
    }
}
