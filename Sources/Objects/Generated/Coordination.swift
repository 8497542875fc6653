// Made by proto/generate.py from proto/. Do not edit.
// swift-format-ignore-file

/// Typed views of `k8s.io.api.coordination.v1`.
public enum Coordination {}

extension Coordination {
    public struct Lease: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.coordination.v1.Lease")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ObjectMeta {
            get { message.get(0) }
            _modify { var child: Meta.ObjectMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var spec: Coordination.LeaseSpec {
            get { message.get(1) }
            _modify { var child: Coordination.LeaseSpec = message.take(1); defer { message.set(1, child) }; yield &child }
        }
    }
    public struct LeaseSpec: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.coordination.v1.LeaseSpec")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var holderIdentity: String? { get { message.getOptional(0) } set { message.setOptional(0, newValue) } }
        public var leaseDurationSeconds: Int? { get { message.getOptional(1) } set { message.setOptional(1, newValue) } }
        public var acquireTime: Timestamp? { get { message.getOptional(2) } set { message.setOptional(2, newValue) } }
        public var renewTime: Timestamp? { get { message.getOptional(3) } set { message.setOptional(3, newValue) } }
        public var leaseTransitions: Int? { get { message.getOptional(4) } set { message.setOptional(4, newValue) } }
        public var strategy: String? { get { message.getOptional(5) } set { message.setOptional(5, newValue) } }
        public var preferredHolder: String? { get { message.getOptional(6) } set { message.setOptional(6, newValue) } }
    }
    public struct LeaseList: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.coordination.v1.LeaseList")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ListMeta {
            get { message.get(0) }
            _modify { var child: Meta.ListMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var items: [Coordination.Lease] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
}
