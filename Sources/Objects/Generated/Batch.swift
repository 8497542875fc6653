// Made by proto/generate.py from proto/. Do not edit.
// swift-format-ignore-file

/// Typed views of `k8s.io.api.batch.v1`.
public enum Batch {}

extension Batch {
    public struct Job: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.batch.v1.Job")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ObjectMeta {
            get { message.get(0) }
            _modify { var child: Meta.ObjectMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var spec: Batch.JobSpec {
            get { message.get(1) }
            _modify { var child: Batch.JobSpec = message.take(1); defer { message.set(1, child) }; yield &child }
        }
        public var status: Batch.JobStatus {
            get { message.get(2) }
            _modify { var child: Batch.JobStatus = message.take(2); defer { message.set(2, child) }; yield &child }
        }
    }
    public struct JobList: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.batch.v1.JobList")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ListMeta {
            get { message.get(0) }
            _modify { var child: Meta.ListMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var items: [Batch.Job] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct PodFailurePolicyOnExitCodesRequirement: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.batch.v1.PodFailurePolicyOnExitCodesRequirement")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var containerName: String? { get { message.getOptional(0) } set { message.setOptional(0, newValue) } }
        public var `operator`: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var values: [Int] { get { message.getList(2) } set { message.setList(2, newValue) } }
    }
    public struct PodFailurePolicyOnPodConditionsPattern: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.batch.v1.PodFailurePolicyOnPodConditionsPattern")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var type: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var status: String { get { message.get(1) } set { message.set(1, newValue) } }
    }
    public struct PodFailurePolicyRule: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.batch.v1.PodFailurePolicyRule")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var action: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var onExitCodes: Batch.PodFailurePolicyOnExitCodesRequirement? {
            get { message.getOptional(1) }
            _modify { var child: Batch.PodFailurePolicyOnExitCodesRequirement? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
        public var onPodConditions: [Batch.PodFailurePolicyOnPodConditionsPattern] { get { message.getList(2) } set { message.setList(2, newValue) } }
    }
    public struct PodFailurePolicy: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.batch.v1.PodFailurePolicy")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var rules: [Batch.PodFailurePolicyRule] { get { message.getList(0) } set { message.setList(0, newValue) } }
    }
    public struct SuccessPolicy: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.batch.v1.SuccessPolicy")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var rules: [Batch.SuccessPolicyRule] { get { message.getList(0) } set { message.setList(0, newValue) } }
    }
    public struct SuccessPolicyRule: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.batch.v1.SuccessPolicyRule")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var succeededIndexes: String? { get { message.getOptional(0) } set { message.setOptional(0, newValue) } }
        public var succeededCount: Int? { get { message.getOptional(1) } set { message.setOptional(1, newValue) } }
    }
    public struct JobSpec: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.batch.v1.JobSpec")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var parallelism: Int? { get { message.getOptional(0) } set { message.setOptional(0, newValue) } }
        public var completions: Int? { get { message.getOptional(1) } set { message.setOptional(1, newValue) } }
        public var activeDeadlineSeconds: Int? { get { message.getOptional(2) } set { message.setOptional(2, newValue) } }
        public var podFailurePolicy: Batch.PodFailurePolicy? {
            get { message.getOptional(3) }
            _modify { var child: Batch.PodFailurePolicy? = message.takeOptional(3); defer { message.setOptional(3, child) }; yield &child }
        }
        public var successPolicy: Batch.SuccessPolicy? {
            get { message.getOptional(4) }
            _modify { var child: Batch.SuccessPolicy? = message.takeOptional(4); defer { message.setOptional(4, child) }; yield &child }
        }
        public var backoffLimit: Int? { get { message.getOptional(5) } set { message.setOptional(5, newValue) } }
        public var backoffLimitPerIndex: Int? { get { message.getOptional(6) } set { message.setOptional(6, newValue) } }
        public var maxFailedIndexes: Int? { get { message.getOptional(7) } set { message.setOptional(7, newValue) } }
        public var selector: Meta.LabelSelector? {
            get { message.getOptional(8) }
            _modify { var child: Meta.LabelSelector? = message.takeOptional(8); defer { message.setOptional(8, child) }; yield &child }
        }
        public var manualSelector: Bool? { get { message.getOptional(9) } set { message.setOptional(9, newValue) } }
        public var template: Core.PodTemplateSpec {
            get { message.get(10) }
            _modify { var child: Core.PodTemplateSpec = message.take(10); defer { message.set(10, child) }; yield &child }
        }
        public var ttlSecondsAfterFinished: Int? { get { message.getOptional(11) } set { message.setOptional(11, newValue) } }
        public var completionMode: String? { get { message.getOptional(12) } set { message.setOptional(12, newValue) } }
        public var suspend: Bool? { get { message.getOptional(13) } set { message.setOptional(13, newValue) } }
        public var podReplacementPolicy: String? { get { message.getOptional(14) } set { message.setOptional(14, newValue) } }
        public var managedBy: String? { get { message.getOptional(15) } set { message.setOptional(15, newValue) } }
    }
    public struct JobStatus: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.batch.v1.JobStatus")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var conditions: [Batch.JobCondition] { get { message.getList(0) } set { message.setList(0, newValue) } }
        public var startTime: Timestamp? { get { message.getOptional(1) } set { message.setOptional(1, newValue) } }
        public var completionTime: Timestamp? { get { message.getOptional(2) } set { message.setOptional(2, newValue) } }
        public var active: Int { get { message.get(3) } set { message.set(3, newValue) } }
        public var succeeded: Int { get { message.get(4) } set { message.set(4, newValue) } }
        public var failed: Int { get { message.get(5) } set { message.set(5, newValue) } }
        public var terminating: Int? { get { message.getOptional(6) } set { message.setOptional(6, newValue) } }
        public var completedIndexes: String { get { message.get(7) } set { message.set(7, newValue) } }
        public var failedIndexes: String? { get { message.getOptional(8) } set { message.setOptional(8, newValue) } }
        public var uncountedTerminatedPods: Batch.UncountedTerminatedPods? {
            get { message.getOptional(9) }
            _modify { var child: Batch.UncountedTerminatedPods? = message.takeOptional(9); defer { message.setOptional(9, child) }; yield &child }
        }
        public var ready: Int? { get { message.getOptional(10) } set { message.setOptional(10, newValue) } }
    }
    public struct UncountedTerminatedPods: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.batch.v1.UncountedTerminatedPods")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var succeeded: [String] { get { message.getList(0) } set { message.setList(0, newValue) } }
        public var failed: [String] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct JobCondition: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.batch.v1.JobCondition")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var type: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var status: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var lastProbeTime: Timestamp? { get { message.getOptional(2) } set { message.setOptional(2, newValue) } }
        public var lastTransitionTime: Timestamp? { get { message.getOptional(3) } set { message.setOptional(3, newValue) } }
        public var reason: String { get { message.get(4) } set { message.set(4, newValue) } }
        public var message_: String { get { message.get(5) } set { message.set(5, newValue) } }
    }
    public struct JobTemplateSpec: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.batch.v1.JobTemplateSpec")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ObjectMeta {
            get { message.get(0) }
            _modify { var child: Meta.ObjectMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var spec: Batch.JobSpec {
            get { message.get(1) }
            _modify { var child: Batch.JobSpec = message.take(1); defer { message.set(1, child) }; yield &child }
        }
    }
    public struct CronJob: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.batch.v1.CronJob")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ObjectMeta {
            get { message.get(0) }
            _modify { var child: Meta.ObjectMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var spec: Batch.CronJobSpec {
            get { message.get(1) }
            _modify { var child: Batch.CronJobSpec = message.take(1); defer { message.set(1, child) }; yield &child }
        }
        public var status: Batch.CronJobStatus {
            get { message.get(2) }
            _modify { var child: Batch.CronJobStatus = message.take(2); defer { message.set(2, child) }; yield &child }
        }
    }
    public struct CronJobList: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.batch.v1.CronJobList")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ListMeta {
            get { message.get(0) }
            _modify { var child: Meta.ListMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var items: [Batch.CronJob] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct CronJobSpec: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.batch.v1.CronJobSpec")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var schedule: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var timeZone: String? { get { message.getOptional(1) } set { message.setOptional(1, newValue) } }
        public var startingDeadlineSeconds: Int? { get { message.getOptional(2) } set { message.setOptional(2, newValue) } }
        public var concurrencyPolicy: String { get { message.get(3) } set { message.set(3, newValue) } }
        public var suspend: Bool? { get { message.getOptional(4) } set { message.setOptional(4, newValue) } }
        public var jobTemplate: Batch.JobTemplateSpec {
            get { message.get(5) }
            _modify { var child: Batch.JobTemplateSpec = message.take(5); defer { message.set(5, child) }; yield &child }
        }
        public var successfulJobsHistoryLimit: Int? { get { message.getOptional(6) } set { message.setOptional(6, newValue) } }
        public var failedJobsHistoryLimit: Int? { get { message.getOptional(7) } set { message.setOptional(7, newValue) } }
    }
    public struct CronJobStatus: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.batch.v1.CronJobStatus")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var active: [Core.ObjectReference] { get { message.getList(0) } set { message.setList(0, newValue) } }
        public var lastScheduleTime: Timestamp? { get { message.getOptional(1) } set { message.setOptional(1, newValue) } }
        public var lastSuccessfulTime: Timestamp? { get { message.getOptional(2) } set { message.setOptional(2, newValue) } }
    }
}
