// Made by proto/generate.py from proto/. Do not edit.
// swift-format-ignore-file

/// Typed views of `k8s.io.api.apps.v1`.
public enum Apps {}

extension Apps {
    public struct StatefulSet: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.apps.v1.StatefulSet")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ObjectMeta {
            get { message.get(0) }
            _modify { var child: Meta.ObjectMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var spec: Apps.StatefulSetSpec {
            get { message.get(1) }
            _modify { var child: Apps.StatefulSetSpec = message.take(1); defer { message.set(1, child) }; yield &child }
        }
        public var status: Apps.StatefulSetStatus {
            get { message.get(2) }
            _modify { var child: Apps.StatefulSetStatus = message.take(2); defer { message.set(2, child) }; yield &child }
        }
    }
    public struct StatefulSetUpdateStrategy: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.apps.v1.StatefulSetUpdateStrategy")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var type: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var rollingUpdate: Apps.RollingUpdateStatefulSetStrategy? {
            get { message.getOptional(1) }
            _modify { var child: Apps.RollingUpdateStatefulSetStrategy? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
    }
    public struct RollingUpdateStatefulSetStrategy: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.apps.v1.RollingUpdateStatefulSetStrategy")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var partition: Int? { get { message.getOptional(0) } set { message.setOptional(0, newValue) } }
        public var maxUnavailable: IntOrString? { get { message.getOptional(1) } set { message.setOptional(1, newValue) } }
    }
    public struct StatefulSetPersistentVolumeClaimRetentionPolicy: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.apps.v1.StatefulSetPersistentVolumeClaimRetentionPolicy")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var whenDeleted: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var whenScaled: String { get { message.get(1) } set { message.set(1, newValue) } }
    }
    public struct StatefulSetOrdinals: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.apps.v1.StatefulSetOrdinals")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var start: Int { get { message.get(0) } set { message.set(0, newValue) } }
    }
    public struct StatefulSetSpec: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.apps.v1.StatefulSetSpec")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var replicas: Int? { get { message.getOptional(0) } set { message.setOptional(0, newValue) } }
        public var selector: Meta.LabelSelector? {
            get { message.getOptional(1) }
            _modify { var child: Meta.LabelSelector? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
        public var template: Core.PodTemplateSpec {
            get { message.get(2) }
            _modify { var child: Core.PodTemplateSpec = message.take(2); defer { message.set(2, child) }; yield &child }
        }
        public var volumeClaimTemplates: [Core.PersistentVolumeClaim] { get { message.getList(3) } set { message.setList(3, newValue) } }
        public var serviceName: String { get { message.get(4) } set { message.set(4, newValue) } }
        public var podManagementPolicy: String { get { message.get(5) } set { message.set(5, newValue) } }
        public var updateStrategy: Apps.StatefulSetUpdateStrategy {
            get { message.get(6) }
            _modify { var child: Apps.StatefulSetUpdateStrategy = message.take(6); defer { message.set(6, child) }; yield &child }
        }
        public var revisionHistoryLimit: Int? { get { message.getOptional(7) } set { message.setOptional(7, newValue) } }
        public var minReadySeconds: Int { get { message.get(8) } set { message.set(8, newValue) } }
        public var persistentVolumeClaimRetentionPolicy: Apps.StatefulSetPersistentVolumeClaimRetentionPolicy? {
            get { message.getOptional(9) }
            _modify { var child: Apps.StatefulSetPersistentVolumeClaimRetentionPolicy? = message.takeOptional(9); defer { message.setOptional(9, child) }; yield &child }
        }
        public var ordinals: Apps.StatefulSetOrdinals? {
            get { message.getOptional(10) }
            _modify { var child: Apps.StatefulSetOrdinals? = message.takeOptional(10); defer { message.setOptional(10, child) }; yield &child }
        }
    }
    public struct StatefulSetStatus: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.apps.v1.StatefulSetStatus")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var observedGeneration: Int { get { message.get(0) } set { message.set(0, newValue) } }
        public var replicas: Int { get { message.get(1) } set { message.set(1, newValue) } }
        public var readyReplicas: Int { get { message.get(2) } set { message.set(2, newValue) } }
        public var currentReplicas: Int { get { message.get(3) } set { message.set(3, newValue) } }
        public var updatedReplicas: Int { get { message.get(4) } set { message.set(4, newValue) } }
        public var currentRevision: String { get { message.get(5) } set { message.set(5, newValue) } }
        public var updateRevision: String { get { message.get(6) } set { message.set(6, newValue) } }
        public var collisionCount: Int? { get { message.getOptional(7) } set { message.setOptional(7, newValue) } }
        public var conditions: [Apps.StatefulSetCondition] { get { message.getList(8) } set { message.setList(8, newValue) } }
        public var availableReplicas: Int { get { message.get(9) } set { message.set(9, newValue) } }
    }
    public struct StatefulSetCondition: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.apps.v1.StatefulSetCondition")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var type: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var status: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var lastTransitionTime: Timestamp? { get { message.getOptional(2) } set { message.setOptional(2, newValue) } }
        public var reason: String { get { message.get(3) } set { message.set(3, newValue) } }
        public var message_: String { get { message.get(4) } set { message.set(4, newValue) } }
    }
    public struct StatefulSetList: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.apps.v1.StatefulSetList")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ListMeta {
            get { message.get(0) }
            _modify { var child: Meta.ListMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var items: [Apps.StatefulSet] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct Deployment: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.apps.v1.Deployment")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ObjectMeta {
            get { message.get(0) }
            _modify { var child: Meta.ObjectMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var spec: Apps.DeploymentSpec {
            get { message.get(1) }
            _modify { var child: Apps.DeploymentSpec = message.take(1); defer { message.set(1, child) }; yield &child }
        }
        public var status: Apps.DeploymentStatus {
            get { message.get(2) }
            _modify { var child: Apps.DeploymentStatus = message.take(2); defer { message.set(2, child) }; yield &child }
        }
    }
    public struct DeploymentSpec: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.apps.v1.DeploymentSpec")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var replicas: Int? { get { message.getOptional(0) } set { message.setOptional(0, newValue) } }
        public var selector: Meta.LabelSelector? {
            get { message.getOptional(1) }
            _modify { var child: Meta.LabelSelector? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
        public var template: Core.PodTemplateSpec {
            get { message.get(2) }
            _modify { var child: Core.PodTemplateSpec = message.take(2); defer { message.set(2, child) }; yield &child }
        }
        public var strategy: Apps.DeploymentStrategy {
            get { message.get(3) }
            _modify { var child: Apps.DeploymentStrategy = message.take(3); defer { message.set(3, child) }; yield &child }
        }
        public var minReadySeconds: Int { get { message.get(4) } set { message.set(4, newValue) } }
        public var revisionHistoryLimit: Int? { get { message.getOptional(5) } set { message.setOptional(5, newValue) } }
        public var paused: Bool { get { message.get(6) } set { message.set(6, newValue) } }
        public var progressDeadlineSeconds: Int? { get { message.getOptional(7) } set { message.setOptional(7, newValue) } }
    }
    public struct DeploymentStrategy: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.apps.v1.DeploymentStrategy")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var type: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var rollingUpdate: Apps.RollingUpdateDeployment? {
            get { message.getOptional(1) }
            _modify { var child: Apps.RollingUpdateDeployment? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
    }
    public struct RollingUpdateDeployment: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.apps.v1.RollingUpdateDeployment")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var maxUnavailable: IntOrString? { get { message.getOptional(0) } set { message.setOptional(0, newValue) } }
        public var maxSurge: IntOrString? { get { message.getOptional(1) } set { message.setOptional(1, newValue) } }
    }
    public struct DeploymentStatus: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.apps.v1.DeploymentStatus")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var observedGeneration: Int { get { message.get(0) } set { message.set(0, newValue) } }
        public var replicas: Int { get { message.get(1) } set { message.set(1, newValue) } }
        public var updatedReplicas: Int { get { message.get(2) } set { message.set(2, newValue) } }
        public var readyReplicas: Int { get { message.get(3) } set { message.set(3, newValue) } }
        public var availableReplicas: Int { get { message.get(4) } set { message.set(4, newValue) } }
        public var unavailableReplicas: Int { get { message.get(5) } set { message.set(5, newValue) } }
        public var terminatingReplicas: Int? { get { message.getOptional(6) } set { message.setOptional(6, newValue) } }
        public var conditions: [Apps.DeploymentCondition] { get { message.getList(7) } set { message.setList(7, newValue) } }
        public var collisionCount: Int? { get { message.getOptional(8) } set { message.setOptional(8, newValue) } }
    }
    public struct DeploymentCondition: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.apps.v1.DeploymentCondition")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var type: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var status: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var lastUpdateTime: Timestamp? { get { message.getOptional(2) } set { message.setOptional(2, newValue) } }
        public var lastTransitionTime: Timestamp? { get { message.getOptional(3) } set { message.setOptional(3, newValue) } }
        public var reason: String { get { message.get(4) } set { message.set(4, newValue) } }
        public var message_: String { get { message.get(5) } set { message.set(5, newValue) } }
    }
    public struct DeploymentList: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.apps.v1.DeploymentList")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ListMeta {
            get { message.get(0) }
            _modify { var child: Meta.ListMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var items: [Apps.Deployment] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct DaemonSetUpdateStrategy: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.apps.v1.DaemonSetUpdateStrategy")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var type: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var rollingUpdate: Apps.RollingUpdateDaemonSet? {
            get { message.getOptional(1) }
            _modify { var child: Apps.RollingUpdateDaemonSet? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
    }
    public struct RollingUpdateDaemonSet: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.apps.v1.RollingUpdateDaemonSet")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var maxUnavailable: IntOrString? { get { message.getOptional(0) } set { message.setOptional(0, newValue) } }
        public var maxSurge: IntOrString? { get { message.getOptional(1) } set { message.setOptional(1, newValue) } }
    }
    public struct DaemonSetSpec: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.apps.v1.DaemonSetSpec")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var selector: Meta.LabelSelector? {
            get { message.getOptional(0) }
            _modify { var child: Meta.LabelSelector? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
        public var template: Core.PodTemplateSpec {
            get { message.get(1) }
            _modify { var child: Core.PodTemplateSpec = message.take(1); defer { message.set(1, child) }; yield &child }
        }
        public var updateStrategy: Apps.DaemonSetUpdateStrategy {
            get { message.get(2) }
            _modify { var child: Apps.DaemonSetUpdateStrategy = message.take(2); defer { message.set(2, child) }; yield &child }
        }
        public var minReadySeconds: Int { get { message.get(3) } set { message.set(3, newValue) } }
        public var revisionHistoryLimit: Int? { get { message.getOptional(4) } set { message.setOptional(4, newValue) } }
    }
    public struct DaemonSetStatus: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.apps.v1.DaemonSetStatus")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var currentNumberScheduled: Int { get { message.get(0) } set { message.set(0, newValue) } }
        public var numberMisscheduled: Int { get { message.get(1) } set { message.set(1, newValue) } }
        public var desiredNumberScheduled: Int { get { message.get(2) } set { message.set(2, newValue) } }
        public var numberReady: Int { get { message.get(3) } set { message.set(3, newValue) } }
        public var observedGeneration: Int { get { message.get(4) } set { message.set(4, newValue) } }
        public var updatedNumberScheduled: Int { get { message.get(5) } set { message.set(5, newValue) } }
        public var numberAvailable: Int { get { message.get(6) } set { message.set(6, newValue) } }
        public var numberUnavailable: Int { get { message.get(7) } set { message.set(7, newValue) } }
        public var collisionCount: Int? { get { message.getOptional(8) } set { message.setOptional(8, newValue) } }
        public var conditions: [Apps.DaemonSetCondition] { get { message.getList(9) } set { message.setList(9, newValue) } }
    }
    public struct DaemonSetCondition: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.apps.v1.DaemonSetCondition")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var type: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var status: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var lastTransitionTime: Timestamp? { get { message.getOptional(2) } set { message.setOptional(2, newValue) } }
        public var reason: String { get { message.get(3) } set { message.set(3, newValue) } }
        public var message_: String { get { message.get(4) } set { message.set(4, newValue) } }
    }
    public struct DaemonSet: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.apps.v1.DaemonSet")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ObjectMeta {
            get { message.get(0) }
            _modify { var child: Meta.ObjectMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var spec: Apps.DaemonSetSpec {
            get { message.get(1) }
            _modify { var child: Apps.DaemonSetSpec = message.take(1); defer { message.set(1, child) }; yield &child }
        }
        public var status: Apps.DaemonSetStatus {
            get { message.get(2) }
            _modify { var child: Apps.DaemonSetStatus = message.take(2); defer { message.set(2, child) }; yield &child }
        }
    }
    public struct DaemonSetList: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.apps.v1.DaemonSetList")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ListMeta {
            get { message.get(0) }
            _modify { var child: Meta.ListMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var items: [Apps.DaemonSet] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct ReplicaSet: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.apps.v1.ReplicaSet")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ObjectMeta {
            get { message.get(0) }
            _modify { var child: Meta.ObjectMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var spec: Apps.ReplicaSetSpec {
            get { message.get(1) }
            _modify { var child: Apps.ReplicaSetSpec = message.take(1); defer { message.set(1, child) }; yield &child }
        }
        public var status: Apps.ReplicaSetStatus {
            get { message.get(2) }
            _modify { var child: Apps.ReplicaSetStatus = message.take(2); defer { message.set(2, child) }; yield &child }
        }
    }
    public struct ReplicaSetList: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.apps.v1.ReplicaSetList")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ListMeta {
            get { message.get(0) }
            _modify { var child: Meta.ListMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var items: [Apps.ReplicaSet] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct ReplicaSetSpec: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.apps.v1.ReplicaSetSpec")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var replicas: Int? { get { message.getOptional(0) } set { message.setOptional(0, newValue) } }
        public var minReadySeconds: Int { get { message.get(1) } set { message.set(1, newValue) } }
        public var selector: Meta.LabelSelector? {
            get { message.getOptional(2) }
            _modify { var child: Meta.LabelSelector? = message.takeOptional(2); defer { message.setOptional(2, child) }; yield &child }
        }
        public var template: Core.PodTemplateSpec {
            get { message.get(3) }
            _modify { var child: Core.PodTemplateSpec = message.take(3); defer { message.set(3, child) }; yield &child }
        }
    }
    public struct ReplicaSetStatus: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.apps.v1.ReplicaSetStatus")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var replicas: Int { get { message.get(0) } set { message.set(0, newValue) } }
        public var fullyLabeledReplicas: Int { get { message.get(1) } set { message.set(1, newValue) } }
        public var readyReplicas: Int { get { message.get(2) } set { message.set(2, newValue) } }
        public var availableReplicas: Int { get { message.get(3) } set { message.set(3, newValue) } }
        public var terminatingReplicas: Int? { get { message.getOptional(4) } set { message.setOptional(4, newValue) } }
        public var observedGeneration: Int { get { message.get(5) } set { message.set(5, newValue) } }
        public var conditions: [Apps.ReplicaSetCondition] { get { message.getList(6) } set { message.setList(6, newValue) } }
    }
    public struct ReplicaSetCondition: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.apps.v1.ReplicaSetCondition")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var type: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var status: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var lastTransitionTime: Timestamp? { get { message.getOptional(2) } set { message.setOptional(2, newValue) } }
        public var reason: String { get { message.get(3) } set { message.set(3, newValue) } }
        public var message_: String { get { message.get(4) } set { message.set(4, newValue) } }
    }
    public struct ControllerRevision: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.apps.v1.ControllerRevision")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ObjectMeta {
            get { message.get(0) }
            _modify { var child: Meta.ObjectMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var data: RawJSON { get { message.get(1) } set { message.set(1, newValue) } }
        public var revision: Int { get { message.get(2) } set { message.set(2, newValue) } }
    }
    public struct ControllerRevisionList: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.apps.v1.ControllerRevisionList")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ListMeta {
            get { message.get(0) }
            _modify { var child: Meta.ListMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var items: [Apps.ControllerRevision] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
}
