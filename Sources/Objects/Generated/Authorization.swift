// Made by proto/generate.py from proto/. Do not edit.
// swift-format-ignore-file

/// Typed views of `k8s.io.api.authorization.v1`.
public enum Authorization {}

extension Authorization {
    public struct SubjectAccessReview: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.authorization.v1.SubjectAccessReview")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ObjectMeta {
            get { message.get(0) }
            _modify { var child: Meta.ObjectMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var spec: Authorization.SubjectAccessReviewSpec {
            get { message.get(1) }
            _modify { var child: Authorization.SubjectAccessReviewSpec = message.take(1); defer { message.set(1, child) }; yield &child }
        }
        public var status: Authorization.SubjectAccessReviewStatus {
            get { message.get(2) }
            _modify { var child: Authorization.SubjectAccessReviewStatus = message.take(2); defer { message.set(2, child) }; yield &child }
        }
    }
    public struct SelfSubjectAccessReview: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.authorization.v1.SelfSubjectAccessReview")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ObjectMeta {
            get { message.get(0) }
            _modify { var child: Meta.ObjectMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var spec: Authorization.SelfSubjectAccessReviewSpec {
            get { message.get(1) }
            _modify { var child: Authorization.SelfSubjectAccessReviewSpec = message.take(1); defer { message.set(1, child) }; yield &child }
        }
        public var status: Authorization.SubjectAccessReviewStatus {
            get { message.get(2) }
            _modify { var child: Authorization.SubjectAccessReviewStatus = message.take(2); defer { message.set(2, child) }; yield &child }
        }
    }
    public struct LocalSubjectAccessReview: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.authorization.v1.LocalSubjectAccessReview")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ObjectMeta {
            get { message.get(0) }
            _modify { var child: Meta.ObjectMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var spec: Authorization.SubjectAccessReviewSpec {
            get { message.get(1) }
            _modify { var child: Authorization.SubjectAccessReviewSpec = message.take(1); defer { message.set(1, child) }; yield &child }
        }
        public var status: Authorization.SubjectAccessReviewStatus {
            get { message.get(2) }
            _modify { var child: Authorization.SubjectAccessReviewStatus = message.take(2); defer { message.set(2, child) }; yield &child }
        }
    }
    public struct ResourceAttributes: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.authorization.v1.ResourceAttributes")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var namespace: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var verb: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var group: String { get { message.get(2) } set { message.set(2, newValue) } }
        public var version: String { get { message.get(3) } set { message.set(3, newValue) } }
        public var resource: String { get { message.get(4) } set { message.set(4, newValue) } }
        public var subresource: String { get { message.get(5) } set { message.set(5, newValue) } }
        public var name: String { get { message.get(6) } set { message.set(6, newValue) } }
        public var fieldSelector: Authorization.FieldSelectorAttributes? {
            get { message.getOptional(7) }
            _modify { var child: Authorization.FieldSelectorAttributes? = message.takeOptional(7); defer { message.setOptional(7, child) }; yield &child }
        }
        public var labelSelector: Authorization.LabelSelectorAttributes? {
            get { message.getOptional(8) }
            _modify { var child: Authorization.LabelSelectorAttributes? = message.takeOptional(8); defer { message.setOptional(8, child) }; yield &child }
        }
    }
    public struct LabelSelectorAttributes: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.authorization.v1.LabelSelectorAttributes")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var rawSelector: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var requirements: [Meta.LabelSelectorRequirement] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct FieldSelectorAttributes: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.authorization.v1.FieldSelectorAttributes")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var rawSelector: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var requirements: [Meta.FieldSelectorRequirement] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct NonResourceAttributes: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.authorization.v1.NonResourceAttributes")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var path: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var verb: String { get { message.get(1) } set { message.set(1, newValue) } }
    }
    public struct SubjectAccessReviewSpec: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.authorization.v1.SubjectAccessReviewSpec")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var resourceAttributes: Authorization.ResourceAttributes? {
            get { message.getOptional(0) }
            _modify { var child: Authorization.ResourceAttributes? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
        public var nonResourceAttributes: Authorization.NonResourceAttributes? {
            get { message.getOptional(1) }
            _modify { var child: Authorization.NonResourceAttributes? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
        public var user: String { get { message.get(2) } set { message.set(2, newValue) } }
        public var groups: [String] { get { message.getList(3) } set { message.setList(3, newValue) } }
        public var uid: String { get { message.get(5) } set { message.set(5, newValue) } }
    }
    public struct SelfSubjectAccessReviewSpec: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.authorization.v1.SelfSubjectAccessReviewSpec")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var resourceAttributes: Authorization.ResourceAttributes? {
            get { message.getOptional(0) }
            _modify { var child: Authorization.ResourceAttributes? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
        public var nonResourceAttributes: Authorization.NonResourceAttributes? {
            get { message.getOptional(1) }
            _modify { var child: Authorization.NonResourceAttributes? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
    }
    public struct SubjectAccessReviewStatus: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.authorization.v1.SubjectAccessReviewStatus")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var allowed: Bool { get { message.get(0) } set { message.set(0, newValue) } }
        public var denied: Bool { get { message.get(1) } set { message.set(1, newValue) } }
        public var reason: String { get { message.get(2) } set { message.set(2, newValue) } }
        public var evaluationError: String { get { message.get(3) } set { message.set(3, newValue) } }
    }
    public struct SelfSubjectRulesReview: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.authorization.v1.SelfSubjectRulesReview")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ObjectMeta {
            get { message.get(0) }
            _modify { var child: Meta.ObjectMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var spec: Authorization.SelfSubjectRulesReviewSpec {
            get { message.get(1) }
            _modify { var child: Authorization.SelfSubjectRulesReviewSpec = message.take(1); defer { message.set(1, child) }; yield &child }
        }
        public var status: Authorization.SubjectRulesReviewStatus {
            get { message.get(2) }
            _modify { var child: Authorization.SubjectRulesReviewStatus = message.take(2); defer { message.set(2, child) }; yield &child }
        }
    }
    public struct SelfSubjectRulesReviewSpec: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.authorization.v1.SelfSubjectRulesReviewSpec")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var namespace: String { get { message.get(0) } set { message.set(0, newValue) } }
    }
    public struct SubjectRulesReviewStatus: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.authorization.v1.SubjectRulesReviewStatus")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var resourceRules: [Authorization.ResourceRule] { get { message.getList(0) } set { message.setList(0, newValue) } }
        public var nonResourceRules: [Authorization.NonResourceRule] { get { message.getList(1) } set { message.setList(1, newValue) } }
        public var incomplete: Bool { get { message.get(2) } set { message.set(2, newValue) } }
        public var evaluationError: String { get { message.get(3) } set { message.set(3, newValue) } }
    }
    public struct ResourceRule: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.authorization.v1.ResourceRule")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var verbs: [String] { get { message.getList(0) } set { message.setList(0, newValue) } }
        public var apiGroups: [String] { get { message.getList(1) } set { message.setList(1, newValue) } }
        public var resources: [String] { get { message.getList(2) } set { message.setList(2, newValue) } }
        public var resourceNames: [String] { get { message.getList(3) } set { message.setList(3, newValue) } }
    }
    public struct NonResourceRule: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.authorization.v1.NonResourceRule")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var verbs: [String] { get { message.getList(0) } set { message.setList(0, newValue) } }
        public var nonResourceURLs: [String] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
}
