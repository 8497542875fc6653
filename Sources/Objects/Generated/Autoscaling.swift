// Made by proto/generate.py from proto/. Do not edit.
// swift-format-ignore-file

/// Typed views of `k8s.io.api.autoscaling.v2`.
public enum Autoscaling {}

extension Autoscaling {
    public struct HorizontalPodAutoscaler: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.autoscaling.v2.HorizontalPodAutoscaler")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ObjectMeta {
            get { message.get(0) }
            _modify { var child: Meta.ObjectMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var spec: Autoscaling.HorizontalPodAutoscalerSpec {
            get { message.get(1) }
            _modify { var child: Autoscaling.HorizontalPodAutoscalerSpec = message.take(1); defer { message.set(1, child) }; yield &child }
        }
        public var status: Autoscaling.HorizontalPodAutoscalerStatus {
            get { message.get(2) }
            _modify { var child: Autoscaling.HorizontalPodAutoscalerStatus = message.take(2); defer { message.set(2, child) }; yield &child }
        }
    }
    public struct HorizontalPodAutoscalerSpec: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.autoscaling.v2.HorizontalPodAutoscalerSpec")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var scaleTargetRef: Autoscaling.CrossVersionObjectReference {
            get { message.get(0) }
            _modify { var child: Autoscaling.CrossVersionObjectReference = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var minReplicas: Int? { get { message.getOptional(1) } set { message.setOptional(1, newValue) } }
        public var maxReplicas: Int { get { message.get(2) } set { message.set(2, newValue) } }
        public var metrics: [Autoscaling.MetricSpec] { get { message.getList(3) } set { message.setList(3, newValue) } }
        public var behavior: Autoscaling.HorizontalPodAutoscalerBehavior? {
            get { message.getOptional(4) }
            _modify { var child: Autoscaling.HorizontalPodAutoscalerBehavior? = message.takeOptional(4); defer { message.setOptional(4, child) }; yield &child }
        }
    }
    public struct CrossVersionObjectReference: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.autoscaling.v2.CrossVersionObjectReference")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var kind: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var name: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var apiVersion: String { get { message.get(2) } set { message.set(2, newValue) } }
    }
    public struct MetricSpec: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.autoscaling.v2.MetricSpec")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var type: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var object: Autoscaling.ObjectMetricSource? {
            get { message.getOptional(1) }
            _modify { var child: Autoscaling.ObjectMetricSource? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
        public var pods: Autoscaling.PodsMetricSource? {
            get { message.getOptional(2) }
            _modify { var child: Autoscaling.PodsMetricSource? = message.takeOptional(2); defer { message.setOptional(2, child) }; yield &child }
        }
        public var resource: Autoscaling.ResourceMetricSource? {
            get { message.getOptional(3) }
            _modify { var child: Autoscaling.ResourceMetricSource? = message.takeOptional(3); defer { message.setOptional(3, child) }; yield &child }
        }
        public var containerResource: Autoscaling.ContainerResourceMetricSource? {
            get { message.getOptional(4) }
            _modify { var child: Autoscaling.ContainerResourceMetricSource? = message.takeOptional(4); defer { message.setOptional(4, child) }; yield &child }
        }
        public var external: Autoscaling.ExternalMetricSource? {
            get { message.getOptional(5) }
            _modify { var child: Autoscaling.ExternalMetricSource? = message.takeOptional(5); defer { message.setOptional(5, child) }; yield &child }
        }
    }
    public struct HorizontalPodAutoscalerBehavior: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.autoscaling.v2.HorizontalPodAutoscalerBehavior")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var scaleUp: Autoscaling.HPAScalingRules? {
            get { message.getOptional(0) }
            _modify { var child: Autoscaling.HPAScalingRules? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
        public var scaleDown: Autoscaling.HPAScalingRules? {
            get { message.getOptional(1) }
            _modify { var child: Autoscaling.HPAScalingRules? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
    }
    public struct HPAScalingRules: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.autoscaling.v2.HPAScalingRules")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var stabilizationWindowSeconds: Int? { get { message.getOptional(0) } set { message.setOptional(0, newValue) } }
        public var selectPolicy: String? { get { message.getOptional(1) } set { message.setOptional(1, newValue) } }
        public var policies: [Autoscaling.HPAScalingPolicy] { get { message.getList(2) } set { message.setList(2, newValue) } }
        public var tolerance: Quantity? { get { message.getOptional(3) } set { message.setOptional(3, newValue) } }
    }
    public struct HPAScalingPolicy: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.autoscaling.v2.HPAScalingPolicy")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var type: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var value: Int { get { message.get(1) } set { message.set(1, newValue) } }
        public var periodSeconds: Int { get { message.get(2) } set { message.set(2, newValue) } }
    }
    public struct ObjectMetricSource: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.autoscaling.v2.ObjectMetricSource")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var describedObject: Autoscaling.CrossVersionObjectReference {
            get { message.get(0) }
            _modify { var child: Autoscaling.CrossVersionObjectReference = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var target: Autoscaling.MetricTarget {
            get { message.get(1) }
            _modify { var child: Autoscaling.MetricTarget = message.take(1); defer { message.set(1, child) }; yield &child }
        }
        public var metric: Autoscaling.MetricIdentifier {
            get { message.get(2) }
            _modify { var child: Autoscaling.MetricIdentifier = message.take(2); defer { message.set(2, child) }; yield &child }
        }
    }
    public struct PodsMetricSource: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.autoscaling.v2.PodsMetricSource")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metric: Autoscaling.MetricIdentifier {
            get { message.get(0) }
            _modify { var child: Autoscaling.MetricIdentifier = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var target: Autoscaling.MetricTarget {
            get { message.get(1) }
            _modify { var child: Autoscaling.MetricTarget = message.take(1); defer { message.set(1, child) }; yield &child }
        }
    }
    public struct ResourceMetricSource: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.autoscaling.v2.ResourceMetricSource")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var name: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var target: Autoscaling.MetricTarget {
            get { message.get(1) }
            _modify { var child: Autoscaling.MetricTarget = message.take(1); defer { message.set(1, child) }; yield &child }
        }
    }
    public struct ContainerResourceMetricSource: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.autoscaling.v2.ContainerResourceMetricSource")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var name: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var target: Autoscaling.MetricTarget {
            get { message.get(1) }
            _modify { var child: Autoscaling.MetricTarget = message.take(1); defer { message.set(1, child) }; yield &child }
        }
        public var container: String { get { message.get(2) } set { message.set(2, newValue) } }
    }
    public struct ExternalMetricSource: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.autoscaling.v2.ExternalMetricSource")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metric: Autoscaling.MetricIdentifier {
            get { message.get(0) }
            _modify { var child: Autoscaling.MetricIdentifier = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var target: Autoscaling.MetricTarget {
            get { message.get(1) }
            _modify { var child: Autoscaling.MetricTarget = message.take(1); defer { message.set(1, child) }; yield &child }
        }
    }
    public struct MetricIdentifier: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.autoscaling.v2.MetricIdentifier")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var name: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var selector: Meta.LabelSelector? {
            get { message.getOptional(1) }
            _modify { var child: Meta.LabelSelector? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
    }
    public struct MetricTarget: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.autoscaling.v2.MetricTarget")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var type: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var value: Quantity? { get { message.getOptional(1) } set { message.setOptional(1, newValue) } }
        public var averageValue: Quantity? { get { message.getOptional(2) } set { message.setOptional(2, newValue) } }
        public var averageUtilization: Int? { get { message.getOptional(3) } set { message.setOptional(3, newValue) } }
    }
    public struct HorizontalPodAutoscalerStatus: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.autoscaling.v2.HorizontalPodAutoscalerStatus")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var observedGeneration: Int? { get { message.getOptional(0) } set { message.setOptional(0, newValue) } }
        public var lastScaleTime: Timestamp? { get { message.getOptional(1) } set { message.setOptional(1, newValue) } }
        public var currentReplicas: Int { get { message.get(2) } set { message.set(2, newValue) } }
        public var desiredReplicas: Int { get { message.get(3) } set { message.set(3, newValue) } }
        public var currentMetrics: [Autoscaling.MetricStatus] { get { message.getList(4) } set { message.setList(4, newValue) } }
        public var conditions: [Autoscaling.HorizontalPodAutoscalerCondition] { get { message.getList(5) } set { message.setList(5, newValue) } }
    }
    public struct HorizontalPodAutoscalerCondition: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.autoscaling.v2.HorizontalPodAutoscalerCondition")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var type: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var status: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var lastTransitionTime: Timestamp? { get { message.getOptional(2) } set { message.setOptional(2, newValue) } }
        public var reason: String { get { message.get(3) } set { message.set(3, newValue) } }
        public var message_: String { get { message.get(4) } set { message.set(4, newValue) } }
    }
    public struct MetricStatus: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.autoscaling.v2.MetricStatus")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var type: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var object: Autoscaling.ObjectMetricStatus? {
            get { message.getOptional(1) }
            _modify { var child: Autoscaling.ObjectMetricStatus? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
        public var pods: Autoscaling.PodsMetricStatus? {
            get { message.getOptional(2) }
            _modify { var child: Autoscaling.PodsMetricStatus? = message.takeOptional(2); defer { message.setOptional(2, child) }; yield &child }
        }
        public var resource: Autoscaling.ResourceMetricStatus? {
            get { message.getOptional(3) }
            _modify { var child: Autoscaling.ResourceMetricStatus? = message.takeOptional(3); defer { message.setOptional(3, child) }; yield &child }
        }
        public var containerResource: Autoscaling.ContainerResourceMetricStatus? {
            get { message.getOptional(4) }
            _modify { var child: Autoscaling.ContainerResourceMetricStatus? = message.takeOptional(4); defer { message.setOptional(4, child) }; yield &child }
        }
        public var external: Autoscaling.ExternalMetricStatus? {
            get { message.getOptional(5) }
            _modify { var child: Autoscaling.ExternalMetricStatus? = message.takeOptional(5); defer { message.setOptional(5, child) }; yield &child }
        }
    }
    public struct ObjectMetricStatus: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.autoscaling.v2.ObjectMetricStatus")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metric: Autoscaling.MetricIdentifier {
            get { message.get(0) }
            _modify { var child: Autoscaling.MetricIdentifier = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var current: Autoscaling.MetricValueStatus {
            get { message.get(1) }
            _modify { var child: Autoscaling.MetricValueStatus = message.take(1); defer { message.set(1, child) }; yield &child }
        }
        public var describedObject: Autoscaling.CrossVersionObjectReference {
            get { message.get(2) }
            _modify { var child: Autoscaling.CrossVersionObjectReference = message.take(2); defer { message.set(2, child) }; yield &child }
        }
    }
    public struct PodsMetricStatus: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.autoscaling.v2.PodsMetricStatus")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metric: Autoscaling.MetricIdentifier {
            get { message.get(0) }
            _modify { var child: Autoscaling.MetricIdentifier = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var current: Autoscaling.MetricValueStatus {
            get { message.get(1) }
            _modify { var child: Autoscaling.MetricValueStatus = message.take(1); defer { message.set(1, child) }; yield &child }
        }
    }
    public struct ResourceMetricStatus: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.autoscaling.v2.ResourceMetricStatus")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var name: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var current: Autoscaling.MetricValueStatus {
            get { message.get(1) }
            _modify { var child: Autoscaling.MetricValueStatus = message.take(1); defer { message.set(1, child) }; yield &child }
        }
    }
    public struct ContainerResourceMetricStatus: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.autoscaling.v2.ContainerResourceMetricStatus")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var name: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var current: Autoscaling.MetricValueStatus {
            get { message.get(1) }
            _modify { var child: Autoscaling.MetricValueStatus = message.take(1); defer { message.set(1, child) }; yield &child }
        }
        public var container: String { get { message.get(2) } set { message.set(2, newValue) } }
    }
    public struct ExternalMetricStatus: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.autoscaling.v2.ExternalMetricStatus")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metric: Autoscaling.MetricIdentifier {
            get { message.get(0) }
            _modify { var child: Autoscaling.MetricIdentifier = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var current: Autoscaling.MetricValueStatus {
            get { message.get(1) }
            _modify { var child: Autoscaling.MetricValueStatus = message.take(1); defer { message.set(1, child) }; yield &child }
        }
    }
    public struct MetricValueStatus: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.autoscaling.v2.MetricValueStatus")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var value: Quantity? { get { message.getOptional(0) } set { message.setOptional(0, newValue) } }
        public var averageValue: Quantity? { get { message.getOptional(1) } set { message.setOptional(1, newValue) } }
        public var averageUtilization: Int? { get { message.getOptional(2) } set { message.setOptional(2, newValue) } }
    }
    public struct HorizontalPodAutoscalerList: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.autoscaling.v2.HorizontalPodAutoscalerList")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ListMeta {
            get { message.get(0) }
            _modify { var child: Meta.ListMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var items: [Autoscaling.HorizontalPodAutoscaler] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
}
