import Objects

/// Metrics of autoscalers in their newer and their older form, which has the target's parts in fields of their own.
enum MetricForms {
    private typealias New = Autoscaling
    private typealias Old = AutoscalingV1

    // MARK: What is wanted

    static func newer(_ old: AutoscalingV1.MetricSpec) -> Autoscaling.MetricSpec {
        var new = New.MetricSpec()
        new.type = old.type
        if let source = old.object {
            var object = New.ObjectMetricSource()
            object.describedObject = New.CrossVersionObjectReference(
                source.target.message.copied(to: New.CrossVersionObjectReference.descriptor))
            object.metric = identifier(source.metricName, source.selector)
            object.target = target(
                value: source.averageValue == nil ? source.targetValue : nil, average: source.averageValue)
            new.object = object
        }
        if let source = old.pods {
            var pods = New.PodsMetricSource()
            pods.metric = identifier(source.metricName, source.selector)
            pods.target = target(value: nil, average: source.targetAverageValue)
            new.pods = pods
        }
        if let source = old.resource {
            var resource = New.ResourceMetricSource()
            resource.name = source.name
            resource.target = target(
                value: nil, average: source.targetAverageValue, use: source.targetAverageUtilization)
            new.resource = resource
        }
        if let source = old.containerResource {
            var resource = New.ContainerResourceMetricSource()
            resource.name = source.name
            resource.container = source.container
            resource.target = target(
                value: nil, average: source.targetAverageValue, use: source.targetAverageUtilization)
            new.containerResource = resource
        }
        if let source = old.external {
            var external = New.ExternalMetricSource()
            external.metric = identifier(source.metricName, source.metricSelector)
            external.target = target(value: source.targetValue, average: source.targetAverageValue)
            new.external = external
        }
        return new
    }

    static func older(_ new: Autoscaling.MetricSpec) -> AutoscalingV1.MetricSpec {
        var old = Old.MetricSpec()
        old.type = new.type
        if let source = new.object {
            var object = Old.ObjectMetricSource()
            object.target = Old.CrossVersionObjectReference(
                source.describedObject.message.copied(to: Old.CrossVersionObjectReference.descriptor))
            object.metricName = source.metric.name
            object.selector = source.metric.selector
            object.targetValue = source.target.value ?? Quantity(0)
            object.averageValue = source.target.averageValue
            old.object = object
        }
        if let source = new.pods {
            var pods = Old.PodsMetricSource()
            pods.metricName = source.metric.name
            pods.selector = source.metric.selector
            pods.targetAverageValue = source.target.averageValue ?? Quantity(0)
            old.pods = pods
        }
        if let source = new.resource {
            var resource = Old.ResourceMetricSource()
            resource.name = source.name
            resource.targetAverageUtilization = source.target.averageUtilization
            resource.targetAverageValue = source.target.averageValue
            old.resource = resource
        }
        if let source = new.containerResource {
            var resource = Old.ContainerResourceMetricSource()
            resource.name = source.name
            resource.container = source.container
            resource.targetAverageUtilization = source.target.averageUtilization
            resource.targetAverageValue = source.target.averageValue
            old.containerResource = resource
        }
        if let source = new.external {
            var external = Old.ExternalMetricSource()
            external.metricName = source.metric.name
            external.metricSelector = source.metric.selector
            external.targetValue = source.target.value
            external.targetAverageValue = source.target.averageValue
            old.external = external
        }
        return old
    }

    private static func identifier(_ name: String, _ selector: Meta.LabelSelector?) -> Autoscaling.MetricIdentifier {
        var identifier = New.MetricIdentifier()
        identifier.name = name
        identifier.selector = selector
        return identifier
    }

    private static func target(value: Quantity?, average: Quantity?, use: Int? = nil) -> Autoscaling.MetricTarget {
        var target = New.MetricTarget()
        target.type = use != nil ? "Utilization" : average != nil ? "AverageValue" : "Value"
        target.value = value
        target.averageValue = average
        target.averageUtilization = use
        return target
    }

    // MARK: What is measured

    static func newer(_ old: AutoscalingV1.MetricStatus) -> Autoscaling.MetricStatus {
        var new = New.MetricStatus()
        new.type = old.type
        if let source = old.object {
            var object = New.ObjectMetricStatus()
            object.describedObject = New.CrossVersionObjectReference(
                source.target.message.copied(to: New.CrossVersionObjectReference.descriptor))
            object.metric = identifier(source.metricName, source.selector)
            object.current.value = source.currentValue
            object.current.averageValue = source.averageValue
            new.object = object
        }
        if let source = old.pods {
            var pods = New.PodsMetricStatus()
            pods.metric = identifier(source.metricName, source.selector)
            pods.current.averageValue = source.currentAverageValue
            new.pods = pods
        }
        if let source = old.resource {
            var resource = New.ResourceMetricStatus()
            resource.name = source.name
            resource.current.averageUtilization = source.currentAverageUtilization
            resource.current.averageValue = source.currentAverageValue
            new.resource = resource
        }
        if let source = old.containerResource {
            var resource = New.ContainerResourceMetricStatus()
            resource.name = source.name
            resource.container = source.container
            resource.current.averageUtilization = source.currentAverageUtilization
            resource.current.averageValue = source.currentAverageValue
            new.containerResource = resource
        }
        if let source = old.external {
            var external = New.ExternalMetricStatus()
            external.metric = identifier(source.metricName, source.metricSelector)
            external.current.value = source.currentValue
            external.current.averageValue = source.currentAverageValue
            new.external = external
        }
        return new
    }

    static func older(_ new: Autoscaling.MetricStatus) -> AutoscalingV1.MetricStatus {
        var old = Old.MetricStatus()
        old.type = new.type
        if let source = new.object {
            var object = Old.ObjectMetricStatus()
            object.target = Old.CrossVersionObjectReference(
                source.describedObject.message.copied(to: Old.CrossVersionObjectReference.descriptor))
            object.metricName = source.metric.name
            object.selector = source.metric.selector
            object.currentValue = source.current.value ?? Quantity(0)
            object.averageValue = source.current.averageValue
            old.object = object
        }
        if let source = new.pods {
            var pods = Old.PodsMetricStatus()
            pods.metricName = source.metric.name
            pods.selector = source.metric.selector
            pods.currentAverageValue = source.current.averageValue ?? Quantity(0)
            old.pods = pods
        }
        if let source = new.resource {
            var resource = Old.ResourceMetricStatus()
            resource.name = source.name
            resource.currentAverageUtilization = source.current.averageUtilization
            resource.currentAverageValue = source.current.averageValue ?? Quantity(0)
            old.resource = resource
        }
        if let source = new.containerResource {
            var resource = Old.ContainerResourceMetricStatus()
            resource.name = source.name
            resource.container = source.container
            resource.currentAverageUtilization = source.current.averageUtilization
            resource.currentAverageValue = source.current.averageValue ?? Quantity(0)
            old.containerResource = resource
        }
        if let source = new.external {
            var external = Old.ExternalMetricStatus()
            external.metricName = source.metric.name
            external.metricSelector = source.metric.selector
            external.currentValue = source.current.value ?? Quantity(0)
            external.currentAverageValue = source.current.averageValue
            old.external = external
        }
        return old
    }
}
