import Objects

/// The containers of a pod.
struct ContainerRules {
    let scope: ContainerScope

    func problems(_ spec: Core.PodSpec, _ path: String) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        if spec.containers.isEmpty { problems.append(.required("\(path).containers")) }
        var names: Set<String> = []
        for (index, container) in spec.containers.enumerated() {
            let at = "\(path).containers[\(index)]"
            problems += common(container, at)
            if !names.insert(container.name).inserted { problems.append(.duplicate("\(at).name", container.name)) }
            problems += looks(container, at)
            problems += RestartRules.problems(container.restartPolicy, container.restartPolicyRules, at)
        }
        problems += hostPorts(spec.containers, "\(path).containers")
        for (index, container) in spec.initContainers.enumerated() {
            let at = "\(path).initContainers[\(index)]"
            problems += common(container, at)
            problems += RestartRules.problems(container.restartPolicy, container.restartPolicyRules, at)
            if names.contains(container.name) {
                problems.append(.duplicate("\(at).name", container.name))
            } else if !container.name.isEmpty {
                names.insert(container.name)
            }
            problems += hostPorts([container], "\(path).initContainers")
            problems += container.restartPolicy == "Always" ? looks(container, at) : preparation(container, at)
        }
        return problems
    }

    /// What a container has not that ends before the others begin.
    private func preparation(_ container: Core.Container, _ path: String) -> [FieldProblem] {
        let looks = [
            ("lifecycle", container.lifecycle != nil), ("livenessProbe", container.livenessProbe != nil),
            ("readinessProbe", container.readinessProbe != nil), ("startupProbe", container.startupProbe != nil),
        ].filter(\.1)
        let problems = looks.map {
            FieldProblem.forbidden("\(path).\($0.0)", "may not be set for init containers without restartPolicy=Always")
        }
        let restarts = container.resizePolicy.enumerated().filter { $1.restartPolicy == "RestartContainer" }
        return problems
            + restarts.map {
                .invalid(
                    "\(path).resizePolicy[\($0.offset)].restartPolicy", text: $0.element.restartPolicy,
                    "must not be set to 'RestartContainer' for non-sidecar initContainers")
            }
    }

    /// What holds for containers of all sorts.
    func common(_ container: Core.Container, _ path: String) -> [FieldProblem] {
        var problems =
            container.name.isEmpty
            ? [.required("\(path).name")] : FieldWords.name("\(path).name", container.name) { Names.labelProblems($0) }
        problems += FieldWords.required("\(path).image", container.image)
        problems += FieldWords.oneOf(
            "\(path).terminationMessagePolicy", container.terminationMessagePolicy, ["File", "FallbackToLogsOnError"],
            isRequired: true)
        problems += ports(container.ports, "\(path).ports") + EnvironmentRules.problems(container, path)
        problems += MountRules(volumes: scope.volumes).problems(container, path)
        problems += FieldWords.oneOf(
            "\(path).imagePullPolicy", container.imagePullPolicy, ["Always", "IfNotPresent", "Never"], isRequired: true)
        problems += ResourceListRules.requirements(
            container.resources, "\(path).resources", claims: scope.claims)
        problems += RestartRules.resize(container.resizePolicy, "\(path).resizePolicy", pod: scope.restartPolicy)
        return problems
            + SecurityRules.container(
                container.securityContext, "\(path).securityContext", sharesUsers: scope.sharesUsers)
    }

    /// What only pods are held to, and not templates of pods, since it came later.
    static func inPods(_ containers: [Core.Container], _ path: String) -> [FieldProblem] {
        containers.enumerated().flatMap { image($1.image, "\(path)[\($0)].image") }
    }

    static func image(_ image: String, _ path: String) -> [FieldProblem] {
        guard hasSpaceAround(image) else { return [] }
        return [.invalid(path, text: image, "must not have leading or trailing whitespace")]
    }

    /// Whether the text begins or ends with white space, as Unicode defines it.
    static func hasSpaceAround(_ text: String) -> Bool {
        let scalars = text.unicodeScalars
        return scalars.first?.properties.isWhitespace == true || scalars.last?.properties.isWhitespace == true
    }

    /// What looks after a container that stays.
    private func looks(_ container: Core.Container, _ path: String) -> [FieldProblem] {
        let rules = ProbeRules(gracePeriodSeconds: scope.gracePeriodSeconds)
        return rules.lifecycle(container.lifecycle, "\(path).lifecycle")
            + rules.probe(container.livenessProbe, "\(path).livenessProbe", isReadiness: false)
            + rules.probe(container.readinessProbe, "\(path).readinessProbe", isReadiness: true)
            + rules.probe(container.startupProbe, "\(path).startupProbe", isReadiness: false)
    }

    // MARK: Ports

    private func ports(_ ports: [Core.ContainerPort], _ path: String) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        var names: Set<String> = []
        for (index, port) in ports.enumerated() {
            let at = "\(path)[\(index)]"
            if !port.name.isEmpty {
                let found = FieldWords.name("\(at).name", port.name, FieldWords.portNameProblems)
                problems += found
                if found.isEmpty, !names.insert(port.name).inserted {
                    problems.append(.duplicate("\(at).name", port.name))
                }
            }
            if port.containerPort == 0 {
                problems.append(.required("\(at).containerPort"))
            } else {
                problems += FieldWords.port("\(at).containerPort", .int(port.containerPort))
            }
            if port.hostPort != 0 { problems += FieldWords.port("\(at).hostPort", .int(port.hostPort)) }
            problems += FieldWords.oneOf("\(at).protocol", port.protocol, ["SCTP", "TCP", "UDP"], isRequired: true)
        }
        return problems
    }

    /// The paths count from the first of the containers that are looked at together.
    private func hostPorts(_ containers: [Core.Container], _ path: String) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        var seen: Set<String> = []
        for (index, container) in containers.enumerated() {
            for (number, port) in container.ports.enumerated() where port.hostPort != 0 {
                let claim = "\(port.protocol)/\(port.hostIP)/\(port.hostPort)"
                if !seen.insert(claim).inserted {
                    problems.append(.duplicate("\(path)[\(index)].ports[\(number)].hostPort", claim))
                }
            }
        }
        return problems
    }
}
