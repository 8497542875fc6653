import Objects

/// Between autoscaling/v2, which is stored, and autoscaling/v1. What the older form has no fields for stands in its
/// annotations as JSON, so that nothing is lost on the way there and back.
enum AutoscalerConversion {
    private static let metrics = "autoscaling.alpha.kubernetes.io/metrics"
    private static let currentMetrics = "autoscaling.alpha.kubernetes.io/current-metrics"
    private static let conditions = "autoscaling.alpha.kubernetes.io/conditions"
    private static let behavior = "autoscaling.alpha.kubernetes.io/behavior"

    @Sendable static func toStored(_ message: Message) -> Message {
        let older = AutoscalingV1.HorizontalPodAutoscaler(message)
        var newer = Autoscaling.HorizontalPodAutoscaler()
        newer.metadata = older.metadata
        newer.spec.scaleTargetRef = Autoscaling.CrossVersionObjectReference(
            older.spec.scaleTargetRef.message.copied(to: Autoscaling.CrossVersionObjectReference.descriptor))
        newer.spec.minReplicas = older.spec.minReplicas
        newer.spec.maxReplicas = older.spec.maxReplicas
        let annotations = older.metadata.annotations
        var specs: [Autoscaling.MetricSpec] = []
        specs += list(annotations[metrics], of: AutoscalingV1.MetricSpec.descriptor).map {
            MetricForms.newer(AutoscalingV1.MetricSpec($0))
        }
        if let use = older.spec.targetCPUUtilizationPercentage { specs.append(processor(use)) }
        newer.spec.metrics = specs
        if let rules = object(annotations[behavior], of: Autoscaling.HorizontalPodAutoscalerBehavior.descriptor) {
            newer.spec.behavior = Autoscaling.HorizontalPodAutoscalerBehavior(rules)
        }
        newer.status.observedGeneration = older.status.observedGeneration
        newer.status.lastScaleTime = older.status.lastScaleTime
        newer.status.currentReplicas = older.status.currentReplicas
        newer.status.desiredReplicas = older.status.desiredReplicas
        var states = list(annotations[currentMetrics], of: AutoscalingV1.MetricStatus.descriptor).map {
            MetricForms.newer(AutoscalingV1.MetricStatus($0))
        }
        if let use = older.status.currentCPUUtilizationPercentage,
            !states.contains(where: { $0.resource?.name == "cpu" && $0.resource?.current.averageUtilization != nil })
        {
            var state = Autoscaling.MetricStatus()
            state.type = "Resource"
            var source = Autoscaling.ResourceMetricStatus()
            source.name = "cpu"
            source.current.averageUtilization = use
            state.resource = source
            states.insert(state, at: 0)
        }
        newer.status.currentMetrics = states
        newer.status.conditions = list(
            annotations[conditions], of: Autoscaling.HorizontalPodAutoscalerCondition.descriptor
        ).map(Autoscaling.HorizontalPodAutoscalerCondition.init)
        for name in [metrics, currentMetrics, conditions, behavior] { newer.metadata.annotations[name] = nil }
        return newer.message
    }

    @Sendable static func fromStored(_ message: Message) -> Message {
        let newer = Autoscaling.HorizontalPodAutoscaler(message)
        var older = AutoscalingV1.HorizontalPodAutoscaler()
        older.metadata = newer.metadata
        older.spec.scaleTargetRef = AutoscalingV1.CrossVersionObjectReference(
            newer.spec.scaleTargetRef.message.copied(to: AutoscalingV1.CrossVersionObjectReference.descriptor))
        older.spec.minReplicas = newer.spec.minReplicas
        older.spec.maxReplicas = newer.spec.maxReplicas
        var rest: [AutoscalingV1.MetricSpec] = []
        for metric in newer.spec.metrics {
            guard metric.resource?.name == "cpu", let use = metric.resource?.target.averageUtilization else {
                rest.append(MetricForms.older(metric))
                continue
            }
            if older.spec.targetCPUUtilizationPercentage == nil { older.spec.targetCPUUtilizationPercentage = use }
        }
        older.status.observedGeneration = newer.status.observedGeneration
        older.status.lastScaleTime = newer.status.lastScaleTime
        older.status.currentReplicas = newer.status.currentReplicas
        older.status.desiredReplicas = newer.status.desiredReplicas
        older.status.currentCPUUtilizationPercentage =
            newer.status.currentMetrics.first { $0.resource?.name == "cpu" }?.resource?.current.averageUtilization
        func note(_ name: String, _ messages: [Message]) {
            guard !messages.isEmpty else { return }
            older.metadata.annotations[name] = "[\(messages.map { FieldWords.json($0) }.joined(separator: ","))]"
        }
        note(metrics, rest.map(\.message))
        note(currentMetrics, newer.status.currentMetrics.map { MetricForms.older($0).message })
        note(conditions, newer.status.conditions.map(\.message))
        if let rules = newer.spec.behavior { older.metadata.annotations[behavior] = InternalForm.text(rules.message) }
        return older.message
    }

    private static func processor(_ use: Int) -> Autoscaling.MetricSpec {
        var metric = Autoscaling.MetricSpec()
        metric.type = "Resource"
        var source = Autoscaling.ResourceMetricSource()
        source.name = "cpu"
        source.target.type = "Utilization"
        source.target.averageUtilization = use
        metric.resource = source
        return metric
    }

    /// An annotation's objects; what cannot be read is as if it were not there.
    private static func list(_ text: String?, of type: MessageDescriptor) -> [Message] {
        guard let text, case .list(let items)? = try? FreeValue.parse(Array(text.utf8)) else { return [] }
        return items.compactMap { try? JSONDecoder.decode(FreeValue.text($0), as: type).message }
    }

    /// The same of one object, whose fields may have the names that they have in Go.
    private static func object(_ text: String?, of type: MessageDescriptor) -> Message? {
        guard let text, let value = try? FreeValue.parse(Array(text.utf8)) else { return nil }
        return try? JSONDecoder.decode(FreeValue.text(small(value)), as: type).message
    }

    private static func small(_ value: Value) -> Value {
        switch value {
        case .list(let items): return .list(items.map(small))
        case .map(let members):
            var named = StringMap<Value>()
            for entry in members.entries {
                named[entry.key.prefix(1).lowercased() + entry.key.dropFirst()] = small(entry.value)
            }
            return .map(named)
        default: return value
        }
    }
}
