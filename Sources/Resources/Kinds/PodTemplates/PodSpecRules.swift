import Objects

/// What is valid in a pod's specification; the same for pods and for templates of pods.
enum PodSpecRules {
    /// - Parameter podName: of the pod that the specification is one of; empty, where it has none yet; nil: the
    ///   specification is a template's.
    static func problems(_ spec: Core.PodSpec, _ path: String, podName: String? = nil) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        if spec.terminationGracePeriodSeconds == nil {
            problems.append(.required("\(path).terminationGracePeriodSeconds"))
        }
        let volumes = VolumeRules(podName: podName ?? "", isPod: podName != nil).check(
            spec.volumes, "\(path).volumes")
        problems += volumes.problems + claims(spec.resourceClaims, "\(path).resourceClaims")
        let containers = ContainerRules(scope: ContainerScope(spec, volumes: volumes.valid))
        problems += containers.problems(spec, path)
        problems += EphemeralContainerRules.problems(spec, "\(path).ephemeralContainers", containers)
        problems += ResourceListRules.ofPod(spec, "\(path).resources")
        problems += nodePorts(spec, path, isPod: podName != nil)
        problems += FieldWords.oneOf(
            "\(path).restartPolicy", spec.restartPolicy, ["Always", "OnFailure", "Never"], isRequired: true)
        problems += FieldWords.oneOf(
            "\(path).dnsPolicy", spec.dnsPolicy, ["ClusterFirstWithHostNet", "ClusterFirst", "Default", "None"],
            isRequired: true)
        problems += MetadataRules.labels(spec.nodeSelector, "\(path).nodeSelector")
        problems += SecurityRules.pod(spec, "\(path).securityContext")
        problems += AffinityRules.problems(spec.affinity, "\(path).affinity")
        problems += PodNetworkRules.dns(spec, path) + scheduling(spec, path)
        problems += SpreadRules.problems(spec.topologySpreadConstraints, "\(path).topologySpreadConstraints")
        problems += WindowsRules.hostProcesses(spec, path)
        problems += users(spec, path) + PodNetworkRules.hostname(spec, path) + names(spec, path)
        problems += FieldWords.inRange(
            "\(path).activeDeadlineSeconds", spec.activeDeadlineSeconds, 1...Int(Int32.max))
        problems += TolerationRules.problems(spec.tolerations, "\(path).tolerations")
        problems += PodNetworkRules.aliases(spec.hostAliases, "\(path).hostAliases")
        if let policy = spec.preemptionPolicy {
            problems += FieldWords.oneOf(
                "\(path).preemptionPolicy", policy, ["PreemptLowerPriority", "Never"], isRequired: true)
        }
        if !spec.overhead.isEmpty {
            var overhead = Core.ResourceRequirements()
            overhead.limits = spec.overhead
            problems += ResourceListRules.requirements(overhead, "\(path).overhead")
        }
        return problems + WindowsRules.system(spec, path) + EnvironmentRules.files(spec, path)
    }

    private static func names(_ spec: Core.PodSpec, _ path: String) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        func check(_ field: String, _ text: String, _ rule: (String) -> [String]) {
            if !text.isEmpty { problems += FieldWords.name("\(path).\(field)", text, rule) }
        }
        check("serviceAccountName", spec.serviceAccountName) { Names.subdomainProblems($0) }
        check("nodeName", spec.nodeName) { Names.subdomainProblems($0) }
        check("hostname", spec.hostname) { Names.labelProblems($0) }
        check("subdomain", spec.subdomain) { Names.labelProblems($0) }
        check("priorityClassName", spec.priorityClassName) { Names.subdomainProblems($0) }
        if let name = spec.runtimeClassName {
            problems += FieldWords.name("\(path).runtimeClassName", name) { Names.subdomainProblems($0) }
        }
        return problems
    }

    /// Devices that the pod has, or gets made from a template.
    private static func claims(_ claims: [Core.PodResourceClaim], _ path: String) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        var names: Set<String> = []
        for (index, claim) in claims.enumerated() {
            let at = "\(path)[\(index)]"
            if claim.name.isEmpty {
                problems.append(.required("\(at).name"))
            } else if !names.insert(claim.name).inserted {
                problems.append(.duplicate("\(at).name", claim.name))
            } else {
                problems += FieldWords.name("\(at).name", claim.name) { Names.labelProblems($0) }
            }
            let shown = InternalForm.text(claim.message)
            switch (claim.resourceClaimName, claim.resourceClaimTemplateName) {
            case (_?, _?):
                problems.append(
                    .invalid(
                        at, shown, "at most one of `resourceClaimName` or `resourceClaimTemplateName` may be specified")
                )
            case (nil, nil):
                problems.append(
                    .invalid(at, shown, "must specify one of: `resourceClaimName`, `resourceClaimTemplateName`"))
            default: break
            }
            for (field, name) in [
                ("resourceClaimName", claim.resourceClaimName),
                ("resourceClaimTemplateName", claim.resourceClaimTemplateName),
            ] {
                guard let name else { continue }
                problems += FieldWords.name("\(at).\(field)", name) { Names.subdomainProblems($0) }
            }
        }
        return problems
    }

    /// On the node's own network a container's port is the node's port; in templates it may be left open.
    private static func nodePorts(_ spec: Core.PodSpec, _ path: String, isPod: Bool) -> [FieldProblem] {
        guard spec.hostNetwork else { return [] }
        return spec.containers.enumerated().flatMap { index, container in
            container.ports.enumerated().compactMap { number, port in
                guard isPod || port.hostPort != 0, port.hostPort != port.containerPort else { return nil }
                return .invalid(
                    "\(path).containers[\(index)].ports[\(number)].hostPort", String(port.hostPort),
                    "must match `containerPort` when `hostNetwork` is true")
            }
        }
    }

    /// What a pod with users of its own cannot share with its node.
    private static func users(_ spec: Core.PodSpec, _ path: String) -> [FieldProblem] {
        guard spec.hostUsers == false else { return [] }
        let words = "when `hostUsers` is false"
        var problems: [FieldProblem] = []
        for (field, isSet) in [("hostNetwork", spec.hostNetwork), ("HostPID", spec.hostPID), ("HostIPC", spec.hostIPC)]
        where isSet {
            problems.append(.forbidden("\(path).\(field)", words))
        }
        for (at, container) in spec.containerPaths(path) where !container.volumeDevices.isEmpty {
            problems.append(.forbidden("\(at).volumeDevices", words))
        }
        return problems
    }

    private static func scheduling(_ spec: Core.PodSpec, _ path: String) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        for (index, gate) in spec.readinessGates.enumerated() {
            problems += FieldWords.name(
                "\(path).readinessGates[\(index)].conditionType", gate.conditionType, Names.qualifiedNameProblems)
        }
        var gates: Set<String> = []
        for (index, gate) in spec.schedulingGates.enumerated() {
            let at = "\(path).schedulingGates[\(index)]"
            problems += FieldWords.name(at, gate.name, Names.qualifiedNameProblems)
            if !gates.insert(gate.name).inserted { problems.append(.duplicate(at, gate.name)) }
        }
        return problems
    }
}
