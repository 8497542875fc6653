import Objects

/// Amounts of resources: of containers, pods and nodes.
enum ResourceListRules {
    private static let standard: Set<String> = ["cpu", "memory", "ephemeral-storage"]
    private static let hugePages = "hugepages-"

    static func quantities(_ resources: StringMap<Quantity>, _ path: String) -> [FieldProblem] {
        resources.entries.flatMap { entry in
            FieldWords.name("\(path)[\(entry.key)]", entry.key, Names.qualifiedNameProblems)
                + negative(entry.value, "\(path)[\(entry.key)]")
        }
    }

    private static func negative(_ quantity: Quantity, _ path: String) -> [FieldProblem] {
        quantity.isNegative ? [.invalid(path, text: quantity.description, FieldWords.notNegative)] : []
    }

    /// Whether more may be promised than there is.
    static func isOvercommittable(_ name: String) -> Bool {
        standard.contains(name) || (name.contains("/") && name.hasPrefix("kubernetes.io/"))
    }

    static func requirements(_ resources: Core.ResourceRequirements, _ path: String) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        for entry in resources.limits.entries { problems += amount(entry.key, entry.value, "\(path).limits") }
        for entry in resources.requests.entries {
            problems += amount(entry.key, entry.value, "\(path).requests")
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
        let claims = resources.claims.map(\.name)
        for (index, name) in claims.enumerated() where claims[..<index].contains(name) {
            problems.append(.duplicate("\(path).claims[\(index)]", name))
        }
        return problems
    }

    /// A resource that a container may ask for.
    static func containerResource(_ name: String, _ path: String) -> [FieldProblem] {
        known(name, path, "must be a standard resource for containers") {
            standard.contains($0) || $0.hasPrefix(hugePages)
        }
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

    private static func amount(_ name: String, _ quantity: Quantity, _ path: String) -> [FieldProblem] {
        let path = "\(path)[\(name)]"
        var problems = containerResource(name, path)
        problems += negative(quantity, path)
        let isWhole = quantity.milliValue % 1000 == 0
        if !isWhole, !isOvercommittable(name) {
            problems.append(.invalid(path, text: quantity.description, "must be an integer"))
        }
        return problems
    }
}
