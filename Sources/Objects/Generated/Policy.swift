// Made by proto/generate.py from proto/. Do not edit.
// swift-format-ignore-file

/// Typed views of `k8s.io.api.policy.v1`.
public enum Policy {}

extension Policy {
    public struct PodDisruptionBudgetSpec: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.policy.v1.PodDisruptionBudgetSpec")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var minAvailable: IntOrString? { get { message.getOptional(0) } set { message.setOptional(0, newValue) } }
        public var selector: Meta.LabelSelector? {
            get { message.getOptional(1) }
            _modify { var child: Meta.LabelSelector? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
        public var maxUnavailable: IntOrString? { get { message.getOptional(2) } set { message.setOptional(2, newValue) } }
        public var unhealthyPodEvictionPolicy: String? { get { message.getOptional(3) } set { message.setOptional(3, newValue) } }
    }
    public struct PodDisruptionBudgetStatus: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.policy.v1.PodDisruptionBudgetStatus")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var observedGeneration: Int { get { message.get(0) } set { message.set(0, newValue) } }
        public var disruptedPods: StringMap<Timestamp> { get { message.getMap(1) } set { message.setMap(1, newValue) } }
        public var disruptionsAllowed: Int { get { message.get(2) } set { message.set(2, newValue) } }
        public var currentHealthy: Int { get { message.get(3) } set { message.set(3, newValue) } }
        public var desiredHealthy: Int { get { message.get(4) } set { message.set(4, newValue) } }
        public var expectedPods: Int { get { message.get(5) } set { message.set(5, newValue) } }
        public var conditions: [Meta.Condition] { get { message.getList(6) } set { message.setList(6, newValue) } }
    }
    public struct PodDisruptionBudget: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.policy.v1.PodDisruptionBudget")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ObjectMeta {
            get { message.get(0) }
            _modify { var child: Meta.ObjectMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var spec: Policy.PodDisruptionBudgetSpec {
            get { message.get(1) }
            _modify { var child: Policy.PodDisruptionBudgetSpec = message.take(1); defer { message.set(1, child) }; yield &child }
        }
        public var status: Policy.PodDisruptionBudgetStatus {
            get { message.get(2) }
            _modify { var child: Policy.PodDisruptionBudgetStatus = message.take(2); defer { message.set(2, child) }; yield &child }
        }
    }
    public struct PodDisruptionBudgetList: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.policy.v1.PodDisruptionBudgetList")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ListMeta {
            get { message.get(0) }
            _modify { var child: Meta.ListMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var items: [Policy.PodDisruptionBudget] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct Eviction: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.policy.v1.Eviction")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ObjectMeta {
            get { message.get(0) }
            _modify { var child: Meta.ObjectMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var deleteOptions: Meta.DeleteOptions? {
            get { message.getOptional(1) }
            _modify { var child: Meta.DeleteOptions? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
    }
}
