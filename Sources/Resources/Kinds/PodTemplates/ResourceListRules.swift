import Objects

/// Amounts of resources: of containers, pods and nodes.
enum ResourceListRules {
    private static let standard: Set<String> = ["cpu", "memory", "ephemeral-storage"]
    private static let hugePages = "hugepages-"

    private static func negative(_ quantity: Quantity, _ path: String) -> [FieldProblem] {
        quantity.isNegative ? [.invalid(path, text: quantity.description, FieldWords.notNegative)] : []
    }

    /// Whether more may be promised than there is.
    static func isOvercommittable(_ name: String) -> Bool { isNative(name) && !name.hasPrefix(hugePages) }

    /// Kubernetes' own, and not somebody's who has a domain.
    private static func isNative(_ name: String) -> Bool { !name.contains("/") || name.contains("kubernetes.io/") }

    /// - Parameters:
    ///   - claims: those of the pod.
    ///   - isPod: the pod as a whole, and not one of its containers.
    static func requirements(
        _ resources: Core.ResourceRequirements, _ path: String, claims: Set<String> = [], isPod: Bool = false
    ) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        for entry in resources.limits.entries { problems += amount(entry, "\(path).limits", isPod: isPod) }
        for entry in resources.requests.entries {
            problems += amount(entry, "\(path).requests", isPod: isPod)
            let request = entry.value
            guard let limit = resources.limits[entry.key] else {
                if !isOvercommittable(entry.key) {
                    problems.append(.required("\(path).limits", "Limit must be set for non overcommitable resources"))
                }
                continue
            }
            if !isOvercommittable(entry.key), request != limit {
                problems.append(
                    .invalid(
                        "\(path).requests", text: request.description, "must be equal to \(entry.key) limit of \(limit)"
                    ))
            } else if limit < request {
                problems.append(
                    .invalid(
                        "\(path).requests", text: request.description,
                        "must be less than or equal to \(entry.key) limit of \(limit)"))
            }
        }
        let names = resources.limits.entries.map(\.key) + resources.requests.entries.map(\.key)
        if names.contains(where: { $0.hasPrefix(hugePages) }), !names.contains("cpu"), !names.contains("memory") {
            problems.append(.forbidden(path, "HugePages require cpu or memory"))
        }
        return problems + self.claims(resources.claims, "\(path).claims", of: claims)
    }

    private static func claims(
        _ used: [Core.ResourceClaim], _ path: String, of claims: Set<String>
    ) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        var seen: Set<String> = []
        for (index, claim) in used.enumerated() {
            let at = "\(path)[\(index)]"
            if claim.name.isEmpty {
                problems.append(.required(at))
                continue
            }
            let key = claim.request.isEmpty ? claim.name : "\(claim.name)/\(claim.request)"
            if seen.contains(claim.name) {
                problems.append(.duplicate(at, claim.name))
            } else {
                if !claim.request.isEmpty {
                    problems += FieldWords.name("\(at).request", claim.request) { Names.labelProblems($0) }
                }
                if seen.contains(key) {
                    problems.append(.duplicate(at, key))
                } else if claim.request.isEmpty, seen.contains(where: { $0.hasPrefix("\(claim.name)/") }) {
                    problems.append(.duplicate(at, claim.name))
                }
                seen.insert(key)
            }
            guard !claims.contains(claim.name) else { continue }
            let known = claims.isEmpty ? " which is empty" : ": \(claims.sorted().joined(separator: ", "))"
            problems.append(
                FieldProblem(
                    type: .notFound, field: at,
                    detail: "Not found: \(GoText.quoted(claim.name)): must be one of the names in "
                        + "pod.spec.resourceClaims\(known)"))
        }
        return problems
    }

    /// What the pod as a whole may use is not less than what its containers ask for.
    static func ofPod(_ spec: Core.PodSpec, _ path: String) -> [FieldProblem] {
        guard let resources = spec.resources else { return [] }
        if spec.os?.name == "windows" { return [.forbidden(path, "may not be set for a windows pod")] }
        var problems: [FieldProblem] = []
        if !resources.claims.isEmpty {
            problems.append(.forbidden("\(path).claims", "claims may not be set for Resources at pod-level"))
        }
        let names = Set(spec.resourceClaims.map(\.name))
        problems += requirements(resources, path, claims: names, isPod: true)
        for entry in PodResources.requestsOfContainers(spec).entries {
            guard let whole = resources.requests[entry.key], whole < entry.value else { continue }
            problems.append(
                .invalid(
                    "\(path).requests[\(entry.key)]", text: whole.description,
                    "must be greater than or equal to aggregate container requests of \(entry.value)"))
        }
        for (index, container) in spec.containers.enumerated() {
            for entry in container.resources.limits.entries {
                guard let whole = resources.limits[entry.key], whole < entry.value else { continue }
                problems.append(
                    .invalid(
                        "\(path).containers[\(index)][\(entry.key)].limits", text: entry.value.description,
                        "must be less than or equal to pod limits of \(whole)"))
            }
        }
        return problems
    }

    /// A resource that a container may ask for.
    static func containerResource(_ name: String, _ path: String) -> [FieldProblem] {
        var problems = standardResource(name, path)
        if !name.contains("/") {
            if !standard.contains(name), !name.hasPrefix(hugePages) {
                problems.append(.invalid(path, text: name, "must be a standard resource for containers"))
            }
        } else if !isNative(name), !isExtended(name) {
            problems.append(.invalid(path, text: name, "doesn't follow extended resource name standard"))
        }
        return problems
    }

    /// Somebody's own, of which a quota can name what is requested.
    private static func isExtended(_ name: String) -> Bool {
        !name.hasPrefix("requests.") && Names.qualifiedNameProblems("requests.\(name)").isEmpty
    }

    /// A resource that can be said for a pod as a whole.
    private static func podResource(_ name: String, _ path: String) -> [FieldProblem] {
        let problems = standardResource(name, path)
        guard problems.isEmpty, name != "cpu", name != "memory", !name.hasPrefix(hugePages) else { return problems }
        return [.notSupported(path, GoText.quoted(name), ["cpu", "hugepages-", "memory"])]
    }

    /// A resource that Kubernetes counts anywhere, or somebody's own.
    static func standardResource(_ name: String, _ path: String) -> [FieldProblem] {
        known(name, path, "must be a standard resource type or fully qualified") { isQuota($0) || $0 == "storage" }
    }

    /// What a quota may limit.
    static func quotaResource(_ name: String, _ path: String) -> [FieldProblem] {
        known(name, path, "must be a standard resource for quota", isQuota)
    }

    private static let counted: Set<String> = [
        "pods", "resourcequotas", "services", "replicationcontrollers", "secrets", "configmaps",
        "persistentvolumeclaims", "services.nodeports", "services.loadbalancers",
    ]
    private static let quotas: Set<String> = counted.union(standard).union([
        "requests.cpu", "requests.memory", "requests.storage", "requests.ephemeral-storage", "limits.cpu",
        "limits.memory", "limits.ephemeral-storage",
    ])

    static func isQuota(_ name: String) -> Bool {
        quotas.contains(name) || name.hasPrefix(hugePages) || name.hasPrefix("requests.\(hugePages)")
    }

    /// An amount that a quota names.
    static func quotaAmount(_ name: String, _ quantity: Quantity, _ path: String) -> [FieldProblem] {
        var problems = negative(quantity, path)
        let isWhole = quantity.milliValue % 1000 == 0
        if !isWhole, counted.contains(name) {
            problems.append(.invalid(path, text: quantity.description, "must be an integer"))
        }
        return problems
    }

    private static func known(
        _ name: String, _ path: String, _ words: String, _ isKnown: (String) -> Bool
    ) -> [FieldProblem] {
        let problems = FieldWords.name(path, name, Names.qualifiedNameProblems)
        guard problems.isEmpty, !name.contains("/"), !isKnown(name) else { return problems }
        return [.invalid(path, text: name, words)]
    }

    private static func amount(
        _ entry: StringMap<Quantity>.Entry, _ path: String, isPod: Bool
    ) -> [FieldProblem] {
        let (name, quantity) = (entry.key, entry.value)
        let path = "\(path)[\(name)]"
        var problems = isPod ? podResource(name, path) : containerResource(name, path)
        problems += negative(quantity, path)
        if quantity.milliValue % 1000 != 0, !isNative(name) || counted.contains(name) {
            problems.append(.invalid(path, text: quantity.description, "must be an integer"))
        }
        if name.hasPrefix(hugePages), !isMultiple(quantity, of: name) {
            problems.append(
                .invalid(
                    path, text: quantity.description, "\(quantity) is not positive integer multiple of \(name)"))
        }
        return problems
    }

    /// Whether an amount of huge pages is one of whole pages: `hugepages-2Mi`.
    private static func isMultiple(_ quantity: Quantity, of name: String) -> Bool {
        guard let page = try? Quantity(parsing: String(name.dropFirst(hugePages.count))), page.value > 0 else {
            return false
        }
        return quantity.value % page.value == 0
    }
}
