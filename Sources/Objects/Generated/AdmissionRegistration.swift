// Made by proto/generate.py from proto/. Do not edit.
// swift-format-ignore-file

/// Typed views of `k8s.io.api.admissionregistration.v1`.
public enum AdmissionRegistration {}

extension AdmissionRegistration {
    public struct Rule: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.admissionregistration.v1.Rule")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var apiGroups: [String] { get { message.getList(0) } set { message.setList(0, newValue) } }
        public var apiVersions: [String] { get { message.getList(1) } set { message.setList(1, newValue) } }
        public var resources: [String] { get { message.getList(2) } set { message.setList(2, newValue) } }
        public var scope: String? { get { message.getOptional(3) } set { message.setOptional(3, newValue) } }
    }
    public struct ValidatingAdmissionPolicy: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.admissionregistration.v1.ValidatingAdmissionPolicy")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ObjectMeta {
            get { message.get(0) }
            _modify { var child: Meta.ObjectMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var spec: AdmissionRegistration.ValidatingAdmissionPolicySpec {
            get { message.get(1) }
            _modify { var child: AdmissionRegistration.ValidatingAdmissionPolicySpec = message.take(1); defer { message.set(1, child) }; yield &child }
        }
        public var status: AdmissionRegistration.ValidatingAdmissionPolicyStatus {
            get { message.get(2) }
            _modify { var child: AdmissionRegistration.ValidatingAdmissionPolicyStatus = message.take(2); defer { message.set(2, child) }; yield &child }
        }
    }
    public struct ValidatingAdmissionPolicyStatus: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.admissionregistration.v1.ValidatingAdmissionPolicyStatus")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var observedGeneration: Int { get { message.get(0) } set { message.set(0, newValue) } }
        public var typeChecking: AdmissionRegistration.TypeChecking? {
            get { message.getOptional(1) }
            _modify { var child: AdmissionRegistration.TypeChecking? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
        public var conditions: [Meta.Condition] { get { message.getList(2) } set { message.setList(2, newValue) } }
    }
    public struct TypeChecking: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.admissionregistration.v1.TypeChecking")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var expressionWarnings: [AdmissionRegistration.ExpressionWarning] { get { message.getList(0) } set { message.setList(0, newValue) } }
    }
    public struct ExpressionWarning: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.admissionregistration.v1.ExpressionWarning")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var fieldRef: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var warning: String { get { message.get(1) } set { message.set(1, newValue) } }
    }
    public struct ValidatingAdmissionPolicyList: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.admissionregistration.v1.ValidatingAdmissionPolicyList")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ListMeta {
            get { message.get(0) }
            _modify { var child: Meta.ListMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var items: [AdmissionRegistration.ValidatingAdmissionPolicy] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct ValidatingAdmissionPolicySpec: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.admissionregistration.v1.ValidatingAdmissionPolicySpec")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var paramKind: AdmissionRegistration.ParamKind? {
            get { message.getOptional(0) }
            _modify { var child: AdmissionRegistration.ParamKind? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
        public var matchConstraints: AdmissionRegistration.MatchResources? {
            get { message.getOptional(1) }
            _modify { var child: AdmissionRegistration.MatchResources? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
        public var validations: [AdmissionRegistration.Validation] { get { message.getList(2) } set { message.setList(2, newValue) } }
        public var failurePolicy: String? { get { message.getOptional(3) } set { message.setOptional(3, newValue) } }
        public var auditAnnotations: [AdmissionRegistration.AuditAnnotation] { get { message.getList(4) } set { message.setList(4, newValue) } }
        public var matchConditions: [AdmissionRegistration.MatchCondition] { get { message.getList(5) } set { message.setList(5, newValue) } }
        public var variables: [AdmissionRegistration.Variable] { get { message.getList(6) } set { message.setList(6, newValue) } }
    }
    public struct ParamKind: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.admissionregistration.v1.ParamKind")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var apiVersion: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var kind: String { get { message.get(1) } set { message.set(1, newValue) } }
    }
    public struct Validation: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.admissionregistration.v1.Validation")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var expression: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var message_: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var reason: String? { get { message.getOptional(2) } set { message.setOptional(2, newValue) } }
        public var messageExpression: String { get { message.get(3) } set { message.set(3, newValue) } }
    }
    public struct Variable: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.admissionregistration.v1.Variable")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var name: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var expression: String { get { message.get(1) } set { message.set(1, newValue) } }
    }
    public struct AuditAnnotation: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.admissionregistration.v1.AuditAnnotation")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var key: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var valueExpression: String { get { message.get(1) } set { message.set(1, newValue) } }
    }
    public struct ValidatingAdmissionPolicyBinding: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.admissionregistration.v1.ValidatingAdmissionPolicyBinding")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ObjectMeta {
            get { message.get(0) }
            _modify { var child: Meta.ObjectMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var spec: AdmissionRegistration.ValidatingAdmissionPolicyBindingSpec {
            get { message.get(1) }
            _modify { var child: AdmissionRegistration.ValidatingAdmissionPolicyBindingSpec = message.take(1); defer { message.set(1, child) }; yield &child }
        }
    }
    public struct ValidatingAdmissionPolicyBindingList: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.admissionregistration.v1.ValidatingAdmissionPolicyBindingList")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ListMeta {
            get { message.get(0) }
            _modify { var child: Meta.ListMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var items: [AdmissionRegistration.ValidatingAdmissionPolicyBinding] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct ValidatingAdmissionPolicyBindingSpec: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.admissionregistration.v1.ValidatingAdmissionPolicyBindingSpec")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var policyName: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var paramRef: AdmissionRegistration.ParamRef? {
            get { message.getOptional(1) }
            _modify { var child: AdmissionRegistration.ParamRef? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
        public var matchResources: AdmissionRegistration.MatchResources? {
            get { message.getOptional(2) }
            _modify { var child: AdmissionRegistration.MatchResources? = message.takeOptional(2); defer { message.setOptional(2, child) }; yield &child }
        }
        public var validationActions: [String] { get { message.getList(3) } set { message.setList(3, newValue) } }
    }
    public struct ParamRef: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.admissionregistration.v1.ParamRef")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var name: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var namespace: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var selector: Meta.LabelSelector? {
            get { message.getOptional(2) }
            _modify { var child: Meta.LabelSelector? = message.takeOptional(2); defer { message.setOptional(2, child) }; yield &child }
        }
        public var parameterNotFoundAction: String? { get { message.getOptional(3) } set { message.setOptional(3, newValue) } }
    }
    public struct MatchResources: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.admissionregistration.v1.MatchResources")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var namespaceSelector: Meta.LabelSelector? {
            get { message.getOptional(0) }
            _modify { var child: Meta.LabelSelector? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
        public var objectSelector: Meta.LabelSelector? {
            get { message.getOptional(1) }
            _modify { var child: Meta.LabelSelector? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
        public var resourceRules: [AdmissionRegistration.NamedRuleWithOperations] { get { message.getList(2) } set { message.setList(2, newValue) } }
        public var excludeResourceRules: [AdmissionRegistration.NamedRuleWithOperations] { get { message.getList(3) } set { message.setList(3, newValue) } }
        public var matchPolicy: String? { get { message.getOptional(4) } set { message.setOptional(4, newValue) } }
    }
    public struct NamedRuleWithOperations: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.admissionregistration.v1.NamedRuleWithOperations")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var resourceNames: [String] { get { message.getList(0) } set { message.setList(0, newValue) } }
        public var ruleWithOperations: AdmissionRegistration.RuleWithOperations {
            get { message.get(1) }
            _modify { var child: AdmissionRegistration.RuleWithOperations = message.take(1); defer { message.set(1, child) }; yield &child }
        }
    }
    public struct ValidatingWebhookConfiguration: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.admissionregistration.v1.ValidatingWebhookConfiguration")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ObjectMeta {
            get { message.get(0) }
            _modify { var child: Meta.ObjectMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var webhooks: [AdmissionRegistration.ValidatingWebhook] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct ValidatingWebhookConfigurationList: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.admissionregistration.v1.ValidatingWebhookConfigurationList")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ListMeta {
            get { message.get(0) }
            _modify { var child: Meta.ListMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var items: [AdmissionRegistration.ValidatingWebhookConfiguration] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct MutatingWebhookConfiguration: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.admissionregistration.v1.MutatingWebhookConfiguration")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ObjectMeta {
            get { message.get(0) }
            _modify { var child: Meta.ObjectMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var webhooks: [AdmissionRegistration.MutatingWebhook] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct MutatingWebhookConfigurationList: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.admissionregistration.v1.MutatingWebhookConfigurationList")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ListMeta {
            get { message.get(0) }
            _modify { var child: Meta.ListMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var items: [AdmissionRegistration.MutatingWebhookConfiguration] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct ValidatingWebhook: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.admissionregistration.v1.ValidatingWebhook")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var name: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var clientConfig: AdmissionRegistration.WebhookClientConfig {
            get { message.get(1) }
            _modify { var child: AdmissionRegistration.WebhookClientConfig = message.take(1); defer { message.set(1, child) }; yield &child }
        }
        public var rules: [AdmissionRegistration.RuleWithOperations] { get { message.getList(2) } set { message.setList(2, newValue) } }
        public var failurePolicy: String? { get { message.getOptional(3) } set { message.setOptional(3, newValue) } }
        public var matchPolicy: String? { get { message.getOptional(4) } set { message.setOptional(4, newValue) } }
        public var namespaceSelector: Meta.LabelSelector? {
            get { message.getOptional(5) }
            _modify { var child: Meta.LabelSelector? = message.takeOptional(5); defer { message.setOptional(5, child) }; yield &child }
        }
        public var objectSelector: Meta.LabelSelector? {
            get { message.getOptional(6) }
            _modify { var child: Meta.LabelSelector? = message.takeOptional(6); defer { message.setOptional(6, child) }; yield &child }
        }
        public var sideEffects: String? { get { message.getOptional(7) } set { message.setOptional(7, newValue) } }
        public var timeoutSeconds: Int? { get { message.getOptional(8) } set { message.setOptional(8, newValue) } }
        public var admissionReviewVersions: [String] { get { message.getList(9) } set { message.setList(9, newValue) } }
        public var matchConditions: [AdmissionRegistration.MatchCondition] { get { message.getList(10) } set { message.setList(10, newValue) } }
    }
    public struct MutatingWebhook: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.admissionregistration.v1.MutatingWebhook")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var name: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var clientConfig: AdmissionRegistration.WebhookClientConfig {
            get { message.get(1) }
            _modify { var child: AdmissionRegistration.WebhookClientConfig = message.take(1); defer { message.set(1, child) }; yield &child }
        }
        public var rules: [AdmissionRegistration.RuleWithOperations] { get { message.getList(2) } set { message.setList(2, newValue) } }
        public var failurePolicy: String? { get { message.getOptional(3) } set { message.setOptional(3, newValue) } }
        public var matchPolicy: String? { get { message.getOptional(4) } set { message.setOptional(4, newValue) } }
        public var namespaceSelector: Meta.LabelSelector? {
            get { message.getOptional(5) }
            _modify { var child: Meta.LabelSelector? = message.takeOptional(5); defer { message.setOptional(5, child) }; yield &child }
        }
        public var objectSelector: Meta.LabelSelector? {
            get { message.getOptional(6) }
            _modify { var child: Meta.LabelSelector? = message.takeOptional(6); defer { message.setOptional(6, child) }; yield &child }
        }
        public var sideEffects: String? { get { message.getOptional(7) } set { message.setOptional(7, newValue) } }
        public var timeoutSeconds: Int? { get { message.getOptional(8) } set { message.setOptional(8, newValue) } }
        public var admissionReviewVersions: [String] { get { message.getList(9) } set { message.setList(9, newValue) } }
        public var reinvocationPolicy: String? { get { message.getOptional(10) } set { message.setOptional(10, newValue) } }
        public var matchConditions: [AdmissionRegistration.MatchCondition] { get { message.getList(11) } set { message.setList(11, newValue) } }
    }
    public struct MutatingAdmissionPolicy: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.admissionregistration.v1.MutatingAdmissionPolicy")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ObjectMeta {
            get { message.get(0) }
            _modify { var child: Meta.ObjectMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var spec: AdmissionRegistration.MutatingAdmissionPolicySpec {
            get { message.get(1) }
            _modify { var child: AdmissionRegistration.MutatingAdmissionPolicySpec = message.take(1); defer { message.set(1, child) }; yield &child }
        }
    }
    public struct MutatingAdmissionPolicyList: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.admissionregistration.v1.MutatingAdmissionPolicyList")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ListMeta {
            get { message.get(0) }
            _modify { var child: Meta.ListMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var items: [AdmissionRegistration.MutatingAdmissionPolicy] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct MutatingAdmissionPolicySpec: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.admissionregistration.v1.MutatingAdmissionPolicySpec")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var paramKind: AdmissionRegistration.ParamKind? {
            get { message.getOptional(0) }
            _modify { var child: AdmissionRegistration.ParamKind? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
        public var matchConstraints: AdmissionRegistration.MatchResources? {
            get { message.getOptional(1) }
            _modify { var child: AdmissionRegistration.MatchResources? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
        public var variables: [AdmissionRegistration.Variable] { get { message.getList(2) } set { message.setList(2, newValue) } }
        public var mutations: [AdmissionRegistration.Mutation] { get { message.getList(3) } set { message.setList(3, newValue) } }
        public var failurePolicy: String? { get { message.getOptional(4) } set { message.setOptional(4, newValue) } }
        public var matchConditions: [AdmissionRegistration.MatchCondition] { get { message.getList(5) } set { message.setList(5, newValue) } }
        public var reinvocationPolicy: String { get { message.get(6) } set { message.set(6, newValue) } }
    }
    public struct Mutation: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.admissionregistration.v1.Mutation")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var patchType: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var applyConfiguration: AdmissionRegistration.ApplyConfiguration? {
            get { message.getOptional(1) }
            _modify { var child: AdmissionRegistration.ApplyConfiguration? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
        public var jsonPatch: AdmissionRegistration.JSONPatch? {
            get { message.getOptional(2) }
            _modify { var child: AdmissionRegistration.JSONPatch? = message.takeOptional(2); defer { message.setOptional(2, child) }; yield &child }
        }
    }
    public struct ApplyConfiguration: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.admissionregistration.v1.ApplyConfiguration")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var expression: String { get { message.get(0) } set { message.set(0, newValue) } }
    }
    public struct JSONPatch: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.admissionregistration.v1.JSONPatch")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var expression: String { get { message.get(0) } set { message.set(0, newValue) } }
    }
    public struct MutatingAdmissionPolicyBinding: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.admissionregistration.v1.MutatingAdmissionPolicyBinding")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ObjectMeta {
            get { message.get(0) }
            _modify { var child: Meta.ObjectMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var spec: AdmissionRegistration.MutatingAdmissionPolicyBindingSpec {
            get { message.get(1) }
            _modify { var child: AdmissionRegistration.MutatingAdmissionPolicyBindingSpec = message.take(1); defer { message.set(1, child) }; yield &child }
        }
    }
    public struct MutatingAdmissionPolicyBindingList: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.admissionregistration.v1.MutatingAdmissionPolicyBindingList")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ListMeta {
            get { message.get(0) }
            _modify { var child: Meta.ListMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var items: [AdmissionRegistration.MutatingAdmissionPolicyBinding] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct MutatingAdmissionPolicyBindingSpec: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.admissionregistration.v1.MutatingAdmissionPolicyBindingSpec")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var policyName: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var paramRef: AdmissionRegistration.ParamRef? {
            get { message.getOptional(1) }
            _modify { var child: AdmissionRegistration.ParamRef? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
        public var matchResources: AdmissionRegistration.MatchResources? {
            get { message.getOptional(2) }
            _modify { var child: AdmissionRegistration.MatchResources? = message.takeOptional(2); defer { message.setOptional(2, child) }; yield &child }
        }
    }
    public struct RuleWithOperations: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.admissionregistration.v1.RuleWithOperations")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var operations: [String] { get { message.getList(0) } set { message.setList(0, newValue) } }
        public var rule: AdmissionRegistration.Rule {
            get { message.get(1) }
            _modify { var child: AdmissionRegistration.Rule = message.take(1); defer { message.set(1, child) }; yield &child }
        }
    }
    public struct WebhookClientConfig: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.admissionregistration.v1.WebhookClientConfig")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var url: String? { get { message.getOptional(0) } set { message.setOptional(0, newValue) } }
        public var service: AdmissionRegistration.ServiceReference? {
            get { message.getOptional(1) }
            _modify { var child: AdmissionRegistration.ServiceReference? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
        public var caBundle: [UInt8] { get { message.get(2) } set { message.set(2, newValue) } }
    }
    public struct ServiceReference: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.admissionregistration.v1.ServiceReference")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var namespace: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var name: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var path: String? { get { message.getOptional(2) } set { message.setOptional(2, newValue) } }
        public var port: Int? { get { message.getOptional(3) } set { message.setOptional(3, newValue) } }
    }
    public struct MatchCondition: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.admissionregistration.v1.MatchCondition")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var name: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var expression: String { get { message.get(1) } set { message.set(1, newValue) } }
    }
}
