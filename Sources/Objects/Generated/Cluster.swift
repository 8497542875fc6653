// Made by proto/generate.py from proto/. Do not edit.
// swift-format-ignore-file

/// Typed views of `apus.v1`.
public enum Cluster {}

extension Cluster {
    public enum RevisionMatch {
        public static let unspecified = 0
        public static let notOlderThan = 1
        public static let exact = 2
    }
    public enum PatchType {
        public static let unspecified = 0
        public static let merge = 1
        public static let json = 2
        public static let strategic = 3
        public static let apply = 4
    }
    public enum EventType {
        public static let unspecified = 0
        public static let added = 1
        public static let modified = 2
        public static let deleted = 3
        public static let bookmark = 4
        public static let error = 5
    }
    public struct Resource: MessageView {
        public static let descriptor = Schema.kubernetes.require("apus.v1.Resource")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var group: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var version: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var resource: String { get { message.get(2) } set { message.set(2, newValue) } }
    }
    public struct ObjectKey: MessageView {
        public static let descriptor = Schema.kubernetes.require("apus.v1.ObjectKey")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var namespace: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var name: String { get { message.get(1) } set { message.set(1, newValue) } }
    }
    public struct Object: MessageView {
        public static let descriptor = Schema.kubernetes.require("apus.v1.Object")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var value: [UInt8] { get { message.get(0) } set { message.set(0, newValue) } }
        public var revision: Int { get { message.get(1) } set { message.set(1, newValue) } }
    }
    public struct WriteOptions: MessageView {
        public static let descriptor = Schema.kubernetes.require("apus.v1.WriteOptions")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var dryRun: Bool { get { message.get(0) } set { message.set(0, newValue) } }
        public var fieldManager: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var fieldValidation: String { get { message.get(2) } set { message.set(2, newValue) } }
    }
    public struct GetRequest: MessageView {
        public static let descriptor = Schema.kubernetes.require("apus.v1.GetRequest")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var resource: Cluster.Resource? {
            get { message.getOptional(0) }
            _modify { var child: Cluster.Resource? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
        public var key: Cluster.ObjectKey? {
            get { message.getOptional(1) }
            _modify { var child: Cluster.ObjectKey? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
        public var notOlderThan: Int { get { message.get(2) } set { message.set(2, newValue) } }
        public var subresource: String { get { message.get(3) } set { message.set(3, newValue) } }
    }
    public struct GetResponse: MessageView {
        public static let descriptor = Schema.kubernetes.require("apus.v1.GetResponse")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var object: Cluster.Object? {
            get { message.getOptional(0) }
            _modify { var child: Cluster.Object? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
    }
    public struct ListRequest: MessageView {
        public static let descriptor = Schema.kubernetes.require("apus.v1.ListRequest")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var resource: Cluster.Resource? {
            get { message.getOptional(0) }
            _modify { var child: Cluster.Resource? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
        public var namespace: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var labelSelector: String { get { message.get(2) } set { message.set(2, newValue) } }
        public var fieldSelector: String { get { message.get(3) } set { message.set(3, newValue) } }
        public var limit: Int { get { message.get(4) } set { message.set(4, newValue) } }
        public var continueToken: String { get { message.get(5) } set { message.set(5, newValue) } }
        public var revision: Int { get { message.get(6) } set { message.set(6, newValue) } }
        public var match: Int { get { message.get(7) } set { message.set(7, newValue) } }
    }
    public struct ListResponse: MessageView {
        public static let descriptor = Schema.kubernetes.require("apus.v1.ListResponse")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var objects: [Cluster.Object] { get { message.getList(0) } set { message.setList(0, newValue) } }
        public var revision: Int { get { message.get(1) } set { message.set(1, newValue) } }
        public var continueToken: String { get { message.get(2) } set { message.set(2, newValue) } }
        public var remaining: Int { get { message.get(3) } set { message.set(3, newValue) } }
    }
    public struct CreateRequest: MessageView {
        public static let descriptor = Schema.kubernetes.require("apus.v1.CreateRequest")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var resource: Cluster.Resource? {
            get { message.getOptional(0) }
            _modify { var child: Cluster.Resource? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
        public var namespace: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var value: [UInt8] { get { message.get(2) } set { message.set(2, newValue) } }
        public var options: Cluster.WriteOptions? {
            get { message.getOptional(3) }
            _modify { var child: Cluster.WriteOptions? = message.takeOptional(3); defer { message.setOptional(3, child) }; yield &child }
        }
        public var name: String { get { message.get(4) } set { message.set(4, newValue) } }
        public var subresource: String { get { message.get(5) } set { message.set(5, newValue) } }
    }
    public struct UpdateRequest: MessageView {
        public static let descriptor = Schema.kubernetes.require("apus.v1.UpdateRequest")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var resource: Cluster.Resource? {
            get { message.getOptional(0) }
            _modify { var child: Cluster.Resource? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
        public var key: Cluster.ObjectKey? {
            get { message.getOptional(1) }
            _modify { var child: Cluster.ObjectKey? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
        public var value: [UInt8] { get { message.get(2) } set { message.set(2, newValue) } }
        public var subresource: String { get { message.get(3) } set { message.set(3, newValue) } }
        public var options: Cluster.WriteOptions? {
            get { message.getOptional(4) }
            _modify { var child: Cluster.WriteOptions? = message.takeOptional(4); defer { message.setOptional(4, child) }; yield &child }
        }
    }
    public struct PatchRequest: MessageView {
        public static let descriptor = Schema.kubernetes.require("apus.v1.PatchRequest")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var resource: Cluster.Resource? {
            get { message.getOptional(0) }
            _modify { var child: Cluster.Resource? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
        public var key: Cluster.ObjectKey? {
            get { message.getOptional(1) }
            _modify { var child: Cluster.ObjectKey? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
        public var type: Int { get { message.get(2) } set { message.set(2, newValue) } }
        public var patch: [UInt8] { get { message.get(3) } set { message.set(3, newValue) } }
        public var subresource: String { get { message.get(4) } set { message.set(4, newValue) } }
        public var options: Cluster.WriteOptions? {
            get { message.getOptional(5) }
            _modify { var child: Cluster.WriteOptions? = message.takeOptional(5); defer { message.setOptional(5, child) }; yield &child }
        }
        public var force: Bool { get { message.get(6) } set { message.set(6, newValue) } }
    }
    public struct WriteResponse: MessageView {
        public static let descriptor = Schema.kubernetes.require("apus.v1.WriteResponse")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var object: Cluster.Object? {
            get { message.getOptional(0) }
            _modify { var child: Cluster.Object? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
    }
    public struct DeleteRequest: MessageView {
        public static let descriptor = Schema.kubernetes.require("apus.v1.DeleteRequest")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var resource: Cluster.Resource? {
            get { message.getOptional(0) }
            _modify { var child: Cluster.Resource? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
        public var key: Cluster.ObjectKey? {
            get { message.getOptional(1) }
            _modify { var child: Cluster.ObjectKey? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
        public var gracePeriodSeconds: Int? { get { message.getOptional(2) } set { message.setOptional(2, newValue) } }
        public var propagationPolicy: String { get { message.get(3) } set { message.set(3, newValue) } }
        public var preconditionUid: String { get { message.get(4) } set { message.set(4, newValue) } }
        public var preconditionResourceVersion: String { get { message.get(5) } set { message.set(5, newValue) } }
        public var dryRun: Bool { get { message.get(6) } set { message.set(6, newValue) } }
    }
    public struct DeleteResponse: MessageView {
        public static let descriptor = Schema.kubernetes.require("apus.v1.DeleteResponse")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var object: Cluster.Object? {
            get { message.getOptional(0) }
            _modify { var child: Cluster.Object? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
        public var removed: Bool { get { message.get(1) } set { message.set(1, newValue) } }
    }
    public struct WatchRequest: MessageView {
        public static let descriptor = Schema.kubernetes.require("apus.v1.WatchRequest")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var resource: Cluster.Resource? {
            get { message.getOptional(0) }
            _modify { var child: Cluster.Resource? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
        public var namespace: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var labelSelector: String { get { message.get(2) } set { message.set(2, newValue) } }
        public var fieldSelector: String { get { message.get(3) } set { message.set(3, newValue) } }
        public var revision: Int { get { message.get(4) } set { message.set(4, newValue) } }
        public var fromNow: Bool { get { message.get(5) } set { message.set(5, newValue) } }
        public var initialEvents: Bool { get { message.get(6) } set { message.set(6, newValue) } }
        public var bookmarks: Bool { get { message.get(7) } set { message.set(7, newValue) } }
        public var timeoutSeconds: Int { get { message.get(8) } set { message.set(8, newValue) } }
    }
    public struct WatchEvent: MessageView {
        public static let descriptor = Schema.kubernetes.require("apus.v1.WatchEvent")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var type: Int { get { message.get(0) } set { message.set(0, newValue) } }
        public var revision: Int { get { message.get(1) } set { message.set(1, newValue) } }
        public var object: [UInt8] { get { message.get(2) } set { message.set(2, newValue) } }
        public var initialEnd: Bool { get { message.get(3) } set { message.set(3, newValue) } }
    }
    public struct WatchResponse: MessageView {
        public static let descriptor = Schema.kubernetes.require("apus.v1.WatchResponse")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var events: [Cluster.WatchEvent] { get { message.getList(0) } set { message.setList(0, newValue) } }
    }
}
extension Cluster {
    public struct CustomObject: MessageView {
        public static let descriptor = Schema.kubernetes.require("apus.v1.CustomObject")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ObjectMeta? {
            get { message.getOptional(0) }
            _modify { var child: Meta.ObjectMeta? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
    }
    public struct CustomObjectList: MessageView {
        public static let descriptor = Schema.kubernetes.require("apus.v1.CustomObjectList")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ListMeta? {
            get { message.getOptional(0) }
            _modify { var child: Meta.ListMeta? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
        public var items: [Cluster.CustomObject] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
}
