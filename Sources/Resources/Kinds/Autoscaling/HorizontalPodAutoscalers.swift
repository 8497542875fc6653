import Objects

extension BuiltinResources {
    static let autoscalers = ResourceDefinition(
        "autoscaling/v2", "horizontalpodautoscalers", "HorizontalPodAutoscaler", shortNames: ["hpa"],
        categories: ["all"], subresources: [.status], rules: AutoscalerRules(), rows: AutoscalerRow.plan)

    /// The older form, with one figure for the processor's use; everything else stands in annotations.
    static let olderAutoscalers = ResourceDefinition(
        "autoscaling/v1", "horizontalpodautoscalers", "HorizontalPodAutoscaler", shortNames: ["hpa"],
        categories: ["all"], subresources: [.status],
        conversion: Conversion(
            storedAs: "autoscaling/v2", toStored: AutoscalerConversion.toStored,
            fromStored: AutoscalerConversion.fromStored),
        rules: AutoscalerRules(), rows: AutoscalerRow.plan)
}

struct AutoscalerRules: ResourceRules {
    /// In percent of what is requested.
    private static let processorUse = 80
    private static let metricTypes = ["ContainerResource", "External", "Object", "Pods", "Resource"]

    func setDefaults(_ object: inout Message) {
        var autoscaler = Autoscaling.HorizontalPodAutoscaler(object)
        if autoscaler.spec.minReplicas == nil { autoscaler.spec.minReplicas = 1 }
        if autoscaler.spec.metrics.isEmpty {
            var metric = Autoscaling.MetricSpec()
            metric.type = "Resource"
            var source = Autoscaling.ResourceMetricSource()
            source.name = "cpu"
            source.target.type = "Utilization"
            source.target.averageUtilization = Self.processorUse
            metric.resource = source
            autoscaler.spec.metrics = [metric]
        }
        if var behavior = autoscaler.spec.behavior {
            AutoscalerBehaviorRules.complete(&behavior)
            autoscaler.spec.behavior = behavior
        }
        object = autoscaler.message
    }

    func validate(_ object: Message) -> [FieldProblem] {
        let spec = Autoscaling.HorizontalPodAutoscaler(object).spec
        var problems: [FieldProblem] = []
        if let least = spec.minReplicas, least < 1 {
            problems.append(.invalid("spec.minReplicas", String(least), "must be greater than or equal to 1"))
        }
        if spec.maxReplicas < 1 {
            problems.append(.invalid("spec.maxReplicas", String(spec.maxReplicas), FieldWords.positive))
        }
        if let least = spec.minReplicas, spec.maxReplicas < least {
            problems.append(
                .invalid(
                    "spec.maxReplicas", String(spec.maxReplicas), "must be greater than or equal to `minReplicas`"))
        }
        problems += reference(spec.scaleTargetRef, "spec.scaleTargetRef")
        for (index, metric) in spec.metrics.enumerated() { problems += self.metric(metric, "spec.metrics[\(index)]") }
        if let behavior = spec.behavior { problems += AutoscalerBehaviorRules.problems(behavior, "spec.behavior") }
        return problems
    }

    func validateUpdate(_ object: Message, old: Message, subresource: Subresource?) -> [FieldProblem] {
        guard subresource == .status else { return [] }
        let status = Autoscaling.HorizontalPodAutoscaler(object).status
        return ReplicatedPodRules.notNegative([
            ("currentReplicas", status.currentReplicas), ("desiredReplicas", status.desiredReplicas),
        ])
    }

    /// Names that become part of a path.
    private func segment(_ path: String, _ text: String, ifEmpty words: String = "") -> [FieldProblem] {
        if text.isEmpty { return [.required(path, words)] }
        if text == "." || text == ".." { return [.invalid(path, text: text, "may not be '\(text)'")] }
        return ["/", "%"].filter { text.contains($0) }.map { .invalid(path, text: text, "may not contain '\($0)'") }
    }

    private func reference(_ reference: Autoscaling.CrossVersionObjectReference, _ path: String) -> [FieldProblem] {
        var problems = segment("\(path).kind", reference.kind) + segment("\(path).name", reference.name)
        let group = reference.apiVersion.split(separator: "/", omittingEmptySubsequences: false)
        if group.count > 2 {
            problems.append(
                .invalid(
                    "\(path).apiVersion", text: reference.apiVersion,
                    "unexpected GroupVersion string: \(reference.apiVersion)"))
        }
        return problems
    }

    // MARK: Metrics

