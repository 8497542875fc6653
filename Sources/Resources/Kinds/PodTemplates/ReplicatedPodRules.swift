import Objects

/// What Deployments and ReplicaSets have in common: a selector, a template of pods that it selects, and a number.
enum ReplicatedPodRules {
    static func defaults(_ template: inout Core.PodTemplateSpec) { PodSpecDefaults.apply(&template.spec) }

    /// - Parameter kind: as the messages name it: `deployment`.
    static func problems(
        replicas: Int?, minReadySeconds: Int, selector: Meta.LabelSelector?, template: Core.PodTemplateSpec,
        kind: String
    ) -> [FieldProblem] {
        var problems = FieldWords.notNegative("spec.replicas", replicas)
        problems += FieldWords.notNegative("spec.minReadySeconds", minReadySeconds)
        if let selector {
            problems += SelectorRules.problems(selector, "spec.selector")
            if SelectorRules.isEmpty(selector) {
                problems.append(
                    .invalid(
                        "spec.selector", FieldWords.json(selector.message), "empty selector is invalid for \(kind)"))
            }
        } else {
            problems.append(.required("spec.selector"))
        }
        if !selects(selector, template.metadata.labels) {
            problems.append(
                .invalid(
                    "spec.template.metadata.labels", FieldWords.json(template.metadata.labels),
                    "`selector` does not match template `labels`"))
        }
        return problems + self.template(template)
    }

    private static func selects(_ selector: Meta.LabelSelector?, _ labels: StringMap<String>) -> Bool {
        guard let selector else { return false }
        // A selector that cannot be read has a problem of its own.
        guard let parsed = try? LabelSelector(selector) else { return true }
        return parsed.matches(labels)
    }

    private static func template(_ template: Core.PodTemplateSpec) -> [FieldProblem] {
        let path = "spec.template"
        var problems = MetadataRules.labels(template.metadata.labels, "\(path).metadata.labels")
        problems += MetadataRules.annotations(template.metadata.annotations, "\(path).metadata.annotations")
        var spec = template.spec
        if spec.restartPolicy != "Always" {
            problems.append(
                .notSupported("\(path).spec.restartPolicy", FieldProblem.quoted(spec.restartPolicy), ["Always"]))
            spec.restartPolicy = "Always"
        }
        if !spec.ephemeralContainers.isEmpty {
            problems.append(
                .forbidden("\(path).spec.ephemeralContainers", "ephemeral containers not allowed in pod template"))
        }
        if spec.activeDeadlineSeconds != nil {
            problems.append(
                .forbidden("\(path).spec.activeDeadlineSeconds", "activeDeadlineSeconds in ReplicaSet is not Supported")
            )
        }
        return problems + PodSpecRules.problems(spec, "\(path).spec")
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
        var problems = FieldWords.notNegative("status.replicas", replicas)
        for part in parts { problems += FieldWords.notNegative("status.\(part.field)", part.count) }
        for part in parts where part.count > replicas {
            problems.append(
                .invalid("status.\(part.field)", String(part.count), "cannot be greater than \(whole)"))
        }
        return problems
    }

    static func selectorText(_ selector: Meta.LabelSelector?) -> String {
        guard let selector else { return "" }
        return (try? LabelSelector(selector))?.description ?? ""
    }
}
