import Objects

/// What the author of a pod, or of a template of pods, is told although it is valid: what has no effect any more, what
/// contradicts itself, what is likely to be a slip.
enum PodWarnings {
    private static let matchesNothing = "a null labelSelector results in matching no pod"
    private static let byteNames = ["memory", "ephemeral-storage"]
    private static let seccompWords = "non-functional in v1.27+; use the \"seccompProfile\" field instead"
    private static let annotations = [
        (
            "scheduler.alpha.kubernetes.io/critical-pod",
            "non-functional in v1.16+; use the \"priorityClassName\" field instead"
        ),
        ("security.alpha.kubernetes.io/sysctls", "non-functional in v1.11+; use the \"sysctls\" field instead"),
        ("security.alpha.kubernetes.io/unsafe-sysctls", "non-functional in v1.11+; use the \"sysctls\" field instead"),
    ]
    /// The name of what makes pods should be one that can be part of a host's name.
    static func name(_ name: String, isPods: Bool = false) -> [String] {
        let problems = Names.labelProblems(name)
        if name.isEmpty || problems.isEmpty { return [] }
        let use = isPods ? "the Pod's hostname" : "Pod names and hostnames"
        return [
            "metadata.name: this is used in \(use), which can result in surprising behavior; a DNS label is recommended: "
                + "[\(problems.joined(separator: " "))]"
        ]
    }

    /// - Parameter path: `spec.template`.
    static func template(_ template: Core.PodTemplateSpec, _ path: String) -> [String] {
        warnings(template.spec, template.metadata.annotations, "\(path).", isTemplate: true)
    }

    static func pod(_ pod: Core.Pod) -> [String] {
        name(pod.metadata.name, isPods: true) + warnings(pod.spec, pod.metadata.annotations, "", isTemplate: false)
    }

    /// - Parameter prefix: of `spec` and `metadata`.
    private static func warnings(
        _ spec: Core.PodSpec, _ marks: StringMap<String>, _ prefix: String, isTemplate: Bool
    ) -> [String] {
        let path = "\(prefix)spec"
        let marked = "\(prefix)metadata.annotations"
        var warnings = placement(spec, path)
        if !marks.isEmpty {
            warnings += annotations.compactMap { key, words in marks[key].map { _ in "\(marked)[\(key)]: \(words)" } }
        }
        for (index, volume) in spec.volumes.enumerated() {
            warnings += self.volume(volume.volumeSource, "\(path).volumes[\(index)]")
        }
        warnings += projections(spec.volumes, "\(path).volumes")
        warnings += repeated(spec.hostAliases.map(\.ip)) { "\(path).hostAliases[\($0)].ip: duplicate ip" }
        let secrets = spec.imagePullSecrets.map(\.name)
        warnings += repeated(secrets) { "\(path).imagePullSecrets[\($0)].name: duplicate name" }
        for (index, name) in secrets.enumerated() where name.isEmpty {
            warnings.append("\(path).imagePullSecrets[\(index)].name: invalid empty name \"\"")
        }
        warnings += FractionWarnings.of(spec.overhead, byteNames, "\(path).overhead")
        if spec.securityContext?.seccompProfile == nil, marks[PodAnnotationRules.seccompOfPod] != nil {
            warnings.append("\(marked)[\(PodAnnotationRules.seccompOfPod)]: \(seccompWords)")
        }
        let containers = spec.containerPaths(path)
        for (at, container) in containers {
            if !marks.isEmpty {
                warnings += profiles(container, of: spec, marks, marked, isTemplate: isTemplate)
            }
            for name in byteNames {
                warnings += FractionWarnings.of(container.resources.limits, [name], "\(at).resources.limits")
                warnings += FractionWarnings.of(container.resources.requests, [name], "\(at).resources.requests")
            }
            warnings += environment(container.env, "\(at).env")
        }
        warnings += ports(containers)
        if let seconds = spec.terminationGracePeriodSeconds, seconds < 0 {
            warnings.append(
                "\(path).terminationGracePeriodSeconds: must be >= 0; negative values are invalid and will be treated "
                    + "as 1")
        }
        return warnings + neighbours(spec.affinity, "\(path).affinity")
    }

