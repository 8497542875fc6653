// Made by proto/generate.py from proto/. Do not edit.
// swift-format-ignore-file

/// Typed views of `k8s.io.api.scheduling.v1`.
public enum Scheduling {}

extension Scheduling {
    public struct PriorityClass: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.scheduling.v1.PriorityClass")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ObjectMeta {
            get { message.get(0) }
            _modify { var child: Meta.ObjectMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var value: Int { get { message.get(1) } set { message.set(1, newValue) } }
        public var globalDefault: Bool { get { message.get(2) } set { message.set(2, newValue) } }
        public var description_: String { get { message.get(3) } set { message.set(3, newValue) } }
        public var preemptionPolicy: String? { get { message.getOptional(4) } set { message.setOptional(4, newValue) } }
    }
    public struct PriorityClassList: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.scheduling.v1.PriorityClassList")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ListMeta {
            get { message.get(0) }
            _modify { var child: Meta.ListMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var items: [Scheduling.PriorityClass] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
}