    private func metric(_ metric: Autoscaling.MetricSpec, _ path: String) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        if metric.type.isEmpty { problems.append(.required("\(path).type", "must specify a metric source type")) }
        problems += FieldWords.oneOf("\(path).type", metric.type, Self.metricTypes)
        var present: [String] = []
        func check(_ field: String, _ isSet: Bool, _ found: () -> [FieldProblem]) {
            guard isSet else { return }
            present.append(field)
            if present.count == 1 { problems += found() }
        }
        check("object", metric.object != nil) { metric.object.map { object($0, "\(path).object") } ?? [] }
        check("external", metric.external != nil) { metric.external.map { external($0, "\(path).external") } ?? [] }
        check("pods", metric.pods != nil) { metric.pods.map { pods($0, "\(path).pods") } ?? [] }
        check("resource", metric.resource != nil) {
            metric.resource.map { resource($0.name, $0.target, "\(path).resource") } ?? []
        }
        check("containerResource", metric.containerResource != nil) {
            metric.containerResource.map { containerResource($0, "\(path).containerResource") } ?? []
        }
        let expected = metric.type.prefix(1).lowercased() + metric.type.dropFirst()
        if !Self.metricTypes.contains(metric.type) {
            // Said a second time, as there.
            problems += FieldWords.oneOf("\(path).type", metric.type, Self.metricTypes)
        } else if !present.contains(expected) {
            problems.append(
                .required("\(path).\(expected)", "must populate information for the given metric source"))
        }
        if present.count != 1 {
            problems += present.filter { $0 != expected }.map {
                .forbidden("\(path).\($0)", "must populate the given metric source only")
            }
        }
        return problems
    }

    private func target(_ target: Autoscaling.MetricTarget, _ path: String) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        if target.type.isEmpty { problems.append(.required("\(path).type", "must specify a metric target type")) }
        if !["Utilization", "Value", "AverageValue"].contains(target.type) {
            problems.append(
                .invalid("\(path).type", text: target.type, "must be either Utilization, Value, or AverageValue"))
        }
        for (field, amount) in [("value", target.value), ("averageValue", target.averageValue)] {
            guard let amount, amount.isZero || amount.isNegative else { continue }
            problems.append(.invalid("\(path).\(field)", text: amount.description, "must be positive"))
        }
        if let use = target.averageUtilization, use < 1 {
            problems.append(.invalid("\(path).averageUtilization", String(use), FieldWords.positive))
        }
        return problems
    }

    private func identifier(_ metric: Autoscaling.MetricIdentifier, _ path: String) -> [FieldProblem] {
        segment("\(path).name", metric.name, ifEmpty: "must specify a metric name")
    }

    private func object(_ source: Autoscaling.ObjectMetricSource, _ path: String) -> [FieldProblem] {
        var problems = reference(source.describedObject, "\(path).describedObject")
        problems += identifier(source.metric, "\(path).metric") + target(source.target, "\(path).target")
        if source.target.value == nil, source.target.averageValue == nil {
            problems.append(.required("\(path).target.averageValue", "must set either a target value or averageValue"))
        }
        return problems
    }

    private func external(_ source: Autoscaling.ExternalMetricSource, _ path: String) -> [FieldProblem] {
        var problems = identifier(source.metric, "\(path).metric") + target(source.target, "\(path).target")
        switch (source.target.value, source.target.averageValue) {
        case (nil, nil):
            problems.append(
                .required(
                    "\(path).target.averageValue",
                    "must set either a target value for metric or a per-pod target"))
        case (_?, _?):
            problems.append(
                .forbidden(
                    "\(path).target.value", "may not set both a target value for metric and a per-pod target"))
        default: break
        }
        return problems
    }

    private func pods(_ source: Autoscaling.PodsMetricSource, _ path: String) -> [FieldProblem] {
        var problems = identifier(source.metric, "\(path).metric") + target(source.target, "\(path).target")
        let amount = source.target.averageValue ?? Quantity(0)
        if amount.isZero || amount.isNegative {
            problems.append(.required("\(path).target.averageValue", "must specify a positive target averageValue"))
        }
        return problems
    }

    private func containerResource(
        _ source: Autoscaling.ContainerResourceMetricSource, _ path: String
    ) -> [FieldProblem] {
        var problems = resource(source.name, source.target, path)
        if !source.name.isEmpty {
            problems += ResourceListRules.containerResource(source.name, "\(path).name")
        }
        if source.container.isEmpty {
            problems.append(.required("\(path).container", "must specify a container"))
        } else {
            problems += FieldWords.name("\(path).container", source.container) { Names.labelProblems($0) }
        }
        return problems
    }

    private func resource(_ name: String, _ target: Autoscaling.MetricTarget, _ path: String) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        if name.isEmpty { problems.append(.required("\(path).name", "must specify a resource name")) }
        problems += self.target(target, "\(path).target")
        switch (target.averageUtilization, target.averageValue) {
        case (nil, nil):
            problems.append(
                .required(
                    "\(path).target.averageUtilization", "must set either a target raw value or a target utilization"))
        case (_?, _?):
            problems.append(
                .forbidden(
                    "\(path).target.averageValue", "may not set both a target raw value and a target utilization"))
        default: break
        }
        return problems
    }
}