    // MARK: Where it runs

    private static func placement(_ spec: Core.PodSpec, _ path: String) -> [String] {
        var warnings = spec.nodeSelector.keys.flatMap {
            DeprecatedLabels.warning(at: "\(path).nodeSelector[\($0)]", $0)
        }
        if let affinity = spec.affinity?.nodeAffinity {
            let at = "\(path).affinity.nodeAffinity"
            if let required = affinity.requiredDuringSchedulingIgnoredDuringExecution {
                warnings += DeprecatedLabels.warnings(
                    required, "\(at).requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms")
            }
            let preferred = affinity.preferredDuringSchedulingIgnoredDuringExecution
            for (index, term) in preferred.enumerated() {
                warnings += DeprecatedLabels.warnings(
                    term.preference, "\(at).preferredDuringSchedulingIgnoredDuringExecution[\(index)].preference",
                    checksValues: true)
            }
        }
        for (index, constraint) in spec.topologySpreadConstraints.enumerated() {
            let at = "\(path).topologySpreadConstraints[\(index)]"
            warnings += DeprecatedLabels.warning("\(at).topologyKey", constraint.topologyKey)
            if constraint.labelSelector == nil { warnings.append("\(at).labelSelector: \(matchesNothing)") }
        }
        return warnings
    }

    private static func neighbours(_ affinity: Core.Affinity?, _ path: String) -> [String] {
        guard let affinity else { return [] }
        func terms(
            _ required: [Core.PodAffinityTerm], _ preferred: [Core.WeightedPodAffinityTerm], _ path: String
        ) -> [String] {
            let required = required.enumerated().compactMap { index, term in
                term.labelSelector == nil
                    ? "\(path).requiredDuringSchedulingIgnoredDuringExecution[\(index)].labelSelector: \(matchesNothing)"
                    : nil
            }
            let preferred = preferred.enumerated().compactMap { index, term in
                term.podAffinityTerm.labelSelector == nil
                    ? "\(path).preferredDuringSchedulingIgnoredDuringExecution[\(index)].podAffinityTerm.labelSelector: "
                        + matchesNothing
                    : nil
            }
            return required + preferred
        }
        var warnings: [String] = []
        if let near = affinity.podAffinity {
            warnings += terms(
                near.requiredDuringSchedulingIgnoredDuringExecution,
                near.preferredDuringSchedulingIgnoredDuringExecution, "\(path).podAffinity")
        }
        if let far = affinity.podAntiAffinity {
            warnings += terms(
                far.requiredDuringSchedulingIgnoredDuringExecution,
                far.preferredDuringSchedulingIgnoredDuringExecution, "\(path).podAntiAffinity")
        }
        return warnings
    }

    // MARK: What it has

    private static func volume(_ source: Core.VolumeSource, _ path: String) -> [String] {
        var warnings = DeprecatedVolumes.sources.compactMap { field, words -> String? in
            guard source.message[field] != nil else { return nil }
            // The message's spelling of this one is not the field's.
            return "\(path).\(field == "storageos" ? "storageOS" : field): \(words)"
        }
        if let claim = source.ephemeral?.volumeClaimTemplate {
            warnings += PersistentVolumeClaimRules.warnings(claim.spec, "\(path).ephemeral.volumeClaimTemplate.spec")
        }
        return warnings
    }

