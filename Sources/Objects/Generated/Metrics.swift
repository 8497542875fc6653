// Made by proto/generate.py from proto/. Do not edit.
// swift-format-ignore-file

/// Typed views of `k8s.io.metrics.pkg.apis.metrics.v1beta1`.
public enum Metrics {}

extension Metrics {
    public struct NodeMetrics: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.metrics.pkg.apis.metrics.v1beta1.NodeMetrics")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ObjectMeta {
            get { message.get(0) }
            _modify { var child: Meta.ObjectMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var timestamp: Timestamp? { get { message.getOptional(1) } set { message.setOptional(1, newValue) } }
        public var window: Int { get { message.get(2) } set { message.set(2, newValue) } }
        public var usage: StringMap<Quantity> { get { message.getMap(3) } set { message.setMap(3, newValue) } }
    }
    public struct NodeMetricsList: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.metrics.pkg.apis.metrics.v1beta1.NodeMetricsList")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ListMeta {
            get { message.get(0) }
            _modify { var child: Meta.ListMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var items: [Metrics.NodeMetrics] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct PodMetrics: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.metrics.pkg.apis.metrics.v1beta1.PodMetrics")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ObjectMeta {
            get { message.get(0) }
            _modify { var child: Meta.ObjectMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var timestamp: Timestamp? { get { message.getOptional(1) } set { message.setOptional(1, newValue) } }
        public var window: Int { get { message.get(2) } set { message.set(2, newValue) } }
        public var containers: [Metrics.ContainerMetrics] { get { message.getList(3) } set { message.setList(3, newValue) } }
    }
    public struct PodMetricsList: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.metrics.pkg.apis.metrics.v1beta1.PodMetricsList")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ListMeta {
            get { message.get(0) }
            _modify { var child: Meta.ListMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var items: [Metrics.PodMetrics] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct ContainerMetrics: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.metrics.pkg.apis.metrics.v1beta1.ContainerMetrics")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var name: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var usage: StringMap<Quantity> { get { message.getMap(1) } set { message.setMap(1, newValue) } }
    }
}
