import Objects

/// An autoscaler as `kubectl get` prints it: each metric's value and its target.
enum AutoscalerRow {
    private static let shownLimit = 2

    static let plan = RowPlan(
        [
            .name, Column("Reference", about: "What it scales."),
            Column("Targets", about: "The values of its metrics, and their targets."),
            Column("MinPods", about: "How many pods it leaves at least."),
            Column("MaxPods", about: "How many pods it makes at the most."),
            Column("Replicas", about: "How many pods there are."), .age,
        ], reading: ["spec", "status.currentMetrics", "status.currentReplicas"]
    ) { object, now in
        let autoscaler = Autoscaling.HorizontalPodAutoscaler(object)
        let spec = autoscaler.spec
        return [
            RowText.name(object), .text("\(spec.scaleTargetRef.kind)/\(spec.scaleTargetRef.name)"),
            .text(metrics(spec.metrics, autoscaler.status.currentMetrics)),
            .text(spec.minReplicas.map(String.init) ?? "<unset>"), .integer(spec.maxReplicas),
            .integer(autoscaler.status.currentReplicas), RowText.age(object, now),
        ]
    }

    private static func metrics(_ specs: [Autoscaling.MetricSpec], _ states: [Autoscaling.MetricStatus]) -> String {
        if specs.isEmpty { return "<none>" }
        let all = specs.enumerated().map { index, spec in
            metric(spec, index < states.count ? states[index] : Autoscaling.MetricStatus())
        }
        let text = all.prefix(shownLimit).joined(separator: ", ")
        return all.count > shownLimit ? "\(text) + \(all.count - shownLimit) more..." : text
    }

    private static func metric(_ spec: Autoscaling.MetricSpec, _ state: Autoscaling.MetricStatus) -> String {
        switch spec.type {
        case "External": amount(spec.external?.target, state.external?.current)
        case "Object": amount(spec.object?.target, state.object?.current)
        case "Pods":
            "\(text(state.pods?.current.averageValue))/\(text(spec.pods?.target.averageValue))"
        case "Resource": share(spec.resource?.name, spec.resource?.target, state.resource?.current)
        case "ContainerResource":
            share(spec.containerResource?.name, spec.containerResource?.target, state.containerResource?.current)
        default: "<unknown type>"
        }
    }

    private static func text(_ amount: Quantity?) -> String { amount?.description ?? "<unknown>" }

    private static func amount(
        _ target: Autoscaling.MetricTarget?, _ current: Autoscaling.MetricValueStatus?
    ) -> String {
        if let average = target?.averageValue { return "\(text(current?.averageValue))/\(average) (avg)" }
        return "\(text(current?.value))/\(text(target?.value))"
    }

    private static func share(
        _ name: String?, _ target: Autoscaling.MetricTarget?, _ current: Autoscaling.MetricValueStatus?
    ) -> String {
        let name = name ?? ""
        if let average = target?.averageValue { return "\(name): \(text(current?.averageValue))/\(average)" }
        let now = current?.averageUtilization.map { "\($0)%" } ?? "<unknown>"
        return "\(name): \(now)/\(target?.averageUtilization.map { "\($0)%" } ?? "<auto>")"
    }
}
