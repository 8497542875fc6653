// Made by proto/generate.py from proto/. Do not edit.
// swift-format-ignore-file

/// Typed views of `k8s.io.api.discovery.v1`.
public enum Discovery {}

extension Discovery {
    public struct EndpointSlice: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.discovery.v1.EndpointSlice")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ObjectMeta {
            get { message.get(0) }
            _modify { var child: Meta.ObjectMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var addressType: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var endpoints: [Discovery.Endpoint] { get { message.getList(2) } set { message.setList(2, newValue) } }
        public var ports: [Discovery.EndpointPort] { get { message.getList(3) } set { message.setList(3, newValue) } }
    }
    public struct Endpoint: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.discovery.v1.Endpoint")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var addresses: [String] { get { message.getList(0) } set { message.setList(0, newValue) } }
        public var conditions: Discovery.EndpointConditions {
            get { message.get(1) }
            _modify { var child: Discovery.EndpointConditions = message.take(1); defer { message.set(1, child) }; yield &child }
        }
        public var hostname: String? { get { message.getOptional(2) } set { message.setOptional(2, newValue) } }
        public var targetRef: Core.ObjectReference? {
            get { message.getOptional(3) }
            _modify { var child: Core.ObjectReference? = message.takeOptional(3); defer { message.setOptional(3, child) }; yield &child }
        }
        public var deprecatedTopology: StringMap<String> { get { message.getMap(4) } set { message.setMap(4, newValue) } }
        public var nodeName: String? { get { message.getOptional(5) } set { message.setOptional(5, newValue) } }
        public var zone: String? { get { message.getOptional(6) } set { message.setOptional(6, newValue) } }
        public var hints: Discovery.EndpointHints? {
            get { message.getOptional(7) }
            _modify { var child: Discovery.EndpointHints? = message.takeOptional(7); defer { message.setOptional(7, child) }; yield &child }
        }
    }
    public struct EndpointConditions: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.discovery.v1.EndpointConditions")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var ready: Bool? { get { message.getOptional(0) } set { message.setOptional(0, newValue) } }
        public var serving: Bool? { get { message.getOptional(1) } set { message.setOptional(1, newValue) } }
        public var terminating: Bool? { get { message.getOptional(2) } set { message.setOptional(2, newValue) } }
    }
    public struct EndpointHints: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.discovery.v1.EndpointHints")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var forZones: [Discovery.ForZone] { get { message.getList(0) } set { message.setList(0, newValue) } }
        public var forNodes: [Discovery.ForNode] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct ForZone: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.discovery.v1.ForZone")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var name: String { get { message.get(0) } set { message.set(0, newValue) } }
    }
    public struct ForNode: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.discovery.v1.ForNode")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var name: String { get { message.get(0) } set { message.set(0, newValue) } }
    }
    public struct EndpointPort: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.discovery.v1.EndpointPort")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var name: String? { get { message.getOptional(0) } set { message.setOptional(0, newValue) } }
        public var `protocol`: String? { get { message.getOptional(1) } set { message.setOptional(1, newValue) } }
        public var port: Int? { get { message.getOptional(2) } set { message.setOptional(2, newValue) } }
        public var appProtocol: String? { get { message.getOptional(3) } set { message.setOptional(3, newValue) } }
    }
    public struct EndpointSliceList: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.discovery.v1.EndpointSliceList")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ListMeta {
            get { message.get(0) }
            _modify { var child: Meta.ListMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var items: [Discovery.EndpointSlice] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
}
