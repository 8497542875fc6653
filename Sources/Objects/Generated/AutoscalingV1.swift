// Made by proto/generate.py from proto/. Do not edit.
// swift-format-ignore-file

/// Typed views of `k8s.io.api.autoscaling.v1`.
public enum AutoscalingV1 {}

extension AutoscalingV1 {
    public struct CrossVersionObjectReference: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.autoscaling.v1.CrossVersionObjectReference")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var kind: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var name: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var apiVersion: String { get { message.get(2) } set { message.set(2, newValue) } }
    }
    public struct HorizontalPodAutoscalerSpec: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.autoscaling.v1.HorizontalPodAutoscalerSpec")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var scaleTargetRef: AutoscalingV1.CrossVersionObjectReference {
            get { message.get(0) }
            _modify { var child: AutoscalingV1.CrossVersionObjectReference = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var minReplicas: Int? { get { message.getOptional(1) } set { message.setOptional(1, newValue) } }
        public var maxReplicas: Int { get { message.get(2) } set { message.set(2, newValue) } }
        public var targetCPUUtilizationPercentage: Int? { get { message.getOptional(3) } set { message.setOptional(3, newValue) } }
    }
    public struct HorizontalPodAutoscalerStatus: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.autoscaling.v1.HorizontalPodAutoscalerStatus")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var observedGeneration: Int? { get { message.getOptional(0) } set { message.setOptional(0, newValue) } }
        public var lastScaleTime: Timestamp? { get { message.getOptional(1) } set { message.setOptional(1, newValue) } }
        public var currentReplicas: Int { get { message.get(2) } set { message.set(2, newValue) } }
        public var desiredReplicas: Int { get { message.get(3) } set { message.set(3, newValue) } }
        public var currentCPUUtilizationPercentage: Int? { get { message.getOptional(4) } set { message.setOptional(4, newValue) } }
    }
    public struct HorizontalPodAutoscaler: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.autoscaling.v1.HorizontalPodAutoscaler")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ObjectMeta {
            get { message.get(0) }
            _modify { var child: Meta.ObjectMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var spec: AutoscalingV1.HorizontalPodAutoscalerSpec {
            get { message.get(1) }
            _modify { var child: AutoscalingV1.HorizontalPodAutoscalerSpec = message.take(1); defer { message.set(1, child) }; yield &child }
        }
        public var status: AutoscalingV1.HorizontalPodAutoscalerStatus {
            get { message.get(2) }
            _modify { var child: AutoscalingV1.HorizontalPodAutoscalerStatus = message.take(2); defer { message.set(2, child) }; yield &child }
        }
    }
    public struct HorizontalPodAutoscalerList: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.autoscaling.v1.HorizontalPodAutoscalerList")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ListMeta {
            get { message.get(0) }
            _modify { var child: Meta.ListMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var items: [AutoscalingV1.HorizontalPodAutoscaler] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct Scale: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.autoscaling.v1.Scale")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ObjectMeta {
            get { message.get(0) }
            _modify { var child: Meta.ObjectMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var spec: AutoscalingV1.ScaleSpec {
            get { message.get(1) }
            _modify { var child: AutoscalingV1.ScaleSpec = message.take(1); defer { message.set(1, child) }; yield &child }
        }
        public var status: AutoscalingV1.ScaleStatus {
            get { message.get(2) }
            _modify { var child: AutoscalingV1.ScaleStatus = message.take(2); defer { message.set(2, child) }; yield &child }
        }
    }
    public struct ScaleSpec: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.autoscaling.v1.ScaleSpec")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var replicas: Int { get { message.get(0) } set { message.set(0, newValue) } }
    }
    public struct ScaleStatus: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.autoscaling.v1.ScaleStatus")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var replicas: Int { get { message.get(0) } set { message.set(0, newValue) } }
        public var selector: String { get { message.get(1) } set { message.set(1, newValue) } }
    }
    public struct MetricSpec: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.autoscaling.v1.MetricSpec")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var type: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var object: AutoscalingV1.ObjectMetricSource? {
            get { message.getOptional(1) }
            _modify { var child: AutoscalingV1.ObjectMetricSource? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
        public var pods: AutoscalingV1.PodsMetricSource? {
            get { message.getOptional(2) }
            _modify { var child: AutoscalingV1.PodsMetricSource? = message.takeOptional(2); defer { message.setOptional(2, child) }; yield &child }
        }
        public var resource: AutoscalingV1.ResourceMetricSource? {
            get { message.getOptional(3) }
            _modify { var child: AutoscalingV1.ResourceMetricSource? = message.takeOptional(3); defer { message.setOptional(3, child) }; yield &child }
        }
        public var containerResource: AutoscalingV1.ContainerResourceMetricSource? {
            get { message.getOptional(4) }
            _modify { var child: AutoscalingV1.ContainerResourceMetricSource? = message.takeOptional(4); defer { message.setOptional(4, child) }; yield &child }
        }
        public var external: AutoscalingV1.ExternalMetricSource? {
            get { message.getOptional(5) }
            _modify { var child: AutoscalingV1.ExternalMetricSource? = message.takeOptional(5); defer { message.setOptional(5, child) }; yield &child }
        }
    }
    public struct ObjectMetricSource: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.autoscaling.v1.ObjectMetricSource")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var target: AutoscalingV1.CrossVersionObjectReference {
            get { message.get(0) }
            _modify { var child: AutoscalingV1.CrossVersionObjectReference = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var metricName: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var targetValue: Quantity { get { message.get(2) } set { message.set(2, newValue) } }
        public var selector: Meta.LabelSelector? {
            get { message.getOptional(3) }
            _modify { var child: Meta.LabelSelector? = message.takeOptional(3); defer { message.setOptional(3, child) }; yield &child }
        }
        public var averageValue: Quantity? { get { message.getOptional(4) } set { message.setOptional(4, newValue) } }
    }
    public struct PodsMetricSource: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.autoscaling.v1.PodsMetricSource")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metricName: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var targetAverageValue: Quantity { get { message.get(1) } set { message.set(1, newValue) } }
        public var selector: Meta.LabelSelector? {
            get { message.getOptional(2) }
            _modify { var child: Meta.LabelSelector? = message.takeOptional(2); defer { message.setOptional(2, child) }; yield &child }
        }
    }
    public struct ResourceMetricSource: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.autoscaling.v1.ResourceMetricSource")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var name: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var targetAverageUtilization: Int? { get { message.getOptional(1) } set { message.setOptional(1, newValue) } }
        public var targetAverageValue: Quantity? { get { message.getOptional(2) } set { message.setOptional(2, newValue) } }
    }
    public struct ContainerResourceMetricSource: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.autoscaling.v1.ContainerResourceMetricSource")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var name: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var targetAverageUtilization: Int? { get { message.getOptional(1) } set { message.setOptional(1, newValue) } }
        public var targetAverageValue: Quantity? { get { message.getOptional(2) } set { message.setOptional(2, newValue) } }
        public var container: String { get { message.get(3) } set { message.set(3, newValue) } }
    }
    public struct ExternalMetricSource: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.autoscaling.v1.ExternalMetricSource")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metricName: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var metricSelector: Meta.LabelSelector? {
            get { message.getOptional(1) }
            _modify { var child: Meta.LabelSelector? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
        public var targetValue: Quantity? { get { message.getOptional(2) } set { message.setOptional(2, newValue) } }
        public var targetAverageValue: Quantity? { get { message.getOptional(3) } set { message.setOptional(3, newValue) } }
    }
    public struct MetricStatus: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.autoscaling.v1.MetricStatus")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var type: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var object: AutoscalingV1.ObjectMetricStatus? {
            get { message.getOptional(1) }
            _modify { var child: AutoscalingV1.ObjectMetricStatus? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
        public var pods: AutoscalingV1.PodsMetricStatus? {
            get { message.getOptional(2) }
            _modify { var child: AutoscalingV1.PodsMetricStatus? = message.takeOptional(2); defer { message.setOptional(2, child) }; yield &child }
        }
        public var resource: AutoscalingV1.ResourceMetricStatus? {
            get { message.getOptional(3) }
            _modify { var child: AutoscalingV1.ResourceMetricStatus? = message.takeOptional(3); defer { message.setOptional(3, child) }; yield &child }
        }
        public var containerResource: AutoscalingV1.ContainerResourceMetricStatus? {
            get { message.getOptional(4) }
            _modify { var child: AutoscalingV1.ContainerResourceMetricStatus? = message.takeOptional(4); defer { message.setOptional(4, child) }; yield &child }
        }
        public var external: AutoscalingV1.ExternalMetricStatus? {
            get { message.getOptional(5) }
            _modify { var child: AutoscalingV1.ExternalMetricStatus? = message.takeOptional(5); defer { message.setOptional(5, child) }; yield &child }
        }
    }
    public struct HorizontalPodAutoscalerCondition: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.autoscaling.v1.HorizontalPodAutoscalerCondition")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var type: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var status: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var lastTransitionTime: Timestamp? { get { message.getOptional(2) } set { message.setOptional(2, newValue) } }
        public var reason: String { get { message.get(3) } set { message.set(3, newValue) } }
        public var message_: String { get { message.get(4) } set { message.set(4, newValue) } }
    }
    public struct ObjectMetricStatus: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.autoscaling.v1.ObjectMetricStatus")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var target: AutoscalingV1.CrossVersionObjectReference {
            get { message.get(0) }
            _modify { var child: AutoscalingV1.CrossVersionObjectReference = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var metricName: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var currentValue: Quantity { get { message.get(2) } set { message.set(2, newValue) } }
        public var selector: Meta.LabelSelector? {
            get { message.getOptional(3) }
            _modify { var child: Meta.LabelSelector? = message.takeOptional(3); defer { message.setOptional(3, child) }; yield &child }
        }
        public var averageValue: Quantity? { get { message.getOptional(4) } set { message.setOptional(4, newValue) } }
    }
    public struct PodsMetricStatus: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.autoscaling.v1.PodsMetricStatus")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metricName: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var currentAverageValue: Quantity { get { message.get(1) } set { message.set(1, newValue) } }
        public var selector: Meta.LabelSelector? {
            get { message.getOptional(2) }
            _modify { var child: Meta.LabelSelector? = message.takeOptional(2); defer { message.setOptional(2, child) }; yield &child }
        }
    }
    public struct ResourceMetricStatus: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.autoscaling.v1.ResourceMetricStatus")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var name: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var currentAverageUtilization: Int? { get { message.getOptional(1) } set { message.setOptional(1, newValue) } }
        public var currentAverageValue: Quantity { get { message.get(2) } set { message.set(2, newValue) } }
    }
    public struct ContainerResourceMetricStatus: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.autoscaling.v1.ContainerResourceMetricStatus")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var name: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var currentAverageUtilization: Int? { get { message.getOptional(1) } set { message.setOptional(1, newValue) } }
        public var currentAverageValue: Quantity { get { message.get(2) } set { message.set(2, newValue) } }
        public var container: String { get { message.get(3) } set { message.set(3, newValue) } }
    }
    public struct ExternalMetricStatus: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.autoscaling.v1.ExternalMetricStatus")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metricName: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var metricSelector: Meta.LabelSelector? {
            get { message.getOptional(1) }
            _modify { var child: Meta.LabelSelector? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
        public var currentValue: Quantity { get { message.get(2) } set { message.set(2, newValue) } }
        public var currentAverageValue: Quantity? { get { message.getOptional(3) } set { message.setOptional(3, newValue) } }
    }
}
