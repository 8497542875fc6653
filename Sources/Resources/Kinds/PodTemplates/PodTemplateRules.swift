import Objects

/// A template that pods are made from, whoever makes them.
enum PodTemplateRules {
    static func problems(_ template: Core.PodTemplateSpec, _ path: String) -> [FieldProblem] {
        let annotations = template.metadata.annotations
        var problems = metadata(template, path)
        problems += PodAnnotationRules.problems(annotations, template.spec, "\(path).annotations")
        problems += PodSpecRules.problems(template.spec, "\(path).spec")
        problems += PodAnnotationRules.agreement(annotations, template.spec, "\(path).spec")
        if !template.spec.ephemeralContainers.isEmpty {
            problems.append(
                .forbidden("\(path).spec.ephemeralContainers", "ephemeral containers not allowed in pod template"))
        }
        return problems
    }

    /// Labels and annotations, which upstream reports without the `metadata` that they stand in.
    static func metadata(_ template: Core.PodTemplateSpec, _ path: String) -> [FieldProblem] {
        MetadataRules.labels(template.metadata.labels, "\(path).labels")
            + MetadataRules.annotations(template.metadata.annotations, "\(path).annotations")
    }

    /// Of pods that are to run until they are no longer wanted.
    ///
    /// - Parameter owner: the kind, as the messages name it: `DaemonSet`.
    static func lasting(_ template: Core.PodTemplateSpec, _ path: String, owner: String) -> [FieldProblem] {
        var problems = problems(template, path)
        if template.spec.restartPolicy != "Always" {
            problems.append(
                .notSupported(
                    "\(path).spec.restartPolicy", GoText.quoted(template.spec.restartPolicy), ["Always"]))
        }
        if template.spec.activeDeadlineSeconds != nil {
            problems.append(
                .forbidden(
                    "\(path).spec.activeDeadlineSeconds", "activeDeadlineSeconds in \(owner) is not Supported"))
        }
        return problems
    }

    /// The template's labels are among those that its owner looks for.
    static func selected(
        _ template: Core.PodTemplateSpec, by selector: Meta.LabelSelector?, _ path: String
    ) -> [FieldProblem] {
        // A selector that cannot be read has a problem of its own; none selects nothing.
        guard let selector else { return [mismatch(template, path)] }
        guard let parsed = try? LabelSelector(selector), !parsed.matches(template.metadata.labels) else { return [] }
        return [mismatch(template, path)]
    }

    static func mismatch(_ template: Core.PodTemplateSpec, _ path: String) -> FieldProblem {
        .invalid(
            "\(path).metadata.labels", FieldWords.json(template.metadata.labels),
            "`selector` does not match template `labels`")
    }
}
