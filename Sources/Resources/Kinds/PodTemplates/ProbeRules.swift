import Objects

/// How the node looks after a container: probes, and what runs at its start and end.
struct ProbeRules {
    /// The pod's; nil: it is not valid, which is said elsewhere.
    let gracePeriodSeconds: Int?

    func probe(_ probe: Core.Probe?, _ path: String, isReadiness: Bool) -> [FieldProblem] {
        guard let probe else { return [] }
        let handler = probe.probeHandler
        var problems = handlers(
            exec: handler.exec, httpGet: handler.httpGet, tcpSocket: handler.tcpSocket, grpc: handler.grpc, sleep: nil,
            path)
        for (field, value) in [
            ("initialDelaySeconds", probe.initialDelaySeconds), ("timeoutSeconds", probe.timeoutSeconds),
            ("periodSeconds", probe.periodSeconds), ("successThreshold", probe.successThreshold),
            ("failureThreshold", probe.failureThreshold),
        ] {
            problems += FieldWords.notNegative("\(path).\(field)", value)
        }
        if let seconds = probe.terminationGracePeriodSeconds, seconds <= 0 {
            problems.append(.invalid("\(path).terminationGracePeriodSeconds", String(seconds), FieldWords.positive))
        }
        if isReadiness {
            if let seconds = probe.terminationGracePeriodSeconds {
                problems.append(
                    .invalid(
                        "\(path).terminationGracePeriodSeconds", String(seconds), "must not be set for readinessProbes")
                )
            }
        } else if probe.successThreshold != 1 {
            problems.append(.invalid("\(path).successThreshold", String(probe.successThreshold), "must be 1"))
        }
        return problems
    }

    func lifecycle(_ lifecycle: Core.Lifecycle?, _ path: String) -> [FieldProblem] {
        func handler(_ handler: Core.LifecycleHandler?, _ path: String) -> [FieldProblem] {
            guard let handler else { return [] }
            return handlers(
                exec: handler.exec, httpGet: handler.httpGet, tcpSocket: handler.tcpSocket, grpc: nil,
                sleep: handler.sleep, path)
        }
        guard let lifecycle else { return [] }
        return handler(lifecycle.postStart, "\(path).postStart") + handler(lifecycle.preStop, "\(path).preStop")
    }

    /// Exactly one handler.
    private func handlers(
        exec: Core.ExecAction?, httpGet: Core.HTTPGetAction?, tcpSocket: Core.TCPSocketAction?, grpc: Core.GRPCAction?,
        sleep: Core.SleepAction?, _ path: String
    ) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        var count = 0
        func check(_ field: String, _ found: [FieldProblem]) {
            count += 1
            problems += count > 1 ? [.forbidden("\(path).\(field)", "may not specify more than 1 handler type")] : found
        }
        if let exec { check("exec", exec.command.isEmpty ? [.required("\(path).exec.command")] : []) }
        if let httpGet { check("httpGet", self.httpGet(httpGet, "\(path).httpGet")) }
        if let tcpSocket { check("tcpSocket", FieldWords.port("\(path).tcpSocket.port", tcpSocket.port)) }
        if let grpc { check("grpc", FieldWords.port("\(path).grpc.port", .int(grpc.port))) }
        if let sleep { check("sleep", self.sleep(sleep, "\(path).sleep")) }
        if count == 0 { problems.append(.required(path, "must specify a handler type")) }
        return problems
    }

    private func httpGet(_ action: Core.HTTPGetAction, _ path: String) -> [FieldProblem] {
        var problems = FieldWords.required("\(path).path", action.path) + FieldWords.port("\(path).port", action.port)
        problems += FieldWords.oneOf("\(path).scheme", action.scheme, ["HTTP", "HTTPS"])
        for header in action.httpHeaders {
            let isName =
                !header.name.isEmpty
                && header.name.utf8.allSatisfy {
                    $0 == 0x2d || (0x30...0x39).contains($0) || (0x41...0x5a).contains($0) || (0x61...0x7a).contains($0)
                }
            guard !isName else { continue }
            problems.append(
                .invalid(
                    "\(path).httpHeaders", text: header.name,
                    "a valid HTTP header must consist of alphanumeric characters or '-' (e.g. 'X-Header-Name', regex used for "
                        + "validation is '[-A-Za-z0-9]+')"))
        }
        return problems
    }

    private func sleep(_ action: Core.SleepAction, _ path: String) -> [FieldProblem] {
        guard let limit = gracePeriodSeconds, action.seconds < 0 || action.seconds > limit else { return [] }
        return [
            .invalid(
                path, String(action.seconds),
                "must be non-negative and less than terminationGracePeriodSeconds (\(limit))")
        ]
    }
}