    /// A token's file would be hidden by another of its name.
    private static func projections(_ volumes: [Core.Volume], _ path: String) -> [String] {
        let sources = volumes.map { $0.volumeSource.projected?.sources ?? [] }
        let tokens = Set(sources.joined().compactMap { $0.serviceAccountToken?.path })
        if tokens.isEmpty { return [] }
        return sources.enumerated().flatMap { index, sources in
            sources.flatMap { source -> [String] in
                let at = "\(path)[\(index)].projected.sources"
                let files = [
                    ("configMap", (source.configMap?.items ?? []).map(\.path)),
                    ("secrets", (source.secret?.items ?? []).map(\.path)),
                    ("downwardAPI", (source.downwardAPI?.items ?? []).map(\.path)),
                ]
                var found = files.flatMap { kind, paths in
                    paths.enumerated().filter { tokens.contains($0.element) }.map {
                        ("\(at).\(kind)[\($0.offset)]", $0.element)
                    }
                }
                if let bundle = source.clusterTrustBundle, tokens.contains(bundle.path) {
                    found.append(("\(at).ClusterTrustBundle", bundle.path))
                }
                return found.map {
                    "\($0.0): has duplicated path with ServiceAccountToken \(GoText.quoted($0.1))"
                }
            }
        }
    }

    private static func repeated(_ texts: [String], _ words: (Int) -> String) -> [String] {
        guard texts.count > 1 else { return [] }
        var seen: Set<String> = []
        return texts.enumerated().compactMap { index, text in
            seen.insert(text).inserted ? nil : "\(words(index)) \(GoText.quoted(text))"
        }
    }

    // MARK: Containers

    private static func profiles(
        _ container: Core.Container, of spec: Core.PodSpec, _ marks: StringMap<String>, _ path: String,
        isTemplate: Bool
    ) -> [String] {
        var warnings: [String] = []
        let seccomp = PodAnnotationRules.seccompPrefix + container.name
        if container.securityContext?.seccompProfile == nil, marks[seccomp] != nil {
            warnings.append("\(path)[\(seccomp)]: \(seccompWords)")
        }
        let appArmor = PodAnnotationRules.appArmorPrefix + container.name
        if isTemplate, container.securityContext?.appArmorProfile == nil,
            spec.securityContext?.appArmorProfile == nil, marks[appArmor] != nil
        {
            warnings.append("\(path)[\(appArmor)]: deprecated since v1.30; use the \"appArmorProfile\" field instead")
        }
        return warnings
    }

    /// A variable that is there twice, and not to build on the earlier one.
    private static func environment(_ variables: [Core.EnvVar], _ path: String) -> [String] {
        guard variables.count > 1 else { return [] }
        var seen: Set<String> = []
        return variables.enumerated().compactMap { index, variable in
            if seen.insert(variable.name).inserted { return nil }
            let reference = "$(\(variable.name))"
            let builds =
                variable.valueFrom == nil && variable.value != reference && variable.value.contains(reference)
            if builds { return nil }
            return
                "\(path)[\(index)]: hides previous definition of \(GoText.quoted(variable.name)), which may be "
                + "dropped when using apply"
        }
    }

    private static func ports(_ containers: [(path: String, container: Core.Container)]) -> [String] {
        var known: [(path: String, port: Core.ContainerPort)] = []
        var warnings: [String] = []
        for (path, container) in containers {
            for (index, port) in container.ports.enumerated() {
                let at = "\(path).ports[\(index)]"
                if !port.hostIP.isEmpty, port.hostPort == 0 {
                    warnings.append(
                        "\(at): hostIP set without hostPort: {Name:\(port.name) HostPort:0 "
                            + "ContainerPort:\(port.containerPort) Protocol:\(port.protocol) HostIP:\(port.hostIP)}")
                }
                warnings += known.compactMap { other in
                    conflict(port, other.port).map { "\(at): \($0) port definition with \(other.path)" }
                }
                known.append((at, port))
            }
        }
        return warnings
    }

    private static func conflict(_ port: Core.ContainerPort, _ other: Core.ContainerPort) -> String? {
        guard port.containerPort == other.containerPort, port.protocol == other.protocol else { return nil }
        if port.hostIP == other.hostIP, port.hostPort == other.hostPort { return "duplicate" }
        if port.hostPort == 0 || other.hostPort == 0 { return "overlapping" }
        let isAmbiguous = port.hostPort == other.hostPort && port.hostIP.isEmpty != other.hostIP.isEmpty
        return isAmbiguous ? "dangerously ambiguous" : nil
    }
}
