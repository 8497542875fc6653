import Objects

extension BuiltinResources {
    static let resourceQuotas = ResourceDefinition(
        "v1", "resourcequotas", "ResourceQuota", shortNames: ["quota"], subresources: [.status],
        traits: [.returnsDeleted], rules: ResourceQuotaRules(),
        rows: RowPlan(
            [
                .name, Column("Request", about: "What is used of what may be requested and counted."),
                Column("Limit", about: "What is used of what containers may be limited to."), .age,
            ], reading: ["status.hard", "status.used"]
        ) { object, now in
            let status = Core.ResourceQuota(object).status
            func shown(_ isLimit: Bool) -> Cell {
                let parts = status.hard.entries.filter { $0.key.hasPrefix("limits.") == isLimit }.map {
                    "\($0.key): \(status.used[$0.key] ?? Quantity(0))/\($0.value)"
                }
                return .text(parts.joined(separator: ", "))
            }
            return [RowText.name(object), shown(false), shown(true), RowText.age(object, now)]
        })
}

/// How much a namespace may use of anything.
struct ResourceQuotaRules: ResourceRules {
    private static let compute: Set<String> = [
        "cpu", "memory", "requests.cpu", "requests.memory", "limits.cpu", "limits.memory",
    ]
    private static let pods = compute.union(["pods"])
    /// Scopes, and what they can be about.
    private static let scopes: [String: Set<String>] = [
        "Terminating": pods, "NotTerminating": pods, "NotBestEffort": pods, "PriorityClass": pods,
        "CrossNamespacePodAffinity": pods, "BestEffort": ["pods"],
        "VolumeAttributesClass": ["requests.storage", "persistentvolumeclaims"],
    ]
    private static let opposites = [["BestEffort", "NotBestEffort"], ["Terminating", "NotTerminating"]]

    private static func fits(_ scope: String, _ resource: String) -> Bool {
        scopes[scope]?.contains(resource) ?? false
    }

    func validate(_ object: Message) -> [FieldProblem] {
        let spec = Core.ResourceQuota(object).spec
        var problems = amounts(spec.hard, "spec.hard")
        if !spec.scopes.isEmpty {
            let shown = "[\(spec.scopes.map(FieldProblem.quoted).joined(separator: ","))]"
            for scope in spec.scopes {
                problems += self.scope(
                    scope, spec, unknown: .invalid("spec.scopes", shown, "unsupported scope"),
                    unfit: .invalid("spec.scopes", shown, "unsupported scope applied to resource"))
            }
            problems += conflicts(spec.scopes, "spec.scopes", shown)
        }
        if let selector = spec.scopeSelector { problems += self.selector(selector, spec) }
        return problems
    }

    private func amounts(_ amounts: StringMap<Quantity>, _ path: String) -> [FieldProblem] {
        amounts.entries.flatMap { entry in
            let at = "\(path)[\(entry.key)]"
            return ResourceListRules.quotaResource(entry.key, at)
                + ResourceListRules.quotaAmount(entry.key, entry.value, at)
        }
    }

    private func scope(
        _ scope: String, _ spec: Core.ResourceQuotaSpec, unknown: FieldProblem, unfit: FieldProblem
    ) -> [FieldProblem] {
        var problems = Self.scopes[scope] == nil ? [unknown] : []
        for entry in spec.hard.entries where ResourceListRules.isQuota(entry.key) && !Self.fits(scope, entry.key) {
            problems.append(unfit)
        }
        return problems
    }

    private func conflicts(_ scopes: [String], _ path: String, _ shown: String) -> [FieldProblem] {
        Self.opposites.filter { $0.allSatisfy(scopes.contains) }.map { _ in
            .invalid(path, shown, "conflicting scopes")
        }
    }

    private func selector(_ selector: Core.ScopeSelector, _ spec: Core.ResourceQuotaSpec) -> [FieldProblem] {
        let path = "spec.scopeSelector.matchExpressions"
        var problems: [FieldProblem] = []
        for requirement in selector.matchExpressions {
            let name = requirement.scopeName
            problems += scope(
                name, spec, unknown: .invalid("\(path).scopeName", text: name, "unsupported scope"),
                unfit: .invalid(path, InternalForm.text(selector.message), "unsupported scope applied to resource"))
            let isPlain = name != "PriorityClass" && name != "VolumeAttributesClass" && Self.scopes[name] != nil
            if isPlain, requirement.operator != "Exists" {
                problems.append(
                    .invalid(
                        "\(path).operator", text: requirement.operator,
                        "must be 'Exists' when scope is any of ResourceQuotaScopeTerminating, "
                            + "ResourceQuotaScopeNotTerminating, ResourceQuotaScopeBestEffort, "
                            + "ResourceQuotaScopeNotBestEffort or ResourceQuotaScopeCrossNamespacePodAffinity"))
            }
            switch requirement.operator {
            case "In", "NotIn":
                if requirement.values.isEmpty {
                    problems.append(
                        .required(
                            "\(path).values",
                            "must be at least one value when `operator` is 'In' or 'NotIn' for scope selector"))
                }
            case "Exists", "DoesNotExist":
                if !requirement.values.isEmpty {
                    let shown = "[\(requirement.values.map(FieldProblem.quoted).joined(separator: ","))]"
                    problems.append(
                        .invalid(
                            "\(path).values", shown,
                            "must be no value when `operator` is 'Exist' or 'DoesNotExist' for scope selector"))
                }
            default:
                problems.append(
                    .invalid("\(path).operator", text: requirement.operator, "not a valid selector operator"))
            }
        }
        let shown = "[\(spec.scopes.map(FieldProblem.quoted).joined(separator: ","))]"
        return problems
            + conflicts(selector.matchExpressions.map(\.scopeName), path, spec.scopes.isEmpty ? "null" : shown)
    }

    func validateUpdate(_ object: Message, old: Message, subresource: Subresource?) -> [FieldProblem] {
        let quota = Core.ResourceQuota(object)
        guard subresource != .status else {
            return amounts(quota.status.hard, "status.hard") + amounts(quota.status.used, "status.used")
        }
        let before = Core.ResourceQuota(old).spec.scopes
        guard Set(quota.spec.scopes) != Set(before) else { return [] }
        let shown = "[\(quota.spec.scopes.map(FieldProblem.quoted).joined(separator: ","))]"
        return [.invalid("spec.scopes", quota.spec.scopes.isEmpty ? "null" : shown, FieldWords.immutable)]
    }
}
