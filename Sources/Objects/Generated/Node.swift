// Made by proto/generate.py from proto/. Do not edit.
// swift-format-ignore-file

/// Typed views of `k8s.io.api.node.v1`.
public enum Node {}

extension Node {
    public struct RuntimeClass: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.node.v1.RuntimeClass")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ObjectMeta {
            get { message.get(0) }
            _modify { var child: Meta.ObjectMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var handler: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var overhead: Node.Overhead? {
            get { message.getOptional(2) }
            _modify { var child: Node.Overhead? = message.takeOptional(2); defer { message.setOptional(2, child) }; yield &child }
        }
        public var scheduling: Node.Scheduling? {
            get { message.getOptional(3) }
            _modify { var child: Node.Scheduling? = message.takeOptional(3); defer { message.setOptional(3, child) }; yield &child }
        }
    }
    public struct Overhead: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.node.v1.Overhead")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var podFixed: StringMap<Quantity> { get { message.getMap(0) } set { message.setMap(0, newValue) } }
    }
    public struct Scheduling: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.node.v1.Scheduling")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var nodeSelector: StringMap<String> { get { message.getMap(0) } set { message.setMap(0, newValue) } }
        public var tolerations: [Core.Toleration] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct RuntimeClassList: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.node.v1.RuntimeClassList")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ListMeta {
            get { message.get(0) }
            _modify { var child: Meta.ListMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var items: [Node.RuntimeClass] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
}
