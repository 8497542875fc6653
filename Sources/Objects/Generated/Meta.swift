// Made by proto/generate.py from proto/. Do not edit.
// swift-format-ignore-file

/// Typed views of `k8s.io.apimachinery.pkg.apis.meta.v1`.
public enum Meta {}

extension Meta {
    public struct TypeMeta: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.apimachinery.pkg.apis.meta.v1.TypeMeta")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var kind: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var apiVersion: String { get { message.get(1) } set { message.set(1, newValue) } }
    }
    public struct ListMeta: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.apimachinery.pkg.apis.meta.v1.ListMeta")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var selfLink: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var resourceVersion: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var `continue`: String { get { message.get(2) } set { message.set(2, newValue) } }
        public var remainingItemCount: Int? { get { message.getOptional(3) } set { message.setOptional(3, newValue) } }
        public var shardInfo: Meta.ShardInfo? {
            get { message.getOptional(4) }
            _modify { var child: Meta.ShardInfo? = message.takeOptional(4); defer { message.setOptional(4, child) }; yield &child }
        }
    }
    public struct ShardInfo: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.apimachinery.pkg.apis.meta.v1.ShardInfo")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var selector: String { get { message.get(0) } set { message.set(0, newValue) } }
    }
    public struct ObjectMeta: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.apimachinery.pkg.apis.meta.v1.ObjectMeta")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var name: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var generateName: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var namespace: String { get { message.get(2) } set { message.set(2, newValue) } }
        public var selfLink: String { get { message.get(3) } set { message.set(3, newValue) } }
        public var uid: String { get { message.get(4) } set { message.set(4, newValue) } }
        public var resourceVersion: String { get { message.get(5) } set { message.set(5, newValue) } }
        public var generation: Int { get { message.get(6) } set { message.set(6, newValue) } }
        public var creationTimestamp: Timestamp? { get { message.getOptional(7) } set { message.setOptional(7, newValue) } }
        public var deletionTimestamp: Timestamp? { get { message.getOptional(8) } set { message.setOptional(8, newValue) } }
        public var deletionGracePeriodSeconds: Int? { get { message.getOptional(9) } set { message.setOptional(9, newValue) } }
        public var labels: StringMap<String> { get { message.getMap(10) } set { message.setMap(10, newValue) } }
        public var annotations: StringMap<String> { get { message.getMap(11) } set { message.setMap(11, newValue) } }
        public var ownerReferences: [Meta.OwnerReference] { get { message.getList(12) } set { message.setList(12, newValue) } }
        public var finalizers: [String] { get { message.getList(13) } set { message.setList(13, newValue) } }
        public var managedFields: [Meta.ManagedFieldsEntry] { get { message.getList(14) } set { message.setList(14, newValue) } }
    }
    public struct OwnerReference: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.apimachinery.pkg.apis.meta.v1.OwnerReference")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var apiVersion: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var kind: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var name: String { get { message.get(2) } set { message.set(2, newValue) } }
        public var uid: String { get { message.get(3) } set { message.set(3, newValue) } }
        public var controller: Bool? { get { message.getOptional(4) } set { message.setOptional(4, newValue) } }
        public var blockOwnerDeletion: Bool? { get { message.getOptional(5) } set { message.setOptional(5, newValue) } }
    }
    public struct ListOptions: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.apimachinery.pkg.apis.meta.v1.ListOptions")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var labelSelector: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var fieldSelector: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var watch: Bool { get { message.get(2) } set { message.set(2, newValue) } }
        public var allowWatchBookmarks: Bool { get { message.get(3) } set { message.set(3, newValue) } }
        public var resourceVersion: String { get { message.get(4) } set { message.set(4, newValue) } }
        public var resourceVersionMatch: String { get { message.get(5) } set { message.set(5, newValue) } }
        public var timeoutSeconds: Int? { get { message.getOptional(6) } set { message.setOptional(6, newValue) } }
        public var limit: Int { get { message.get(7) } set { message.set(7, newValue) } }
        public var `continue`: String { get { message.get(8) } set { message.set(8, newValue) } }
        public var sendInitialEvents: Bool? { get { message.getOptional(9) } set { message.setOptional(9, newValue) } }
        public var shardSelector: String { get { message.get(10) } set { message.set(10, newValue) } }
    }
    public struct GetOptions: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.apimachinery.pkg.apis.meta.v1.GetOptions")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var resourceVersion: String { get { message.get(0) } set { message.set(0, newValue) } }
    }
    public struct DeleteOptions: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.apimachinery.pkg.apis.meta.v1.DeleteOptions")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var gracePeriodSeconds: Int? { get { message.getOptional(0) } set { message.setOptional(0, newValue) } }
        public var preconditions: Meta.Preconditions? {
            get { message.getOptional(1) }
            _modify { var child: Meta.Preconditions? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
        public var orphanDependents: Bool? { get { message.getOptional(2) } set { message.setOptional(2, newValue) } }
        public var propagationPolicy: String? { get { message.getOptional(3) } set { message.setOptional(3, newValue) } }
        public var dryRun: [String] { get { message.getList(4) } set { message.setList(4, newValue) } }
        public var ignoreStoreReadErrorWithClusterBreakingPotential: Bool? { get { message.getOptional(5) } set { message.setOptional(5, newValue) } }
    }
    public struct CreateOptions: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.apimachinery.pkg.apis.meta.v1.CreateOptions")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var dryRun: [String] { get { message.getList(0) } set { message.setList(0, newValue) } }
        public var fieldManager: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var fieldValidation: String { get { message.get(2) } set { message.set(2, newValue) } }
    }
    public struct PatchOptions: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.apimachinery.pkg.apis.meta.v1.PatchOptions")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var dryRun: [String] { get { message.getList(0) } set { message.setList(0, newValue) } }
        public var force: Bool? { get { message.getOptional(1) } set { message.setOptional(1, newValue) } }
        public var fieldManager: String { get { message.get(2) } set { message.set(2, newValue) } }
        public var fieldValidation: String { get { message.get(3) } set { message.set(3, newValue) } }
    }
    public struct ApplyOptions: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.apimachinery.pkg.apis.meta.v1.ApplyOptions")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var dryRun: [String] { get { message.getList(0) } set { message.setList(0, newValue) } }
        public var force: Bool { get { message.get(1) } set { message.set(1, newValue) } }
        public var fieldManager: String { get { message.get(2) } set { message.set(2, newValue) } }
    }
    public struct UpdateOptions: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.apimachinery.pkg.apis.meta.v1.UpdateOptions")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var dryRun: [String] { get { message.getList(0) } set { message.setList(0, newValue) } }
        public var fieldManager: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var fieldValidation: String { get { message.get(2) } set { message.set(2, newValue) } }
    }
    public struct Preconditions: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.apimachinery.pkg.apis.meta.v1.Preconditions")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var uid: String? { get { message.getOptional(0) } set { message.setOptional(0, newValue) } }
        public var resourceVersion: String? { get { message.getOptional(1) } set { message.setOptional(1, newValue) } }
    }
    public struct Status: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.apimachinery.pkg.apis.meta.v1.Status")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ListMeta {
            get { message.get(0) }
            _modify { var child: Meta.ListMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var status: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var message_: String { get { message.get(2) } set { message.set(2, newValue) } }
        public var reason: String { get { message.get(3) } set { message.set(3, newValue) } }
        public var details: Meta.StatusDetails? {
            get { message.getOptional(4) }
            _modify { var child: Meta.StatusDetails? = message.takeOptional(4); defer { message.setOptional(4, child) }; yield &child }
        }
        public var code: Int { get { message.get(5) } set { message.set(5, newValue) } }
    }
    public struct StatusDetails: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.apimachinery.pkg.apis.meta.v1.StatusDetails")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var name: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var group: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var kind: String { get { message.get(2) } set { message.set(2, newValue) } }
        public var uid: String { get { message.get(3) } set { message.set(3, newValue) } }
        public var causes: [Meta.StatusCause] { get { message.getList(4) } set { message.setList(4, newValue) } }
        public var retryAfterSeconds: Int { get { message.get(5) } set { message.set(5, newValue) } }
    }
    public struct StatusCause: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.apimachinery.pkg.apis.meta.v1.StatusCause")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var reason: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var message_: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var field: String { get { message.get(2) } set { message.set(2, newValue) } }
    }
    public struct List: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.apimachinery.pkg.apis.meta.v1.List")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ListMeta {
            get { message.get(0) }
            _modify { var child: Meta.ListMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var items: [RawJSON] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct APIVersions: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.apimachinery.pkg.apis.meta.v1.APIVersions")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var versions: [String] { get { message.getList(0) } set { message.setList(0, newValue) } }
        public var serverAddressByClientCIDRs: [Meta.ServerAddressByClientCIDR] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct APIGroupList: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.apimachinery.pkg.apis.meta.v1.APIGroupList")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var groups: [Meta.APIGroup] { get { message.getList(0) } set { message.setList(0, newValue) } }
    }
    public struct APIGroup: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.apimachinery.pkg.apis.meta.v1.APIGroup")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var name: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var versions: [Meta.GroupVersionForDiscovery] { get { message.getList(1) } set { message.setList(1, newValue) } }
        public var preferredVersion: Meta.GroupVersionForDiscovery {
            get { message.get(2) }
            _modify { var child: Meta.GroupVersionForDiscovery = message.take(2); defer { message.set(2, child) }; yield &child }
        }
        public var serverAddressByClientCIDRs: [Meta.ServerAddressByClientCIDR] { get { message.getList(3) } set { message.setList(3, newValue) } }
    }
    public struct ServerAddressByClientCIDR: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.apimachinery.pkg.apis.meta.v1.ServerAddressByClientCIDR")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var clientCIDR: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var serverAddress: String { get { message.get(1) } set { message.set(1, newValue) } }
    }
    public struct GroupVersionForDiscovery: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.apimachinery.pkg.apis.meta.v1.GroupVersionForDiscovery")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var groupVersion: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var version: String { get { message.get(1) } set { message.set(1, newValue) } }
    }
    public struct APIResource: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.apimachinery.pkg.apis.meta.v1.APIResource")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var name: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var singularName: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var namespaced: Bool { get { message.get(2) } set { message.set(2, newValue) } }
        public var group: String { get { message.get(3) } set { message.set(3, newValue) } }
        public var version: String { get { message.get(4) } set { message.set(4, newValue) } }
        public var kind: String { get { message.get(5) } set { message.set(5, newValue) } }
        public var verbs: [String] { get { message.getList(6) } set { message.setList(6, newValue) } }
        public var shortNames: [String] { get { message.getList(7) } set { message.setList(7, newValue) } }
        public var categories: [String] { get { message.getList(8) } set { message.setList(8, newValue) } }
        public var storageVersionHash: String { get { message.get(9) } set { message.set(9, newValue) } }
    }
    public struct APIResourceList: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.apimachinery.pkg.apis.meta.v1.APIResourceList")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var groupVersion: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var resources: [Meta.APIResource] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct RootPaths: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.apimachinery.pkg.apis.meta.v1.RootPaths")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var paths: [String] { get { message.getList(0) } set { message.setList(0, newValue) } }
    }
    public struct LabelSelector: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.apimachinery.pkg.apis.meta.v1.LabelSelector")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var matchLabels: StringMap<String> { get { message.getMap(0) } set { message.setMap(0, newValue) } }
        public var matchExpressions: [Meta.LabelSelectorRequirement] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct LabelSelectorRequirement: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.apimachinery.pkg.apis.meta.v1.LabelSelectorRequirement")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var key: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var `operator`: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var values: [String] { get { message.getList(2) } set { message.setList(2, newValue) } }
    }
    public struct FieldSelectorRequirement: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.apimachinery.pkg.apis.meta.v1.FieldSelectorRequirement")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var key: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var `operator`: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var values: [String] { get { message.getList(2) } set { message.setList(2, newValue) } }
    }
    public struct ManagedFieldsEntry: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.apimachinery.pkg.apis.meta.v1.ManagedFieldsEntry")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var manager: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var operation: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var apiVersion: String { get { message.get(2) } set { message.set(2, newValue) } }
        public var time: Timestamp? { get { message.getOptional(3) } set { message.setOptional(3, newValue) } }
        public var fieldsType: String { get { message.get(4) } set { message.set(4, newValue) } }
        public var fieldsV1: RawJSON? { get { message.getOptional(5) } set { message.setOptional(5, newValue) } }
        public var subresource: String { get { message.get(6) } set { message.set(6, newValue) } }
    }
    public struct Table: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.apimachinery.pkg.apis.meta.v1.Table")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ListMeta {
            get { message.get(0) }
            _modify { var child: Meta.ListMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var columnDefinitions: [Meta.TableColumnDefinition] { get { message.getList(1) } set { message.setList(1, newValue) } }
        public var rows: [Meta.TableRow] { get { message.getList(2) } set { message.setList(2, newValue) } }
    }
    public struct TableColumnDefinition: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.apimachinery.pkg.apis.meta.v1.TableColumnDefinition")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var name: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var type: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var format: String { get { message.get(2) } set { message.set(2, newValue) } }
        public var description_: String { get { message.get(3) } set { message.set(3, newValue) } }
        public var priority: Int { get { message.get(4) } set { message.set(4, newValue) } }
    }
    public struct TableRow: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.apimachinery.pkg.apis.meta.v1.TableRow")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var conditions: [Meta.TableRowCondition] { get { message.getList(0) } set { message.setList(0, newValue) } }
        public var object: RawJSON { get { message.get(1) } set { message.set(1, newValue) } }
    }
    public struct TableRowCondition: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.apimachinery.pkg.apis.meta.v1.TableRowCondition")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var type: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var status: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var reason: String { get { message.get(2) } set { message.set(2, newValue) } }
        public var message_: String { get { message.get(3) } set { message.set(3, newValue) } }
    }
    public struct TableOptions: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.apimachinery.pkg.apis.meta.v1.TableOptions")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var includeObject: String { get { message.get(0) } set { message.set(0, newValue) } }
    }
    public struct PartialObjectMetadata: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.apimachinery.pkg.apis.meta.v1.PartialObjectMetadata")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ObjectMeta {
            get { message.get(0) }
            _modify { var child: Meta.ObjectMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
    }
    public struct PartialObjectMetadataList: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.apimachinery.pkg.apis.meta.v1.PartialObjectMetadataList")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ListMeta {
            get { message.get(0) }
            _modify { var child: Meta.ListMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var items: [Meta.PartialObjectMetadata] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct Condition: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.apimachinery.pkg.apis.meta.v1.Condition")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var type: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var status: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var observedGeneration: Int { get { message.get(2) } set { message.set(2, newValue) } }
        public var lastTransitionTime: Timestamp? { get { message.getOptional(3) } set { message.setOptional(3, newValue) } }
        public var reason: String { get { message.get(4) } set { message.set(4, newValue) } }
        public var message_: String { get { message.get(5) } set { message.set(5, newValue) } }
    }
    public struct GroupVersionKind: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.apimachinery.pkg.apis.meta.v1.GroupVersionKind")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var group: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var version: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var kind: String { get { message.get(2) } set { message.set(2, newValue) } }
    }
    public struct GroupVersionResource: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.apimachinery.pkg.apis.meta.v1.GroupVersionResource")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var group: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var version: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var resource: String { get { message.get(2) } set { message.set(2, newValue) } }
    }
    public struct WatchEvent: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.apimachinery.pkg.apis.meta.v1.WatchEvent")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var type: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var object: RawJSON { get { message.get(1) } set { message.set(1, newValue) } }
    }
}
