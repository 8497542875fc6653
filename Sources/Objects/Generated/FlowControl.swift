// Made by proto/generate.py from proto/. Do not edit.
// swift-format-ignore-file

/// Typed views of `k8s.io.api.flowcontrol.v1`.
public enum FlowControl {}

extension FlowControl {
    public struct FlowSchema: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.flowcontrol.v1.FlowSchema")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ObjectMeta {
            get { message.get(0) }
            _modify { var child: Meta.ObjectMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var spec: FlowControl.FlowSchemaSpec {
            get { message.get(1) }
            _modify { var child: FlowControl.FlowSchemaSpec = message.take(1); defer { message.set(1, child) }; yield &child }
        }
        public var status: FlowControl.FlowSchemaStatus {
            get { message.get(2) }
            _modify { var child: FlowControl.FlowSchemaStatus = message.take(2); defer { message.set(2, child) }; yield &child }
        }
    }
    public struct FlowSchemaList: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.flowcontrol.v1.FlowSchemaList")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ListMeta {
            get { message.get(0) }
            _modify { var child: Meta.ListMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var items: [FlowControl.FlowSchema] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct FlowSchemaSpec: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.flowcontrol.v1.FlowSchemaSpec")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var priorityLevelConfiguration: FlowControl.PriorityLevelConfigurationReference {
            get { message.get(0) }
            _modify { var child: FlowControl.PriorityLevelConfigurationReference = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var matchingPrecedence: Int { get { message.get(1) } set { message.set(1, newValue) } }
        public var distinguisherMethod: FlowControl.FlowDistinguisherMethod? {
            get { message.getOptional(2) }
            _modify { var child: FlowControl.FlowDistinguisherMethod? = message.takeOptional(2); defer { message.setOptional(2, child) }; yield &child }
        }
        public var rules: [FlowControl.PolicyRulesWithSubjects] { get { message.getList(3) } set { message.setList(3, newValue) } }
    }
    public struct FlowDistinguisherMethod: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.flowcontrol.v1.FlowDistinguisherMethod")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var type: String { get { message.get(0) } set { message.set(0, newValue) } }
    }
    public struct PriorityLevelConfigurationReference: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.flowcontrol.v1.PriorityLevelConfigurationReference")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var name: String { get { message.get(0) } set { message.set(0, newValue) } }
    }
    public struct PolicyRulesWithSubjects: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.flowcontrol.v1.PolicyRulesWithSubjects")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var subjects: [FlowControl.Subject] { get { message.getList(0) } set { message.setList(0, newValue) } }
        public var resourceRules: [FlowControl.ResourcePolicyRule] { get { message.getList(1) } set { message.setList(1, newValue) } }
        public var nonResourceRules: [FlowControl.NonResourcePolicyRule] { get { message.getList(2) } set { message.setList(2, newValue) } }
    }
    public struct Subject: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.flowcontrol.v1.Subject")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var kind: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var user: FlowControl.UserSubject? {
            get { message.getOptional(1) }
            _modify { var child: FlowControl.UserSubject? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
        public var group: FlowControl.GroupSubject? {
            get { message.getOptional(2) }
            _modify { var child: FlowControl.GroupSubject? = message.takeOptional(2); defer { message.setOptional(2, child) }; yield &child }
        }
        public var serviceAccount: FlowControl.ServiceAccountSubject? {
            get { message.getOptional(3) }
            _modify { var child: FlowControl.ServiceAccountSubject? = message.takeOptional(3); defer { message.setOptional(3, child) }; yield &child }
        }
    }
    public struct UserSubject: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.flowcontrol.v1.UserSubject")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var name: String { get { message.get(0) } set { message.set(0, newValue) } }
    }
    public struct GroupSubject: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.flowcontrol.v1.GroupSubject")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var name: String { get { message.get(0) } set { message.set(0, newValue) } }
    }
    public struct ServiceAccountSubject: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.flowcontrol.v1.ServiceAccountSubject")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var namespace: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var name: String { get { message.get(1) } set { message.set(1, newValue) } }
    }
    public struct ResourcePolicyRule: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.flowcontrol.v1.ResourcePolicyRule")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var verbs: [String] { get { message.getList(0) } set { message.setList(0, newValue) } }
        public var apiGroups: [String] { get { message.getList(1) } set { message.setList(1, newValue) } }
        public var resources: [String] { get { message.getList(2) } set { message.setList(2, newValue) } }
        public var clusterScope: Bool { get { message.get(3) } set { message.set(3, newValue) } }
        public var namespaces: [String] { get { message.getList(4) } set { message.setList(4, newValue) } }
    }
    public struct NonResourcePolicyRule: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.flowcontrol.v1.NonResourcePolicyRule")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var verbs: [String] { get { message.getList(0) } set { message.setList(0, newValue) } }
        public var nonResourceURLs: [String] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct FlowSchemaStatus: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.flowcontrol.v1.FlowSchemaStatus")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var conditions: [FlowControl.FlowSchemaCondition] { get { message.getList(0) } set { message.setList(0, newValue) } }
    }
    public struct FlowSchemaCondition: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.flowcontrol.v1.FlowSchemaCondition")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var type: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var status: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var lastTransitionTime: Timestamp? { get { message.getOptional(2) } set { message.setOptional(2, newValue) } }
        public var reason: String { get { message.get(3) } set { message.set(3, newValue) } }
        public var message_: String { get { message.get(4) } set { message.set(4, newValue) } }
    }
    public struct PriorityLevelConfiguration: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.flowcontrol.v1.PriorityLevelConfiguration")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ObjectMeta {
            get { message.get(0) }
            _modify { var child: Meta.ObjectMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var spec: FlowControl.PriorityLevelConfigurationSpec {
            get { message.get(1) }
            _modify { var child: FlowControl.PriorityLevelConfigurationSpec = message.take(1); defer { message.set(1, child) }; yield &child }
        }
        public var status: FlowControl.PriorityLevelConfigurationStatus {
            get { message.get(2) }
            _modify { var child: FlowControl.PriorityLevelConfigurationStatus = message.take(2); defer { message.set(2, child) }; yield &child }
        }
    }
    public struct PriorityLevelConfigurationList: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.flowcontrol.v1.PriorityLevelConfigurationList")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ListMeta {
            get { message.get(0) }
            _modify { var child: Meta.ListMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var items: [FlowControl.PriorityLevelConfiguration] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct PriorityLevelConfigurationSpec: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.flowcontrol.v1.PriorityLevelConfigurationSpec")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var type: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var limited: FlowControl.LimitedPriorityLevelConfiguration? {
            get { message.getOptional(1) }
            _modify { var child: FlowControl.LimitedPriorityLevelConfiguration? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
        public var exempt: FlowControl.ExemptPriorityLevelConfiguration? {
            get { message.getOptional(2) }
            _modify { var child: FlowControl.ExemptPriorityLevelConfiguration? = message.takeOptional(2); defer { message.setOptional(2, child) }; yield &child }
        }
    }
    public struct LimitedPriorityLevelConfiguration: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.flowcontrol.v1.LimitedPriorityLevelConfiguration")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var nominalConcurrencyShares: Int? { get { message.getOptional(0) } set { message.setOptional(0, newValue) } }
        public var limitResponse: FlowControl.LimitResponse {
            get { message.get(1) }
            _modify { var child: FlowControl.LimitResponse = message.take(1); defer { message.set(1, child) }; yield &child }
        }
        public var lendablePercent: Int? { get { message.getOptional(2) } set { message.setOptional(2, newValue) } }
        public var borrowingLimitPercent: Int? { get { message.getOptional(3) } set { message.setOptional(3, newValue) } }
    }
    public struct ExemptPriorityLevelConfiguration: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.flowcontrol.v1.ExemptPriorityLevelConfiguration")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var nominalConcurrencyShares: Int? { get { message.getOptional(0) } set { message.setOptional(0, newValue) } }
        public var lendablePercent: Int? { get { message.getOptional(1) } set { message.setOptional(1, newValue) } }
    }
    public struct LimitResponse: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.flowcontrol.v1.LimitResponse")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var type: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var queuing: FlowControl.QueuingConfiguration? {
            get { message.getOptional(1) }
            _modify { var child: FlowControl.QueuingConfiguration? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
    }
    public struct QueuingConfiguration: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.flowcontrol.v1.QueuingConfiguration")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var queues: Int { get { message.get(0) } set { message.set(0, newValue) } }
        public var handSize: Int { get { message.get(1) } set { message.set(1, newValue) } }
        public var queueLengthLimit: Int { get { message.get(2) } set { message.set(2, newValue) } }
    }
    public struct PriorityLevelConfigurationStatus: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.flowcontrol.v1.PriorityLevelConfigurationStatus")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var conditions: [FlowControl.PriorityLevelConfigurationCondition] { get { message.getList(0) } set { message.setList(0, newValue) } }
    }
    public struct PriorityLevelConfigurationCondition: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.flowcontrol.v1.PriorityLevelConfigurationCondition")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var type: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var status: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var lastTransitionTime: Timestamp? { get { message.getOptional(2) } set { message.setOptional(2, newValue) } }
        public var reason: String { get { message.get(3) } set { message.set(3, newValue) } }
        public var message_: String { get { message.get(4) } set { message.set(4, newValue) } }
    }
}
