// Made by proto/generate.py from proto/. Do not edit.
// swift-format-ignore-file

/// Typed views of `k8s.io.api.resource.v1`.
public enum Resources {}

extension Resources {
    public struct ResourceSlice: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.resource.v1.ResourceSlice")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ObjectMeta {
            get { message.get(0) }
            _modify { var child: Meta.ObjectMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var spec: Resources.ResourceSliceSpec {
            get { message.get(1) }
            _modify { var child: Resources.ResourceSliceSpec = message.take(1); defer { message.set(1, child) }; yield &child }
        }
    }
    public struct ResourceSliceSpec: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.resource.v1.ResourceSliceSpec")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var driver: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var pool: Resources.ResourcePool {
            get { message.get(1) }
            _modify { var child: Resources.ResourcePool = message.take(1); defer { message.set(1, child) }; yield &child }
        }
        public var nodeName: String? { get { message.getOptional(2) } set { message.setOptional(2, newValue) } }
        public var nodeSelector: Core.NodeSelector? {
            get { message.getOptional(3) }
            _modify { var child: Core.NodeSelector? = message.takeOptional(3); defer { message.setOptional(3, child) }; yield &child }
        }
        public var allNodes: Bool? { get { message.getOptional(4) } set { message.setOptional(4, newValue) } }
        public var devices: [Resources.Device] { get { message.getList(5) } set { message.setList(5, newValue) } }
        public var perDeviceNodeSelection: Bool? { get { message.getOptional(6) } set { message.setOptional(6, newValue) } }
        public var sharedCounters: [Resources.CounterSet] { get { message.getList(7) } set { message.setList(7, newValue) } }
    }
    public struct CounterSet: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.resource.v1.CounterSet")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var name: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var counters: StringMap<Resources.Counter> { get { message.getMap(1) } set { message.setMap(1, newValue) } }
    }
    public struct ResourcePool: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.resource.v1.ResourcePool")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var name: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var generation: Int { get { message.get(1) } set { message.set(1, newValue) } }
        public var resourceSliceCount: Int { get { message.get(2) } set { message.set(2, newValue) } }
    }
    public struct Device: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.resource.v1.Device")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var name: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var attributes: StringMap<Resources.DeviceAttribute> { get { message.getMap(1) } set { message.setMap(1, newValue) } }
        public var capacity: StringMap<Resources.DeviceCapacity> { get { message.getMap(2) } set { message.setMap(2, newValue) } }
        public var consumesCounters: [Resources.DeviceCounterConsumption] { get { message.getList(3) } set { message.setList(3, newValue) } }
        public var nodeName: String? { get { message.getOptional(4) } set { message.setOptional(4, newValue) } }
        public var nodeSelector: Core.NodeSelector? {
            get { message.getOptional(5) }
            _modify { var child: Core.NodeSelector? = message.takeOptional(5); defer { message.setOptional(5, child) }; yield &child }
        }
        public var allNodes: Bool? { get { message.getOptional(6) } set { message.setOptional(6, newValue) } }
        public var taints: [Resources.DeviceTaint] { get { message.getList(7) } set { message.setList(7, newValue) } }
        public var bindsToNode: Bool? { get { message.getOptional(8) } set { message.setOptional(8, newValue) } }
        public var bindingConditions: [String] { get { message.getList(9) } set { message.setList(9, newValue) } }
        public var bindingFailureConditions: [String] { get { message.getList(10) } set { message.setList(10, newValue) } }
        public var allowMultipleAllocations: Bool? { get { message.getOptional(11) } set { message.setOptional(11, newValue) } }
        public var nodeAllocatableResourceMappings: StringMap<Resources.NodeAllocatableResourceMapping> { get { message.getMap(12) } set { message.setMap(12, newValue) } }
    }
    public struct NodeAllocatableResourceMapping: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.resource.v1.NodeAllocatableResourceMapping")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var capacityKey: String? { get { message.getOptional(0) } set { message.setOptional(0, newValue) } }
        public var allocationMultiplier: Quantity? { get { message.getOptional(1) } set { message.setOptional(1, newValue) } }
    }
    public struct DeviceCounterConsumption: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.resource.v1.DeviceCounterConsumption")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var counterSet: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var counters: StringMap<Resources.Counter> { get { message.getMap(1) } set { message.setMap(1, newValue) } }
    }
    public struct DeviceCapacity: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.resource.v1.DeviceCapacity")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var value: Quantity { get { message.get(0) } set { message.set(0, newValue) } }
        public var requestPolicy: Resources.CapacityRequestPolicy? {
            get { message.getOptional(1) }
            _modify { var child: Resources.CapacityRequestPolicy? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
    }
    public struct Counter: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.resource.v1.Counter")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var value: Quantity { get { message.get(0) } set { message.set(0, newValue) } }
    }
    public struct CapacityRequestPolicy: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.resource.v1.CapacityRequestPolicy")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var `default`: Quantity? { get { message.getOptional(0) } set { message.setOptional(0, newValue) } }
        public var validValues: [Quantity] { get { message.getList(1) } set { message.setList(1, newValue) } }
        public var validRange: Resources.CapacityRequestPolicyRange? {
            get { message.getOptional(2) }
            _modify { var child: Resources.CapacityRequestPolicyRange? = message.takeOptional(2); defer { message.setOptional(2, child) }; yield &child }
        }
    }
    public struct CapacityRequestPolicyRange: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.resource.v1.CapacityRequestPolicyRange")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var min: Quantity? { get { message.getOptional(0) } set { message.setOptional(0, newValue) } }
        public var max: Quantity? { get { message.getOptional(1) } set { message.setOptional(1, newValue) } }
        public var step: Quantity? { get { message.getOptional(2) } set { message.setOptional(2, newValue) } }
    }
    public struct DeviceAttribute: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.resource.v1.DeviceAttribute")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var int: Int? { get { message.getOptional(0) } set { message.setOptional(0, newValue) } }
        public var bool: Bool? { get { message.getOptional(1) } set { message.setOptional(1, newValue) } }
        public var string: String? { get { message.getOptional(2) } set { message.setOptional(2, newValue) } }
        public var version: String? { get { message.getOptional(3) } set { message.setOptional(3, newValue) } }
        public var ints: [Int] { get { message.getList(4) } set { message.setList(4, newValue) } }
        public var bools: [Bool] { get { message.getList(5) } set { message.setList(5, newValue) } }
        public var strings: [String] { get { message.getList(6) } set { message.setList(6, newValue) } }
        public var versions: [String] { get { message.getList(7) } set { message.setList(7, newValue) } }
    }
    public struct DeviceTaint: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.resource.v1.DeviceTaint")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var key: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var value: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var effect: String { get { message.get(2) } set { message.set(2, newValue) } }
        public var timeAdded: Timestamp? { get { message.getOptional(3) } set { message.setOptional(3, newValue) } }
    }
    public struct ResourceSliceList: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.resource.v1.ResourceSliceList")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ListMeta {
            get { message.get(0) }
            _modify { var child: Meta.ListMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var items: [Resources.ResourceSlice] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct ResourceClaim: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.resource.v1.ResourceClaim")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ObjectMeta {
            get { message.get(0) }
            _modify { var child: Meta.ObjectMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var spec: Resources.ResourceClaimSpec {
            get { message.get(1) }
            _modify { var child: Resources.ResourceClaimSpec = message.take(1); defer { message.set(1, child) }; yield &child }
        }
        public var status: Resources.ResourceClaimStatus {
            get { message.get(2) }
            _modify { var child: Resources.ResourceClaimStatus = message.take(2); defer { message.set(2, child) }; yield &child }
        }
    }
    public struct ResourceClaimSpec: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.resource.v1.ResourceClaimSpec")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var devices: Resources.DeviceClaim {
            get { message.get(0) }
            _modify { var child: Resources.DeviceClaim = message.take(0); defer { message.set(0, child) }; yield &child }
        }
    }
    public struct DeviceClaim: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.resource.v1.DeviceClaim")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var requests: [Resources.DeviceRequest] { get { message.getList(0) } set { message.setList(0, newValue) } }
        public var constraints: [Resources.DeviceConstraint] { get { message.getList(1) } set { message.setList(1, newValue) } }
        public var config: [Resources.DeviceClaimConfiguration] { get { message.getList(2) } set { message.setList(2, newValue) } }
    }
    public struct DeviceRequest: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.resource.v1.DeviceRequest")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var name: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var exactly: Resources.ExactDeviceRequest? {
            get { message.getOptional(1) }
            _modify { var child: Resources.ExactDeviceRequest? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
        public var firstAvailable: [Resources.DeviceSubRequest] { get { message.getList(2) } set { message.setList(2, newValue) } }
    }
    public struct ExactDeviceRequest: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.resource.v1.ExactDeviceRequest")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var deviceClassName: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var selectors: [Resources.DeviceSelector] { get { message.getList(1) } set { message.setList(1, newValue) } }
        public var allocationMode: String { get { message.get(2) } set { message.set(2, newValue) } }
        public var count: Int { get { message.get(3) } set { message.set(3, newValue) } }
        public var adminAccess: Bool? { get { message.getOptional(4) } set { message.setOptional(4, newValue) } }
        public var tolerations: [Resources.DeviceToleration] { get { message.getList(5) } set { message.setList(5, newValue) } }
        public var capacity: Resources.CapacityRequirements? {
            get { message.getOptional(6) }
            _modify { var child: Resources.CapacityRequirements? = message.takeOptional(6); defer { message.setOptional(6, child) }; yield &child }
        }
    }
    public struct DeviceSubRequest: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.resource.v1.DeviceSubRequest")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var name: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var deviceClassName: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var selectors: [Resources.DeviceSelector] { get { message.getList(2) } set { message.setList(2, newValue) } }
        public var allocationMode: String { get { message.get(3) } set { message.set(3, newValue) } }
        public var count: Int { get { message.get(4) } set { message.set(4, newValue) } }
        public var tolerations: [Resources.DeviceToleration] { get { message.getList(5) } set { message.setList(5, newValue) } }
        public var capacity: Resources.CapacityRequirements? {
            get { message.getOptional(6) }
            _modify { var child: Resources.CapacityRequirements? = message.takeOptional(6); defer { message.setOptional(6, child) }; yield &child }
        }
    }
    public struct CapacityRequirements: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.resource.v1.CapacityRequirements")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var requests: StringMap<Quantity> { get { message.getMap(0) } set { message.setMap(0, newValue) } }
    }
    public struct DeviceSelector: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.resource.v1.DeviceSelector")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var cel: Resources.CELDeviceSelector? {
            get { message.getOptional(0) }
            _modify { var child: Resources.CELDeviceSelector? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
    }
    public struct CELDeviceSelector: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.resource.v1.CELDeviceSelector")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var expression: String { get { message.get(0) } set { message.set(0, newValue) } }
    }
    public struct DeviceConstraint: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.resource.v1.DeviceConstraint")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var requests: [String] { get { message.getList(0) } set { message.setList(0, newValue) } }
        public var matchAttribute: String? { get { message.getOptional(1) } set { message.setOptional(1, newValue) } }
        public var distinctAttribute: String? { get { message.getOptional(2) } set { message.setOptional(2, newValue) } }
    }
    public struct DeviceClaimConfiguration: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.resource.v1.DeviceClaimConfiguration")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var requests: [String] { get { message.getList(0) } set { message.setList(0, newValue) } }
        public var deviceConfiguration: Resources.DeviceConfiguration {
            get { message.get(1) }
            _modify { var child: Resources.DeviceConfiguration = message.take(1); defer { message.set(1, child) }; yield &child }
        }
    }
    public struct DeviceConfiguration: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.resource.v1.DeviceConfiguration")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var opaque: Resources.OpaqueDeviceConfiguration? {
            get { message.getOptional(0) }
            _modify { var child: Resources.OpaqueDeviceConfiguration? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
    }
    public struct OpaqueDeviceConfiguration: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.resource.v1.OpaqueDeviceConfiguration")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var driver: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var parameters: RawJSON { get { message.get(1) } set { message.set(1, newValue) } }
    }
    public struct DeviceToleration: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.resource.v1.DeviceToleration")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var key: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var `operator`: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var value: String { get { message.get(2) } set { message.set(2, newValue) } }
        public var effect: String { get { message.get(3) } set { message.set(3, newValue) } }
        public var tolerationSeconds: Int? { get { message.getOptional(4) } set { message.setOptional(4, newValue) } }
    }
    public struct ResourceClaimStatus: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.resource.v1.ResourceClaimStatus")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var allocation: Resources.AllocationResult? {
            get { message.getOptional(0) }
            _modify { var child: Resources.AllocationResult? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
        public var reservedFor: [Resources.ResourceClaimConsumerReference] { get { message.getList(1) } set { message.setList(1, newValue) } }
        public var devices: [Resources.AllocatedDeviceStatus] { get { message.getList(2) } set { message.setList(2, newValue) } }
    }
    public struct ResourceClaimConsumerReference: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.resource.v1.ResourceClaimConsumerReference")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var apiGroup: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var resource: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var name: String { get { message.get(2) } set { message.set(2, newValue) } }
        public var uid: String { get { message.get(3) } set { message.set(3, newValue) } }
    }
    public struct AllocationResult: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.resource.v1.AllocationResult")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var devices: Resources.DeviceAllocationResult {
            get { message.get(0) }
            _modify { var child: Resources.DeviceAllocationResult = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var nodeSelector: Core.NodeSelector? {
            get { message.getOptional(1) }
            _modify { var child: Core.NodeSelector? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
        public var allocationTimestamp: Timestamp? { get { message.getOptional(2) } set { message.setOptional(2, newValue) } }
    }
    public struct DeviceAllocationResult: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.resource.v1.DeviceAllocationResult")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var results: [Resources.DeviceRequestAllocationResult] { get { message.getList(0) } set { message.setList(0, newValue) } }
        public var config: [Resources.DeviceAllocationConfiguration] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct DeviceRequestAllocationResult: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.resource.v1.DeviceRequestAllocationResult")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var request: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var driver: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var pool: String { get { message.get(2) } set { message.set(2, newValue) } }
        public var device: String { get { message.get(3) } set { message.set(3, newValue) } }
        public var adminAccess: Bool? { get { message.getOptional(4) } set { message.setOptional(4, newValue) } }
        public var tolerations: [Resources.DeviceToleration] { get { message.getList(5) } set { message.setList(5, newValue) } }
        public var bindingConditions: [String] { get { message.getList(6) } set { message.setList(6, newValue) } }
        public var bindingFailureConditions: [String] { get { message.getList(7) } set { message.setList(7, newValue) } }
        public var shareID: String? { get { message.getOptional(8) } set { message.setOptional(8, newValue) } }
        public var consumedCapacity: StringMap<Quantity> { get { message.getMap(9) } set { message.setMap(9, newValue) } }
    }
    public struct DeviceAllocationConfiguration: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.resource.v1.DeviceAllocationConfiguration")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var source: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var requests: [String] { get { message.getList(1) } set { message.setList(1, newValue) } }
        public var deviceConfiguration: Resources.DeviceConfiguration {
            get { message.get(2) }
            _modify { var child: Resources.DeviceConfiguration = message.take(2); defer { message.set(2, child) }; yield &child }
        }
    }
    public struct ResourceClaimList: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.resource.v1.ResourceClaimList")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ListMeta {
            get { message.get(0) }
            _modify { var child: Meta.ListMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var items: [Resources.ResourceClaim] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct DeviceClass: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.resource.v1.DeviceClass")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ObjectMeta {
            get { message.get(0) }
            _modify { var child: Meta.ObjectMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var spec: Resources.DeviceClassSpec {
            get { message.get(1) }
            _modify { var child: Resources.DeviceClassSpec = message.take(1); defer { message.set(1, child) }; yield &child }
        }
    }
    public struct DeviceClassSpec: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.resource.v1.DeviceClassSpec")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var selectors: [Resources.DeviceSelector] { get { message.getList(0) } set { message.setList(0, newValue) } }
        public var config: [Resources.DeviceClassConfiguration] { get { message.getList(1) } set { message.setList(1, newValue) } }
        public var extendedResourceName: String? { get { message.getOptional(2) } set { message.setOptional(2, newValue) } }
    }
    public struct DeviceClassConfiguration: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.resource.v1.DeviceClassConfiguration")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var deviceConfiguration: Resources.DeviceConfiguration {
            get { message.get(0) }
            _modify { var child: Resources.DeviceConfiguration = message.take(0); defer { message.set(0, child) }; yield &child }
        }
    }
    public struct DeviceClassList: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.resource.v1.DeviceClassList")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ListMeta {
            get { message.get(0) }
            _modify { var child: Meta.ListMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var items: [Resources.DeviceClass] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct ResourceClaimTemplate: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.resource.v1.ResourceClaimTemplate")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ObjectMeta {
            get { message.get(0) }
            _modify { var child: Meta.ObjectMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var spec: Resources.ResourceClaimTemplateSpec {
            get { message.get(1) }
            _modify { var child: Resources.ResourceClaimTemplateSpec = message.take(1); defer { message.set(1, child) }; yield &child }
        }
    }
    public struct ResourceClaimTemplateSpec: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.resource.v1.ResourceClaimTemplateSpec")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ObjectMeta {
            get { message.get(0) }
            _modify { var child: Meta.ObjectMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var spec: Resources.ResourceClaimSpec {
            get { message.get(1) }
            _modify { var child: Resources.ResourceClaimSpec = message.take(1); defer { message.set(1, child) }; yield &child }
        }
    }
    public struct ResourceClaimTemplateList: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.resource.v1.ResourceClaimTemplateList")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: Meta.ListMeta {
            get { message.get(0) }
            _modify { var child: Meta.ListMeta = message.take(0); defer { message.set(0, child) }; yield &child }
        }
        public var items: [Resources.ResourceClaimTemplate] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct AllocatedDeviceStatus: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.resource.v1.AllocatedDeviceStatus")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var driver: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var pool: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var device: String { get { message.get(2) } set { message.set(2, newValue) } }
        public var shareID: String? { get { message.getOptional(3) } set { message.setOptional(3, newValue) } }
        public var conditions: [Meta.Condition] { get { message.getList(4) } set { message.setList(4, newValue) } }
        public var data: RawJSON? { get { message.getOptional(5) } set { message.setOptional(5, newValue) } }
        public var networkData: Resources.NetworkDeviceData? {
            get { message.getOptional(6) }
            _modify { var child: Resources.NetworkDeviceData? = message.takeOptional(6); defer { message.setOptional(6, child) }; yield &child }
        }
    }
    public struct NetworkDeviceData: MessageView {
        public static let descriptor = Schema.kubernetes.require("k8s.io.api.resource.v1.NetworkDeviceData")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var interfaceName: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var ips: [String] { get { message.getList(1) } set { message.setList(1, newValue) } }
        public var hardwareAddress: String { get { message.get(2) } set { message.set(2, newValue) } }
    }
}
