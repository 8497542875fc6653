// Made by proto/generate.py from proto/. Do not edit.
// swift-format-ignore-file

/// Typed views of `k8s.io.api.core.v1`.
public enum Core {}

extension Core {
    public struct Volume: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.Volume")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var name: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var volumeSource: Core.VolumeSource {
            get { message.get(1) }
            _modify { var child: Core.VolumeSource = message.take(1); defer { message.set(1, child) }; yield &child }
        }
    }
    public struct VolumeSource: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.VolumeSource")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var hostPath: Core.HostPathVolumeSource? {
            get { message.getOptional(0) }
            _modify { var child: Core.HostPathVolumeSource? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
        public var emptyDir: Core.EmptyDirVolumeSource? {
            get { message.getOptional(1) }
            _modify { var child: Core.EmptyDirVolumeSource? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
        public var gcePersistentDisk: Core.GCEPersistentDiskVolumeSource? {
            get { message.getOptional(2) }
            _modify { var child: Core.GCEPersistentDiskVolumeSource? = message.takeOptional(2); defer { message.setOptional(2, child) }; yield &child }
        }
        public var awsElasticBlockStore: Core.AWSElasticBlockStoreVolumeSource? {
            get { message.getOptional(3) }
            _modify { var child: Core.AWSElasticBlockStoreVolumeSource? = message.takeOptional(3); defer { message.setOptional(3, child) }; yield &child }
        }
        public var gitRepo: Core.GitRepoVolumeSource? {
            get { message.getOptional(4) }
            _modify { var child: Core.GitRepoVolumeSource? = message.takeOptional(4); defer { message.setOptional(4, child) }; yield &child }
        }
        public var secret: Core.SecretVolumeSource? {
            get { message.getOptional(5) }
            _modify { var child: Core.SecretVolumeSource? = message.takeOptional(5); defer { message.setOptional(5, child) }; yield &child }
        }
        public var nfs: Core.NFSVolumeSource? {
            get { message.getOptional(6) }
            _modify { var child: Core.NFSVolumeSource? = message.takeOptional(6); defer { message.setOptional(6, child) }; yield &child }
        }
        public var iscsi: Core.ISCSIVolumeSource? {
            get { message.getOptional(7) }
            _modify { var child: Core.ISCSIVolumeSource? = message.takeOptional(7); defer { message.setOptional(7, child) }; yield &child }
        }
        public var glusterfs: Core.GlusterfsVolumeSource? {
            get { message.getOptional(8) }
            _modify { var child: Core.GlusterfsVolumeSource? = message.takeOptional(8); defer { message.setOptional(8, child) }; yield &child }
        }
        public var persistentVolumeClaim: Core.PersistentVolumeClaimVolumeSource? {
            get { message.getOptional(9) }
            _modify { var child: Core.PersistentVolumeClaimVolumeSource? = message.takeOptional(9); defer { message.setOptional(9, child) }; yield &child }
        }
        public var rbd: Core.RBDVolumeSource? {
            get { message.getOptional(10) }
            _modify { var child: Core.RBDVolumeSource? = message.takeOptional(10); defer { message.setOptional(10, child) }; yield &child }
        }
        public var flexVolume: Core.FlexVolumeSource? {
            get { message.getOptional(11) }
            _modify { var child: Core.FlexVolumeSource? = message.takeOptional(11); defer { message.setOptional(11, child) }; yield &child }
        }
        public var cinder: Core.CinderVolumeSource? {
            get { message.getOptional(12) }
            _modify { var child: Core.CinderVolumeSource? = message.takeOptional(12); defer { message.setOptional(12, child) }; yield &child }
        }
        public var cephfs: Core.CephFSVolumeSource? {
            get { message.getOptional(13) }
            _modify { var child: Core.CephFSVolumeSource? = message.takeOptional(13); defer { message.setOptional(13, child) }; yield &child }
        }
        public var flocker: Core.FlockerVolumeSource? {
            get { message.getOptional(14) }
            _modify { var child: Core.FlockerVolumeSource? = message.takeOptional(14); defer { message.setOptional(14, child) }; yield &child }
        }
        public var downwardAPI: Core.DownwardAPIVolumeSource? {
            get { message.getOptional(15) }
            _modify { var child: Core.DownwardAPIVolumeSource? = message.takeOptional(15); defer { message.setOptional(15, child) }; yield &child }
        }
        public var fc: Core.FCVolumeSource? {
            get { message.getOptional(16) }
            _modify { var child: Core.FCVolumeSource? = message.takeOptional(16); defer { message.setOptional(16, child) }; yield &child }
        }
        public var azureFile: Core.AzureFileVolumeSource? {
            get { message.getOptional(17) }
            _modify { var child: Core.AzureFileVolumeSource? = message.takeOptional(17); defer { message.setOptional(17, child) }; yield &child }
        }
        public var configMap: Core.ConfigMapVolumeSource? {
            get { message.getOptional(18) }
            _modify { var child: Core.ConfigMapVolumeSource? = message.takeOptional(18); defer { message.setOptional(18, child) }; yield &child }
        }
        public var vsphereVolume: Core.VsphereVirtualDiskVolumeSource? {
            get { message.getOptional(19) }
            _modify { var child: Core.VsphereVirtualDiskVolumeSource? = message.takeOptional(19); defer { message.setOptional(19, child) }; yield &child }
        }
        public var quobyte: Core.QuobyteVolumeSource? {
            get { message.getOptional(20) }
            _modify { var child: Core.QuobyteVolumeSource? = message.takeOptional(20); defer { message.setOptional(20, child) }; yield &child }
        }
        public var azureDisk: Core.AzureDiskVolumeSource? {
            get { message.getOptional(21) }
            _modify { var child: Core.AzureDiskVolumeSource? = message.takeOptional(21); defer { message.setOptional(21, child) }; yield &child }
        }
        public var photonPersistentDisk: Core.PhotonPersistentDiskVolumeSource? {
            get { message.getOptional(22) }
            _modify { var child: Core.PhotonPersistentDiskVolumeSource? = message.takeOptional(22); defer { message.setOptional(22, child) }; yield &child }
        }
        public var projected: Core.ProjectedVolumeSource? {
            get { message.getOptional(23) }
            _modify { var child: Core.ProjectedVolumeSource? = message.takeOptional(23); defer { message.setOptional(23, child) }; yield &child }
        }
        public var portworxVolume: Core.PortworxVolumeSource? {
            get { message.getOptional(24) }
            _modify { var child: Core.PortworxVolumeSource? = message.takeOptional(24); defer { message.setOptional(24, child) }; yield &child }
        }
        public var scaleIO: Core.ScaleIOVolumeSource? {
            get { message.getOptional(25) }
            _modify { var child: Core.ScaleIOVolumeSource? = message.takeOptional(25); defer { message.setOptional(25, child) }; yield &child }
        }
        public var storageos: Core.StorageOSVolumeSource? {
            get { message.getOptional(26) }
            _modify { var child: Core.StorageOSVolumeSource? = message.takeOptional(26); defer { message.setOptional(26, child) }; yield &child }
        }
        public var csi: Core.CSIVolumeSource? {
            get { message.getOptional(27) }
            _modify { var child: Core.CSIVolumeSource? = message.takeOptional(27); defer { message.setOptional(27, child) }; yield &child }
        }
        public var ephemeral: Core.EphemeralVolumeSource? {
            get { message.getOptional(28) }
            _modify { var child: Core.EphemeralVolumeSource? = message.takeOptional(28); defer { message.setOptional(28, child) }; yield &child }
        }
        public var image: Core.ImageVolumeSource? {
            get { message.getOptional(29) }
            _modify { var child: Core.ImageVolumeSource? = message.takeOptional(29); defer { message.setOptional(29, child) }; yield &child }
        }
    }
    public struct PersistentVolumeClaimVolumeSource: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.PersistentVolumeClaimVolumeSource")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var claimName: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var readOnly: Bool { get { message.get(1) } set { message.set(1, newValue) } }
    }
    public struct PersistentVolumeSource: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.PersistentVolumeSource")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var gcePersistentDisk: Core.GCEPersistentDiskVolumeSource? {
            get { message.getOptional(0) }
            _modify { var child: Core.GCEPersistentDiskVolumeSource? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
        public var awsElasticBlockStore: Core.AWSElasticBlockStoreVolumeSource? {
            get { message.getOptional(1) }
            _modify { var child: Core.AWSElasticBlockStoreVolumeSource? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
        public var hostPath: Core.HostPathVolumeSource? {
            get { message.getOptional(2) }
            _modify { var child: Core.HostPathVolumeSource? = message.takeOptional(2); defer { message.setOptional(2, child) }; yield &child }
        }
        public var glusterfs: Core.GlusterfsPersistentVolumeSource? {
            get { message.getOptional(3) }
            _modify { var child: Core.GlusterfsPersistentVolumeSource? = message.takeOptional(3); defer { message.setOptional(3, child) }; yield &child }
        }
        public var nfs: Core.NFSVolumeSource? {
            get { message.getOptional(4) }
            _modify { var child: Core.NFSVolumeSource? = message.takeOptional(4); defer { message.setOptional(4, child) }; yield &child }
        }
        public var rbd: Core.RBDPersistentVolumeSource? {
            get { message.getOptional(5) }
            _modify { var child: Core.RBDPersistentVolumeSource? = message.takeOptional(5); defer { message.setOptional(5, child) }; yield &child }
        }
        public var iscsi: Core.ISCSIPersistentVolumeSource? {
            get { message.getOptional(6) }
            _modify { var child: Core.ISCSIPersistentVolumeSource? = message.takeOptional(6); defer { message.setOptional(6, child) }; yield &child }
        }
        public var cinder: Core.CinderPersistentVolumeSource? {
            get { message.getOptional(7) }
            _modify { var child: Core.CinderPersistentVolumeSource? = message.takeOptional(7); defer { message.setOptional(7, child) }; yield &child }
        }
        public var cephfs: Core.CephFSPersistentVolumeSource? {
            get { message.getOptional(8) }
            _modify { var child: Core.CephFSPersistentVolumeSource? = message.takeOptional(8); defer { message.setOptional(8, child) }; yield &child }
        }
        public var fc: Core.FCVolumeSource? {
            get { message.getOptional(9) }
            _modify { var child: Core.FCVolumeSource? = message.takeOptional(9); defer { message.setOptional(9, child) }; yield &child }
        }
        public var flocker: Core.FlockerVolumeSource? {
            get { message.getOptional(10) }
            _modify { var child: Core.FlockerVolumeSource? = message.takeOptional(10); defer { message.setOptional(10, child) }; yield &child }
        }
        public var flexVolume: Core.FlexPersistentVolumeSource? {
            get { message.getOptional(11) }
            _modify { var child: Core.FlexPersistentVolumeSource? = message.takeOptional(11); defer { message.setOptional(11, child) }; yield &child }
        }
        public var azureFile: Core.AzureFilePersistentVolumeSource? {
            get { message.getOptional(12) }
            _modify { var child: Core.AzureFilePersistentVolumeSource? = message.takeOptional(12); defer { message.setOptional(12, child) }; yield &child }
        }
        public var vsphereVolume: Core.VsphereVirtualDiskVolumeSource? {
            get { message.getOptional(13) }
            _modify { var child: Core.VsphereVirtualDiskVolumeSource? = message.takeOptional(13); defer { message.setOptional(13, child) }; yield &child }
        }
        public var quobyte: Core.QuobyteVolumeSource? {
            get { message.getOptional(14) }
            _modify { var child: Core.QuobyteVolumeSource? = message.takeOptional(14); defer { message.setOptional(14, child) }; yield &child }
        }
        public var azureDisk: Core.AzureDiskVolumeSource? {
            get { message.getOptional(15) }
            _modify { var child: Core.AzureDiskVolumeSource? = message.takeOptional(15); defer { message.setOptional(15, child) }; yield &child }
        }
        public var photonPersistentDisk: Core.PhotonPersistentDiskVolumeSource? {
            get { message.getOptional(16) }
            _modify { var child: Core.PhotonPersistentDiskVolumeSource? = message.takeOptional(16); defer { message.setOptional(16, child) }; yield &child }
        }
        public var portworxVolume: Core.PortworxVolumeSource? {
            get { message.getOptional(17) }
            _modify { var child: Core.PortworxVolumeSource? = message.takeOptional(17); defer { message.setOptional(17, child) }; yield &child }
        }
        public var scaleIO: Core.ScaleIOPersistentVolumeSource? {
            get { message.getOptional(18) }
            _modify { var child: Core.ScaleIOPersistentVolumeSource? = message.takeOptional(18); defer { message.setOptional(18, child) }; yield &child }
        }
        public var local: Core.LocalVolumeSource? {
            get { message.getOptional(19) }
            _modify { var child: Core.LocalVolumeSource? = message.takeOptional(19); defer { message.setOptional(19, child) }; yield &child }
        }
        public var storageos: Core.StorageOSPersistentVolumeSource? {
            get { message.getOptional(20) }
            _modify { var child: Core.StorageOSPersistentVolumeSource? = message.takeOptional(20); defer { message.setOptional(20, child) }; yield &child }
        }
        public var csi: Core.CSIPersistentVolumeSource? {
            get { message.getOptional(21) }
            _modify { var child: Core.CSIPersistentVolumeSource? = message.takeOptional(21); defer { message.setOptional(21, child) }; yield &child }
        }
    }
    public struct PersistentVolume: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.PersistentVolume")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ObjectMeta {
            get { message.get(0) }
            _modify { var child: Meta.ObjectMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var spec: Core.PersistentVolumeSpec {
            get { message.get(1) }
            _modify { var child: Core.PersistentVolumeSpec = message.take(1); defer { message.set(1, child) }; yield &child }
        }
        public var status: Core.PersistentVolumeStatus {
            get { message.get(2) }
            _modify { var child: Core.PersistentVolumeStatus = message.take(2); defer { message.set(2, child) }; yield &child }
        }
    }
    public struct PersistentVolumeSpec: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.PersistentVolumeSpec")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var capacity: StringMap<Quantity> { get { message.getMap(0) } set { message.setMap(0, newValue) } }
        public var persistentVolumeSource: Core.PersistentVolumeSource {
            get { message.get(1) }
            _modify { var child: Core.PersistentVolumeSource = message.take(1); defer { message.set(1, child) }; yield &child }
        }
        public var accessModes: [String] { get { message.getList(2) } set { message.setList(2, newValue) } }
        public var claimRef: Core.ObjectReference? {
            get { message.getOptional(3) }
            _modify { var child: Core.ObjectReference? = message.takeOptional(3); defer { message.setOptional(3, child) }; yield &child }
        }
        public var persistentVolumeReclaimPolicy: String { get { message.get(4) } set { message.set(4, newValue) } }
        public var storageClassName: String { get { message.get(5) } set { message.set(5, newValue) } }
        public var mountOptions: [String] { get { message.getList(6) } set { message.setList(6, newValue) } }
        public var volumeMode: String? { get { message.getOptional(7) } set { message.setOptional(7, newValue) } }
        public var nodeAffinity: Core.VolumeNodeAffinity? {
            get { message.getOptional(8) }
            _modify { var child: Core.VolumeNodeAffinity? = message.takeOptional(8); defer { message.setOptional(8, child) }; yield &child }
        }
        public var volumeAttributesClassName: String? { get { message.getOptional(9) } set { message.setOptional(9, newValue) } }
    }
    public struct VolumeNodeAffinity: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.VolumeNodeAffinity")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var required: Core.NodeSelector? {
            get { message.getOptional(0) }
            _modify { var child: Core.NodeSelector? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
    }
    public struct PersistentVolumeStatus: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.PersistentVolumeStatus")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var phase: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var message_: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var reason: String { get { message.get(2) } set { message.set(2, newValue) } }
        public var lastPhaseTransitionTime: Timestamp? { get { message.getOptional(3) } set { message.setOptional(3, newValue) } }
    }
    public struct PersistentVolumeList: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.PersistentVolumeList")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ListMeta {
            get { message.get(0) }
            _modify { var child: Meta.ListMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var items: [Core.PersistentVolume] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct PersistentVolumeClaim: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.PersistentVolumeClaim")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ObjectMeta {
            get { message.get(0) }
            _modify { var child: Meta.ObjectMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var spec: Core.PersistentVolumeClaimSpec {
            get { message.get(1) }
            _modify { var child: Core.PersistentVolumeClaimSpec = message.take(1); defer { message.set(1, child) }; yield &child }
        }
        public var status: Core.PersistentVolumeClaimStatus {
            get { message.get(2) }
            _modify { var child: Core.PersistentVolumeClaimStatus = message.take(2); defer { message.set(2, child) }; yield &child }
        }
    }
    public struct PersistentVolumeClaimList: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.PersistentVolumeClaimList")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ListMeta {
            get { message.get(0) }
            _modify { var child: Meta.ListMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var items: [Core.PersistentVolumeClaim] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct PersistentVolumeClaimSpec: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.PersistentVolumeClaimSpec")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var accessModes: [String] { get { message.getList(0) } set { message.setList(0, newValue) } }
        public var selector: Meta.LabelSelector? {
            get { message.getOptional(1) }
            _modify { var child: Meta.LabelSelector? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
        public var resources: Core.VolumeResourceRequirements {
            get { message.get(2) }
            _modify { var child: Core.VolumeResourceRequirements = message.take(2); defer { message.set(2, child) }; yield &child }
        }
        public var volumeName: String { get { message.get(3) } set { message.set(3, newValue) } }
        public var storageClassName: String? { get { message.getOptional(4) } set { message.setOptional(4, newValue) } }
        public var volumeMode: String? { get { message.getOptional(5) } set { message.setOptional(5, newValue) } }
        public var dataSource: Core.TypedLocalObjectReference? {
            get { message.getOptional(6) }
            _modify { var child: Core.TypedLocalObjectReference? = message.takeOptional(6); defer { message.setOptional(6, child) }; yield &child }
        }
        public var dataSourceRef: Core.TypedObjectReference? {
            get { message.getOptional(7) }
            _modify { var child: Core.TypedObjectReference? = message.takeOptional(7); defer { message.setOptional(7, child) }; yield &child }
        }
        public var volumeAttributesClassName: String? { get { message.getOptional(8) } set { message.setOptional(8, newValue) } }
    }
    public struct TypedObjectReference: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.TypedObjectReference")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var apiGroup: String? { get { message.getOptional(0) } set { message.setOptional(0, newValue) } }
        public var kind: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var name: String { get { message.get(2) } set { message.set(2, newValue) } }
        public var namespace: String? { get { message.getOptional(3) } set { message.setOptional(3, newValue) } }
    }
    public struct ModifyVolumeStatus: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.ModifyVolumeStatus")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var targetVolumeAttributesClassName: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var status: String { get { message.get(1) } set { message.set(1, newValue) } }
    }
    public struct PersistentVolumeClaimCondition: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.PersistentVolumeClaimCondition")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var type: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var status: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var lastProbeTime: Timestamp? { get { message.getOptional(2) } set { message.setOptional(2, newValue) } }
        public var lastTransitionTime: Timestamp? { get { message.getOptional(3) } set { message.setOptional(3, newValue) } }
        public var reason: String { get { message.get(4) } set { message.set(4, newValue) } }
        public var message_: String { get { message.get(5) } set { message.set(5, newValue) } }
    }
    public struct PersistentVolumeClaimStatus: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.PersistentVolumeClaimStatus")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var phase: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var accessModes: [String] { get { message.getList(1) } set { message.setList(1, newValue) } }
        public var capacity: StringMap<Quantity> { get { message.getMap(2) } set { message.setMap(2, newValue) } }
        public var conditions: [Core.PersistentVolumeClaimCondition] { get { message.getList(3) } set { message.setList(3, newValue) } }
        public var allocatedResources: StringMap<Quantity> { get { message.getMap(4) } set { message.setMap(4, newValue) } }
        public var allocatedResourceStatuses: StringMap<String> { get { message.getMap(5) } set { message.setMap(5, newValue) } }
        public var currentVolumeAttributesClassName: String? { get { message.getOptional(6) } set { message.setOptional(6, newValue) } }
        public var modifyVolumeStatus: Core.ModifyVolumeStatus? {
            get { message.getOptional(7) }
            _modify { var child: Core.ModifyVolumeStatus? = message.takeOptional(7); defer { message.setOptional(7, child) }; yield &child }
        }
    }
    public struct HostPathVolumeSource: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.HostPathVolumeSource")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var path: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var type: String? { get { message.getOptional(1) } set { message.setOptional(1, newValue) } }
    }
    public struct EmptyDirVolumeSource: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.EmptyDirVolumeSource")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var medium: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var sizeLimit: Quantity? { get { message.getOptional(1) } set { message.setOptional(1, newValue) } }
    }
    public struct GlusterfsVolumeSource: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.GlusterfsVolumeSource")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var endpoints: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var path: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var readOnly: Bool { get { message.get(2) } set { message.set(2, newValue) } }
    }
    public struct GlusterfsPersistentVolumeSource: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.GlusterfsPersistentVolumeSource")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var endpoints: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var path: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var readOnly: Bool { get { message.get(2) } set { message.set(2, newValue) } }
        public var endpointsNamespace: String? { get { message.getOptional(3) } set { message.setOptional(3, newValue) } }
    }
    public struct RBDVolumeSource: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.RBDVolumeSource")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var monitors: [String] { get { message.getList(0) } set { message.setList(0, newValue) } }
        public var image: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var fsType: String { get { message.get(2) } set { message.set(2, newValue) } }
        public var pool: String { get { message.get(3) } set { message.set(3, newValue) } }
        public var user: String { get { message.get(4) } set { message.set(4, newValue) } }
        public var keyring: String { get { message.get(5) } set { message.set(5, newValue) } }
        public var secretRef: Core.LocalObjectReference? {
            get { message.getOptional(6) }
            _modify { var child: Core.LocalObjectReference? = message.takeOptional(6); defer { message.setOptional(6, child) }; yield &child }
        }
        public var readOnly: Bool { get { message.get(7) } set { message.set(7, newValue) } }
    }
    public struct RBDPersistentVolumeSource: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.RBDPersistentVolumeSource")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var monitors: [String] { get { message.getList(0) } set { message.setList(0, newValue) } }
        public var image: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var fsType: String { get { message.get(2) } set { message.set(2, newValue) } }
        public var pool: String { get { message.get(3) } set { message.set(3, newValue) } }
        public var user: String { get { message.get(4) } set { message.set(4, newValue) } }
        public var keyring: String { get { message.get(5) } set { message.set(5, newValue) } }
        public var secretRef: Core.SecretReference? {
            get { message.getOptional(6) }
            _modify { var child: Core.SecretReference? = message.takeOptional(6); defer { message.setOptional(6, child) }; yield &child }
        }
        public var readOnly: Bool { get { message.get(7) } set { message.set(7, newValue) } }
    }
    public struct CinderVolumeSource: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.CinderVolumeSource")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var volumeID: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var fsType: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var readOnly: Bool { get { message.get(2) } set { message.set(2, newValue) } }
        public var secretRef: Core.LocalObjectReference? {
            get { message.getOptional(3) }
            _modify { var child: Core.LocalObjectReference? = message.takeOptional(3); defer { message.setOptional(3, child) }; yield &child }
        }
    }
    public struct CinderPersistentVolumeSource: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.CinderPersistentVolumeSource")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var volumeID: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var fsType: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var readOnly: Bool { get { message.get(2) } set { message.set(2, newValue) } }
        public var secretRef: Core.SecretReference? {
            get { message.getOptional(3) }
            _modify { var child: Core.SecretReference? = message.takeOptional(3); defer { message.setOptional(3, child) }; yield &child }
        }
    }
    public struct CephFSVolumeSource: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.CephFSVolumeSource")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var monitors: [String] { get { message.getList(0) } set { message.setList(0, newValue) } }
        public var path: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var user: String { get { message.get(2) } set { message.set(2, newValue) } }
        public var secretFile: String { get { message.get(3) } set { message.set(3, newValue) } }
        public var secretRef: Core.LocalObjectReference? {
            get { message.getOptional(4) }
            _modify { var child: Core.LocalObjectReference? = message.takeOptional(4); defer { message.setOptional(4, child) }; yield &child }
        }
        public var readOnly: Bool { get { message.get(5) } set { message.set(5, newValue) } }
    }
    public struct SecretReference: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.SecretReference")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var name: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var namespace: String { get { message.get(1) } set { message.set(1, newValue) } }
    }
    public struct CephFSPersistentVolumeSource: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.CephFSPersistentVolumeSource")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var monitors: [String] { get { message.getList(0) } set { message.setList(0, newValue) } }
        public var path: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var user: String { get { message.get(2) } set { message.set(2, newValue) } }
        public var secretFile: String { get { message.get(3) } set { message.set(3, newValue) } }
        public var secretRef: Core.SecretReference? {
            get { message.getOptional(4) }
            _modify { var child: Core.SecretReference? = message.takeOptional(4); defer { message.setOptional(4, child) }; yield &child }
        }
        public var readOnly: Bool { get { message.get(5) } set { message.set(5, newValue) } }
    }
    public struct FlockerVolumeSource: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.FlockerVolumeSource")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var datasetName: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var datasetUUID: String { get { message.get(1) } set { message.set(1, newValue) } }
    }
    public struct GCEPersistentDiskVolumeSource: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.GCEPersistentDiskVolumeSource")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var pdName: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var fsType: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var partition: Int { get { message.get(2) } set { message.set(2, newValue) } }
        public var readOnly: Bool { get { message.get(3) } set { message.set(3, newValue) } }
    }
    public struct QuobyteVolumeSource: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.QuobyteVolumeSource")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var registry: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var volume: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var readOnly: Bool { get { message.get(2) } set { message.set(2, newValue) } }
        public var user: String { get { message.get(3) } set { message.set(3, newValue) } }
        public var group: String { get { message.get(4) } set { message.set(4, newValue) } }
        public var tenant: String { get { message.get(5) } set { message.set(5, newValue) } }
    }
    public struct FlexPersistentVolumeSource: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.FlexPersistentVolumeSource")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var driver: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var fsType: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var secretRef: Core.SecretReference? {
            get { message.getOptional(2) }
            _modify { var child: Core.SecretReference? = message.takeOptional(2); defer { message.setOptional(2, child) }; yield &child }
        }
        public var readOnly: Bool { get { message.get(3) } set { message.set(3, newValue) } }
        public var options: StringMap<String> { get { message.getMap(4) } set { message.setMap(4, newValue) } }
    }
    public struct FlexVolumeSource: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.FlexVolumeSource")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var driver: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var fsType: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var secretRef: Core.LocalObjectReference? {
            get { message.getOptional(2) }
            _modify { var child: Core.LocalObjectReference? = message.takeOptional(2); defer { message.setOptional(2, child) }; yield &child }
        }
        public var readOnly: Bool { get { message.get(3) } set { message.set(3, newValue) } }
        public var options: StringMap<String> { get { message.getMap(4) } set { message.setMap(4, newValue) } }
    }
    public struct AWSElasticBlockStoreVolumeSource: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.AWSElasticBlockStoreVolumeSource")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var volumeID: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var fsType: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var partition: Int { get { message.get(2) } set { message.set(2, newValue) } }
        public var readOnly: Bool { get { message.get(3) } set { message.set(3, newValue) } }
    }
    public struct GitRepoVolumeSource: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.GitRepoVolumeSource")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var repository: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var revision: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var directory: String { get { message.get(2) } set { message.set(2, newValue) } }
    }
    public struct SecretVolumeSource: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.SecretVolumeSource")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var secretName: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var items: [Core.KeyToPath] { get { message.getList(1) } set { message.setList(1, newValue) } }
        public var defaultMode: Int? { get { message.getOptional(2) } set { message.setOptional(2, newValue) } }
        public var optional: Bool? { get { message.getOptional(3) } set { message.setOptional(3, newValue) } }
    }
    public struct SecretProjection: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.SecretProjection")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var localObjectReference: Core.LocalObjectReference {
            get { message.get(0) }
            _modify { var child: Core.LocalObjectReference = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var items: [Core.KeyToPath] { get { message.getList(1) } set { message.setList(1, newValue) } }
        public var optional: Bool? { get { message.getOptional(2) } set { message.setOptional(2, newValue) } }
    }
    public struct NFSVolumeSource: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.NFSVolumeSource")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var server: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var path: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var readOnly: Bool { get { message.get(2) } set { message.set(2, newValue) } }
    }
    public struct ISCSIVolumeSource: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.ISCSIVolumeSource")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var targetPortal: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var iqn: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var lun: Int { get { message.get(2) } set { message.set(2, newValue) } }
        public var iscsiInterface: String { get { message.get(3) } set { message.set(3, newValue) } }
        public var fsType: String { get { message.get(4) } set { message.set(4, newValue) } }
        public var readOnly: Bool { get { message.get(5) } set { message.set(5, newValue) } }
        public var portals: [String] { get { message.getList(6) } set { message.setList(6, newValue) } }
        public var chapAuthDiscovery: Bool { get { message.get(7) } set { message.set(7, newValue) } }
        public var chapAuthSession: Bool { get { message.get(8) } set { message.set(8, newValue) } }
        public var secretRef: Core.LocalObjectReference? {
            get { message.getOptional(9) }
            _modify { var child: Core.LocalObjectReference? = message.takeOptional(9); defer { message.setOptional(9, child) }; yield &child }
        }
        public var initiatorName: String? { get { message.getOptional(10) } set { message.setOptional(10, newValue) } }
    }
    public struct ISCSIPersistentVolumeSource: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.ISCSIPersistentVolumeSource")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var targetPortal: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var iqn: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var lun: Int { get { message.get(2) } set { message.set(2, newValue) } }
        public var iscsiInterface: String { get { message.get(3) } set { message.set(3, newValue) } }
        public var fsType: String { get { message.get(4) } set { message.set(4, newValue) } }
        public var readOnly: Bool { get { message.get(5) } set { message.set(5, newValue) } }
        public var portals: [String] { get { message.getList(6) } set { message.setList(6, newValue) } }
        public var chapAuthDiscovery: Bool { get { message.get(7) } set { message.set(7, newValue) } }
        public var chapAuthSession: Bool { get { message.get(8) } set { message.set(8, newValue) } }
        public var secretRef: Core.SecretReference? {
            get { message.getOptional(9) }
            _modify { var child: Core.SecretReference? = message.takeOptional(9); defer { message.setOptional(9, child) }; yield &child }
        }
        public var initiatorName: String? { get { message.getOptional(10) } set { message.setOptional(10, newValue) } }
    }
    public struct FCVolumeSource: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.FCVolumeSource")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var targetWWNs: [String] { get { message.getList(0) } set { message.setList(0, newValue) } }
        public var lun: Int? { get { message.getOptional(1) } set { message.setOptional(1, newValue) } }
        public var fsType: String { get { message.get(2) } set { message.set(2, newValue) } }
        public var readOnly: Bool { get { message.get(3) } set { message.set(3, newValue) } }
        public var wwids: [String] { get { message.getList(4) } set { message.setList(4, newValue) } }
    }
    public struct AzureFileVolumeSource: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.AzureFileVolumeSource")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var secretName: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var shareName: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var readOnly: Bool { get { message.get(2) } set { message.set(2, newValue) } }
    }
    public struct AzureFilePersistentVolumeSource: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.AzureFilePersistentVolumeSource")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var secretName: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var shareName: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var readOnly: Bool { get { message.get(2) } set { message.set(2, newValue) } }
        public var secretNamespace: String? { get { message.getOptional(3) } set { message.setOptional(3, newValue) } }
    }
    public struct VsphereVirtualDiskVolumeSource: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.VsphereVirtualDiskVolumeSource")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var volumePath: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var fsType: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var storagePolicyName: String { get { message.get(2) } set { message.set(2, newValue) } }
        public var storagePolicyID: String { get { message.get(3) } set { message.set(3, newValue) } }
    }
    public struct PhotonPersistentDiskVolumeSource: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.PhotonPersistentDiskVolumeSource")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var pdID: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var fsType: String { get { message.get(1) } set { message.set(1, newValue) } }
    }
    public struct AzureDiskVolumeSource: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.AzureDiskVolumeSource")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var diskName: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var diskURI: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var cachingMode: String? { get { message.getOptional(2) } set { message.setOptional(2, newValue) } }
        public var fsType: String? { get { message.getOptional(3) } set { message.setOptional(3, newValue) } }
        public var readOnly: Bool? { get { message.getOptional(4) } set { message.setOptional(4, newValue) } }
        public var kind: String? { get { message.getOptional(5) } set { message.setOptional(5, newValue) } }
    }
    public struct PortworxVolumeSource: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.PortworxVolumeSource")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var volumeID: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var fsType: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var readOnly: Bool { get { message.get(2) } set { message.set(2, newValue) } }
    }
    public struct ScaleIOVolumeSource: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.ScaleIOVolumeSource")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var gateway: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var system: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var secretRef: Core.LocalObjectReference? {
            get { message.getOptional(2) }
            _modify { var child: Core.LocalObjectReference? = message.takeOptional(2); defer { message.setOptional(2, child) }; yield &child }
        }
        public var sslEnabled: Bool { get { message.get(3) } set { message.set(3, newValue) } }
        public var protectionDomain: String { get { message.get(4) } set { message.set(4, newValue) } }
        public var storagePool: String { get { message.get(5) } set { message.set(5, newValue) } }
        public var storageMode: String { get { message.get(6) } set { message.set(6, newValue) } }
        public var volumeName: String { get { message.get(7) } set { message.set(7, newValue) } }
        public var fsType: String { get { message.get(8) } set { message.set(8, newValue) } }
        public var readOnly: Bool { get { message.get(9) } set { message.set(9, newValue) } }
    }
    public struct ScaleIOPersistentVolumeSource: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.ScaleIOPersistentVolumeSource")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var gateway: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var system: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var secretRef: Core.SecretReference? {
            get { message.getOptional(2) }
            _modify { var child: Core.SecretReference? = message.takeOptional(2); defer { message.setOptional(2, child) }; yield &child }
        }
        public var sslEnabled: Bool { get { message.get(3) } set { message.set(3, newValue) } }
        public var protectionDomain: String { get { message.get(4) } set { message.set(4, newValue) } }
        public var storagePool: String { get { message.get(5) } set { message.set(5, newValue) } }
        public var storageMode: String { get { message.get(6) } set { message.set(6, newValue) } }
        public var volumeName: String { get { message.get(7) } set { message.set(7, newValue) } }
        public var fsType: String { get { message.get(8) } set { message.set(8, newValue) } }
        public var readOnly: Bool { get { message.get(9) } set { message.set(9, newValue) } }
    }
    public struct StorageOSVolumeSource: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.StorageOSVolumeSource")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var volumeName: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var volumeNamespace: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var fsType: String { get { message.get(2) } set { message.set(2, newValue) } }
        public var readOnly: Bool { get { message.get(3) } set { message.set(3, newValue) } }
        public var secretRef: Core.LocalObjectReference? {
            get { message.getOptional(4) }
            _modify { var child: Core.LocalObjectReference? = message.takeOptional(4); defer { message.setOptional(4, child) }; yield &child }
        }
    }
    public struct StorageOSPersistentVolumeSource: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.StorageOSPersistentVolumeSource")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var volumeName: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var volumeNamespace: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var fsType: String { get { message.get(2) } set { message.set(2, newValue) } }
        public var readOnly: Bool { get { message.get(3) } set { message.set(3, newValue) } }
        public var secretRef: Core.ObjectReference? {
            get { message.getOptional(4) }
            _modify { var child: Core.ObjectReference? = message.takeOptional(4); defer { message.setOptional(4, child) }; yield &child }
        }
    }
    public struct ConfigMapVolumeSource: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.ConfigMapVolumeSource")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var localObjectReference: Core.LocalObjectReference {
            get { message.get(0) }
            _modify { var child: Core.LocalObjectReference = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var items: [Core.KeyToPath] { get { message.getList(1) } set { message.setList(1, newValue) } }
        public var defaultMode: Int? { get { message.getOptional(2) } set { message.setOptional(2, newValue) } }
        public var optional: Bool? { get { message.getOptional(3) } set { message.setOptional(3, newValue) } }
    }
    public struct ConfigMapProjection: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.ConfigMapProjection")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var localObjectReference: Core.LocalObjectReference {
            get { message.get(0) }
            _modify { var child: Core.LocalObjectReference = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var items: [Core.KeyToPath] { get { message.getList(1) } set { message.setList(1, newValue) } }
        public var optional: Bool? { get { message.getOptional(2) } set { message.setOptional(2, newValue) } }
    }
    public struct ServiceAccountTokenProjection: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.ServiceAccountTokenProjection")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var audience: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var expirationSeconds: Int? { get { message.getOptional(1) } set { message.setOptional(1, newValue) } }
        public var path: String { get { message.get(2) } set { message.set(2, newValue) } }
    }
    public struct ClusterTrustBundleProjection: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.ClusterTrustBundleProjection")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var name: String? { get { message.getOptional(0) } set { message.setOptional(0, newValue) } }
        public var signerName: String? { get { message.getOptional(1) } set { message.setOptional(1, newValue) } }
        public var labelSelector: Meta.LabelSelector? {
            get { message.getOptional(2) }
            _modify { var child: Meta.LabelSelector? = message.takeOptional(2); defer { message.setOptional(2, child) }; yield &child }
        }
        public var optional: Bool? { get { message.getOptional(3) } set { message.setOptional(3, newValue) } }
        public var path: String { get { message.get(4) } set { message.set(4, newValue) } }
    }
    public struct PodCertificateProjection: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.PodCertificateProjection")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var signerName: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var keyType: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var maxExpirationSeconds: Int? { get { message.getOptional(2) } set { message.setOptional(2, newValue) } }
        public var credentialBundlePath: String { get { message.get(3) } set { message.set(3, newValue) } }
        public var keyPath: String { get { message.get(4) } set { message.set(4, newValue) } }
        public var certificateChainPath: String { get { message.get(5) } set { message.set(5, newValue) } }
        public var userAnnotations: StringMap<String> { get { message.getMap(6) } set { message.setMap(6, newValue) } }
    }
    public struct ProjectedVolumeSource: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.ProjectedVolumeSource")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var sources: [Core.VolumeProjection] { get { message.getList(0) } set { message.setList(0, newValue) } }
        public var defaultMode: Int? { get { message.getOptional(1) } set { message.setOptional(1, newValue) } }
    }
    public struct VolumeProjection: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.VolumeProjection")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var secret: Core.SecretProjection? {
            get { message.getOptional(0) }
            _modify { var child: Core.SecretProjection? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
        public var downwardAPI: Core.DownwardAPIProjection? {
            get { message.getOptional(1) }
            _modify { var child: Core.DownwardAPIProjection? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
        public var configMap: Core.ConfigMapProjection? {
            get { message.getOptional(2) }
            _modify { var child: Core.ConfigMapProjection? = message.takeOptional(2); defer { message.setOptional(2, child) }; yield &child }
        }
        public var serviceAccountToken: Core.ServiceAccountTokenProjection? {
            get { message.getOptional(3) }
            _modify { var child: Core.ServiceAccountTokenProjection? = message.takeOptional(3); defer { message.setOptional(3, child) }; yield &child }
        }
        public var clusterTrustBundle: Core.ClusterTrustBundleProjection? {
            get { message.getOptional(4) }
            _modify { var child: Core.ClusterTrustBundleProjection? = message.takeOptional(4); defer { message.setOptional(4, child) }; yield &child }
        }
        public var podCertificate: Core.PodCertificateProjection? {
            get { message.getOptional(5) }
            _modify { var child: Core.PodCertificateProjection? = message.takeOptional(5); defer { message.setOptional(5, child) }; yield &child }
        }
    }
    public struct KeyToPath: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.KeyToPath")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var key: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var path: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var mode: Int? { get { message.getOptional(2) } set { message.setOptional(2, newValue) } }
    }
    public struct LocalVolumeSource: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.LocalVolumeSource")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var path: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var fsType: String? { get { message.getOptional(1) } set { message.setOptional(1, newValue) } }
    }
    public struct CSIPersistentVolumeSource: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.CSIPersistentVolumeSource")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var driver: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var volumeHandle: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var readOnly: Bool { get { message.get(2) } set { message.set(2, newValue) } }
        public var fsType: String { get { message.get(3) } set { message.set(3, newValue) } }
        public var volumeAttributes: StringMap<String> { get { message.getMap(4) } set { message.setMap(4, newValue) } }
        public var controllerPublishSecretRef: Core.SecretReference? {
            get { message.getOptional(5) }
            _modify { var child: Core.SecretReference? = message.takeOptional(5); defer { message.setOptional(5, child) }; yield &child }
        }
        public var nodeStageSecretRef: Core.SecretReference? {
            get { message.getOptional(6) }
            _modify { var child: Core.SecretReference? = message.takeOptional(6); defer { message.setOptional(6, child) }; yield &child }
        }
        public var nodePublishSecretRef: Core.SecretReference? {
            get { message.getOptional(7) }
            _modify { var child: Core.SecretReference? = message.takeOptional(7); defer { message.setOptional(7, child) }; yield &child }
        }
        public var controllerExpandSecretRef: Core.SecretReference? {
            get { message.getOptional(8) }
            _modify { var child: Core.SecretReference? = message.takeOptional(8); defer { message.setOptional(8, child) }; yield &child }
        }
        public var nodeExpandSecretRef: Core.SecretReference? {
            get { message.getOptional(9) }
            _modify { var child: Core.SecretReference? = message.takeOptional(9); defer { message.setOptional(9, child) }; yield &child }
        }
    }
    public struct CSIVolumeSource: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.CSIVolumeSource")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var driver: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var readOnly: Bool? { get { message.getOptional(1) } set { message.setOptional(1, newValue) } }
        public var fsType: String? { get { message.getOptional(2) } set { message.setOptional(2, newValue) } }
        public var volumeAttributes: StringMap<String> { get { message.getMap(3) } set { message.setMap(3, newValue) } }
        public var nodePublishSecretRef: Core.LocalObjectReference? {
            get { message.getOptional(4) }
            _modify { var child: Core.LocalObjectReference? = message.takeOptional(4); defer { message.setOptional(4, child) }; yield &child }
        }
    }
    public struct EphemeralVolumeSource: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.EphemeralVolumeSource")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var volumeClaimTemplate: Core.PersistentVolumeClaimTemplate? {
            get { message.getOptional(0) }
            _modify { var child: Core.PersistentVolumeClaimTemplate? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
    }
    public struct PersistentVolumeClaimTemplate: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.PersistentVolumeClaimTemplate")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ObjectMeta {
            get { message.get(0) }
            _modify { var child: Meta.ObjectMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var spec: Core.PersistentVolumeClaimSpec {
            get { message.get(1) }
            _modify { var child: Core.PersistentVolumeClaimSpec = message.take(1); defer { message.set(1, child) }; yield &child }
        }
    }
    public struct ContainerPort: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.ContainerPort")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var name: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var hostPort: Int { get { message.get(1) } set { message.set(1, newValue) } }
        public var containerPort: Int { get { message.get(2) } set { message.set(2, newValue) } }
        public var `protocol`: String { get { message.get(3) } set { message.set(3, newValue) } }
        public var hostIP: String { get { message.get(4) } set { message.set(4, newValue) } }
    }
    public struct VolumeMount: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.VolumeMount")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var name: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var readOnly: Bool { get { message.get(1) } set { message.set(1, newValue) } }
        public var recursiveReadOnly: String? { get { message.getOptional(2) } set { message.setOptional(2, newValue) } }
        public var mountPath: String { get { message.get(3) } set { message.set(3, newValue) } }
        public var subPath: String { get { message.get(4) } set { message.set(4, newValue) } }
        public var mountPropagation: String? { get { message.getOptional(5) } set { message.setOptional(5, newValue) } }
        public var subPathExpr: String { get { message.get(6) } set { message.set(6, newValue) } }
    }
    public struct VolumeDevice: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.VolumeDevice")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var name: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var devicePath: String { get { message.get(1) } set { message.set(1, newValue) } }
    }
    public struct EnvVar: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.EnvVar")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var name: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var value: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var valueFrom: Core.EnvVarSource? {
            get { message.getOptional(2) }
            _modify { var child: Core.EnvVarSource? = message.takeOptional(2); defer { message.setOptional(2, child) }; yield &child }
        }
    }
    public struct EnvVarSource: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.EnvVarSource")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var fieldRef: Core.ObjectFieldSelector? {
            get { message.getOptional(0) }
            _modify { var child: Core.ObjectFieldSelector? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
        public var resourceFieldRef: Core.ResourceFieldSelector? {
            get { message.getOptional(1) }
            _modify { var child: Core.ResourceFieldSelector? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
        public var configMapKeyRef: Core.ConfigMapKeySelector? {
            get { message.getOptional(2) }
            _modify { var child: Core.ConfigMapKeySelector? = message.takeOptional(2); defer { message.setOptional(2, child) }; yield &child }
        }
        public var secretKeyRef: Core.SecretKeySelector? {
            get { message.getOptional(3) }
            _modify { var child: Core.SecretKeySelector? = message.takeOptional(3); defer { message.setOptional(3, child) }; yield &child }
        }
        public var fileKeyRef: Core.FileKeySelector? {
            get { message.getOptional(4) }
            _modify { var child: Core.FileKeySelector? = message.takeOptional(4); defer { message.setOptional(4, child) }; yield &child }
        }
    }
    public struct FileKeySelector: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.FileKeySelector")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var volumeName: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var path: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var key: String { get { message.get(2) } set { message.set(2, newValue) } }
        public var optional: Bool? { get { message.getOptional(3) } set { message.setOptional(3, newValue) } }
    }
    public struct ObjectFieldSelector: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.ObjectFieldSelector")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var apiVersion: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var fieldPath: String { get { message.get(1) } set { message.set(1, newValue) } }
    }
    public struct ResourceFieldSelector: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.ResourceFieldSelector")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var containerName: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var resource: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var divisor: Quantity { get { message.get(2) } set { message.set(2, newValue) } }
    }
    public struct ConfigMapKeySelector: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.ConfigMapKeySelector")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var localObjectReference: Core.LocalObjectReference {
            get { message.get(0) }
            _modify { var child: Core.LocalObjectReference = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var key: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var optional: Bool? { get { message.getOptional(2) } set { message.setOptional(2, newValue) } }
    }
    public struct SecretKeySelector: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.SecretKeySelector")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var localObjectReference: Core.LocalObjectReference {
            get { message.get(0) }
            _modify { var child: Core.LocalObjectReference = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var key: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var optional: Bool? { get { message.getOptional(2) } set { message.setOptional(2, newValue) } }
    }
    public struct EnvFromSource: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.EnvFromSource")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var prefix: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var configMapRef: Core.ConfigMapEnvSource? {
            get { message.getOptional(1) }
            _modify { var child: Core.ConfigMapEnvSource? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
        public var secretRef: Core.SecretEnvSource? {
            get { message.getOptional(2) }
            _modify { var child: Core.SecretEnvSource? = message.takeOptional(2); defer { message.setOptional(2, child) }; yield &child }
        }
    }
    public struct ConfigMapEnvSource: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.ConfigMapEnvSource")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var localObjectReference: Core.LocalObjectReference {
            get { message.get(0) }
            _modify { var child: Core.LocalObjectReference = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var optional: Bool? { get { message.getOptional(1) } set { message.setOptional(1, newValue) } }
    }
    public struct SecretEnvSource: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.SecretEnvSource")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var localObjectReference: Core.LocalObjectReference {
            get { message.get(0) }
            _modify { var child: Core.LocalObjectReference = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var optional: Bool? { get { message.getOptional(1) } set { message.setOptional(1, newValue) } }
    }
    public struct HTTPHeader: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.HTTPHeader")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var name: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var value: String { get { message.get(1) } set { message.set(1, newValue) } }
    }
    public struct HTTPGetAction: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.HTTPGetAction")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var path: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var port: IntOrString { get { message.get(1) } set { message.set(1, newValue) } }
        public var host: String { get { message.get(2) } set { message.set(2, newValue) } }
        public var scheme: String { get { message.get(3) } set { message.set(3, newValue) } }
        public var httpHeaders: [Core.HTTPHeader] { get { message.getList(4) } set { message.setList(4, newValue) } }
    }
    public struct TCPSocketAction: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.TCPSocketAction")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var port: IntOrString { get { message.get(0) } set { message.set(0, newValue) } }
        public var host: String { get { message.get(1) } set { message.set(1, newValue) } }
    }
    public struct GRPCAction: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.GRPCAction")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var port: Int { get { message.get(0) } set { message.set(0, newValue) } }
        public var service: String? { get { message.getOptional(1) } set { message.setOptional(1, newValue) } }
    }
    public struct ExecAction: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.ExecAction")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var command: [String] { get { message.getList(0) } set { message.setList(0, newValue) } }
    }
    public struct SleepAction: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.SleepAction")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var seconds: Int { get { message.get(0) } set { message.set(0, newValue) } }
    }
    public struct Probe: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.Probe")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var probeHandler: Core.ProbeHandler {
            get { message.get(0) }
            _modify { var child: Core.ProbeHandler = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var initialDelaySeconds: Int { get { message.get(1) } set { message.set(1, newValue) } }
        public var timeoutSeconds: Int { get { message.get(2) } set { message.set(2, newValue) } }
        public var periodSeconds: Int { get { message.get(3) } set { message.set(3, newValue) } }
        public var successThreshold: Int { get { message.get(4) } set { message.set(4, newValue) } }
        public var failureThreshold: Int { get { message.get(5) } set { message.set(5, newValue) } }
        public var terminationGracePeriodSeconds: Int? { get { message.getOptional(6) } set { message.setOptional(6, newValue) } }
    }
    public struct ContainerResizePolicy: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.ContainerResizePolicy")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var resourceName: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var restartPolicy: String { get { message.get(1) } set { message.set(1, newValue) } }
    }
    public struct Capabilities: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.Capabilities")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var add: [String] { get { message.getList(0) } set { message.setList(0, newValue) } }
        public var drop: [String] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct ResourceRequirements: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.ResourceRequirements")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var limits: StringMap<Quantity> { get { message.getMap(0) } set { message.setMap(0, newValue) } }
        public var requests: StringMap<Quantity> { get { message.getMap(1) } set { message.setMap(1, newValue) } }
        public var claims: [Core.ResourceClaim] { get { message.getList(2) } set { message.setList(2, newValue) } }
    }
    public struct VolumeResourceRequirements: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.VolumeResourceRequirements")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var limits: StringMap<Quantity> { get { message.getMap(0) } set { message.setMap(0, newValue) } }
        public var requests: StringMap<Quantity> { get { message.getMap(1) } set { message.setMap(1, newValue) } }
    }
    public struct ResourceClaim: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.ResourceClaim")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var name: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var request: String { get { message.get(1) } set { message.set(1, newValue) } }
    }
    public struct Container: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.Container")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var name: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var image: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var command: [String] { get { message.getList(2) } set { message.setList(2, newValue) } }
        public var args: [String] { get { message.getList(3) } set { message.setList(3, newValue) } }
        public var workingDir: String { get { message.get(4) } set { message.set(4, newValue) } }
        public var ports: [Core.ContainerPort] { get { message.getList(5) } set { message.setList(5, newValue) } }
        public var envFrom: [Core.EnvFromSource] { get { message.getList(6) } set { message.setList(6, newValue) } }
        public var env: [Core.EnvVar] { get { message.getList(7) } set { message.setList(7, newValue) } }
        public var resources: Core.ResourceRequirements {
            get { message.get(8) }
            _modify { var child: Core.ResourceRequirements = message.take(8); defer { message.set(8, child) }; yield &child }
        }
        public var resizePolicy: [Core.ContainerResizePolicy] { get { message.getList(9) } set { message.setList(9, newValue) } }
        public var restartPolicy: String? { get { message.getOptional(10) } set { message.setOptional(10, newValue) } }
        public var restartPolicyRules: [Core.ContainerRestartRule] { get { message.getList(11) } set { message.setList(11, newValue) } }
        public var volumeMounts: [Core.VolumeMount] { get { message.getList(12) } set { message.setList(12, newValue) } }
        public var volumeDevices: [Core.VolumeDevice] { get { message.getList(13) } set { message.setList(13, newValue) } }
        public var livenessProbe: Core.Probe? {
            get { message.getOptional(14) }
            _modify { var child: Core.Probe? = message.takeOptional(14); defer { message.setOptional(14, child) }; yield &child }
        }
        public var readinessProbe: Core.Probe? {
            get { message.getOptional(15) }
            _modify { var child: Core.Probe? = message.takeOptional(15); defer { message.setOptional(15, child) }; yield &child }
        }
        public var startupProbe: Core.Probe? {
            get { message.getOptional(16) }
            _modify { var child: Core.Probe? = message.takeOptional(16); defer { message.setOptional(16, child) }; yield &child }
        }
        public var lifecycle: Core.Lifecycle? {
            get { message.getOptional(17) }
            _modify { var child: Core.Lifecycle? = message.takeOptional(17); defer { message.setOptional(17, child) }; yield &child }
        }
        public var terminationMessagePath: String { get { message.get(18) } set { message.set(18, newValue) } }
        public var terminationMessagePolicy: String { get { message.get(19) } set { message.set(19, newValue) } }
        public var imagePullPolicy: String { get { message.get(20) } set { message.set(20, newValue) } }
        public var securityContext: Core.SecurityContext? {
            get { message.getOptional(21) }
            _modify { var child: Core.SecurityContext? = message.takeOptional(21); defer { message.setOptional(21, child) }; yield &child }
        }
        public var stdin: Bool { get { message.get(22) } set { message.set(22, newValue) } }
        public var stdinOnce: Bool { get { message.get(23) } set { message.set(23, newValue) } }
        public var tty: Bool { get { message.get(24) } set { message.set(24, newValue) } }
    }
    public struct ProbeHandler: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.ProbeHandler")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var exec: Core.ExecAction? {
            get { message.getOptional(0) }
            _modify { var child: Core.ExecAction? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
        public var httpGet: Core.HTTPGetAction? {
            get { message.getOptional(1) }
            _modify { var child: Core.HTTPGetAction? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
        public var tcpSocket: Core.TCPSocketAction? {
            get { message.getOptional(2) }
            _modify { var child: Core.TCPSocketAction? = message.takeOptional(2); defer { message.setOptional(2, child) }; yield &child }
        }
        public var grpc: Core.GRPCAction? {
            get { message.getOptional(3) }
            _modify { var child: Core.GRPCAction? = message.takeOptional(3); defer { message.setOptional(3, child) }; yield &child }
        }
    }
    public struct LifecycleHandler: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.LifecycleHandler")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var exec: Core.ExecAction? {
            get { message.getOptional(0) }
            _modify { var child: Core.ExecAction? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
        public var httpGet: Core.HTTPGetAction? {
            get { message.getOptional(1) }
            _modify { var child: Core.HTTPGetAction? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
        public var tcpSocket: Core.TCPSocketAction? {
            get { message.getOptional(2) }
            _modify { var child: Core.TCPSocketAction? = message.takeOptional(2); defer { message.setOptional(2, child) }; yield &child }
        }
        public var sleep: Core.SleepAction? {
            get { message.getOptional(3) }
            _modify { var child: Core.SleepAction? = message.takeOptional(3); defer { message.setOptional(3, child) }; yield &child }
        }
    }
    public struct Lifecycle: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.Lifecycle")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var postStart: Core.LifecycleHandler? {
            get { message.getOptional(0) }
            _modify { var child: Core.LifecycleHandler? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
        public var preStop: Core.LifecycleHandler? {
            get { message.getOptional(1) }
            _modify { var child: Core.LifecycleHandler? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
        public var stopSignal: String? { get { message.getOptional(2) } set { message.setOptional(2, newValue) } }
    }
    public struct ContainerStateWaiting: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.ContainerStateWaiting")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var reason: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var message_: String { get { message.get(1) } set { message.set(1, newValue) } }
    }
    public struct ContainerStateRunning: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.ContainerStateRunning")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var startedAt: Timestamp? { get { message.getOptional(0) } set { message.setOptional(0, newValue) } }
    }
    public struct ContainerStateTerminated: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.ContainerStateTerminated")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var exitCode: Int { get { message.get(0) } set { message.set(0, newValue) } }
        public var signal: Int { get { message.get(1) } set { message.set(1, newValue) } }
        public var reason: String { get { message.get(2) } set { message.set(2, newValue) } }
        public var message_: String { get { message.get(3) } set { message.set(3, newValue) } }
        public var startedAt: Timestamp? { get { message.getOptional(4) } set { message.setOptional(4, newValue) } }
        public var finishedAt: Timestamp? { get { message.getOptional(5) } set { message.setOptional(5, newValue) } }
        public var containerID: String { get { message.get(6) } set { message.set(6, newValue) } }
    }
    public struct ContainerState: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.ContainerState")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var waiting: Core.ContainerStateWaiting? {
            get { message.getOptional(0) }
            _modify { var child: Core.ContainerStateWaiting? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
        public var running: Core.ContainerStateRunning? {
            get { message.getOptional(1) }
            _modify { var child: Core.ContainerStateRunning? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
        public var terminated: Core.ContainerStateTerminated? {
            get { message.getOptional(2) }
            _modify { var child: Core.ContainerStateTerminated? = message.takeOptional(2); defer { message.setOptional(2, child) }; yield &child }
        }
    }
    public struct ContainerStatus: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.ContainerStatus")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var name: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var state: Core.ContainerState {
            get { message.get(1) }
            _modify { var child: Core.ContainerState = message.take(1); defer { message.set(1, child) }; yield &child }
        }
        public var lastState: Core.ContainerState {
            get { message.get(2) }
            _modify { var child: Core.ContainerState = message.take(2); defer { message.set(2, child) }; yield &child }
        }
        public var ready: Bool { get { message.get(3) } set { message.set(3, newValue) } }
        public var restartCount: Int { get { message.get(4) } set { message.set(4, newValue) } }
        public var image: String { get { message.get(5) } set { message.set(5, newValue) } }
        public var imageID: String { get { message.get(6) } set { message.set(6, newValue) } }
        public var containerID: String { get { message.get(7) } set { message.set(7, newValue) } }
        public var started: Bool? { get { message.getOptional(8) } set { message.setOptional(8, newValue) } }
        public var allocatedResources: StringMap<Quantity> { get { message.getMap(9) } set { message.setMap(9, newValue) } }
        public var resources: Core.ResourceRequirements? {
            get { message.getOptional(10) }
            _modify { var child: Core.ResourceRequirements? = message.takeOptional(10); defer { message.setOptional(10, child) }; yield &child }
        }
        public var volumeMounts: [Core.VolumeMountStatus] { get { message.getList(11) } set { message.setList(11, newValue) } }
        public var user: Core.ContainerUser? {
            get { message.getOptional(12) }
            _modify { var child: Core.ContainerUser? = message.takeOptional(12); defer { message.setOptional(12, child) }; yield &child }
        }
        public var allocatedResourcesStatus: [Core.ResourceStatus] { get { message.getList(13) } set { message.setList(13, newValue) } }
        public var stopSignal: String? { get { message.getOptional(14) } set { message.setOptional(14, newValue) } }
    }
    public struct ResourceStatus: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.ResourceStatus")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var name: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var resources: [Core.ResourceHealth] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct ResourceHealth: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.ResourceHealth")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var resourceID: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var health: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var message_: String? { get { message.getOptional(2) } set { message.setOptional(2, newValue) } }
    }
    public struct ContainerUser: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.ContainerUser")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var linux: Core.LinuxContainerUser? {
            get { message.getOptional(0) }
            _modify { var child: Core.LinuxContainerUser? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
    }
    public struct LinuxContainerUser: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.LinuxContainerUser")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var uid: Int { get { message.get(0) } set { message.set(0, newValue) } }
        public var gid: Int { get { message.get(1) } set { message.set(1, newValue) } }
        public var supplementalGroups: [Int] { get { message.getList(2) } set { message.setList(2, newValue) } }
    }
    public struct PodCondition: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.PodCondition")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var type: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var observedGeneration: Int { get { message.get(1) } set { message.set(1, newValue) } }
        public var status: String { get { message.get(2) } set { message.set(2, newValue) } }
        public var lastProbeTime: Timestamp? { get { message.getOptional(3) } set { message.setOptional(3, newValue) } }
        public var lastTransitionTime: Timestamp? { get { message.getOptional(4) } set { message.setOptional(4, newValue) } }
        public var reason: String { get { message.get(5) } set { message.set(5, newValue) } }
        public var message_: String { get { message.get(6) } set { message.set(6, newValue) } }
    }
    public struct VolumeMountStatus: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.VolumeMountStatus")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var name: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var mountPath: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var readOnly: Bool { get { message.get(2) } set { message.set(2, newValue) } }
        public var recursiveReadOnly: String? { get { message.getOptional(3) } set { message.setOptional(3, newValue) } }
        public var volumeStatus: Core.VolumeStatus? {
            get { message.getOptional(4) }
            _modify { var child: Core.VolumeStatus? = message.takeOptional(4); defer { message.setOptional(4, child) }; yield &child }
        }
    }
    public struct VolumeStatus: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.VolumeStatus")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var image: Core.ImageVolumeStatus? {
            get { message.getOptional(0) }
            _modify { var child: Core.ImageVolumeStatus? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
    }
    public struct ImageVolumeStatus: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.ImageVolumeStatus")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var imageRef: String { get { message.get(0) } set { message.set(0, newValue) } }
    }
    public struct ContainerRestartRule: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.ContainerRestartRule")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var action: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var exitCodes: Core.ContainerRestartRuleOnExitCodes? {
            get { message.getOptional(1) }
            _modify { var child: Core.ContainerRestartRuleOnExitCodes? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
    }
    public struct ContainerRestartRuleOnExitCodes: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.ContainerRestartRuleOnExitCodes")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var `operator`: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var values: [Int] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct NodeSelector: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.NodeSelector")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var nodeSelectorTerms: [Core.NodeSelectorTerm] { get { message.getList(0) } set { message.setList(0, newValue) } }
    }
    public struct NodeSelectorTerm: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.NodeSelectorTerm")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var matchExpressions: [Core.NodeSelectorRequirement] { get { message.getList(0) } set { message.setList(0, newValue) } }
        public var matchFields: [Core.NodeSelectorRequirement] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct NodeSelectorRequirement: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.NodeSelectorRequirement")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var key: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var `operator`: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var values: [String] { get { message.getList(2) } set { message.setList(2, newValue) } }
    }
    public struct TopologySelectorTerm: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.TopologySelectorTerm")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var matchLabelExpressions: [Core.TopologySelectorLabelRequirement] { get { message.getList(0) } set { message.setList(0, newValue) } }
    }
    public struct TopologySelectorLabelRequirement: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.TopologySelectorLabelRequirement")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var key: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var values: [String] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct Affinity: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.Affinity")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var nodeAffinity: Core.NodeAffinity? {
            get { message.getOptional(0) }
            _modify { var child: Core.NodeAffinity? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
        public var podAffinity: Core.PodAffinity? {
            get { message.getOptional(1) }
            _modify { var child: Core.PodAffinity? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
        public var podAntiAffinity: Core.PodAntiAffinity? {
            get { message.getOptional(2) }
            _modify { var child: Core.PodAntiAffinity? = message.takeOptional(2); defer { message.setOptional(2, child) }; yield &child }
        }
    }
    public struct PodAffinity: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.PodAffinity")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var requiredDuringSchedulingIgnoredDuringExecution: [Core.PodAffinityTerm] { get { message.getList(0) } set { message.setList(0, newValue) } }
        public var preferredDuringSchedulingIgnoredDuringExecution: [Core.WeightedPodAffinityTerm] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct PodAntiAffinity: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.PodAntiAffinity")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var requiredDuringSchedulingIgnoredDuringExecution: [Core.PodAffinityTerm] { get { message.getList(0) } set { message.setList(0, newValue) } }
        public var preferredDuringSchedulingIgnoredDuringExecution: [Core.WeightedPodAffinityTerm] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct WeightedPodAffinityTerm: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.WeightedPodAffinityTerm")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var weight: Int { get { message.get(0) } set { message.set(0, newValue) } }
        public var podAffinityTerm: Core.PodAffinityTerm {
            get { message.get(1) }
            _modify { var child: Core.PodAffinityTerm = message.take(1); defer { message.set(1, child) }; yield &child }
        }
    }
    public struct PodAffinityTerm: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.PodAffinityTerm")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var labelSelector: Meta.LabelSelector? {
            get { message.getOptional(0) }
            _modify { var child: Meta.LabelSelector? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
        public var namespaces: [String] { get { message.getList(1) } set { message.setList(1, newValue) } }
        public var topologyKey: String { get { message.get(2) } set { message.set(2, newValue) } }
        public var namespaceSelector: Meta.LabelSelector? {
            get { message.getOptional(3) }
            _modify { var child: Meta.LabelSelector? = message.takeOptional(3); defer { message.setOptional(3, child) }; yield &child }
        }
        public var matchLabelKeys: [String] { get { message.getList(4) } set { message.setList(4, newValue) } }
        public var mismatchLabelKeys: [String] { get { message.getList(5) } set { message.setList(5, newValue) } }
    }
    public struct NodeAffinity: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.NodeAffinity")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var requiredDuringSchedulingIgnoredDuringExecution: Core.NodeSelector? {
            get { message.getOptional(0) }
            _modify { var child: Core.NodeSelector? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
        public var preferredDuringSchedulingIgnoredDuringExecution: [Core.PreferredSchedulingTerm] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct PreferredSchedulingTerm: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.PreferredSchedulingTerm")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var weight: Int { get { message.get(0) } set { message.set(0, newValue) } }
        public var preference: Core.NodeSelectorTerm {
            get { message.get(1) }
            _modify { var child: Core.NodeSelectorTerm = message.take(1); defer { message.set(1, child) }; yield &child }
        }
    }
    public struct Taint: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.Taint")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var key: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var value: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var effect: String { get { message.get(2) } set { message.set(2, newValue) } }
        public var timeAdded: Timestamp? { get { message.getOptional(3) } set { message.setOptional(3, newValue) } }
    }
    public struct Toleration: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.Toleration")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var key: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var `operator`: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var value: String { get { message.get(2) } set { message.set(2, newValue) } }
        public var effect: String { get { message.get(3) } set { message.set(3, newValue) } }
        public var tolerationSeconds: Int? { get { message.getOptional(4) } set { message.setOptional(4, newValue) } }
    }
    public struct PodReadinessGate: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.PodReadinessGate")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var conditionType: String { get { message.get(0) } set { message.set(0, newValue) } }
    }
    public struct PodSpec: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.PodSpec")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var volumes: [Core.Volume] { get { message.getList(0) } set { message.setList(0, newValue) } }
        public var initContainers: [Core.Container] { get { message.getList(1) } set { message.setList(1, newValue) } }
        public var containers: [Core.Container] { get { message.getList(2) } set { message.setList(2, newValue) } }
        public var ephemeralContainers: [Core.EphemeralContainer] { get { message.getList(3) } set { message.setList(3, newValue) } }
        public var restartPolicy: String { get { message.get(4) } set { message.set(4, newValue) } }
        public var terminationGracePeriodSeconds: Int? { get { message.getOptional(5) } set { message.setOptional(5, newValue) } }
        public var activeDeadlineSeconds: Int? { get { message.getOptional(6) } set { message.setOptional(6, newValue) } }
        public var dnsPolicy: String { get { message.get(7) } set { message.set(7, newValue) } }
        public var nodeSelector: StringMap<String> { get { message.getMap(8) } set { message.setMap(8, newValue) } }
        public var serviceAccountName: String { get { message.get(9) } set { message.set(9, newValue) } }
        public var serviceAccount: String { get { message.get(10) } set { message.set(10, newValue) } }
        public var automountServiceAccountToken: Bool? { get { message.getOptional(11) } set { message.setOptional(11, newValue) } }
        public var nodeName: String { get { message.get(12) } set { message.set(12, newValue) } }
        public var hostNetwork: Bool { get { message.get(13) } set { message.set(13, newValue) } }
        public var hostPID: Bool { get { message.get(14) } set { message.set(14, newValue) } }
        public var hostIPC: Bool { get { message.get(15) } set { message.set(15, newValue) } }
        public var shareProcessNamespace: Bool? { get { message.getOptional(16) } set { message.setOptional(16, newValue) } }
        public var securityContext: Core.PodSecurityContext? {
            get { message.getOptional(17) }
            _modify { var child: Core.PodSecurityContext? = message.takeOptional(17); defer { message.setOptional(17, child) }; yield &child }
        }
        public var imagePullSecrets: [Core.LocalObjectReference] { get { message.getList(18) } set { message.setList(18, newValue) } }
        public var hostname: String { get { message.get(19) } set { message.set(19, newValue) } }
        public var subdomain: String { get { message.get(20) } set { message.set(20, newValue) } }
        public var affinity: Core.Affinity? {
            get { message.getOptional(21) }
            _modify { var child: Core.Affinity? = message.takeOptional(21); defer { message.setOptional(21, child) }; yield &child }
        }
        public var schedulerName: String { get { message.get(22) } set { message.set(22, newValue) } }
        public var tolerations: [Core.Toleration] { get { message.getList(23) } set { message.setList(23, newValue) } }
        public var hostAliases: [Core.HostAlias] { get { message.getList(24) } set { message.setList(24, newValue) } }
        public var priorityClassName: String { get { message.get(25) } set { message.set(25, newValue) } }
        public var priority: Int? { get { message.getOptional(26) } set { message.setOptional(26, newValue) } }
        public var dnsConfig: Core.PodDNSConfig? {
            get { message.getOptional(27) }
            _modify { var child: Core.PodDNSConfig? = message.takeOptional(27); defer { message.setOptional(27, child) }; yield &child }
        }
        public var readinessGates: [Core.PodReadinessGate] { get { message.getList(28) } set { message.setList(28, newValue) } }
        public var runtimeClassName: String? { get { message.getOptional(29) } set { message.setOptional(29, newValue) } }
        public var enableServiceLinks: Bool? { get { message.getOptional(30) } set { message.setOptional(30, newValue) } }
        public var preemptionPolicy: String? { get { message.getOptional(31) } set { message.setOptional(31, newValue) } }
        public var overhead: StringMap<Quantity> { get { message.getMap(32) } set { message.setMap(32, newValue) } }
        public var topologySpreadConstraints: [Core.TopologySpreadConstraint] { get { message.getList(33) } set { message.setList(33, newValue) } }
        public var setHostnameAsFQDN: Bool? { get { message.getOptional(34) } set { message.setOptional(34, newValue) } }
        public var os: Core.PodOS? {
            get { message.getOptional(35) }
            _modify { var child: Core.PodOS? = message.takeOptional(35); defer { message.setOptional(35, child) }; yield &child }
        }
        public var hostUsers: Bool? { get { message.getOptional(36) } set { message.setOptional(36, newValue) } }
        public var schedulingGates: [Core.PodSchedulingGate] { get { message.getList(37) } set { message.setList(37, newValue) } }
        public var resourceClaims: [Core.PodResourceClaim] { get { message.getList(38) } set { message.setList(38, newValue) } }
        public var resources: Core.ResourceRequirements? {
            get { message.getOptional(39) }
            _modify { var child: Core.ResourceRequirements? = message.takeOptional(39); defer { message.setOptional(39, child) }; yield &child }
        }
        public var hostnameOverride: String? { get { message.getOptional(40) } set { message.setOptional(40, newValue) } }
        public var schedulingGroup: Core.PodSchedulingGroup? {
            get { message.getOptional(41) }
            _modify { var child: Core.PodSchedulingGroup? = message.takeOptional(41); defer { message.setOptional(41, child) }; yield &child }
        }
    }
    public struct PodResourceClaim: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.PodResourceClaim")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var name: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var resourceClaimName: String? { get { message.getOptional(1) } set { message.setOptional(1, newValue) } }
        public var resourceClaimTemplateName: String? { get { message.getOptional(2) } set { message.setOptional(2, newValue) } }
    }
    public struct PodResourceClaimStatus: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.PodResourceClaimStatus")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var name: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var resourceClaimName: String? { get { message.getOptional(1) } set { message.setOptional(1, newValue) } }
    }
    public struct PodExtendedResourceClaimStatus: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.PodExtendedResourceClaimStatus")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var requestMappings: [Core.ContainerExtendedResourceRequest] { get { message.getList(0) } set { message.setList(0, newValue) } }
        public var resourceClaimName: String { get { message.get(1) } set { message.set(1, newValue) } }
    }
    public struct ContainerExtendedResourceRequest: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.ContainerExtendedResourceRequest")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var containerName: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var resourceName: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var requestName: String { get { message.get(2) } set { message.set(2, newValue) } }
    }
    public struct PodOS: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.PodOS")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var name: String { get { message.get(0) } set { message.set(0, newValue) } }
    }
    public struct PodSchedulingGate: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.PodSchedulingGate")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var name: String { get { message.get(0) } set { message.set(0, newValue) } }
    }
    public struct PodSchedulingGroup: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.PodSchedulingGroup")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var podGroupName: String? { get { message.getOptional(0) } set { message.setOptional(0, newValue) } }
    }
    public struct TopologySpreadConstraint: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.TopologySpreadConstraint")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var maxSkew: Int { get { message.get(0) } set { message.set(0, newValue) } }
        public var topologyKey: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var whenUnsatisfiable: String { get { message.get(2) } set { message.set(2, newValue) } }
        public var labelSelector: Meta.LabelSelector? {
            get { message.getOptional(3) }
            _modify { var child: Meta.LabelSelector? = message.takeOptional(3); defer { message.setOptional(3, child) }; yield &child }
        }
        public var minDomains: Int? { get { message.getOptional(4) } set { message.setOptional(4, newValue) } }
        public var nodeAffinityPolicy: String? { get { message.getOptional(5) } set { message.setOptional(5, newValue) } }
        public var nodeTaintsPolicy: String? { get { message.getOptional(6) } set { message.setOptional(6, newValue) } }
        public var matchLabelKeys: [String] { get { message.getList(7) } set { message.setList(7, newValue) } }
    }
    public struct HostAlias: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.HostAlias")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var ip: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var hostnames: [String] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct PodSecurityContext: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.PodSecurityContext")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var seLinuxOptions: Core.SELinuxOptions? {
            get { message.getOptional(0) }
            _modify { var child: Core.SELinuxOptions? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
        public var windowsOptions: Core.WindowsSecurityContextOptions? {
            get { message.getOptional(1) }
            _modify { var child: Core.WindowsSecurityContextOptions? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
        public var runAsUser: Int? { get { message.getOptional(2) } set { message.setOptional(2, newValue) } }
        public var runAsGroup: Int? { get { message.getOptional(3) } set { message.setOptional(3, newValue) } }
        public var runAsNonRoot: Bool? { get { message.getOptional(4) } set { message.setOptional(4, newValue) } }
        public var supplementalGroups: [Int] { get { message.getList(5) } set { message.setList(5, newValue) } }
        public var supplementalGroupsPolicy: String? { get { message.getOptional(6) } set { message.setOptional(6, newValue) } }
        public var fsGroup: Int? { get { message.getOptional(7) } set { message.setOptional(7, newValue) } }
        public var sysctls: [Core.Sysctl] { get { message.getList(8) } set { message.setList(8, newValue) } }
        public var fsGroupChangePolicy: String? { get { message.getOptional(9) } set { message.setOptional(9, newValue) } }
        public var seccompProfile: Core.SeccompProfile? {
            get { message.getOptional(10) }
            _modify { var child: Core.SeccompProfile? = message.takeOptional(10); defer { message.setOptional(10, child) }; yield &child }
        }
        public var appArmorProfile: Core.AppArmorProfile? {
            get { message.getOptional(11) }
            _modify { var child: Core.AppArmorProfile? = message.takeOptional(11); defer { message.setOptional(11, child) }; yield &child }
        }
        public var seLinuxChangePolicy: String? { get { message.getOptional(12) } set { message.setOptional(12, newValue) } }
    }
    public struct SeccompProfile: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.SeccompProfile")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var type: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var localhostProfile: String? { get { message.getOptional(1) } set { message.setOptional(1, newValue) } }
    }
    public struct AppArmorProfile: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.AppArmorProfile")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var type: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var localhostProfile: String? { get { message.getOptional(1) } set { message.setOptional(1, newValue) } }
    }
    public struct PodDNSConfig: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.PodDNSConfig")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var nameservers: [String] { get { message.getList(0) } set { message.setList(0, newValue) } }
        public var searches: [String] { get { message.getList(1) } set { message.setList(1, newValue) } }
        public var options: [Core.PodDNSConfigOption] { get { message.getList(2) } set { message.setList(2, newValue) } }
    }
    public struct PodDNSConfigOption: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.PodDNSConfigOption")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var name: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var value: String? { get { message.getOptional(1) } set { message.setOptional(1, newValue) } }
    }
    public struct PodIP: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.PodIP")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var ip: String { get { message.get(0) } set { message.set(0, newValue) } }
    }
    public struct HostIP: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.HostIP")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var ip: String { get { message.get(0) } set { message.set(0, newValue) } }
    }
    public struct EphemeralContainerCommon: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.EphemeralContainerCommon")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var name: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var image: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var command: [String] { get { message.getList(2) } set { message.setList(2, newValue) } }
        public var args: [String] { get { message.getList(3) } set { message.setList(3, newValue) } }
        public var workingDir: String { get { message.get(4) } set { message.set(4, newValue) } }
        public var ports: [Core.ContainerPort] { get { message.getList(5) } set { message.setList(5, newValue) } }
        public var envFrom: [Core.EnvFromSource] { get { message.getList(6) } set { message.setList(6, newValue) } }
        public var env: [Core.EnvVar] { get { message.getList(7) } set { message.setList(7, newValue) } }
        public var resources: Core.ResourceRequirements {
            get { message.get(8) }
            _modify { var child: Core.ResourceRequirements = message.take(8); defer { message.set(8, child) }; yield &child }
        }
        public var resizePolicy: [Core.ContainerResizePolicy] { get { message.getList(9) } set { message.setList(9, newValue) } }
        public var restartPolicy: String? { get { message.getOptional(10) } set { message.setOptional(10, newValue) } }
        public var restartPolicyRules: [Core.ContainerRestartRule] { get { message.getList(11) } set { message.setList(11, newValue) } }
        public var volumeMounts: [Core.VolumeMount] { get { message.getList(12) } set { message.setList(12, newValue) } }
        public var volumeDevices: [Core.VolumeDevice] { get { message.getList(13) } set { message.setList(13, newValue) } }
        public var livenessProbe: Core.Probe? {
            get { message.getOptional(14) }
            _modify { var child: Core.Probe? = message.takeOptional(14); defer { message.setOptional(14, child) }; yield &child }
        }
        public var readinessProbe: Core.Probe? {
            get { message.getOptional(15) }
            _modify { var child: Core.Probe? = message.takeOptional(15); defer { message.setOptional(15, child) }; yield &child }
        }
        public var startupProbe: Core.Probe? {
            get { message.getOptional(16) }
            _modify { var child: Core.Probe? = message.takeOptional(16); defer { message.setOptional(16, child) }; yield &child }
        }
        public var lifecycle: Core.Lifecycle? {
            get { message.getOptional(17) }
            _modify { var child: Core.Lifecycle? = message.takeOptional(17); defer { message.setOptional(17, child) }; yield &child }
        }
        public var terminationMessagePath: String { get { message.get(18) } set { message.set(18, newValue) } }
        public var terminationMessagePolicy: String { get { message.get(19) } set { message.set(19, newValue) } }
        public var imagePullPolicy: String { get { message.get(20) } set { message.set(20, newValue) } }
        public var securityContext: Core.SecurityContext? {
            get { message.getOptional(21) }
            _modify { var child: Core.SecurityContext? = message.takeOptional(21); defer { message.setOptional(21, child) }; yield &child }
        }
        public var stdin: Bool { get { message.get(22) } set { message.set(22, newValue) } }
        public var stdinOnce: Bool { get { message.get(23) } set { message.set(23, newValue) } }
        public var tty: Bool { get { message.get(24) } set { message.set(24, newValue) } }
    }
    public struct EphemeralContainer: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.EphemeralContainer")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var ephemeralContainerCommon: Core.EphemeralContainerCommon {
            get { message.get(0) }
            _modify { var child: Core.EphemeralContainerCommon = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var targetContainerName: String { get { message.get(1) } set { message.set(1, newValue) } }
    }
    public struct PodStatus: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.PodStatus")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var observedGeneration: Int { get { message.get(0) } set { message.set(0, newValue) } }
        public var phase: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var conditions: [Core.PodCondition] { get { message.getList(2) } set { message.setList(2, newValue) } }
        public var message_: String { get { message.get(3) } set { message.set(3, newValue) } }
        public var reason: String { get { message.get(4) } set { message.set(4, newValue) } }
        public var nominatedNodeName: String { get { message.get(5) } set { message.set(5, newValue) } }
        public var hostIP: String { get { message.get(6) } set { message.set(6, newValue) } }
        public var hostIPs: [Core.HostIP] { get { message.getList(7) } set { message.setList(7, newValue) } }
        public var podIP: String { get { message.get(8) } set { message.set(8, newValue) } }
        public var podIPs: [Core.PodIP] { get { message.getList(9) } set { message.setList(9, newValue) } }
        public var startTime: Timestamp? { get { message.getOptional(10) } set { message.setOptional(10, newValue) } }
        public var initContainerStatuses: [Core.ContainerStatus] { get { message.getList(11) } set { message.setList(11, newValue) } }
        public var containerStatuses: [Core.ContainerStatus] { get { message.getList(12) } set { message.setList(12, newValue) } }
        public var qosClass: String { get { message.get(13) } set { message.set(13, newValue) } }
        public var ephemeralContainerStatuses: [Core.ContainerStatus] { get { message.getList(14) } set { message.setList(14, newValue) } }
        public var resize: String { get { message.get(15) } set { message.set(15, newValue) } }
        public var resourceClaimStatuses: [Core.PodResourceClaimStatus] { get { message.getList(16) } set { message.setList(16, newValue) } }
        public var extendedResourceClaimStatus: Core.PodExtendedResourceClaimStatus? {
            get { message.getOptional(17) }
            _modify { var child: Core.PodExtendedResourceClaimStatus? = message.takeOptional(17); defer { message.setOptional(17, child) }; yield &child }
        }
        public var allocatedResources: StringMap<Quantity> { get { message.getMap(18) } set { message.setMap(18, newValue) } }
        public var resources: Core.ResourceRequirements? {
            get { message.getOptional(19) }
            _modify { var child: Core.ResourceRequirements? = message.takeOptional(19); defer { message.setOptional(19, child) }; yield &child }
        }
        public var nodeAllocatableResourceClaimStatuses: [Core.NodeAllocatableResourceClaimStatus] { get { message.getList(20) } set { message.setList(20, newValue) } }
    }
    public struct PodStatusResult: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.PodStatusResult")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ObjectMeta {
            get { message.get(0) }
            _modify { var child: Meta.ObjectMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var status: Core.PodStatus {
            get { message.get(1) }
            _modify { var child: Core.PodStatus = message.take(1); defer { message.set(1, child) }; yield &child }
        }
    }
    public struct Pod: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.Pod")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ObjectMeta {
            get { message.get(0) }
            _modify { var child: Meta.ObjectMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var spec: Core.PodSpec {
            get { message.get(1) }
            _modify { var child: Core.PodSpec = message.take(1); defer { message.set(1, child) }; yield &child }
        }
        public var status: Core.PodStatus {
            get { message.get(2) }
            _modify { var child: Core.PodStatus = message.take(2); defer { message.set(2, child) }; yield &child }
        }
    }
    public struct PodList: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.PodList")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ListMeta {
            get { message.get(0) }
            _modify { var child: Meta.ListMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var items: [Core.Pod] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct PodTemplateSpec: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.PodTemplateSpec")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ObjectMeta {
            get { message.get(0) }
            _modify { var child: Meta.ObjectMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var spec: Core.PodSpec {
            get { message.get(1) }
            _modify { var child: Core.PodSpec = message.take(1); defer { message.set(1, child) }; yield &child }
        }
    }
    public struct PodTemplate: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.PodTemplate")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ObjectMeta {
            get { message.get(0) }
            _modify { var child: Meta.ObjectMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var template: Core.PodTemplateSpec {
            get { message.get(1) }
            _modify { var child: Core.PodTemplateSpec = message.take(1); defer { message.set(1, child) }; yield &child }
        }
    }
    public struct PodTemplateList: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.PodTemplateList")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ListMeta {
            get { message.get(0) }
            _modify { var child: Meta.ListMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var items: [Core.PodTemplate] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct ReplicationControllerSpec: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.ReplicationControllerSpec")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var replicas: Int? { get { message.getOptional(0) } set { message.setOptional(0, newValue) } }
        public var minReadySeconds: Int { get { message.get(1) } set { message.set(1, newValue) } }
        public var selector: StringMap<String> { get { message.getMap(2) } set { message.setMap(2, newValue) } }
        public var template: Core.PodTemplateSpec? {
            get { message.getOptional(3) }
            _modify { var child: Core.PodTemplateSpec? = message.takeOptional(3); defer { message.setOptional(3, child) }; yield &child }
        }
    }
    public struct ReplicationControllerStatus: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.ReplicationControllerStatus")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var replicas: Int { get { message.get(0) } set { message.set(0, newValue) } }
        public var fullyLabeledReplicas: Int { get { message.get(1) } set { message.set(1, newValue) } }
        public var readyReplicas: Int { get { message.get(2) } set { message.set(2, newValue) } }
        public var availableReplicas: Int { get { message.get(3) } set { message.set(3, newValue) } }
        public var observedGeneration: Int { get { message.get(4) } set { message.set(4, newValue) } }
        public var conditions: [Core.ReplicationControllerCondition] { get { message.getList(5) } set { message.setList(5, newValue) } }
    }
    public struct ReplicationControllerCondition: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.ReplicationControllerCondition")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var type: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var status: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var lastTransitionTime: Timestamp? { get { message.getOptional(2) } set { message.setOptional(2, newValue) } }
        public var reason: String { get { message.get(3) } set { message.set(3, newValue) } }
        public var message_: String { get { message.get(4) } set { message.set(4, newValue) } }
    }
    public struct ReplicationController: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.ReplicationController")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ObjectMeta {
            get { message.get(0) }
            _modify { var child: Meta.ObjectMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var spec: Core.ReplicationControllerSpec {
            get { message.get(1) }
            _modify { var child: Core.ReplicationControllerSpec = message.take(1); defer { message.set(1, child) }; yield &child }
        }
        public var status: Core.ReplicationControllerStatus {
            get { message.get(2) }
            _modify { var child: Core.ReplicationControllerStatus = message.take(2); defer { message.set(2, child) }; yield &child }
        }
    }
    public struct ReplicationControllerList: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.ReplicationControllerList")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ListMeta {
            get { message.get(0) }
            _modify { var child: Meta.ListMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var items: [Core.ReplicationController] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct SessionAffinityConfig: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.SessionAffinityConfig")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var clientIP: Core.ClientIPConfig? {
            get { message.getOptional(0) }
            _modify { var child: Core.ClientIPConfig? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
    }
    public struct ClientIPConfig: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.ClientIPConfig")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var timeoutSeconds: Int? { get { message.getOptional(0) } set { message.setOptional(0, newValue) } }
    }
    public struct ServiceStatus: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.ServiceStatus")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var loadBalancer: Core.LoadBalancerStatus {
            get { message.get(0) }
            _modify { var child: Core.LoadBalancerStatus = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var conditions: [Meta.Condition] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct LoadBalancerStatus: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.LoadBalancerStatus")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var ingress: [Core.LoadBalancerIngress] { get { message.getList(0) } set { message.setList(0, newValue) } }
    }
    public struct LoadBalancerIngress: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.LoadBalancerIngress")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var ip: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var hostname: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var ipMode: String? { get { message.getOptional(2) } set { message.setOptional(2, newValue) } }
        public var ports: [Core.PortStatus] { get { message.getList(3) } set { message.setList(3, newValue) } }
    }
    public struct ServiceSpec: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.ServiceSpec")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var ports: [Core.ServicePort] { get { message.getList(0) } set { message.setList(0, newValue) } }
        public var selector: StringMap<String> { get { message.getMap(1) } set { message.setMap(1, newValue) } }
        public var clusterIP: String { get { message.get(2) } set { message.set(2, newValue) } }
        public var clusterIPs: [String] { get { message.getList(3) } set { message.setList(3, newValue) } }
        public var type: String { get { message.get(4) } set { message.set(4, newValue) } }
        public var externalIPs: [String] { get { message.getList(5) } set { message.setList(5, newValue) } }
        public var sessionAffinity: String { get { message.get(6) } set { message.set(6, newValue) } }
        public var loadBalancerIP: String { get { message.get(7) } set { message.set(7, newValue) } }
        public var loadBalancerSourceRanges: [String] { get { message.getList(8) } set { message.setList(8, newValue) } }
        public var externalName: String { get { message.get(9) } set { message.set(9, newValue) } }
        public var externalTrafficPolicy: String { get { message.get(10) } set { message.set(10, newValue) } }
        public var healthCheckNodePort: Int { get { message.get(11) } set { message.set(11, newValue) } }
        public var publishNotReadyAddresses: Bool { get { message.get(12) } set { message.set(12, newValue) } }
        public var sessionAffinityConfig: Core.SessionAffinityConfig? {
            get { message.getOptional(13) }
            _modify { var child: Core.SessionAffinityConfig? = message.takeOptional(13); defer { message.setOptional(13, child) }; yield &child }
        }
        public var ipFamilies: [String] { get { message.getList(14) } set { message.setList(14, newValue) } }
        public var ipFamilyPolicy: String? { get { message.getOptional(15) } set { message.setOptional(15, newValue) } }
        public var allocateLoadBalancerNodePorts: Bool? { get { message.getOptional(16) } set { message.setOptional(16, newValue) } }
        public var loadBalancerClass: String? { get { message.getOptional(17) } set { message.setOptional(17, newValue) } }
        public var internalTrafficPolicy: String? { get { message.getOptional(18) } set { message.setOptional(18, newValue) } }
        public var trafficDistribution: String? { get { message.getOptional(19) } set { message.setOptional(19, newValue) } }
    }
    public struct ServicePort: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.ServicePort")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var name: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var `protocol`: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var appProtocol: String? { get { message.getOptional(2) } set { message.setOptional(2, newValue) } }
        public var port: Int { get { message.get(3) } set { message.set(3, newValue) } }
        public var targetPort: IntOrString { get { message.get(4) } set { message.set(4, newValue) } }
        public var nodePort: Int { get { message.get(5) } set { message.set(5, newValue) } }
    }
    public struct Service: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.Service")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ObjectMeta {
            get { message.get(0) }
            _modify { var child: Meta.ObjectMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var spec: Core.ServiceSpec {
            get { message.get(1) }
            _modify { var child: Core.ServiceSpec = message.take(1); defer { message.set(1, child) }; yield &child }
        }
        public var status: Core.ServiceStatus {
            get { message.get(2) }
            _modify { var child: Core.ServiceStatus = message.take(2); defer { message.set(2, child) }; yield &child }
        }
    }
    public struct ServiceList: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.ServiceList")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ListMeta {
            get { message.get(0) }
            _modify { var child: Meta.ListMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var items: [Core.Service] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct ServiceAccount: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.ServiceAccount")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ObjectMeta {
            get { message.get(0) }
            _modify { var child: Meta.ObjectMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var secrets: [Core.ObjectReference] { get { message.getList(1) } set { message.setList(1, newValue) } }
        public var imagePullSecrets: [Core.LocalObjectReference] { get { message.getList(2) } set { message.setList(2, newValue) } }
        public var automountServiceAccountToken: Bool? { get { message.getOptional(3) } set { message.setOptional(3, newValue) } }
    }
    public struct ServiceAccountList: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.ServiceAccountList")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ListMeta {
            get { message.get(0) }
            _modify { var child: Meta.ListMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var items: [Core.ServiceAccount] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct Endpoints: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.Endpoints")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ObjectMeta {
            get { message.get(0) }
            _modify { var child: Meta.ObjectMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var subsets: [Core.EndpointSubset] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct EndpointSubset: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.EndpointSubset")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var addresses: [Core.EndpointAddress] { get { message.getList(0) } set { message.setList(0, newValue) } }
        public var notReadyAddresses: [Core.EndpointAddress] { get { message.getList(1) } set { message.setList(1, newValue) } }
        public var ports: [Core.EndpointPort] { get { message.getList(2) } set { message.setList(2, newValue) } }
    }
    public struct EndpointAddress: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.EndpointAddress")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var ip: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var hostname: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var nodeName: String? { get { message.getOptional(2) } set { message.setOptional(2, newValue) } }
        public var targetRef: Core.ObjectReference? {
            get { message.getOptional(3) }
            _modify { var child: Core.ObjectReference? = message.takeOptional(3); defer { message.setOptional(3, child) }; yield &child }
        }
    }
    public struct EndpointPort: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.EndpointPort")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var name: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var port: Int { get { message.get(1) } set { message.set(1, newValue) } }
        public var `protocol`: String { get { message.get(2) } set { message.set(2, newValue) } }
        public var appProtocol: String? { get { message.getOptional(3) } set { message.setOptional(3, newValue) } }
    }
    public struct EndpointsList: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.EndpointsList")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ListMeta {
            get { message.get(0) }
            _modify { var child: Meta.ListMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var items: [Core.Endpoints] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct NodeSpec: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.NodeSpec")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var podCIDR: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var podCIDRs: [String] { get { message.getList(1) } set { message.setList(1, newValue) } }
        public var providerID: String { get { message.get(2) } set { message.set(2, newValue) } }
        public var unschedulable: Bool { get { message.get(3) } set { message.set(3, newValue) } }
        public var taints: [Core.Taint] { get { message.getList(4) } set { message.setList(4, newValue) } }
        public var configSource: Core.NodeConfigSource? {
            get { message.getOptional(5) }
            _modify { var child: Core.NodeConfigSource? = message.takeOptional(5); defer { message.setOptional(5, child) }; yield &child }
        }
        public var externalID: String { get { message.get(6) } set { message.set(6, newValue) } }
    }
    public struct NodeConfigSource: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.NodeConfigSource")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var configMap: Core.ConfigMapNodeConfigSource? {
            get { message.getOptional(0) }
            _modify { var child: Core.ConfigMapNodeConfigSource? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
    }
    public struct ConfigMapNodeConfigSource: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.ConfigMapNodeConfigSource")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var namespace: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var name: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var uid: String { get { message.get(2) } set { message.set(2, newValue) } }
        public var resourceVersion: String { get { message.get(3) } set { message.set(3, newValue) } }
        public var kubeletConfigKey: String { get { message.get(4) } set { message.set(4, newValue) } }
    }
    public struct DaemonEndpoint: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.DaemonEndpoint")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var port: Int { get { message.get(0) } set { message.set(0, newValue) } }
    }
    public struct NodeDaemonEndpoints: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.NodeDaemonEndpoints")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var kubeletEndpoint: Core.DaemonEndpoint {
            get { message.get(0) }
            _modify { var child: Core.DaemonEndpoint = message.take(0); defer { message.set(0, child) }; yield &child }
        }
    }
    public struct NodeRuntimeHandlerFeatures: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.NodeRuntimeHandlerFeatures")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var recursiveReadOnlyMounts: Bool? { get { message.getOptional(0) } set { message.setOptional(0, newValue) } }
        public var userNamespaces: Bool? { get { message.getOptional(1) } set { message.setOptional(1, newValue) } }
    }
    public struct NodeRuntimeHandler: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.NodeRuntimeHandler")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var name: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var features: Core.NodeRuntimeHandlerFeatures? {
            get { message.getOptional(1) }
            _modify { var child: Core.NodeRuntimeHandlerFeatures? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
    }
    public struct NodeFeatures: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.NodeFeatures")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var supplementalGroupsPolicy: Bool? { get { message.getOptional(0) } set { message.setOptional(0, newValue) } }
    }
    public struct NodeSystemInfo: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.NodeSystemInfo")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var machineID: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var systemUUID: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var bootID: String { get { message.get(2) } set { message.set(2, newValue) } }
        public var kernelVersion: String { get { message.get(3) } set { message.set(3, newValue) } }
        public var osImage: String { get { message.get(4) } set { message.set(4, newValue) } }
        public var containerRuntimeVersion: String { get { message.get(5) } set { message.set(5, newValue) } }
        public var kubeletVersion: String { get { message.get(6) } set { message.set(6, newValue) } }
        public var kubeProxyVersion: String { get { message.get(7) } set { message.set(7, newValue) } }
        public var operatingSystem: String { get { message.get(8) } set { message.set(8, newValue) } }
        public var architecture: String { get { message.get(9) } set { message.set(9, newValue) } }
        public var swap: Core.NodeSwapStatus? {
            get { message.getOptional(10) }
            _modify { var child: Core.NodeSwapStatus? = message.takeOptional(10); defer { message.setOptional(10, child) }; yield &child }
        }
    }
    public struct NodeSwapStatus: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.NodeSwapStatus")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var capacity: Int? { get { message.getOptional(0) } set { message.setOptional(0, newValue) } }
    }
    public struct NodeConfigStatus: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.NodeConfigStatus")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var assigned: Core.NodeConfigSource? {
            get { message.getOptional(0) }
            _modify { var child: Core.NodeConfigSource? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
        public var active: Core.NodeConfigSource? {
            get { message.getOptional(1) }
            _modify { var child: Core.NodeConfigSource? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
        public var lastKnownGood: Core.NodeConfigSource? {
            get { message.getOptional(2) }
            _modify { var child: Core.NodeConfigSource? = message.takeOptional(2); defer { message.setOptional(2, child) }; yield &child }
        }
        public var error: String { get { message.get(3) } set { message.set(3, newValue) } }
    }
    public struct NodeStatus: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.NodeStatus")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var capacity: StringMap<Quantity> { get { message.getMap(0) } set { message.setMap(0, newValue) } }
        public var allocatable: StringMap<Quantity> { get { message.getMap(1) } set { message.setMap(1, newValue) } }
        public var phase: String { get { message.get(2) } set { message.set(2, newValue) } }
        public var conditions: [Core.NodeCondition] { get { message.getList(3) } set { message.setList(3, newValue) } }
        public var addresses: [Core.NodeAddress] { get { message.getList(4) } set { message.setList(4, newValue) } }
        public var daemonEndpoints: Core.NodeDaemonEndpoints {
            get { message.get(5) }
            _modify { var child: Core.NodeDaemonEndpoints = message.take(5); defer { message.set(5, child) }; yield &child }
        }
        public var nodeInfo: Core.NodeSystemInfo {
            get { message.get(6) }
            _modify { var child: Core.NodeSystemInfo = message.take(6); defer { message.set(6, child) }; yield &child }
        }
        public var images: [Core.ContainerImage] { get { message.getList(7) } set { message.setList(7, newValue) } }
        public var volumesInUse: [String] { get { message.getList(8) } set { message.setList(8, newValue) } }
        public var volumesAttached: [Core.AttachedVolume] { get { message.getList(9) } set { message.setList(9, newValue) } }
        public var config: Core.NodeConfigStatus? {
            get { message.getOptional(10) }
            _modify { var child: Core.NodeConfigStatus? = message.takeOptional(10); defer { message.setOptional(10, child) }; yield &child }
        }
        public var runtimeHandlers: [Core.NodeRuntimeHandler] { get { message.getList(11) } set { message.setList(11, newValue) } }
        public var features: Core.NodeFeatures? {
            get { message.getOptional(12) }
            _modify { var child: Core.NodeFeatures? = message.takeOptional(12); defer { message.setOptional(12, child) }; yield &child }
        }
        public var declaredFeatures: [String] { get { message.getList(13) } set { message.setList(13, newValue) } }
    }
    public struct AttachedVolume: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.AttachedVolume")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var name: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var devicePath: String { get { message.get(1) } set { message.set(1, newValue) } }
    }
    public struct AvoidPods: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.AvoidPods")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var preferAvoidPods: [Core.PreferAvoidPodsEntry] { get { message.getList(0) } set { message.setList(0, newValue) } }
    }
    public struct PreferAvoidPodsEntry: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.PreferAvoidPodsEntry")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var podSignature: Core.PodSignature {
            get { message.get(0) }
            _modify { var child: Core.PodSignature = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var evictionTime: Timestamp? { get { message.getOptional(1) } set { message.setOptional(1, newValue) } }
        public var reason: String { get { message.get(2) } set { message.set(2, newValue) } }
        public var message_: String { get { message.get(3) } set { message.set(3, newValue) } }
    }
    public struct PodSignature: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.PodSignature")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var podController: Meta.OwnerReference? {
            get { message.getOptional(0) }
            _modify { var child: Meta.OwnerReference? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
    }
    public struct ContainerImage: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.ContainerImage")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var names: [String] { get { message.getList(0) } set { message.setList(0, newValue) } }
        public var sizeBytes: Int { get { message.get(1) } set { message.set(1, newValue) } }
    }
    public struct NodeCondition: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.NodeCondition")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var type: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var status: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var lastHeartbeatTime: Timestamp? { get { message.getOptional(2) } set { message.setOptional(2, newValue) } }
        public var lastTransitionTime: Timestamp? { get { message.getOptional(3) } set { message.setOptional(3, newValue) } }
        public var reason: String { get { message.get(4) } set { message.set(4, newValue) } }
        public var message_: String { get { message.get(5) } set { message.set(5, newValue) } }
    }
    public struct NodeAddress: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.NodeAddress")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var type: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var address: String { get { message.get(1) } set { message.set(1, newValue) } }
    }
    public struct Node: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.Node")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ObjectMeta {
            get { message.get(0) }
            _modify { var child: Meta.ObjectMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var spec: Core.NodeSpec {
            get { message.get(1) }
            _modify { var child: Core.NodeSpec = message.take(1); defer { message.set(1, child) }; yield &child }
        }
        public var status: Core.NodeStatus {
            get { message.get(2) }
            _modify { var child: Core.NodeStatus = message.take(2); defer { message.set(2, child) }; yield &child }
        }
    }
    public struct NodeList: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.NodeList")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ListMeta {
            get { message.get(0) }
            _modify { var child: Meta.ListMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var items: [Core.Node] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct NamespaceSpec: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.NamespaceSpec")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var finalizers: [String] { get { message.getList(0) } set { message.setList(0, newValue) } }
    }
    public struct NamespaceStatus: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.NamespaceStatus")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var phase: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var conditions: [Core.NamespaceCondition] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct NamespaceCondition: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.NamespaceCondition")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var type: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var status: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var lastTransitionTime: Timestamp? { get { message.getOptional(2) } set { message.setOptional(2, newValue) } }
        public var reason: String { get { message.get(3) } set { message.set(3, newValue) } }
        public var message_: String { get { message.get(4) } set { message.set(4, newValue) } }
    }
    public struct Namespace: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.Namespace")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ObjectMeta {
            get { message.get(0) }
            _modify { var child: Meta.ObjectMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var spec: Core.NamespaceSpec {
            get { message.get(1) }
            _modify { var child: Core.NamespaceSpec = message.take(1); defer { message.set(1, child) }; yield &child }
        }
        public var status: Core.NamespaceStatus {
            get { message.get(2) }
            _modify { var child: Core.NamespaceStatus = message.take(2); defer { message.set(2, child) }; yield &child }
        }
    }
    public struct NamespaceList: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.NamespaceList")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ListMeta {
            get { message.get(0) }
            _modify { var child: Meta.ListMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var items: [Core.Namespace] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct Binding: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.Binding")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ObjectMeta {
            get { message.get(0) }
            _modify { var child: Meta.ObjectMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var target: Core.ObjectReference {
            get { message.get(1) }
            _modify { var child: Core.ObjectReference = message.take(1); defer { message.set(1, child) }; yield &child }
        }
    }
    public struct Preconditions: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.Preconditions")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var uid: String? { get { message.getOptional(0) } set { message.setOptional(0, newValue) } }
    }
    public struct PodLogOptions: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.PodLogOptions")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var container: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var follow: Bool { get { message.get(1) } set { message.set(1, newValue) } }
        public var previous: Bool { get { message.get(2) } set { message.set(2, newValue) } }
        public var sinceSeconds: Int? { get { message.getOptional(3) } set { message.setOptional(3, newValue) } }
        public var sinceTime: Timestamp? { get { message.getOptional(4) } set { message.setOptional(4, newValue) } }
        public var timestamps: Bool { get { message.get(5) } set { message.set(5, newValue) } }
        public var tailLines: Int? { get { message.getOptional(6) } set { message.setOptional(6, newValue) } }
        public var limitBytes: Int? { get { message.getOptional(7) } set { message.setOptional(7, newValue) } }
        public var insecureSkipTLSVerifyBackend: Bool { get { message.get(8) } set { message.set(8, newValue) } }
        public var stream: String? { get { message.getOptional(9) } set { message.setOptional(9, newValue) } }
    }
    public struct PodAttachOptions: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.PodAttachOptions")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var stdin: Bool { get { message.get(0) } set { message.set(0, newValue) } }
        public var stdout: Bool { get { message.get(1) } set { message.set(1, newValue) } }
        public var stderr: Bool { get { message.get(2) } set { message.set(2, newValue) } }
        public var tty: Bool { get { message.get(3) } set { message.set(3, newValue) } }
        public var container: String { get { message.get(4) } set { message.set(4, newValue) } }
    }
    public struct PodExecOptions: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.PodExecOptions")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var stdin: Bool { get { message.get(0) } set { message.set(0, newValue) } }
        public var stdout: Bool { get { message.get(1) } set { message.set(1, newValue) } }
        public var stderr: Bool { get { message.get(2) } set { message.set(2, newValue) } }
        public var tty: Bool { get { message.get(3) } set { message.set(3, newValue) } }
        public var container: String { get { message.get(4) } set { message.set(4, newValue) } }
        public var command: [String] { get { message.getList(5) } set { message.setList(5, newValue) } }
    }
    public struct PodPortForwardOptions: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.PodPortForwardOptions")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var ports: [Int] { get { message.getList(0) } set { message.setList(0, newValue) } }
    }
    public struct PodProxyOptions: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.PodProxyOptions")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var path: String { get { message.get(0) } set { message.set(0, newValue) } }
    }
    public struct NodeProxyOptions: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.NodeProxyOptions")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var path: String { get { message.get(0) } set { message.set(0, newValue) } }
    }
    public struct ServiceProxyOptions: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.ServiceProxyOptions")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var path: String { get { message.get(0) } set { message.set(0, newValue) } }
    }
    public struct ObjectReference: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.ObjectReference")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var kind: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var namespace: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var name: String { get { message.get(2) } set { message.set(2, newValue) } }
        public var uid: String { get { message.get(3) } set { message.set(3, newValue) } }
        public var apiVersion: String { get { message.get(4) } set { message.set(4, newValue) } }
        public var resourceVersion: String { get { message.get(5) } set { message.set(5, newValue) } }
        public var fieldPath: String { get { message.get(6) } set { message.set(6, newValue) } }
    }
    public struct LocalObjectReference: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.LocalObjectReference")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var name: String { get { message.get(0) } set { message.set(0, newValue) } }
    }
    public struct TypedLocalObjectReference: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.TypedLocalObjectReference")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var apiGroup: String? { get { message.getOptional(0) } set { message.setOptional(0, newValue) } }
        public var kind: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var name: String { get { message.get(2) } set { message.set(2, newValue) } }
    }
    public struct SerializedReference: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.SerializedReference")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var reference: Core.ObjectReference {
            get { message.get(0) }
            _modify { var child: Core.ObjectReference = message.take(0); defer { message.set(0, child) }; yield &child }
        }
    }
    public struct EventSource: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.EventSource")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var component: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var host: String { get { message.get(1) } set { message.set(1, newValue) } }
    }
    public struct Event: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.Event")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ObjectMeta {
            get { message.get(0) }
            _modify { var child: Meta.ObjectMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var involvedObject: Core.ObjectReference {
            get { message.get(1) }
            _modify { var child: Core.ObjectReference = message.take(1); defer { message.set(1, child) }; yield &child }
        }
        public var reason: String { get { message.get(2) } set { message.set(2, newValue) } }
        public var message_: String { get { message.get(3) } set { message.set(3, newValue) } }
        public var source: Core.EventSource {
            get { message.get(4) }
            _modify { var child: Core.EventSource = message.take(4); defer { message.set(4, child) }; yield &child }
        }
        public var firstTimestamp: Timestamp? { get { message.getOptional(5) } set { message.setOptional(5, newValue) } }
        public var lastTimestamp: Timestamp? { get { message.getOptional(6) } set { message.setOptional(6, newValue) } }
        public var count: Int { get { message.get(7) } set { message.set(7, newValue) } }
        public var type: String { get { message.get(8) } set { message.set(8, newValue) } }
        public var eventTime: Timestamp? { get { message.getOptional(9) } set { message.setOptional(9, newValue) } }
        public var series: Core.EventSeries? {
            get { message.getOptional(10) }
            _modify { var child: Core.EventSeries? = message.takeOptional(10); defer { message.setOptional(10, child) }; yield &child }
        }
        public var action: String { get { message.get(11) } set { message.set(11, newValue) } }
        public var related: Core.ObjectReference? {
            get { message.getOptional(12) }
            _modify { var child: Core.ObjectReference? = message.takeOptional(12); defer { message.setOptional(12, child) }; yield &child }
        }
        public var reportingComponent: String { get { message.get(13) } set { message.set(13, newValue) } }
        public var reportingInstance: String { get { message.get(14) } set { message.set(14, newValue) } }
    }
    public struct EventSeries: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.EventSeries")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var count: Int { get { message.get(0) } set { message.set(0, newValue) } }
        public var lastObservedTime: Timestamp? { get { message.getOptional(1) } set { message.setOptional(1, newValue) } }
    }
    public struct EventList: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.EventList")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ListMeta {
            get { message.get(0) }
            _modify { var child: Meta.ListMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var items: [Core.Event] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct LimitRangeItem: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.LimitRangeItem")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var type: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var max: StringMap<Quantity> { get { message.getMap(1) } set { message.setMap(1, newValue) } }
        public var min: StringMap<Quantity> { get { message.getMap(2) } set { message.setMap(2, newValue) } }
        public var `default`: StringMap<Quantity> { get { message.getMap(3) } set { message.setMap(3, newValue) } }
        public var defaultRequest: StringMap<Quantity> { get { message.getMap(4) } set { message.setMap(4, newValue) } }
        public var maxLimitRequestRatio: StringMap<Quantity> { get { message.getMap(5) } set { message.setMap(5, newValue) } }
    }
    public struct LimitRangeSpec: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.LimitRangeSpec")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var limits: [Core.LimitRangeItem] { get { message.getList(0) } set { message.setList(0, newValue) } }
    }
    public struct LimitRange: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.LimitRange")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ObjectMeta {
            get { message.get(0) }
            _modify { var child: Meta.ObjectMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var spec: Core.LimitRangeSpec {
            get { message.get(1) }
            _modify { var child: Core.LimitRangeSpec = message.take(1); defer { message.set(1, child) }; yield &child }
        }
    }
    public struct LimitRangeList: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.LimitRangeList")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ListMeta {
            get { message.get(0) }
            _modify { var child: Meta.ListMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var items: [Core.LimitRange] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct ResourceQuotaSpec: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.ResourceQuotaSpec")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var hard: StringMap<Quantity> { get { message.getMap(0) } set { message.setMap(0, newValue) } }
        public var scopes: [String] { get { message.getList(1) } set { message.setList(1, newValue) } }
        public var scopeSelector: Core.ScopeSelector? {
            get { message.getOptional(2) }
            _modify { var child: Core.ScopeSelector? = message.takeOptional(2); defer { message.setOptional(2, child) }; yield &child }
        }
    }
    public struct ScopeSelector: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.ScopeSelector")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var matchExpressions: [Core.ScopedResourceSelectorRequirement] { get { message.getList(0) } set { message.setList(0, newValue) } }
    }
    public struct ScopedResourceSelectorRequirement: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.ScopedResourceSelectorRequirement")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var scopeName: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var `operator`: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var values: [String] { get { message.getList(2) } set { message.setList(2, newValue) } }
    }
    public struct ResourceQuotaStatus: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.ResourceQuotaStatus")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var hard: StringMap<Quantity> { get { message.getMap(0) } set { message.setMap(0, newValue) } }
        public var used: StringMap<Quantity> { get { message.getMap(1) } set { message.setMap(1, newValue) } }
    }
    public struct ResourceQuota: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.ResourceQuota")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ObjectMeta {
            get { message.get(0) }
            _modify { var child: Meta.ObjectMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var spec: Core.ResourceQuotaSpec {
            get { message.get(1) }
            _modify { var child: Core.ResourceQuotaSpec = message.take(1); defer { message.set(1, child) }; yield &child }
        }
        public var status: Core.ResourceQuotaStatus {
            get { message.get(2) }
            _modify { var child: Core.ResourceQuotaStatus = message.take(2); defer { message.set(2, child) }; yield &child }
        }
    }
    public struct ResourceQuotaList: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.ResourceQuotaList")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ListMeta {
            get { message.get(0) }
            _modify { var child: Meta.ListMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var items: [Core.ResourceQuota] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct Secret: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.Secret")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ObjectMeta {
            get { message.get(0) }
            _modify { var child: Meta.ObjectMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var immutable: Bool? { get { message.getOptional(1) } set { message.setOptional(1, newValue) } }
        public var data: StringMap<[UInt8]> { get { message.getMap(2) } set { message.setMap(2, newValue) } }
        public var stringData: StringMap<String> { get { message.getMap(3) } set { message.setMap(3, newValue) } }
        public var type: String { get { message.get(4) } set { message.set(4, newValue) } }
    }
    public struct SecretList: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.SecretList")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ListMeta {
            get { message.get(0) }
            _modify { var child: Meta.ListMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var items: [Core.Secret] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct ConfigMap: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.ConfigMap")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ObjectMeta {
            get { message.get(0) }
            _modify { var child: Meta.ObjectMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var immutable: Bool? { get { message.getOptional(1) } set { message.setOptional(1, newValue) } }
        public var data: StringMap<String> { get { message.getMap(2) } set { message.setMap(2, newValue) } }
        public var binaryData: StringMap<[UInt8]> { get { message.getMap(3) } set { message.setMap(3, newValue) } }
    }
    public struct ConfigMapList: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.ConfigMapList")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ListMeta {
            get { message.get(0) }
            _modify { var child: Meta.ListMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var items: [Core.ConfigMap] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct ComponentCondition: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.ComponentCondition")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var type: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var status: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var message_: String { get { message.get(2) } set { message.set(2, newValue) } }
        public var error: String { get { message.get(3) } set { message.set(3, newValue) } }
    }
    public struct ComponentStatus: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.ComponentStatus")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ObjectMeta {
            get { message.get(0) }
            _modify { var child: Meta.ObjectMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var conditions: [Core.ComponentCondition] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct ComponentStatusList: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.ComponentStatusList")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ListMeta {
            get { message.get(0) }
            _modify { var child: Meta.ListMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var items: [Core.ComponentStatus] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct DownwardAPIVolumeSource: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.DownwardAPIVolumeSource")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var items: [Core.DownwardAPIVolumeFile] { get { message.getList(0) } set { message.setList(0, newValue) } }
        public var defaultMode: Int? { get { message.getOptional(1) } set { message.setOptional(1, newValue) } }
    }
    public struct DownwardAPIVolumeFile: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.DownwardAPIVolumeFile")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var path: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var fieldRef: Core.ObjectFieldSelector? {
            get { message.getOptional(1) }
            _modify { var child: Core.ObjectFieldSelector? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
        public var resourceFieldRef: Core.ResourceFieldSelector? {
            get { message.getOptional(2) }
            _modify { var child: Core.ResourceFieldSelector? = message.takeOptional(2); defer { message.setOptional(2, child) }; yield &child }
        }
        public var mode: Int? { get { message.getOptional(3) } set { message.setOptional(3, newValue) } }
    }
    public struct DownwardAPIProjection: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.DownwardAPIProjection")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var items: [Core.DownwardAPIVolumeFile] { get { message.getList(0) } set { message.setList(0, newValue) } }
    }
    public struct SecurityContext: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.SecurityContext")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var capabilities: Core.Capabilities? {
            get { message.getOptional(0) }
            _modify { var child: Core.Capabilities? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
        public var privileged: Bool? { get { message.getOptional(1) } set { message.setOptional(1, newValue) } }
        public var seLinuxOptions: Core.SELinuxOptions? {
            get { message.getOptional(2) }
            _modify { var child: Core.SELinuxOptions? = message.takeOptional(2); defer { message.setOptional(2, child) }; yield &child }
        }
        public var windowsOptions: Core.WindowsSecurityContextOptions? {
            get { message.getOptional(3) }
            _modify { var child: Core.WindowsSecurityContextOptions? = message.takeOptional(3); defer { message.setOptional(3, child) }; yield &child }
        }
        public var runAsUser: Int? { get { message.getOptional(4) } set { message.setOptional(4, newValue) } }
        public var runAsGroup: Int? { get { message.getOptional(5) } set { message.setOptional(5, newValue) } }
        public var runAsNonRoot: Bool? { get { message.getOptional(6) } set { message.setOptional(6, newValue) } }
        public var readOnlyRootFilesystem: Bool? { get { message.getOptional(7) } set { message.setOptional(7, newValue) } }
        public var allowPrivilegeEscalation: Bool? { get { message.getOptional(8) } set { message.setOptional(8, newValue) } }
        public var procMount: String? { get { message.getOptional(9) } set { message.setOptional(9, newValue) } }
        public var seccompProfile: Core.SeccompProfile? {
            get { message.getOptional(10) }
            _modify { var child: Core.SeccompProfile? = message.takeOptional(10); defer { message.setOptional(10, child) }; yield &child }
        }
        public var appArmorProfile: Core.AppArmorProfile? {
            get { message.getOptional(11) }
            _modify { var child: Core.AppArmorProfile? = message.takeOptional(11); defer { message.setOptional(11, child) }; yield &child }
        }
    }
    public struct SELinuxOptions: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.SELinuxOptions")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var user: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var role: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var type: String { get { message.get(2) } set { message.set(2, newValue) } }
        public var level: String { get { message.get(3) } set { message.set(3, newValue) } }
    }
    public struct WindowsSecurityContextOptions: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.WindowsSecurityContextOptions")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var gmsaCredentialSpecName: String? { get { message.getOptional(0) } set { message.setOptional(0, newValue) } }
        public var gmsaCredentialSpec: String? { get { message.getOptional(1) } set { message.setOptional(1, newValue) } }
        public var runAsUserName: String? { get { message.getOptional(2) } set { message.setOptional(2, newValue) } }
        public var hostProcess: Bool? { get { message.getOptional(3) } set { message.setOptional(3, newValue) } }
    }
    public struct RangeAllocation: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.RangeAllocation")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ObjectMeta {
            get { message.get(0) }
            _modify { var child: Meta.ObjectMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var range: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var data: [UInt8] { get { message.get(2) } set { message.set(2, newValue) } }
    }
    public struct Sysctl: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.Sysctl")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var name: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var value: String { get { message.get(1) } set { message.set(1, newValue) } }
    }
    public struct PortStatus: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.PortStatus")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var port: Int { get { message.get(0) } set { message.set(0, newValue) } }
        public var `protocol`: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var error: String? { get { message.getOptional(2) } set { message.setOptional(2, newValue) } }
    }
    public struct ImageVolumeSource: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.ImageVolumeSource")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var reference: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var pullPolicy: String { get { message.get(1) } set { message.set(1, newValue) } }
    }
    public struct NodeAllocatableResourceClaimStatus: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.core.v1.NodeAllocatableResourceClaimStatus")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var resourceClaimName: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var containers: [String] { get { message.getList(1) } set { message.setList(1, newValue) } }
        public var resources: StringMap<Quantity> { get { message.getMap(2) } set { message.setMap(2, newValue) } }
    }
}
