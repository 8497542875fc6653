import Objects

/// What is valid in a pod's specification; the same for pods and for templates of pods.
enum PodSpecRules {
    static func problems(_ spec: Core.PodSpec, _ path: String) -> [FieldProblem] {
        var problems = VolumeRules.problems(spec.volumes, "\(path).volumes")
        problems += ContainerRules(spec).problems(spec, path)
        problems += FieldWords.oneOf(
            "\(path).restartPolicy", spec.restartPolicy, ["Always", "OnFailure", "Never"], isRequired: true)
        problems += FieldWords.oneOf(
            "\(path).dnsPolicy", spec.dnsPolicy, ["ClusterFirstWithHostNet", "ClusterFirst", "Default", "None"],
            isRequired: true)
        problems += MetadataRules.labels(spec.nodeSelector, "\(path).nodeSelector")
        problems += SecurityRules.pod(spec.securityContext, "\(path).securityContext")
        problems += FieldWords.inRange(
            "\(path).activeDeadlineSeconds", spec.activeDeadlineSeconds, 1...Int(Int32.max))
        problems += names(spec, path) + dns(spec, path) + hosts(spec, path)
        problems += TolerationRules.problems(spec.tolerations, "\(path).tolerations")
        problems += scheduling(spec, path) + AffinityRules.problems(spec.affinity, "\(path).affinity")
        return problems
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
        for (index, reference) in spec.imagePullSecrets.enumerated() {
            problems += FieldWords.required("\(path).imagePullSecrets[\(index)].name", reference.name)
        }
        if let os = spec.os {
            problems += FieldWords.oneOf("\(path).os.name", os.name, ["linux", "windows"], isRequired: true)
        }
        return problems
    }

    private static func dns(_ spec: Core.PodSpec, _ path: String) -> [FieldProblem] {
        guard let config = spec.dnsConfig else {
            return spec.dnsPolicy == "None"
                ? [.required("\(path).dnsConfig", "must provide `dnsConfig` when `dnsPolicy` is None")] : []
        }
        let path = "\(path).dnsConfig"
        var problems: [FieldProblem] = []
        if spec.dnsPolicy == "None", config.nameservers.isEmpty {
            problems.append(
                .required("\(path).nameservers", "must provide at least one DNS nameserver when `dnsPolicy` is None"))
        }
        if config.nameservers.count > 3 {
            problems.append(
                .invalid("\(path).nameservers", list(config.nameservers), "must not have more than 3 nameservers"))
        }
        for (index, address) in config.nameservers.enumerated() where !IPAddressText.isValid(address) {
            problems.append(.invalid("\(path).nameservers[\(index)]", text: address, FieldWords.address))
        }
        if config.searches.count > 32 {
            problems.append(
                .invalid("\(path).searches", list(config.searches), "must not have more than 32 search paths"))
        }
        for (index, option) in config.options.enumerated() {
            problems += FieldWords.required("\(path).options[\(index)]", option.name)
        }
        return problems
    }

    private static func list(_ texts: [String]) -> String {
        "[\(texts.map(FieldProblem.quoted).joined(separator: ","))]"
    }

    private static func hosts(_ spec: Core.PodSpec, _ path: String) -> [FieldProblem] {
        spec.hostAliases.enumerated().flatMap { index, alias in
            let at = "\(path).hostAliases[\(index)]"
            var problems: [FieldProblem] = []
            if !IPAddressText.isValid(alias.ip) {
                problems.append(.invalid("\(at).ip", text: alias.ip, FieldWords.address))
            }
            for name in alias.hostnames {
                problems += FieldWords.name("\(at).hostnames", name) { Names.subdomainProblems($0) }
            }
            return problems
        }
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
        if let policy = spec.preemptionPolicy {
            problems += FieldWords.oneOf(
                "\(path).preemptionPolicy", policy, ["PreemptLowerPriority", "Never"], isRequired: true)
        }
        var pairs: Set<[String]> = []
        for (index, constraint) in spec.topologySpreadConstraints.enumerated() {
            let at = "\(path).topologySpreadConstraints[\(index)]"
            if constraint.maxSkew <= 0 {
                problems.append(.invalid("\(at).maxSkew", String(constraint.maxSkew), FieldWords.positive))
            }
            if constraint.topologyKey.isEmpty {
                problems.append(.required("\(at).topologyKey", "can not be empty"))
            } else {
                problems += FieldWords.name("\(at).topologyKey", constraint.topologyKey, Names.qualifiedNameProblems)
            }
            problems += FieldWords.oneOf(
                "\(at).whenUnsatisfiable", constraint.whenUnsatisfiable, ["DoNotSchedule", "ScheduleAnyway"])
            if !pairs.insert([constraint.topologyKey, constraint.whenUnsatisfiable]).inserted {
                problems.append(
                    .duplicate(
                        "\(at).{topologyKey, whenUnsatisfiable}",
                        "{\(constraint.topologyKey), \(constraint.whenUnsatisfiable)}"))
            }
            if let selector = constraint.labelSelector {
                problems += SelectorRules.problems(selector, "\(at).labelSelector")
            }
        }
        return problems
    }
}
