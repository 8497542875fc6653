// Made by proto/generate.py from proto/. Do not edit.
// swift-format-ignore-file

/// Typed views of `k8s.io.api.apidiscovery.v2`.
public enum APIDiscovery {}

extension APIDiscovery {
    public struct APIGroupDiscoveryList: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.apidiscovery.v2.APIGroupDiscoveryList")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ListMeta {
            get { message.get(0) }
            _modify { var child: Meta.ListMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var items: [APIDiscovery.APIGroupDiscovery] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct APIGroupDiscovery: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.apidiscovery.v2.APIGroupDiscovery")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ObjectMeta {
            get { message.get(0) }
            _modify { var child: Meta.ObjectMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var versions: [APIDiscovery.APIVersionDiscovery] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct APIVersionDiscovery: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.apidiscovery.v2.APIVersionDiscovery")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var version: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var resources: [APIDiscovery.APIResourceDiscovery] { get { message.getList(1) } set { message.setList(1, newValue) } }
        public var freshness: String { get { message.get(2) } set { message.set(2, newValue) } }
    }
    public struct APIResourceDiscovery: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.apidiscovery.v2.APIResourceDiscovery")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var resource: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var responseKind: Meta.GroupVersionKind? {
            get { message.getOptional(1) }
            _modify { var child: Meta.GroupVersionKind? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
        public var scope: String { get { message.get(2) } set { message.set(2, newValue) } }
        public var singularResource: String { get { message.get(3) } set { message.set(3, newValue) } }
        public var verbs: [String] { get { message.getList(4) } set { message.setList(4, newValue) } }
        public var shortNames: [String] { get { message.getList(5) } set { message.setList(5, newValue) } }
        public var categories: [String] { get { message.getList(6) } set { message.setList(6, newValue) } }
        public var subresources: [APIDiscovery.APISubresourceDiscovery] { get { message.getList(7) } set { message.setList(7, newValue) } }
    }
    public struct APISubresourceDiscovery: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.apidiscovery.v2.APISubresourceDiscovery")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var subresource: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var responseKind: Meta.GroupVersionKind? {
            get { message.getOptional(1) }
            _modify { var child: Meta.GroupVersionKind? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
        public var acceptedTypes: [Meta.GroupVersionKind] { get { message.getList(2) } set { message.setList(2, newValue) } }
        public var verbs: [String] { get { message.getList(3) } set { message.setList(3, newValue) } }
    }
}
