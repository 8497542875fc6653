// Made by proto/generate.py from proto/. Do not edit.
// swift-format-ignore-file

/// Typed views of `k8s.io.api.rbac.v1`.
public enum Rbac {}

extension Rbac {
    public struct PolicyRule: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.rbac.v1.PolicyRule")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var verbs: [String] { get { message.getList(0) } set { message.setList(0, newValue) } }
        public var apiGroups: [String] { get { message.getList(1) } set { message.setList(1, newValue) } }
        public var resources: [String] { get { message.getList(2) } set { message.setList(2, newValue) } }
        public var resourceNames: [String] { get { message.getList(3) } set { message.setList(3, newValue) } }
        public var nonResourceURLs: [String] { get { message.getList(4) } set { message.setList(4, newValue) } }
    }
    public struct Subject: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.rbac.v1.Subject")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var kind: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var apiGroup: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var name: String { get { message.get(2) } set { message.set(2, newValue) } }
        public var namespace: String { get { message.get(3) } set { message.set(3, newValue) } }
    }
    public struct RoleRef: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.rbac.v1.RoleRef")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var apiGroup: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var kind: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var name: String { get { message.get(2) } set { message.set(2, newValue) } }
    }
    public struct Role: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.rbac.v1.Role")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ObjectMeta {
            get { message.get(0) }
            _modify { var child: Meta.ObjectMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var rules: [Rbac.PolicyRule] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct RoleBinding: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.rbac.v1.RoleBinding")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ObjectMeta {
            get { message.get(0) }
            _modify { var child: Meta.ObjectMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var subjects: [Rbac.Subject] { get { message.getList(1) } set { message.setList(1, newValue) } }
        public var roleRef: Rbac.RoleRef {
            get { message.get(2) }
            _modify { var child: Rbac.RoleRef = message.take(2); defer { message.set(2, child) }; yield &child }
        }
    }
    public struct RoleBindingList: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.rbac.v1.RoleBindingList")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ListMeta {
            get { message.get(0) }
            _modify { var child: Meta.ListMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var items: [Rbac.RoleBinding] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct RoleList: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.rbac.v1.RoleList")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ListMeta {
            get { message.get(0) }
            _modify { var child: Meta.ListMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var items: [Rbac.Role] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct ClusterRole: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.rbac.v1.ClusterRole")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ObjectMeta {
            get { message.get(0) }
            _modify { var child: Meta.ObjectMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var rules: [Rbac.PolicyRule] { get { message.getList(1) } set { message.setList(1, newValue) } }
        public var aggregationRule: Rbac.AggregationRule? {
            get { message.getOptional(2) }
            _modify { var child: Rbac.AggregationRule? = message.takeOptional(2); defer { message.setOptional(2, child) }; yield &child }
        }
    }
    public struct AggregationRule: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.rbac.v1.AggregationRule")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var clusterRoleSelectors: [Meta.LabelSelector] { get { message.getList(0) } set { message.setList(0, newValue) } }
    }
    public struct ClusterRoleBinding: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.rbac.v1.ClusterRoleBinding")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ObjectMeta {
            get { message.get(0) }
            _modify { var child: Meta.ObjectMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var subjects: [Rbac.Subject] { get { message.getList(1) } set { message.setList(1, newValue) } }
        public var roleRef: Rbac.RoleRef {
            get { message.get(2) }
            _modify { var child: Rbac.RoleRef = message.take(2); defer { message.set(2, child) }; yield &child }
        }
    }
    public struct ClusterRoleBindingList: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.rbac.v1.ClusterRoleBindingList")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ListMeta {
            get { message.get(0) }
            _modify { var child: Meta.ListMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var items: [Rbac.ClusterRoleBinding] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct ClusterRoleList: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.rbac.v1.ClusterRoleList")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ListMeta {
            get { message.get(0) }
            _modify { var child: Meta.ListMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var items: [Rbac.ClusterRole] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
}
