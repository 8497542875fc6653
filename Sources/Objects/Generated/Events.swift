// Made by proto/generate.py from proto/. Do not edit.
// swift-format-ignore-file

/// Typed views of `k8s.io.api.events.v1`.
public enum Events {}

extension Events {
    public struct Event: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.events.v1.Event")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ObjectMeta {
            get { message.get(0) }
            _modify { var child: Meta.ObjectMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var eventTime: Timestamp? { get { message.getOptional(1) } set { message.setOptional(1, newValue) } }
        public var series: Events.EventSeries? {
            get { message.getOptional(2) }
            _modify { var child: Events.EventSeries? = message.takeOptional(2); defer { message.setOptional(2, child) }; yield &child }
        }
        public var reportingController: String { get { message.get(3) } set { message.set(3, newValue) } }
        public var reportingInstance: String { get { message.get(4) } set { message.set(4, newValue) } }
        public var action: String { get { message.get(5) } set { message.set(5, newValue) } }
        public var reason: String { get { message.get(6) } set { message.set(6, newValue) } }
        public var regarding: Core.ObjectReference {
            get { message.get(7) }
            _modify { var child: Core.ObjectReference = message.take(7); defer { message.set(7, child) }; yield &child }
        }
        public var related: Core.ObjectReference? {
            get { message.getOptional(8) }
            _modify { var child: Core.ObjectReference? = message.takeOptional(8); defer { message.setOptional(8, child) }; yield &child }
        }
        public var note: String { get { message.get(9) } set { message.set(9, newValue) } }
        public var type: String { get { message.get(10) } set { message.set(10, newValue) } }
        public var deprecatedSource: Core.EventSource {
            get { message.get(11) }
            _modify { var child: Core.EventSource = message.take(11); defer { message.set(11, child) }; yield &child }
        }
        public var deprecatedFirstTimestamp: Timestamp? { get { message.getOptional(12) } set { message.setOptional(12, newValue) } }
        public var deprecatedLastTimestamp: Timestamp? { get { message.getOptional(13) } set { message.setOptional(13, newValue) } }
        public var deprecatedCount: Int { get { message.get(14) } set { message.set(14, newValue) } }
    }
    public struct EventSeries: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.events.v1.EventSeries")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var count: Int { get { message.get(0) } set { message.set(0, newValue) } }
        public var lastObservedTime: Timestamp? { get { message.getOptional(1) } set { message.setOptional(1, newValue) } }
    }
    public struct EventList: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.events.v1.EventList")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ListMeta {
            get { message.get(0) }
            _modify { var child: Meta.ListMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var items: [Events.Event] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
}
