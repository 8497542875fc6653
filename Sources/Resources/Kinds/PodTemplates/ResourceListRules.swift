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
    private static func isOvercommittable(_ name: String) -> Bool {
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

    private static func amount(_ name: String, _ quantity: Quantity, _ path: String) -> [FieldProblem] {
        let path = "\(path)[\(name)]"
        let found = Names.qualifiedNameProblems(name)
        var problems: [FieldProblem] = found.map { .invalid(path, text: name, $0) }
        if found.isEmpty, !name.contains("/"), !standard.contains(name), !name.hasPrefix(hugePages) {
            problems.append(.invalid(path, text: name, "must be a standard resource for containers"))
        }
        problems += negative(quantity, path)
        let isWhole = quantity.milliValue % 1000 == 0
        if !isWhole, !isOvercommittable(name) {
            problems.append(.invalid(path, text: quantity.description, "must be an integer"))
        }
        return problems
    }
}
