// Made by proto/generate.py from proto/. Do not edit.
// swift-format-ignore-file

/// Typed views of `k8s.io.api.networking.v1`.
public enum Networking {}

extension Networking {
    public struct NetworkPolicy: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.networking.v1.NetworkPolicy")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ObjectMeta {
            get { message.get(0) }
            _modify { var child: Meta.ObjectMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var spec: Networking.NetworkPolicySpec {
            get { message.get(1) }
            _modify { var child: Networking.NetworkPolicySpec = message.take(1); defer { message.set(1, child) }; yield &child }
        }
    }
    public struct NetworkPolicySpec: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.networking.v1.NetworkPolicySpec")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var podSelector: Meta.LabelSelector {
            get { message.get(0) }
            _modify { var child: Meta.LabelSelector = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var ingress: [Networking.NetworkPolicyIngressRule] { get { message.getList(1) } set { message.setList(1, newValue) } }
        public var egress: [Networking.NetworkPolicyEgressRule] { get { message.getList(2) } set { message.setList(2, newValue) } }
        public var policyTypes: [String] { get { message.getList(3) } set { message.setList(3, newValue) } }
    }
    public struct NetworkPolicyIngressRule: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.networking.v1.NetworkPolicyIngressRule")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var ports: [Networking.NetworkPolicyPort] { get { message.getList(0) } set { message.setList(0, newValue) } }
        public var from: [Networking.NetworkPolicyPeer] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct NetworkPolicyEgressRule: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.networking.v1.NetworkPolicyEgressRule")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var ports: [Networking.NetworkPolicyPort] { get { message.getList(0) } set { message.setList(0, newValue) } }
        public var to: [Networking.NetworkPolicyPeer] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct NetworkPolicyPort: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.networking.v1.NetworkPolicyPort")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var `protocol`: String? { get { message.getOptional(0) } set { message.setOptional(0, newValue) } }
        public var port: IntOrString? { get { message.getOptional(1) } set { message.setOptional(1, newValue) } }
        public var endPort: Int? { get { message.getOptional(2) } set { message.setOptional(2, newValue) } }
    }
    public struct IPBlock: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.networking.v1.IPBlock")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var cidr: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var except: [String] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct NetworkPolicyPeer: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.networking.v1.NetworkPolicyPeer")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var podSelector: Meta.LabelSelector? {
            get { message.getOptional(0) }
            _modify { var child: Meta.LabelSelector? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
        public var namespaceSelector: Meta.LabelSelector? {
            get { message.getOptional(1) }
            _modify { var child: Meta.LabelSelector? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
        public var ipBlock: Networking.IPBlock? {
            get { message.getOptional(2) }
            _modify { var child: Networking.IPBlock? = message.takeOptional(2); defer { message.setOptional(2, child) }; yield &child }
        }
    }
    public struct NetworkPolicyList: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.networking.v1.NetworkPolicyList")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ListMeta {
            get { message.get(0) }
            _modify { var child: Meta.ListMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var items: [Networking.NetworkPolicy] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct Ingress: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.networking.v1.Ingress")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ObjectMeta {
            get { message.get(0) }
            _modify { var child: Meta.ObjectMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var spec: Networking.IngressSpec {
            get { message.get(1) }
            _modify { var child: Networking.IngressSpec = message.take(1); defer { message.set(1, child) }; yield &child }
        }
        public var status: Networking.IngressStatus {
            get { message.get(2) }
            _modify { var child: Networking.IngressStatus = message.take(2); defer { message.set(2, child) }; yield &child }
        }
    }
    public struct IngressList: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.networking.v1.IngressList")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ListMeta {
            get { message.get(0) }
            _modify { var child: Meta.ListMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var items: [Networking.Ingress] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct IngressSpec: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.networking.v1.IngressSpec")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var ingressClassName: String? { get { message.getOptional(0) } set { message.setOptional(0, newValue) } }
        public var defaultBackend: Networking.IngressBackend? {
            get { message.getOptional(1) }
            _modify { var child: Networking.IngressBackend? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
        public var tls: [Networking.IngressTLS] { get { message.getList(2) } set { message.setList(2, newValue) } }
        public var rules: [Networking.IngressRule] { get { message.getList(3) } set { message.setList(3, newValue) } }
    }
    public struct IngressTLS: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.networking.v1.IngressTLS")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var hosts: [String] { get { message.getList(0) } set { message.setList(0, newValue) } }
        public var secretName: String { get { message.get(1) } set { message.set(1, newValue) } }
    }
    public struct IngressStatus: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.networking.v1.IngressStatus")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var loadBalancer: Networking.IngressLoadBalancerStatus {
            get { message.get(0) }
            _modify { var child: Networking.IngressLoadBalancerStatus = message.take(0); defer { message.set(0, child) }; yield &child }
        }
    }
    public struct IngressLoadBalancerStatus: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.networking.v1.IngressLoadBalancerStatus")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var ingress: [Networking.IngressLoadBalancerIngress] { get { message.getList(0) } set { message.setList(0, newValue) } }
    }
    public struct IngressLoadBalancerIngress: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.networking.v1.IngressLoadBalancerIngress")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var ip: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var hostname: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var ports: [Networking.IngressPortStatus] { get { message.getList(2) } set { message.setList(2, newValue) } }
    }
    public struct IngressPortStatus: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.networking.v1.IngressPortStatus")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var port: Int { get { message.get(0) } set { message.set(0, newValue) } }
        public var `protocol`: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var error: String? { get { message.getOptional(2) } set { message.setOptional(2, newValue) } }
    }
    public struct IngressRule: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.networking.v1.IngressRule")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var host: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var ingressRuleValue: Networking.IngressRuleValue {
            get { message.get(1) }
            _modify { var child: Networking.IngressRuleValue = message.take(1); defer { message.set(1, child) }; yield &child }
        }
    }
    public struct IngressRuleValue: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.networking.v1.IngressRuleValue")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var http: Networking.HTTPIngressRuleValue? {
            get { message.getOptional(0) }
            _modify { var child: Networking.HTTPIngressRuleValue? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
    }
    public struct HTTPIngressRuleValue: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.networking.v1.HTTPIngressRuleValue")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var paths: [Networking.HTTPIngressPath] { get { message.getList(0) } set { message.setList(0, newValue) } }
    }
    public struct HTTPIngressPath: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.networking.v1.HTTPIngressPath")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var path: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var pathType: String? { get { message.getOptional(1) } set { message.setOptional(1, newValue) } }
        public var backend: Networking.IngressBackend {
            get { message.get(2) }
            _modify { var child: Networking.IngressBackend = message.take(2); defer { message.set(2, child) }; yield &child }
        }
    }
    public struct IngressBackend: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.networking.v1.IngressBackend")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var service: Networking.IngressServiceBackend? {
            get { message.getOptional(0) }
            _modify { var child: Networking.IngressServiceBackend? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
        public var resource: Core.TypedLocalObjectReference? {
            get { message.getOptional(1) }
            _modify { var child: Core.TypedLocalObjectReference? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
    }
    public struct IngressServiceBackend: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.networking.v1.IngressServiceBackend")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var name: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var port: Networking.ServiceBackendPort {
            get { message.get(1) }
            _modify { var child: Networking.ServiceBackendPort = message.take(1); defer { message.set(1, child) }; yield &child }
        }
    }
    public struct ServiceBackendPort: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.networking.v1.ServiceBackendPort")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var name: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var number: Int { get { message.get(1) } set { message.set(1, newValue) } }
    }
    public struct IngressClass: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.networking.v1.IngressClass")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ObjectMeta {
            get { message.get(0) }
            _modify { var child: Meta.ObjectMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var spec: Networking.IngressClassSpec {
            get { message.get(1) }
            _modify { var child: Networking.IngressClassSpec = message.take(1); defer { message.set(1, child) }; yield &child }
        }
    }
    public struct IngressClassSpec: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.networking.v1.IngressClassSpec")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var controller: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var parameters: Networking.IngressClassParametersReference? {
            get { message.getOptional(1) }
            _modify { var child: Networking.IngressClassParametersReference? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
    }
    public struct IngressClassParametersReference: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.networking.v1.IngressClassParametersReference")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var apiGroup: String? { get { message.getOptional(0) } set { message.setOptional(0, newValue) } }
        public var kind: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var name: String { get { message.get(2) } set { message.set(2, newValue) } }
        public var scope: String? { get { message.getOptional(3) } set { message.setOptional(3, newValue) } }
        public var namespace: String? { get { message.getOptional(4) } set { message.setOptional(4, newValue) } }
    }
    public struct IngressClassList: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.networking.v1.IngressClassList")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ListMeta {
            get { message.get(0) }
            _modify { var child: Meta.ListMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var items: [Networking.IngressClass] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct IPAddress: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.networking.v1.IPAddress")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ObjectMeta {
            get { message.get(0) }
            _modify { var child: Meta.ObjectMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var spec: Networking.IPAddressSpec {
            get { message.get(1) }
            _modify { var child: Networking.IPAddressSpec = message.take(1); defer { message.set(1, child) }; yield &child }
        }
    }
    public struct IPAddressSpec: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.networking.v1.IPAddressSpec")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var parentRef: Networking.ParentReference? {
            get { message.getOptional(0) }
            _modify { var child: Networking.ParentReference? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
    }
    public struct ParentReference: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.networking.v1.ParentReference")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var group: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var resource: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var namespace: String { get { message.get(2) } set { message.set(2, newValue) } }
        public var name: String { get { message.get(3) } set { message.set(3, newValue) } }
    }
    public struct IPAddressList: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.networking.v1.IPAddressList")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ListMeta {
            get { message.get(0) }
            _modify { var child: Meta.ListMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var items: [Networking.IPAddress] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct ServiceCIDR: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.networking.v1.ServiceCIDR")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ObjectMeta {
            get { message.get(0) }
            _modify { var child: Meta.ObjectMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var spec: Networking.ServiceCIDRSpec {
            get { message.get(1) }
            _modify { var child: Networking.ServiceCIDRSpec = message.take(1); defer { message.set(1, child) }; yield &child }
        }
        public var status: Networking.ServiceCIDRStatus {
            get { message.get(2) }
            _modify { var child: Networking.ServiceCIDRStatus = message.take(2); defer { message.set(2, child) }; yield &child }
        }
    }
    public struct ServiceCIDRSpec: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.networking.v1.ServiceCIDRSpec")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var cidrs: [String] { get { message.getList(0) } set { message.setList(0, newValue) } }
    }
    public struct ServiceCIDRStatus: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.networking.v1.ServiceCIDRStatus")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var conditions: [Meta.Condition] { get { message.getList(0) } set { message.setList(0, newValue) } }
    }
    public struct ServiceCIDRList: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.networking.v1.ServiceCIDRList")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ListMeta {
            get { message.get(0) }
            _modify { var child: Meta.ListMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var items: [Networking.ServiceCIDR] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
}
