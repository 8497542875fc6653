// Made by proto/generate.py from proto/. Do not edit.
// swift-format-ignore-file

/// Typed views of `k8s.io.api.storage.v1`.
public enum Storage {}

extension Storage {
    public struct StorageClass: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.storage.v1.StorageClass")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ObjectMeta {
            get { message.get(0) }
            _modify { var child: Meta.ObjectMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var provisioner: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var parameters: StringMap<String> { get { message.getMap(2) } set { message.setMap(2, newValue) } }
        public var reclaimPolicy: String? { get { message.getOptional(3) } set { message.setOptional(3, newValue) } }
        public var mountOptions: [String] { get { message.getList(4) } set { message.setList(4, newValue) } }
        public var allowVolumeExpansion: Bool? { get { message.getOptional(5) } set { message.setOptional(5, newValue) } }
        public var volumeBindingMode: String? { get { message.getOptional(6) } set { message.setOptional(6, newValue) } }
        public var allowedTopologies: [Core.TopologySelectorTerm] { get { message.getList(7) } set { message.setList(7, newValue) } }
    }
    public struct StorageClassList: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.storage.v1.StorageClassList")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ListMeta {
            get { message.get(0) }
            _modify { var child: Meta.ListMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var items: [Storage.StorageClass] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct VolumeAttachment: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.storage.v1.VolumeAttachment")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ObjectMeta {
            get { message.get(0) }
            _modify { var child: Meta.ObjectMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var spec: Storage.VolumeAttachmentSpec {
            get { message.get(1) }
            _modify { var child: Storage.VolumeAttachmentSpec = message.take(1); defer { message.set(1, child) }; yield &child }
        }
        public var status: Storage.VolumeAttachmentStatus {
            get { message.get(2) }
            _modify { var child: Storage.VolumeAttachmentStatus = message.take(2); defer { message.set(2, child) }; yield &child }
        }
    }
    public struct VolumeAttachmentList: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.storage.v1.VolumeAttachmentList")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ListMeta {
            get { message.get(0) }
            _modify { var child: Meta.ListMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var items: [Storage.VolumeAttachment] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct VolumeAttachmentSpec: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.storage.v1.VolumeAttachmentSpec")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var attacher: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var source: Storage.VolumeAttachmentSource {
            get { message.get(1) }
            _modify { var child: Storage.VolumeAttachmentSource = message.take(1); defer { message.set(1, child) }; yield &child }
        }
        public var nodeName: String { get { message.get(2) } set { message.set(2, newValue) } }
    }
    public struct VolumeAttachmentSource: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.storage.v1.VolumeAttachmentSource")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var persistentVolumeName: String? { get { message.getOptional(0) } set { message.setOptional(0, newValue) } }
        public var inlineVolumeSpec: Core.PersistentVolumeSpec? {
            get { message.getOptional(1) }
            _modify { var child: Core.PersistentVolumeSpec? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
    }
    public struct VolumeAttachmentStatus: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.storage.v1.VolumeAttachmentStatus")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var attached: Bool { get { message.get(0) } set { message.set(0, newValue) } }
        public var attachmentMetadata: StringMap<String> { get { message.getMap(1) } set { message.setMap(1, newValue) } }
        public var attachError: Storage.VolumeError? {
            get { message.getOptional(2) }
            _modify { var child: Storage.VolumeError? = message.takeOptional(2); defer { message.setOptional(2, child) }; yield &child }
        }
        public var detachError: Storage.VolumeError? {
            get { message.getOptional(3) }
            _modify { var child: Storage.VolumeError? = message.takeOptional(3); defer { message.setOptional(3, child) }; yield &child }
        }
    }
    public struct VolumeError: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.storage.v1.VolumeError")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var time: Timestamp? { get { message.getOptional(0) } set { message.setOptional(0, newValue) } }
        public var message_: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var errorCode: Int? { get { message.getOptional(2) } set { message.setOptional(2, newValue) } }
    }
    public struct CSIDriver: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.storage.v1.CSIDriver")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ObjectMeta {
            get { message.get(0) }
            _modify { var child: Meta.ObjectMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var spec: Storage.CSIDriverSpec {
            get { message.get(1) }
            _modify { var child: Storage.CSIDriverSpec = message.take(1); defer { message.set(1, child) }; yield &child }
        }
    }
    public struct CSIDriverList: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.storage.v1.CSIDriverList")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ListMeta {
            get { message.get(0) }
            _modify { var child: Meta.ListMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var items: [Storage.CSIDriver] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct CSIDriverSpec: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.storage.v1.CSIDriverSpec")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var attachRequired: Bool? { get { message.getOptional(0) } set { message.setOptional(0, newValue) } }
        public var podInfoOnMount: Bool? { get { message.getOptional(1) } set { message.setOptional(1, newValue) } }
        public var volumeLifecycleModes: [String] { get { message.getList(2) } set { message.setList(2, newValue) } }
        public var storageCapacity: Bool? { get { message.getOptional(3) } set { message.setOptional(3, newValue) } }
        public var fsGroupPolicy: String? { get { message.getOptional(4) } set { message.setOptional(4, newValue) } }
        public var tokenRequests: [Storage.TokenRequest] { get { message.getList(5) } set { message.setList(5, newValue) } }
        public var requiresRepublish: Bool? { get { message.getOptional(6) } set { message.setOptional(6, newValue) } }
        public var seLinuxMount: Bool? { get { message.getOptional(7) } set { message.setOptional(7, newValue) } }
        public var nodeAllocatableUpdatePeriodSeconds: Int? { get { message.getOptional(8) } set { message.setOptional(8, newValue) } }
        public var serviceAccountTokenInSecrets: Bool? { get { message.getOptional(9) } set { message.setOptional(9, newValue) } }
        public var preventPodSchedulingIfMissing: Bool? { get { message.getOptional(10) } set { message.setOptional(10, newValue) } }
    }
    public struct TokenRequest: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.storage.v1.TokenRequest")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var audience: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var expirationSeconds: Int? { get { message.getOptional(1) } set { message.setOptional(1, newValue) } }
    }
    public struct CSINode: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.storage.v1.CSINode")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ObjectMeta {
            get { message.get(0) }
            _modify { var child: Meta.ObjectMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var spec: Storage.CSINodeSpec {
            get { message.get(1) }
            _modify { var child: Storage.CSINodeSpec = message.take(1); defer { message.set(1, child) }; yield &child }
        }
    }
    public struct CSINodeSpec: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.storage.v1.CSINodeSpec")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var drivers: [Storage.CSINodeDriver] { get { message.getList(0) } set { message.setList(0, newValue) } }
    }
    public struct CSINodeDriver: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.storage.v1.CSINodeDriver")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var name: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var nodeID: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var topologyKeys: [String] { get { message.getList(2) } set { message.setList(2, newValue) } }
        public var allocatable: Storage.VolumeNodeResources? {
            get { message.getOptional(3) }
            _modify { var child: Storage.VolumeNodeResources? = message.takeOptional(3); defer { message.setOptional(3, child) }; yield &child }
        }
    }
    public struct VolumeNodeResources: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.storage.v1.VolumeNodeResources")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var count: Int? { get { message.getOptional(0) } set { message.setOptional(0, newValue) } }
    }
    public struct CSINodeList: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.storage.v1.CSINodeList")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ListMeta {
            get { message.get(0) }
            _modify { var child: Meta.ListMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var items: [Storage.CSINode] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct CSIStorageCapacity: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.storage.v1.CSIStorageCapacity")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ObjectMeta {
            get { message.get(0) }
            _modify { var child: Meta.ObjectMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var nodeTopology: Meta.LabelSelector? {
            get { message.getOptional(1) }
            _modify { var child: Meta.LabelSelector? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
        public var storageClassName: String { get { message.get(2) } set { message.set(2, newValue) } }
        public var capacity: Quantity? { get { message.getOptional(3) } set { message.setOptional(3, newValue) } }
        public var maximumVolumeSize: Quantity? { get { message.getOptional(4) } set { message.setOptional(4, newValue) } }
    }
    public struct CSIStorageCapacityList: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.storage.v1.CSIStorageCapacityList")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ListMeta {
            get { message.get(0) }
            _modify { var child: Meta.ListMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var items: [Storage.CSIStorageCapacity] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct VolumeAttributesClass: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.storage.v1.VolumeAttributesClass")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ObjectMeta {
            get { message.get(0) }
            _modify { var child: Meta.ObjectMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var driverName: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var parameters: StringMap<String> { get { message.getMap(2) } set { message.setMap(2, newValue) } }
    }
    public struct VolumeAttributesClassList: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.storage.v1.VolumeAttributesClassList")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ListMeta {
            get { message.get(0) }
            _modify { var child: Meta.ListMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var items: [Storage.VolumeAttributesClass] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
}
