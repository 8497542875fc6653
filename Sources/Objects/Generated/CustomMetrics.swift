// Made by proto/generate.py from proto/. Do not edit.
// swift-format-ignore-file

/// Typed views of `k8s.io.metrics.pkg.apis.custom_metrics.v1beta2`.
public enum CustomMetrics {}

extension CustomMetrics {
    public struct MetricIdentifier: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.metrics.pkg.apis.custom_metrics.v1beta2.MetricIdentifier")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var name: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var selector: Meta.LabelSelector? {
            get { message.getOptional(1) }
            _modify { var child: Meta.LabelSelector? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
    }
    public struct MetricValueList: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.metrics.pkg.apis.custom_metrics.v1beta2.MetricValueList")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ListMeta {
            get { message.get(0) }
            _modify { var child: Meta.ListMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var items: [CustomMetrics.MetricValue] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct MetricValue: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.metrics.pkg.apis.custom_metrics.v1beta2.MetricValue")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var describedObject: Core.ObjectReference {
            get { message.get(0) }
            _modify { var child: Core.ObjectReference = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var metric: CustomMetrics.MetricIdentifier {
            get { message.get(1) }
            _modify { var child: CustomMetrics.MetricIdentifier = message.take(1); defer { message.set(1, child) }; yield &child }
        }
        public var timestamp: Timestamp? { get { message.getOptional(2) } set { message.setOptional(2, newValue) } }
        public var windowSeconds: Int? { get { message.getOptional(3) } set { message.setOptional(3, newValue) } }
        public var value: Quantity { get { message.get(4) } set { message.set(4, newValue) } }
    }
    public struct MetricListOptions: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.metrics.pkg.apis.custom_metrics.v1beta2.MetricListOptions")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var labelSelector: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var metricLabelSelector: String { get { message.get(1) } set { message.set(1, newValue) } }
    }
}
