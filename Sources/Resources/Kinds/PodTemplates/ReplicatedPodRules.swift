import Objects

/// What workloads with a number of pods have in common: a selector, a template of pods that it selects, and counts.
enum ReplicatedPodRules {
    static func defaults(_ template: inout Core.PodTemplateSpec) { PodSpecDefaults.apply(&template.spec) }

    /// What its author is told of a new template, and of a changed one.
    ///
    /// - Parameter isNamed: whether the pods are named by their owner's name and end in letters that are drawn.
    static func warnings(
        _ object: Message, old: Message?, _ template: Core.PodTemplateSpec, _ path: String, isNamed: Bool = true
    ) -> [String] {
        if let old { return old["spec"] == object["spec"] ? [] : PodWarnings.template(template, path) }
        return (isNamed ? PodWarnings.name(Metadata(of: object).name) : []) + PodWarnings.template(template, path)
    }

    /// Of Deployments and ReplicaSets.
    static func problems(
        replicas: Int?, minReadySeconds: Int, selector: Meta.LabelSelector?, template: Core.PodTemplateSpec
    ) -> [FieldProblem] {
        var problems = FieldWords.notNegative("spec.replicas", replicas)
        problems += FieldWords.notNegative("spec.minReadySeconds", minReadySeconds)
        problems += self.selector(selector, of: "deployment", isRequired: true)
        problems += PodTemplateRules.selected(template, by: selector, "spec.template")
        return problems + PodTemplateRules.lasting(template, "spec.template", owner: "ReplicaSet")
    }

    /// - Parameter kind: as the messages name it: `deployment`.
    static func selector(_ selector: Meta.LabelSelector?, of kind: String, isRequired: Bool) -> [FieldProblem] {
        guard let selector else { return isRequired ? [.required("spec.selector")] : [] }
        var problems = SelectorRules.problems(selector, "spec.selector")
        if SelectorRules.isEmpty(selector) {
            problems.append(
                .invalid("spec.selector", FieldWords.json(selector.message), "empty selector is invalid for \(kind)"))
        }
        return problems
    }

    static func selectorChange(_ new: Meta.LabelSelector?, _ old: Meta.LabelSelector?) -> [FieldProblem] {
        guard new != old else { return [] }
        return [
            .invalid("spec.selector", new.map { FieldWords.json($0.message) } ?? "null", FieldWords.immutable)
        ]
    }

    /// The counts of a status: none negative, none of the parts greater than the whole.
    static func counts(
        replicas: Int, parts: [(field: String, count: Int)], whole: String = "status.replicas"
    ) -> [FieldProblem] {
        var problems = notNegative([("replicas", replicas)] + parts)
        for part in parts where part.count > replicas {
            problems.append(
                .invalid("status.\(part.field)", String(part.count), "cannot be greater than \(whole)"))
        }
        return problems
    }

    /// Counts of a status, by the names of their fields.
    static func notNegative(_ counts: [(field: String, count: Int)]) -> [FieldProblem] {
        counts.flatMap { FieldWords.notNegative("status.\($0.field)", $0.count) }
    }

    /// How many are available is counted among those that are ready.
    static func available(_ available: Int, ready: Int, as whole: String = "readyReplicas") -> [FieldProblem] {
        guard available > ready else { return [] }
        return [.invalid("status.availableReplicas", String(available), "cannot be greater than \(whole)")]
    }

    /// How often a name was taken already only grows.
    static func collisions(_ count: Int?, old: Int?) -> [FieldProblem] {
        var problems = FieldWords.notNegative("status.collisionCount", count)
        if let old, (count ?? 0) < old {
            problems.append(.invalid("status.collisionCount", String(count ?? 0), "cannot be decremented"))
        }
        return problems
    }
}
