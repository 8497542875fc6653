extension LoadOptions {
    /// `SCENARIO [--flag VALUE | --flag=VALUE | --switch]…`
    public init(parsing arguments: [String]) throws(UsageError) {
        self.init()
        var rest = arguments[...]
        guard let first = rest.popFirst() else {
            throw UsageError(description: "no scenario: one of \(Self.scenarioNames), or --help")
        }
        if first == "help" || arguments.contains("--help") || arguments.contains("-h") {
            isHelp = true
            return
        }
        guard let scenario = Scenario(rawValue: first) else {
            throw UsageError(description: "there is no scenario \(first): one of \(Self.scenarioNames)")
        }
        self.scenario = scenario
        presets()
        let flags = LoadFlag.all
        while let argument = rest.popFirst() {
            guard argument.hasPrefix("--") else { throw UsageError(description: "unexpected argument \(argument)") }
            let halves = argument.dropFirst(2).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = halves.first.map(String.init) ?? ""
            guard let flag = flags.first(where: { $0.name == name }) else {
                throw UsageError(description: "there is no flag --\(name); --help shows all")
            }
            if flag.value == nil {
                guard halves.count == 1 else { throw UsageError(description: "--\(name) takes no value") }
                try flag.apply(&self, "")
            } else if halves.count == 2 {
                try flag.apply(&self, String(halves[1]))
            } else {
                guard let value = rest.popFirst() else { throw UsageError(description: "--\(name) needs a value") }
                try flag.apply(&self, value)
            }
        }
        try check()
    }

    private static var scenarioNames: String { Scenario.allCases.map(\.rawValue).joined(separator: ", ") }

    /// What a scenario does unless flags say otherwise.
    private mutating func presets() {
        switch scenario {
        case .fanout: break
        // What one small server delivers with ease: the storm is to be measured, not an overload before it.
        case .storm: (watches, connections, rate, durationSeconds) = (10_000, 20, 20, 2)
        case .slow: (watches, connections, rate, durationSeconds) = (5_000, 50, 20, 10)
        case .churn: rate = 20
        case .interest: (watches, connections, objects, inFlight, durationSeconds) = (50_000, 50, 1_000, 16, 5)
        case .mixed:
            inFlight = 16
            mix = OperationMix(parsing: OperationMix.usual) ?? mix
        case .soak: (rate, churnPerSecond, durationSeconds) = (20, 50, 600)
        }
    }

    private mutating func check() throws(UsageError) {
        if writes == 0, durationSeconds == 0 { durationSeconds = 10 }
        if watches > 0, connections > watches { connections = watches }
        if server != nil, kubeconfig != nil {
            throw UsageError(description: "--server and --kubeconfig exclude each other")
        }
        let own = [authorityPath, certificatePath, keyPath, tokenPath]
        if server == nil, skipsVerification || own.contains(where: { $0 != nil }) {
            throw UsageError(description: "--ca, --cert, --key, --token-file and --insecure go with --server")
        }
        if (certificatePath == nil) != (keyPath == nil) {
            throw UsageError(description: "--cert and --key go together")
        }
        let needsWatches: Set<Scenario> = [.storm, .slow, .churn, .interest, .soak]
        if needsWatches.contains(scenario), watches == 0 {
            throw UsageError(description: "\(scenario.rawValue) needs watches")
        }
        if scenario == .interest, hits > watches { hits = watches }
    }

    /// The help text.
    public static var help: String {
        func lines(_ title: String, _ rows: [(String, String)]) -> String {
            let width = 26
            let margin = "\n  " + String(repeating: " ", count: width)
            return title + "\n"
                + rows.map { row in
                    let gap = width - row.0.count
                    return "  " + row.0 + (gap > 0 ? String(repeating: " ", count: gap) : margin) + row.1
                }.joined(separator: "\n")
        }
        func flags(_ title: String, _ flags: [LoadFlag]) -> String {
            lines(title, flags.map { ("--\($0.name)" + ($0.value.map { " \($0)" } ?? ""), $0.help) })
        }
        return [
            """
            apus-load puts load on a Kubernetes API server, measures it, and checks that every watch sees every write once
            and in order.

            Usage: apus-load SCENARIO [flags]
            """,
            lines("Scenarios", Scenario.allCases.map { ($0.rawValue, $0.about) }),
            flags("The server", LoadFlag.server),
            flags("The load", LoadFlag.load),
            flags("Scenarios' own", LoadFlag.scenarios),
            flags("Output", LoadFlag.output),
            """
            Latency is counted from the answer to a write until its event arrives; 0 when the event came first.
            Ctrl-C ends a run early and shows what it has; a second one ends the process.
            Exit: 0 fine, 1 a promise was broken, 2 wrong usage, 3 the server cannot be reached, refuses, or has gone.

            Example
              apus-load fanout --watches 10000 --connections 20 --writes 200 --pid $(pgrep -f 'apus apiserver') \\
                --report fanout.html
            """,
        ].joined(separator: "\n\n")
    }
}
