// Made by proto/generate.py from proto/. Do not edit.
// swift-format-ignore-file
public import Objects

/// Typed views of `runtime.v1`.
public enum CRI {}

extension CRI {
    public enum ProtocolType {
        public static let tcp = 0
        public static let udp = 1
        public static let sctp = 2
    }
    public enum MountPropagation {
        public static let propagationPrivate = 0
        public static let propagationHostToContainer = 1
        public static let propagationBidirectional = 2
    }
    public enum NamespaceMode {
        public static let pod = 0
        public static let container = 1
        public static let node = 2
        public static let target = 3
    }
    public enum SupplementalGroupsPolicy {
        public static let merge = 0
        public static let strict = 1
    }
    public enum PodSandboxState {
        public static let sandboxReady = 0
        public static let sandboxNotready = 1
    }
    public enum Signal {
        public static let runtimeDefault = 0
        public static let sigabrt = 1
        public static let sigalrm = 2
        public static let sigbus = 3
        public static let sigchld = 4
        public static let sigcld = 5
        public static let sigcont = 6
        public static let sigfpe = 7
        public static let sighup = 8
        public static let sigill = 9
        public static let sigint = 10
        public static let sigio = 11
        public static let sigiot = 12
        public static let sigkill = 13
        public static let sigpipe = 14
        public static let sigpoll = 15
        public static let sigprof = 16
        public static let sigpwr = 17
        public static let sigquit = 18
        public static let sigsegv = 19
        public static let sigstkflt = 20
        public static let sigstop = 21
        public static let sigsys = 22
        public static let sigterm = 23
        public static let sigtrap = 24
        public static let sigtstp = 25
        public static let sigttin = 26
        public static let sigttou = 27
        public static let sigurg = 28
        public static let sigusr1 = 29
        public static let sigusr2 = 30
        public static let sigvtalrm = 31
        public static let sigwinch = 32
        public static let sigxcpu = 33
        public static let sigxfsz = 34
        public static let sigrtmin = 35
        public static let sigrtminplus1 = 36
        public static let sigrtminplus2 = 37
        public static let sigrtminplus3 = 38
        public static let sigrtminplus4 = 39
        public static let sigrtminplus5 = 40
        public static let sigrtminplus6 = 41
        public static let sigrtminplus7 = 42
        public static let sigrtminplus8 = 43
        public static let sigrtminplus9 = 44
        public static let sigrtminplus10 = 45
        public static let sigrtminplus11 = 46
        public static let sigrtminplus12 = 47
        public static let sigrtminplus13 = 48
        public static let sigrtminplus14 = 49
        public static let sigrtminplus15 = 50
        public static let sigrtmaxminus14 = 51
        public static let sigrtmaxminus13 = 52
        public static let sigrtmaxminus12 = 53
        public static let sigrtmaxminus11 = 54
        public static let sigrtmaxminus10 = 55
        public static let sigrtmaxminus9 = 56
        public static let sigrtmaxminus8 = 57
        public static let sigrtmaxminus7 = 58
        public static let sigrtmaxminus6 = 59
        public static let sigrtmaxminus5 = 60
        public static let sigrtmaxminus4 = 61
        public static let sigrtmaxminus3 = 62
        public static let sigrtmaxminus2 = 63
        public static let sigrtmaxminus1 = 64
        public static let sigrtmax = 65
    }
    public enum ContainerState {
        public static let containerCreated = 0
        public static let containerRunning = 1
        public static let containerExited = 2
        public static let containerUnknown = 3
    }
    public enum ContainerEventType {
        public static let containerCreatedEvent = 0
        public static let containerStartedEvent = 1
        public static let containerStoppedEvent = 2
        public static let containerDeletedEvent = 3
    }
    public enum MetricType {
        public static let counter = 0
        public static let gauge = 1
    }
    public enum CgroupDriver {
        public static let systemd = 0
        public static let cgroupfs = 1
    }
    public enum SecurityProfile_ProfileType {
        public static let runtimeDefault = 0
        public static let unconfined = 1
        public static let localhost = 2
    }
    public struct VersionRequest: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.VersionRequest")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var version: String { get { message.get(0) } set { message.set(0, newValue) } }
    }
    public struct VersionResponse: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.VersionResponse")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var version: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var runtimeName: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var runtimeVersion: String { get { message.get(2) } set { message.set(2, newValue) } }
        public var runtimeApiVersion: String { get { message.get(3) } set { message.set(3, newValue) } }
    }
    public struct DNSConfig: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.DNSConfig")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var servers: [String] { get { message.getList(0) } set { message.setList(0, newValue) } }
        public var searches: [String] { get { message.getList(1) } set { message.setList(1, newValue) } }
        public var options: [String] { get { message.getList(2) } set { message.setList(2, newValue) } }
    }
    public struct PortMapping: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.PortMapping")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var `protocol`: Int { get { message.get(0) } set { message.set(0, newValue) } }
        public var containerPort: Int { get { message.get(1) } set { message.set(1, newValue) } }
        public var hostPort: Int { get { message.get(2) } set { message.set(2, newValue) } }
        public var hostIp: String { get { message.get(3) } set { message.set(3, newValue) } }
    }
    public struct Mount: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.Mount")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var containerPath: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var hostPath: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var readonly: Bool { get { message.get(2) } set { message.set(2, newValue) } }
        public var selinuxRelabel: Bool { get { message.get(3) } set { message.set(3, newValue) } }
        public var propagation: Int { get { message.get(4) } set { message.set(4, newValue) } }
        public var uidMappings: [CRI.IDMapping] { get { message.getList(5) } set { message.setList(5, newValue) } }
        public var gidMappings: [CRI.IDMapping] { get { message.getList(6) } set { message.setList(6, newValue) } }
        public var recursiveReadOnly: Bool { get { message.get(7) } set { message.set(7, newValue) } }
        public var image: CRI.ImageSpec? {
            get { message.getOptional(8) }
            _modify { var child: CRI.ImageSpec? = message.takeOptional(8); defer { message.setOptional(8, child) }; yield &child }
        }
        public var imageSubPath: String { get { message.get(9) } set { message.set(9, newValue) } }
    }
    public struct IDMapping: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.IDMapping")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var hostId: Int { get { message.get(0) } set { message.set(0, newValue) } }
        public var containerId: Int { get { message.get(1) } set { message.set(1, newValue) } }
        public var length: Int { get { message.get(2) } set { message.set(2, newValue) } }
    }
    public struct UserNamespace: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.UserNamespace")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var mode: Int { get { message.get(0) } set { message.set(0, newValue) } }
        public var uids: [CRI.IDMapping] { get { message.getList(1) } set { message.setList(1, newValue) } }
        public var gids: [CRI.IDMapping] { get { message.getList(2) } set { message.setList(2, newValue) } }
    }
    public struct NamespaceOption: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.NamespaceOption")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var network: Int { get { message.get(0) } set { message.set(0, newValue) } }
        public var pid: Int { get { message.get(1) } set { message.set(1, newValue) } }
        public var ipc: Int { get { message.get(2) } set { message.set(2, newValue) } }
        public var targetId: String { get { message.get(3) } set { message.set(3, newValue) } }
        public var usernsOptions: CRI.UserNamespace? {
            get { message.getOptional(4) }
            _modify { var child: CRI.UserNamespace? = message.takeOptional(4); defer { message.setOptional(4, child) }; yield &child }
        }
    }
    public struct Int64Value: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.Int64Value")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var value: Int { get { message.get(0) } set { message.set(0, newValue) } }
    }
    public struct LinuxSandboxSecurityContext: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.LinuxSandboxSecurityContext")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var namespaceOptions: CRI.NamespaceOption? {
            get { message.getOptional(0) }
            _modify { var child: CRI.NamespaceOption? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
        public var selinuxOptions: CRI.SELinuxOption? {
            get { message.getOptional(1) }
            _modify { var child: CRI.SELinuxOption? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
        public var runAsUser: CRI.Int64Value? {
            get { message.getOptional(2) }
            _modify { var child: CRI.Int64Value? = message.takeOptional(2); defer { message.setOptional(2, child) }; yield &child }
        }
        public var runAsGroup: CRI.Int64Value? {
            get { message.getOptional(3) }
            _modify { var child: CRI.Int64Value? = message.takeOptional(3); defer { message.setOptional(3, child) }; yield &child }
        }
        public var readonlyRootfs: Bool { get { message.get(4) } set { message.set(4, newValue) } }
        public var supplementalGroups: [Int] { get { message.getList(5) } set { message.setList(5, newValue) } }
        public var supplementalGroupsPolicy: Int { get { message.get(6) } set { message.set(6, newValue) } }
        public var privileged: Bool { get { message.get(7) } set { message.set(7, newValue) } }
        public var seccomp: CRI.SecurityProfile? {
            get { message.getOptional(8) }
            _modify { var child: CRI.SecurityProfile? = message.takeOptional(8); defer { message.setOptional(8, child) }; yield &child }
        }
        public var apparmor: CRI.SecurityProfile? {
            get { message.getOptional(9) }
            _modify { var child: CRI.SecurityProfile? = message.takeOptional(9); defer { message.setOptional(9, child) }; yield &child }
        }
        public var seccompProfilePath: String { get { message.get(10) } set { message.set(10, newValue) } }
    }
    public struct SecurityProfile: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.SecurityProfile")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var profileType: Int { get { message.get(0) } set { message.set(0, newValue) } }
        public var localhostRef: String { get { message.get(1) } set { message.set(1, newValue) } }
    }
    public struct LinuxPodSandboxConfig: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.LinuxPodSandboxConfig")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var cgroupParent: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var securityContext: CRI.LinuxSandboxSecurityContext? {
            get { message.getOptional(1) }
            _modify { var child: CRI.LinuxSandboxSecurityContext? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
        public var sysctls: StringMap<String> { get { message.getMap(2) } set { message.setMap(2, newValue) } }
        public var overhead: CRI.LinuxContainerResources? {
            get { message.getOptional(3) }
            _modify { var child: CRI.LinuxContainerResources? = message.takeOptional(3); defer { message.setOptional(3, child) }; yield &child }
        }
        public var resources: CRI.LinuxContainerResources? {
            get { message.getOptional(4) }
            _modify { var child: CRI.LinuxContainerResources? = message.takeOptional(4); defer { message.setOptional(4, child) }; yield &child }
        }
    }
    public struct PodSandboxMetadata: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.PodSandboxMetadata")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var name: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var uid: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var namespace: String { get { message.get(2) } set { message.set(2, newValue) } }
        public var attempt: Int { get { message.get(3) } set { message.set(3, newValue) } }
    }
    public struct PodSandboxConfig: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.PodSandboxConfig")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: CRI.PodSandboxMetadata? {
            get { message.getOptional(0) }
            _modify { var child: CRI.PodSandboxMetadata? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
        public var hostname: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var logDirectory: String { get { message.get(2) } set { message.set(2, newValue) } }
        public var dnsConfig: CRI.DNSConfig? {
            get { message.getOptional(3) }
            _modify { var child: CRI.DNSConfig? = message.takeOptional(3); defer { message.setOptional(3, child) }; yield &child }
        }
        public var portMappings: [CRI.PortMapping] { get { message.getList(4) } set { message.setList(4, newValue) } }
        public var labels: StringMap<String> { get { message.getMap(5) } set { message.setMap(5, newValue) } }
        public var annotations: StringMap<String> { get { message.getMap(6) } set { message.setMap(6, newValue) } }
        public var linux: CRI.LinuxPodSandboxConfig? {
            get { message.getOptional(7) }
            _modify { var child: CRI.LinuxPodSandboxConfig? = message.takeOptional(7); defer { message.setOptional(7, child) }; yield &child }
        }
        public var windows: CRI.WindowsPodSandboxConfig? {
            get { message.getOptional(8) }
            _modify { var child: CRI.WindowsPodSandboxConfig? = message.takeOptional(8); defer { message.setOptional(8, child) }; yield &child }
        }
    }
    public struct RunPodSandboxRequest: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.RunPodSandboxRequest")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var config: CRI.PodSandboxConfig? {
            get { message.getOptional(0) }
            _modify { var child: CRI.PodSandboxConfig? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
        public var runtimeHandler: String { get { message.get(1) } set { message.set(1, newValue) } }
    }
    public struct RunPodSandboxResponse: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.RunPodSandboxResponse")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var podSandboxId: String { get { message.get(0) } set { message.set(0, newValue) } }
    }
    public struct StopPodSandboxRequest: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.StopPodSandboxRequest")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var podSandboxId: String { get { message.get(0) } set { message.set(0, newValue) } }
    }
    public struct RemovePodSandboxRequest: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.RemovePodSandboxRequest")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var podSandboxId: String { get { message.get(0) } set { message.set(0, newValue) } }
    }
    public struct PodSandboxStatusRequest: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.PodSandboxStatusRequest")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var podSandboxId: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var verbose: Bool { get { message.get(1) } set { message.set(1, newValue) } }
    }
    public struct PodIP: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.PodIP")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var ip: String { get { message.get(0) } set { message.set(0, newValue) } }
    }
    public struct PodSandboxNetworkStatus: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.PodSandboxNetworkStatus")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var ip: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var additionalIps: [CRI.PodIP] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct Namespace: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.Namespace")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var options: CRI.NamespaceOption? {
            get { message.getOptional(0) }
            _modify { var child: CRI.NamespaceOption? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
    }
    public struct LinuxPodSandboxStatus: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.LinuxPodSandboxStatus")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var namespaces: CRI.Namespace? {
            get { message.getOptional(0) }
            _modify { var child: CRI.Namespace? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
    }
    public struct PodSandboxStatus: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.PodSandboxStatus")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var id: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var metadata: CRI.PodSandboxMetadata? {
            get { message.getOptional(1) }
            _modify { var child: CRI.PodSandboxMetadata? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
        public var state: Int { get { message.get(2) } set { message.set(2, newValue) } }
        public var createdAt: Int { get { message.get(3) } set { message.set(3, newValue) } }
        public var network: CRI.PodSandboxNetworkStatus? {
            get { message.getOptional(4) }
            _modify { var child: CRI.PodSandboxNetworkStatus? = message.takeOptional(4); defer { message.setOptional(4, child) }; yield &child }
        }
        public var linux: CRI.LinuxPodSandboxStatus? {
            get { message.getOptional(5) }
            _modify { var child: CRI.LinuxPodSandboxStatus? = message.takeOptional(5); defer { message.setOptional(5, child) }; yield &child }
        }
        public var labels: StringMap<String> { get { message.getMap(6) } set { message.setMap(6, newValue) } }
        public var annotations: StringMap<String> { get { message.getMap(7) } set { message.setMap(7, newValue) } }
        public var runtimeHandler: String { get { message.get(8) } set { message.set(8, newValue) } }
    }
    public struct PodSandboxStatusResponse: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.PodSandboxStatusResponse")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var status: CRI.PodSandboxStatus? {
            get { message.getOptional(0) }
            _modify { var child: CRI.PodSandboxStatus? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
        public var info: StringMap<String> { get { message.getMap(1) } set { message.setMap(1, newValue) } }
        public var containersStatuses: [CRI.ContainerStatus] { get { message.getList(2) } set { message.setList(2, newValue) } }
        public var timestamp: Int { get { message.get(3) } set { message.set(3, newValue) } }
    }
    public struct PodSandboxStateValue: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.PodSandboxStateValue")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var state: Int { get { message.get(0) } set { message.set(0, newValue) } }
    }
    public struct PodSandboxFilter: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.PodSandboxFilter")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var id: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var state: CRI.PodSandboxStateValue? {
            get { message.getOptional(1) }
            _modify { var child: CRI.PodSandboxStateValue? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
        public var labelSelector: StringMap<String> { get { message.getMap(2) } set { message.setMap(2, newValue) } }
    }
    public struct ListPodSandboxRequest: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.ListPodSandboxRequest")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var filter: CRI.PodSandboxFilter? {
            get { message.getOptional(0) }
            _modify { var child: CRI.PodSandboxFilter? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
    }
    public struct PodSandbox: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.PodSandbox")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var id: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var metadata: CRI.PodSandboxMetadata? {
            get { message.getOptional(1) }
            _modify { var child: CRI.PodSandboxMetadata? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
        public var state: Int { get { message.get(2) } set { message.set(2, newValue) } }
        public var createdAt: Int { get { message.get(3) } set { message.set(3, newValue) } }
        public var labels: StringMap<String> { get { message.getMap(4) } set { message.setMap(4, newValue) } }
        public var annotations: StringMap<String> { get { message.getMap(5) } set { message.setMap(5, newValue) } }
        public var runtimeHandler: String { get { message.get(6) } set { message.set(6, newValue) } }
    }
    public struct ListPodSandboxResponse: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.ListPodSandboxResponse")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var items: [CRI.PodSandbox] { get { message.getList(0) } set { message.setList(0, newValue) } }
    }
    public struct StreamPodSandboxesRequest: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.StreamPodSandboxesRequest")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var filter: CRI.PodSandboxFilter? {
            get { message.getOptional(0) }
            _modify { var child: CRI.PodSandboxFilter? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
    }
    public struct StreamPodSandboxesResponse: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.StreamPodSandboxesResponse")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var podSandboxes: [CRI.PodSandbox] { get { message.getList(0) } set { message.setList(0, newValue) } }
    }
    public struct PodSandboxStatsRequest: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.PodSandboxStatsRequest")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var podSandboxId: String { get { message.get(0) } set { message.set(0, newValue) } }
    }
    public struct PodSandboxStatsResponse: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.PodSandboxStatsResponse")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var stats: CRI.PodSandboxStats? {
            get { message.getOptional(0) }
            _modify { var child: CRI.PodSandboxStats? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
    }
    public struct PodSandboxStatsFilter: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.PodSandboxStatsFilter")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var id: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var labelSelector: StringMap<String> { get { message.getMap(1) } set { message.setMap(1, newValue) } }
    }
    public struct ListPodSandboxStatsRequest: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.ListPodSandboxStatsRequest")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var filter: CRI.PodSandboxStatsFilter? {
            get { message.getOptional(0) }
            _modify { var child: CRI.PodSandboxStatsFilter? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
    }
    public struct ListPodSandboxStatsResponse: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.ListPodSandboxStatsResponse")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var stats: [CRI.PodSandboxStats] { get { message.getList(0) } set { message.setList(0, newValue) } }
    }
    public struct StreamPodSandboxStatsRequest: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.StreamPodSandboxStatsRequest")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var filter: CRI.PodSandboxStatsFilter? {
            get { message.getOptional(0) }
            _modify { var child: CRI.PodSandboxStatsFilter? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
    }
    public struct StreamPodSandboxStatsResponse: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.StreamPodSandboxStatsResponse")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var podSandboxStats: [CRI.PodSandboxStats] { get { message.getList(0) } set { message.setList(0, newValue) } }
    }
    public struct PodSandboxAttributes: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.PodSandboxAttributes")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var id: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var metadata: CRI.PodSandboxMetadata? {
            get { message.getOptional(1) }
            _modify { var child: CRI.PodSandboxMetadata? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
        public var labels: StringMap<String> { get { message.getMap(2) } set { message.setMap(2, newValue) } }
        public var annotations: StringMap<String> { get { message.getMap(3) } set { message.setMap(3, newValue) } }
    }
    public struct PodSandboxStats: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.PodSandboxStats")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var attributes: CRI.PodSandboxAttributes? {
            get { message.getOptional(0) }
            _modify { var child: CRI.PodSandboxAttributes? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
        public var linux: CRI.LinuxPodSandboxStats? {
            get { message.getOptional(1) }
            _modify { var child: CRI.LinuxPodSandboxStats? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
        public var windows: CRI.WindowsPodSandboxStats? {
            get { message.getOptional(2) }
            _modify { var child: CRI.WindowsPodSandboxStats? = message.takeOptional(2); defer { message.setOptional(2, child) }; yield &child }
        }
    }
    public struct LinuxPodSandboxStats: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.LinuxPodSandboxStats")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var cpu: CRI.CpuUsage? {
            get { message.getOptional(0) }
            _modify { var child: CRI.CpuUsage? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
        public var memory: CRI.MemoryUsage? {
            get { message.getOptional(1) }
            _modify { var child: CRI.MemoryUsage? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
        public var network: CRI.NetworkUsage? {
            get { message.getOptional(2) }
            _modify { var child: CRI.NetworkUsage? = message.takeOptional(2); defer { message.setOptional(2, child) }; yield &child }
        }
        public var process: CRI.ProcessUsage? {
            get { message.getOptional(3) }
            _modify { var child: CRI.ProcessUsage? = message.takeOptional(3); defer { message.setOptional(3, child) }; yield &child }
        }
        public var containers: [CRI.ContainerStats] { get { message.getList(4) } set { message.setList(4, newValue) } }
        public var io: CRI.IoUsage? {
            get { message.getOptional(5) }
            _modify { var child: CRI.IoUsage? = message.takeOptional(5); defer { message.setOptional(5, child) }; yield &child }
        }
    }
    public struct WindowsPodSandboxStats: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.WindowsPodSandboxStats")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var cpu: CRI.WindowsCpuUsage? {
            get { message.getOptional(0) }
            _modify { var child: CRI.WindowsCpuUsage? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
        public var memory: CRI.WindowsMemoryUsage? {
            get { message.getOptional(1) }
            _modify { var child: CRI.WindowsMemoryUsage? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
        public var network: CRI.WindowsNetworkUsage? {
            get { message.getOptional(2) }
            _modify { var child: CRI.WindowsNetworkUsage? = message.takeOptional(2); defer { message.setOptional(2, child) }; yield &child }
        }
        public var process: CRI.WindowsProcessUsage? {
            get { message.getOptional(3) }
            _modify { var child: CRI.WindowsProcessUsage? = message.takeOptional(3); defer { message.setOptional(3, child) }; yield &child }
        }
        public var containers: [CRI.WindowsContainerStats] { get { message.getList(4) } set { message.setList(4, newValue) } }
    }
    public struct NetworkUsage: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.NetworkUsage")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var timestamp: Int { get { message.get(0) } set { message.set(0, newValue) } }
        public var defaultInterface: CRI.NetworkInterfaceUsage? {
            get { message.getOptional(1) }
            _modify { var child: CRI.NetworkInterfaceUsage? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
        public var interfaces: [CRI.NetworkInterfaceUsage] { get { message.getList(2) } set { message.setList(2, newValue) } }
    }
    public struct WindowsNetworkUsage: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.WindowsNetworkUsage")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var timestamp: Int { get { message.get(0) } set { message.set(0, newValue) } }
        public var defaultInterface: CRI.WindowsNetworkInterfaceUsage? {
            get { message.getOptional(1) }
            _modify { var child: CRI.WindowsNetworkInterfaceUsage? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
        public var interfaces: [CRI.WindowsNetworkInterfaceUsage] { get { message.getList(2) } set { message.setList(2, newValue) } }
    }
    public struct NetworkInterfaceUsage: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.NetworkInterfaceUsage")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var name: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var rxBytes: CRI.UInt64Value? {
            get { message.getOptional(1) }
            _modify { var child: CRI.UInt64Value? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
        public var rxErrors: CRI.UInt64Value? {
            get { message.getOptional(2) }
            _modify { var child: CRI.UInt64Value? = message.takeOptional(2); defer { message.setOptional(2, child) }; yield &child }
        }
        public var txBytes: CRI.UInt64Value? {
            get { message.getOptional(3) }
            _modify { var child: CRI.UInt64Value? = message.takeOptional(3); defer { message.setOptional(3, child) }; yield &child }
        }
        public var txErrors: CRI.UInt64Value? {
            get { message.getOptional(4) }
            _modify { var child: CRI.UInt64Value? = message.takeOptional(4); defer { message.setOptional(4, child) }; yield &child }
        }
    }
    public struct WindowsNetworkInterfaceUsage: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.WindowsNetworkInterfaceUsage")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var name: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var rxBytes: CRI.UInt64Value? {
            get { message.getOptional(1) }
            _modify { var child: CRI.UInt64Value? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
        public var rxPacketsDropped: CRI.UInt64Value? {
            get { message.getOptional(2) }
            _modify { var child: CRI.UInt64Value? = message.takeOptional(2); defer { message.setOptional(2, child) }; yield &child }
        }
        public var txBytes: CRI.UInt64Value? {
            get { message.getOptional(3) }
            _modify { var child: CRI.UInt64Value? = message.takeOptional(3); defer { message.setOptional(3, child) }; yield &child }
        }
        public var txPacketsDropped: CRI.UInt64Value? {
            get { message.getOptional(4) }
            _modify { var child: CRI.UInt64Value? = message.takeOptional(4); defer { message.setOptional(4, child) }; yield &child }
        }
    }
    public struct ProcessUsage: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.ProcessUsage")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var timestamp: Int { get { message.get(0) } set { message.set(0, newValue) } }
        public var processCount: CRI.UInt64Value? {
            get { message.getOptional(1) }
            _modify { var child: CRI.UInt64Value? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
    }
    public struct WindowsProcessUsage: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.WindowsProcessUsage")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var timestamp: Int { get { message.get(0) } set { message.set(0, newValue) } }
        public var processCount: CRI.UInt64Value? {
            get { message.getOptional(1) }
            _modify { var child: CRI.UInt64Value? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
    }
    public struct ImageSpec: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.ImageSpec")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var image: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var annotations: StringMap<String> { get { message.getMap(1) } set { message.setMap(1, newValue) } }
        public var userSpecifiedImage: String { get { message.get(2) } set { message.set(2, newValue) } }
        public var runtimeHandler: String { get { message.get(3) } set { message.set(3, newValue) } }
        public var imageRef: String { get { message.get(4) } set { message.set(4, newValue) } }
    }
    public struct KeyValue: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.KeyValue")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var key: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var value: [UInt8] { get { message.get(1) } set { message.set(1, newValue) } }
    }
    public struct LinuxContainerResources: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.LinuxContainerResources")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var cpuPeriod: Int { get { message.get(0) } set { message.set(0, newValue) } }
        public var cpuQuota: Int { get { message.get(1) } set { message.set(1, newValue) } }
        public var cpuShares: Int { get { message.get(2) } set { message.set(2, newValue) } }
        public var memoryLimitInBytes: Int { get { message.get(3) } set { message.set(3, newValue) } }
        public var oomScoreAdj: Int { get { message.get(4) } set { message.set(4, newValue) } }
        public var cpusetCpus: String { get { message.get(5) } set { message.set(5, newValue) } }
        public var cpusetMems: String { get { message.get(6) } set { message.set(6, newValue) } }
        public var hugepageLimits: [CRI.HugepageLimit] { get { message.getList(7) } set { message.setList(7, newValue) } }
        public var unified: StringMap<String> { get { message.getMap(8) } set { message.setMap(8, newValue) } }
        public var memorySwapLimitInBytes: Int { get { message.get(9) } set { message.set(9, newValue) } }
    }
    public struct HugepageLimit: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.HugepageLimit")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var pageSize: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var limit: Int { get { message.get(1) } set { message.set(1, newValue) } }
    }
    public struct SELinuxOption: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.SELinuxOption")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var user: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var role: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var type: String { get { message.get(2) } set { message.set(2, newValue) } }
        public var level: String { get { message.get(3) } set { message.set(3, newValue) } }
    }
    public struct Capability: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.Capability")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var addCapabilities: [String] { get { message.getList(0) } set { message.setList(0, newValue) } }
        public var dropCapabilities: [String] { get { message.getList(1) } set { message.setList(1, newValue) } }
        public var addAmbientCapabilities: [String] { get { message.getList(2) } set { message.setList(2, newValue) } }
    }
    public struct LinuxContainerSecurityContext: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.LinuxContainerSecurityContext")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var capabilities: CRI.Capability? {
            get { message.getOptional(0) }
            _modify { var child: CRI.Capability? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
        public var privileged: Bool { get { message.get(1) } set { message.set(1, newValue) } }
        public var namespaceOptions: CRI.NamespaceOption? {
            get { message.getOptional(2) }
            _modify { var child: CRI.NamespaceOption? = message.takeOptional(2); defer { message.setOptional(2, child) }; yield &child }
        }
        public var selinuxOptions: CRI.SELinuxOption? {
            get { message.getOptional(3) }
            _modify { var child: CRI.SELinuxOption? = message.takeOptional(3); defer { message.setOptional(3, child) }; yield &child }
        }
        public var runAsUser: CRI.Int64Value? {
            get { message.getOptional(4) }
            _modify { var child: CRI.Int64Value? = message.takeOptional(4); defer { message.setOptional(4, child) }; yield &child }
        }
        public var runAsGroup: CRI.Int64Value? {
            get { message.getOptional(5) }
            _modify { var child: CRI.Int64Value? = message.takeOptional(5); defer { message.setOptional(5, child) }; yield &child }
        }
        public var runAsUsername: String { get { message.get(6) } set { message.set(6, newValue) } }
        public var readonlyRootfs: Bool { get { message.get(7) } set { message.set(7, newValue) } }
        public var supplementalGroups: [Int] { get { message.getList(8) } set { message.setList(8, newValue) } }
        public var supplementalGroupsPolicy: Int { get { message.get(9) } set { message.set(9, newValue) } }
        public var noNewPrivs: Bool { get { message.get(10) } set { message.set(10, newValue) } }
        public var maskedPaths: [String] { get { message.getList(11) } set { message.setList(11, newValue) } }
        public var readonlyPaths: [String] { get { message.getList(12) } set { message.setList(12, newValue) } }
        public var seccomp: CRI.SecurityProfile? {
            get { message.getOptional(13) }
            _modify { var child: CRI.SecurityProfile? = message.takeOptional(13); defer { message.setOptional(13, child) }; yield &child }
        }
        public var apparmor: CRI.SecurityProfile? {
            get { message.getOptional(14) }
            _modify { var child: CRI.SecurityProfile? = message.takeOptional(14); defer { message.setOptional(14, child) }; yield &child }
        }
        public var apparmorProfile: String { get { message.get(15) } set { message.set(15, newValue) } }
        public var seccompProfilePath: String { get { message.get(16) } set { message.set(16, newValue) } }
    }
    public struct LinuxContainerConfig: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.LinuxContainerConfig")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var resources: CRI.LinuxContainerResources? {
            get { message.getOptional(0) }
            _modify { var child: CRI.LinuxContainerResources? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
        public var securityContext: CRI.LinuxContainerSecurityContext? {
            get { message.getOptional(1) }
            _modify { var child: CRI.LinuxContainerSecurityContext? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
    }
    public struct LinuxContainerUser: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.LinuxContainerUser")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var uid: Int { get { message.get(0) } set { message.set(0, newValue) } }
        public var gid: Int { get { message.get(1) } set { message.set(1, newValue) } }
        public var supplementalGroups: [Int] { get { message.getList(2) } set { message.setList(2, newValue) } }
    }
    public struct WindowsNamespaceOption: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.WindowsNamespaceOption")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var network: Int { get { message.get(0) } set { message.set(0, newValue) } }
    }
    public struct WindowsSandboxSecurityContext: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.WindowsSandboxSecurityContext")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var runAsUsername: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var credentialSpec: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var hostProcess: Bool { get { message.get(2) } set { message.set(2, newValue) } }
        public var namespaceOptions: CRI.WindowsNamespaceOption? {
            get { message.getOptional(3) }
            _modify { var child: CRI.WindowsNamespaceOption? = message.takeOptional(3); defer { message.setOptional(3, child) }; yield &child }
        }
    }
    public struct WindowsPodSandboxConfig: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.WindowsPodSandboxConfig")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var securityContext: CRI.WindowsSandboxSecurityContext? {
            get { message.getOptional(0) }
            _modify { var child: CRI.WindowsSandboxSecurityContext? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
    }
    public struct WindowsContainerSecurityContext: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.WindowsContainerSecurityContext")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var runAsUsername: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var credentialSpec: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var hostProcess: Bool { get { message.get(2) } set { message.set(2, newValue) } }
    }
    public struct WindowsContainerConfig: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.WindowsContainerConfig")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var resources: CRI.WindowsContainerResources? {
            get { message.getOptional(0) }
            _modify { var child: CRI.WindowsContainerResources? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
        public var securityContext: CRI.WindowsContainerSecurityContext? {
            get { message.getOptional(1) }
            _modify { var child: CRI.WindowsContainerSecurityContext? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
    }
    public struct WindowsContainerResources: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.WindowsContainerResources")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var cpuShares: Int { get { message.get(0) } set { message.set(0, newValue) } }
        public var cpuCount: Int { get { message.get(1) } set { message.set(1, newValue) } }
        public var cpuMaximum: Int { get { message.get(2) } set { message.set(2, newValue) } }
        public var memoryLimitInBytes: Int { get { message.get(3) } set { message.set(3, newValue) } }
        public var rootfsSizeInBytes: Int { get { message.get(4) } set { message.set(4, newValue) } }
        public var affinityCpus: [CRI.WindowsCpuGroupAffinity] { get { message.getList(5) } set { message.setList(5, newValue) } }
    }
    public struct WindowsCpuGroupAffinity: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.WindowsCpuGroupAffinity")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var cpuMask: Int { get { message.get(0) } set { message.set(0, newValue) } }
        public var cpuGroup: Int { get { message.get(1) } set { message.set(1, newValue) } }
    }
    public struct ContainerMetadata: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.ContainerMetadata")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var name: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var attempt: Int { get { message.get(1) } set { message.set(1, newValue) } }
    }
    public struct Device: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.Device")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var containerPath: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var hostPath: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var permissions: String { get { message.get(2) } set { message.set(2, newValue) } }
    }
    public struct CDIDevice: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.CDIDevice")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var name: String { get { message.get(0) } set { message.set(0, newValue) } }
    }
    public struct ContainerConfig: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.ContainerConfig")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var metadata: CRI.ContainerMetadata? {
            get { message.getOptional(0) }
            _modify { var child: CRI.ContainerMetadata? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
        public var image: CRI.ImageSpec? {
            get { message.getOptional(1) }
            _modify { var child: CRI.ImageSpec? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
        public var command: [String] { get { message.getList(2) } set { message.setList(2, newValue) } }
        public var args: [String] { get { message.getList(3) } set { message.setList(3, newValue) } }
        public var workingDir: String { get { message.get(4) } set { message.set(4, newValue) } }
        public var envs: [CRI.KeyValue] { get { message.getList(5) } set { message.setList(5, newValue) } }
        public var mounts: [CRI.Mount] { get { message.getList(6) } set { message.setList(6, newValue) } }
        public var devices: [CRI.Device] { get { message.getList(7) } set { message.setList(7, newValue) } }
        public var labels: StringMap<String> { get { message.getMap(8) } set { message.setMap(8, newValue) } }
        public var annotations: StringMap<String> { get { message.getMap(9) } set { message.setMap(9, newValue) } }
        public var logPath: String { get { message.get(10) } set { message.set(10, newValue) } }
        public var stdin: Bool { get { message.get(11) } set { message.set(11, newValue) } }
        public var stdinOnce: Bool { get { message.get(12) } set { message.set(12, newValue) } }
        public var tty: Bool { get { message.get(13) } set { message.set(13, newValue) } }
        public var linux: CRI.LinuxContainerConfig? {
            get { message.getOptional(14) }
            _modify { var child: CRI.LinuxContainerConfig? = message.takeOptional(14); defer { message.setOptional(14, child) }; yield &child }
        }
        public var windows: CRI.WindowsContainerConfig? {
            get { message.getOptional(15) }
            _modify { var child: CRI.WindowsContainerConfig? = message.takeOptional(15); defer { message.setOptional(15, child) }; yield &child }
        }
        public var cDIDevices: [CRI.CDIDevice] { get { message.getList(16) } set { message.setList(16, newValue) } }
        public var stopSignal: Int { get { message.get(17) } set { message.set(17, newValue) } }
    }
    public struct CreateContainerRequest: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.CreateContainerRequest")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var podSandboxId: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var config: CRI.ContainerConfig? {
            get { message.getOptional(1) }
            _modify { var child: CRI.ContainerConfig? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
        public var sandboxConfig: CRI.PodSandboxConfig? {
            get { message.getOptional(2) }
            _modify { var child: CRI.PodSandboxConfig? = message.takeOptional(2); defer { message.setOptional(2, child) }; yield &child }
        }
    }
    public struct CreateContainerResponse: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.CreateContainerResponse")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var containerId: String { get { message.get(0) } set { message.set(0, newValue) } }
    }
    public struct StartContainerRequest: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.StartContainerRequest")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var containerId: String { get { message.get(0) } set { message.set(0, newValue) } }
    }
    public struct StopContainerRequest: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.StopContainerRequest")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var containerId: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var timeout: Int { get { message.get(1) } set { message.set(1, newValue) } }
    }
    public struct RemoveContainerRequest: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.RemoveContainerRequest")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var containerId: String { get { message.get(0) } set { message.set(0, newValue) } }
    }
    public struct ContainerStateValue: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.ContainerStateValue")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var state: Int { get { message.get(0) } set { message.set(0, newValue) } }
    }
    public struct ContainerFilter: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.ContainerFilter")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var id: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var state: CRI.ContainerStateValue? {
            get { message.getOptional(1) }
            _modify { var child: CRI.ContainerStateValue? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
        public var podSandboxId: String { get { message.get(2) } set { message.set(2, newValue) } }
        public var labelSelector: StringMap<String> { get { message.getMap(3) } set { message.setMap(3, newValue) } }
    }
    public struct ListContainersRequest: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.ListContainersRequest")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var filter: CRI.ContainerFilter? {
            get { message.getOptional(0) }
            _modify { var child: CRI.ContainerFilter? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
    }
    public struct Container: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.Container")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var id: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var podSandboxId: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var metadata: CRI.ContainerMetadata? {
            get { message.getOptional(2) }
            _modify { var child: CRI.ContainerMetadata? = message.takeOptional(2); defer { message.setOptional(2, child) }; yield &child }
        }
        public var image: CRI.ImageSpec? {
            get { message.getOptional(3) }
            _modify { var child: CRI.ImageSpec? = message.takeOptional(3); defer { message.setOptional(3, child) }; yield &child }
        }
        public var imageRef: String { get { message.get(4) } set { message.set(4, newValue) } }
        public var state: Int { get { message.get(5) } set { message.set(5, newValue) } }
        public var createdAt: Int { get { message.get(6) } set { message.set(6, newValue) } }
        public var labels: StringMap<String> { get { message.getMap(7) } set { message.setMap(7, newValue) } }
        public var annotations: StringMap<String> { get { message.getMap(8) } set { message.setMap(8, newValue) } }
        public var imageId: String { get { message.get(9) } set { message.set(9, newValue) } }
    }
    public struct ListContainersResponse: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.ListContainersResponse")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var containers: [CRI.Container] { get { message.getList(0) } set { message.setList(0, newValue) } }
    }
    public struct StreamContainersRequest: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.StreamContainersRequest")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var filter: CRI.ContainerFilter? {
            get { message.getOptional(0) }
            _modify { var child: CRI.ContainerFilter? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
    }
    public struct StreamContainersResponse: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.StreamContainersResponse")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var containers: [CRI.Container] { get { message.getList(0) } set { message.setList(0, newValue) } }
    }
    public struct ContainerStatusRequest: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.ContainerStatusRequest")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var containerId: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var verbose: Bool { get { message.get(1) } set { message.set(1, newValue) } }
    }
    public struct ContainerStatus: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.ContainerStatus")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var id: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var metadata: CRI.ContainerMetadata? {
            get { message.getOptional(1) }
            _modify { var child: CRI.ContainerMetadata? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
        public var state: Int { get { message.get(2) } set { message.set(2, newValue) } }
        public var createdAt: Int { get { message.get(3) } set { message.set(3, newValue) } }
        public var startedAt: Int { get { message.get(4) } set { message.set(4, newValue) } }
        public var finishedAt: Int { get { message.get(5) } set { message.set(5, newValue) } }
        public var exitCode: Int { get { message.get(6) } set { message.set(6, newValue) } }
        public var image: CRI.ImageSpec? {
            get { message.getOptional(7) }
            _modify { var child: CRI.ImageSpec? = message.takeOptional(7); defer { message.setOptional(7, child) }; yield &child }
        }
        public var imageRef: String { get { message.get(8) } set { message.set(8, newValue) } }
        public var reason: String { get { message.get(9) } set { message.set(9, newValue) } }
        public var message_: String { get { message.get(10) } set { message.set(10, newValue) } }
        public var labels: StringMap<String> { get { message.getMap(11) } set { message.setMap(11, newValue) } }
        public var annotations: StringMap<String> { get { message.getMap(12) } set { message.setMap(12, newValue) } }
        public var mounts: [CRI.Mount] { get { message.getList(13) } set { message.setList(13, newValue) } }
        public var logPath: String { get { message.get(14) } set { message.set(14, newValue) } }
        public var resources: CRI.ContainerResources? {
            get { message.getOptional(15) }
            _modify { var child: CRI.ContainerResources? = message.takeOptional(15); defer { message.setOptional(15, child) }; yield &child }
        }
        public var imageId: String { get { message.get(16) } set { message.set(16, newValue) } }
        public var user: CRI.ContainerUser? {
            get { message.getOptional(17) }
            _modify { var child: CRI.ContainerUser? = message.takeOptional(17); defer { message.setOptional(17, child) }; yield &child }
        }
        public var stopSignal: Int { get { message.get(18) } set { message.set(18, newValue) } }
    }
    public struct ContainerStatusResponse: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.ContainerStatusResponse")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var status: CRI.ContainerStatus? {
            get { message.getOptional(0) }
            _modify { var child: CRI.ContainerStatus? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
        public var info: StringMap<String> { get { message.getMap(1) } set { message.setMap(1, newValue) } }
    }
    public struct ContainerResources: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.ContainerResources")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var linux: CRI.LinuxContainerResources? {
            get { message.getOptional(0) }
            _modify { var child: CRI.LinuxContainerResources? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
        public var windows: CRI.WindowsContainerResources? {
            get { message.getOptional(1) }
            _modify { var child: CRI.WindowsContainerResources? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
    }
    public struct ContainerUser: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.ContainerUser")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var linux: CRI.LinuxContainerUser? {
            get { message.getOptional(0) }
            _modify { var child: CRI.LinuxContainerUser? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
    }
    public struct UpdateContainerResourcesRequest: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.UpdateContainerResourcesRequest")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var containerId: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var linux: CRI.LinuxContainerResources? {
            get { message.getOptional(1) }
            _modify { var child: CRI.LinuxContainerResources? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
        public var windows: CRI.WindowsContainerResources? {
            get { message.getOptional(2) }
            _modify { var child: CRI.WindowsContainerResources? = message.takeOptional(2); defer { message.setOptional(2, child) }; yield &child }
        }
        public var annotations: StringMap<String> { get { message.getMap(3) } set { message.setMap(3, newValue) } }
    }
    public struct ExecSyncRequest: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.ExecSyncRequest")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var containerId: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var cmd: [String] { get { message.getList(1) } set { message.setList(1, newValue) } }
        public var timeout: Int { get { message.get(2) } set { message.set(2, newValue) } }
    }
    public struct ExecSyncResponse: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.ExecSyncResponse")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var stdout: [UInt8] { get { message.get(0) } set { message.set(0, newValue) } }
        public var stderr: [UInt8] { get { message.get(1) } set { message.set(1, newValue) } }
        public var exitCode: Int { get { message.get(2) } set { message.set(2, newValue) } }
    }
    public struct ExecRequest: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.ExecRequest")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var containerId: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var cmd: [String] { get { message.getList(1) } set { message.setList(1, newValue) } }
        public var tty: Bool { get { message.get(2) } set { message.set(2, newValue) } }
        public var stdin: Bool { get { message.get(3) } set { message.set(3, newValue) } }
        public var stdout: Bool { get { message.get(4) } set { message.set(4, newValue) } }
        public var stderr: Bool { get { message.get(5) } set { message.set(5, newValue) } }
    }
    public struct ExecResponse: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.ExecResponse")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var url: String { get { message.get(0) } set { message.set(0, newValue) } }
    }
    public struct AttachRequest: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.AttachRequest")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var containerId: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var stdin: Bool { get { message.get(1) } set { message.set(1, newValue) } }
        public var tty: Bool { get { message.get(2) } set { message.set(2, newValue) } }
        public var stdout: Bool { get { message.get(3) } set { message.set(3, newValue) } }
        public var stderr: Bool { get { message.get(4) } set { message.set(4, newValue) } }
    }
    public struct AttachResponse: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.AttachResponse")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var url: String { get { message.get(0) } set { message.set(0, newValue) } }
    }
    public struct PortForwardRequest: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.PortForwardRequest")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var podSandboxId: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var port: [Int] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct PortForwardResponse: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.PortForwardResponse")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var url: String { get { message.get(0) } set { message.set(0, newValue) } }
    }
    public struct ImageFilter: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.ImageFilter")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var image: CRI.ImageSpec? {
            get { message.getOptional(0) }
            _modify { var child: CRI.ImageSpec? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
    }
    public struct ListImagesRequest: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.ListImagesRequest")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var filter: CRI.ImageFilter? {
            get { message.getOptional(0) }
            _modify { var child: CRI.ImageFilter? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
    }
    public struct Image: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.Image")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var id: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var repoTags: [String] { get { message.getList(1) } set { message.setList(1, newValue) } }
        public var repoDigests: [String] { get { message.getList(2) } set { message.setList(2, newValue) } }
        public var size: Int { get { message.get(3) } set { message.set(3, newValue) } }
        public var uid: CRI.Int64Value? {
            get { message.getOptional(4) }
            _modify { var child: CRI.Int64Value? = message.takeOptional(4); defer { message.setOptional(4, child) }; yield &child }
        }
        public var username: String { get { message.get(5) } set { message.set(5, newValue) } }
        public var spec: CRI.ImageSpec? {
            get { message.getOptional(6) }
            _modify { var child: CRI.ImageSpec? = message.takeOptional(6); defer { message.setOptional(6, child) }; yield &child }
        }
        public var pinned: Bool { get { message.get(7) } set { message.set(7, newValue) } }
    }
    public struct ListImagesResponse: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.ListImagesResponse")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var images: [CRI.Image] { get { message.getList(0) } set { message.setList(0, newValue) } }
    }
    public struct StreamImagesRequest: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.StreamImagesRequest")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var filter: CRI.ImageFilter? {
            get { message.getOptional(0) }
            _modify { var child: CRI.ImageFilter? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
    }
    public struct StreamImagesResponse: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.StreamImagesResponse")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var images: [CRI.Image] { get { message.getList(0) } set { message.setList(0, newValue) } }
    }
    public struct ImageStatusRequest: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.ImageStatusRequest")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var image: CRI.ImageSpec? {
            get { message.getOptional(0) }
            _modify { var child: CRI.ImageSpec? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
        public var verbose: Bool { get { message.get(1) } set { message.set(1, newValue) } }
    }
    public struct ImageStatusResponse: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.ImageStatusResponse")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var image: CRI.Image? {
            get { message.getOptional(0) }
            _modify { var child: CRI.Image? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
        public var info: StringMap<String> { get { message.getMap(1) } set { message.setMap(1, newValue) } }
    }
    public struct AuthConfig: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.AuthConfig")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var username: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var password: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var auth: String { get { message.get(2) } set { message.set(2, newValue) } }
        public var serverAddress: String { get { message.get(3) } set { message.set(3, newValue) } }
        public var identityToken: String { get { message.get(4) } set { message.set(4, newValue) } }
        public var registryToken: String { get { message.get(5) } set { message.set(5, newValue) } }
    }
    public struct PullImageRequest: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.PullImageRequest")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var image: CRI.ImageSpec? {
            get { message.getOptional(0) }
            _modify { var child: CRI.ImageSpec? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
        public var auth: CRI.AuthConfig? {
            get { message.getOptional(1) }
            _modify { var child: CRI.AuthConfig? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
        public var sandboxConfig: CRI.PodSandboxConfig? {
            get { message.getOptional(2) }
            _modify { var child: CRI.PodSandboxConfig? = message.takeOptional(2); defer { message.setOptional(2, child) }; yield &child }
        }
    }
    public struct PullImageResponse: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.PullImageResponse")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var imageRef: String { get { message.get(0) } set { message.set(0, newValue) } }
    }
    public struct RemoveImageRequest: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.RemoveImageRequest")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var image: CRI.ImageSpec? {
            get { message.getOptional(0) }
            _modify { var child: CRI.ImageSpec? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
    }
    public struct NetworkConfig: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.NetworkConfig")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var podCidr: String { get { message.get(0) } set { message.set(0, newValue) } }
    }
    public struct RuntimeConfig: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.RuntimeConfig")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var networkConfig: CRI.NetworkConfig? {
            get { message.getOptional(0) }
            _modify { var child: CRI.NetworkConfig? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
    }
    public struct UpdateRuntimeConfigRequest: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.UpdateRuntimeConfigRequest")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var runtimeConfig: CRI.RuntimeConfig? {
            get { message.getOptional(0) }
            _modify { var child: CRI.RuntimeConfig? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
    }
    public struct RuntimeCondition: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.RuntimeCondition")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var type: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var status: Bool { get { message.get(1) } set { message.set(1, newValue) } }
        public var reason: String { get { message.get(2) } set { message.set(2, newValue) } }
        public var message_: String { get { message.get(3) } set { message.set(3, newValue) } }
    }
    public struct RuntimeStatus: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.RuntimeStatus")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var conditions: [CRI.RuntimeCondition] { get { message.getList(0) } set { message.setList(0, newValue) } }
    }
    public struct StatusRequest: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.StatusRequest")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var verbose: Bool { get { message.get(0) } set { message.set(0, newValue) } }
    }
    public struct RuntimeHandlerFeatures: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.RuntimeHandlerFeatures")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var recursiveReadOnlyMounts: Bool { get { message.get(0) } set { message.set(0, newValue) } }
        public var userNamespaces: Bool { get { message.get(1) } set { message.set(1, newValue) } }
    }
    public struct RuntimeHandler: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.RuntimeHandler")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var name: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var features: CRI.RuntimeHandlerFeatures? {
            get { message.getOptional(1) }
            _modify { var child: CRI.RuntimeHandlerFeatures? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
    }
    public struct RuntimeFeatures: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.RuntimeFeatures")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var supplementalGroupsPolicy: Bool { get { message.get(0) } set { message.set(0, newValue) } }
        public var userNamespacesHostNetwork: Bool { get { message.get(1) } set { message.set(1, newValue) } }
    }
    public struct StatusResponse: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.StatusResponse")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var status: CRI.RuntimeStatus? {
            get { message.getOptional(0) }
            _modify { var child: CRI.RuntimeStatus? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
        public var info: StringMap<String> { get { message.getMap(1) } set { message.setMap(1, newValue) } }
        public var runtimeHandlers: [CRI.RuntimeHandler] { get { message.getList(2) } set { message.setList(2, newValue) } }
        public var features: CRI.RuntimeFeatures? {
            get { message.getOptional(3) }
            _modify { var child: CRI.RuntimeFeatures? = message.takeOptional(3); defer { message.setOptional(3, child) }; yield &child }
        }
    }
    public struct UInt64Value: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.UInt64Value")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var value: Int { get { message.get(0) } set { message.set(0, newValue) } }
    }
    public struct FilesystemIdentifier: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.FilesystemIdentifier")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var mountpoint: String { get { message.get(0) } set { message.set(0, newValue) } }
    }
    public struct FilesystemUsage: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.FilesystemUsage")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var timestamp: Int { get { message.get(0) } set { message.set(0, newValue) } }
        public var fsId: CRI.FilesystemIdentifier? {
            get { message.getOptional(1) }
            _modify { var child: CRI.FilesystemIdentifier? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
        public var usedBytes: CRI.UInt64Value? {
            get { message.getOptional(2) }
            _modify { var child: CRI.UInt64Value? = message.takeOptional(2); defer { message.setOptional(2, child) }; yield &child }
        }
        public var inodesUsed: CRI.UInt64Value? {
            get { message.getOptional(3) }
            _modify { var child: CRI.UInt64Value? = message.takeOptional(3); defer { message.setOptional(3, child) }; yield &child }
        }
    }
    public struct WindowsFilesystemUsage: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.WindowsFilesystemUsage")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var timestamp: Int { get { message.get(0) } set { message.set(0, newValue) } }
        public var fsId: CRI.FilesystemIdentifier? {
            get { message.getOptional(1) }
            _modify { var child: CRI.FilesystemIdentifier? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
        public var usedBytes: CRI.UInt64Value? {
            get { message.getOptional(2) }
            _modify { var child: CRI.UInt64Value? = message.takeOptional(2); defer { message.setOptional(2, child) }; yield &child }
        }
    }
    public struct ImageFsInfoResponse: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.ImageFsInfoResponse")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var imageFilesystems: [CRI.FilesystemUsage] { get { message.getList(0) } set { message.setList(0, newValue) } }
        public var containerFilesystems: [CRI.FilesystemUsage] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct ContainerStatsRequest: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.ContainerStatsRequest")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var containerId: String { get { message.get(0) } set { message.set(0, newValue) } }
    }
    public struct ContainerStatsResponse: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.ContainerStatsResponse")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var stats: CRI.ContainerStats? {
            get { message.getOptional(0) }
            _modify { var child: CRI.ContainerStats? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
    }
    public struct ListContainerStatsRequest: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.ListContainerStatsRequest")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var filter: CRI.ContainerStatsFilter? {
            get { message.getOptional(0) }
            _modify { var child: CRI.ContainerStatsFilter? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
    }
    public struct ContainerStatsFilter: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.ContainerStatsFilter")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var id: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var podSandboxId: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var labelSelector: StringMap<String> { get { message.getMap(2) } set { message.setMap(2, newValue) } }
    }
    public struct ListContainerStatsResponse: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.ListContainerStatsResponse")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var stats: [CRI.ContainerStats] { get { message.getList(0) } set { message.setList(0, newValue) } }
    }
    public struct StreamContainerStatsRequest: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.StreamContainerStatsRequest")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var filter: CRI.ContainerStatsFilter? {
            get { message.getOptional(0) }
            _modify { var child: CRI.ContainerStatsFilter? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
    }
    public struct StreamContainerStatsResponse: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.StreamContainerStatsResponse")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var containerStats: [CRI.ContainerStats] { get { message.getList(0) } set { message.setList(0, newValue) } }
    }
    public struct ContainerAttributes: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.ContainerAttributes")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var id: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var metadata: CRI.ContainerMetadata? {
            get { message.getOptional(1) }
            _modify { var child: CRI.ContainerMetadata? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
        public var labels: StringMap<String> { get { message.getMap(2) } set { message.setMap(2, newValue) } }
        public var annotations: StringMap<String> { get { message.getMap(3) } set { message.setMap(3, newValue) } }
    }
    public struct ContainerStats: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.ContainerStats")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var attributes: CRI.ContainerAttributes? {
            get { message.getOptional(0) }
            _modify { var child: CRI.ContainerAttributes? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
        public var cpu: CRI.CpuUsage? {
            get { message.getOptional(1) }
            _modify { var child: CRI.CpuUsage? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
        public var memory: CRI.MemoryUsage? {
            get { message.getOptional(2) }
            _modify { var child: CRI.MemoryUsage? = message.takeOptional(2); defer { message.setOptional(2, child) }; yield &child }
        }
        public var writableLayer: CRI.FilesystemUsage? {
            get { message.getOptional(3) }
            _modify { var child: CRI.FilesystemUsage? = message.takeOptional(3); defer { message.setOptional(3, child) }; yield &child }
        }
        public var swap: CRI.SwapUsage? {
            get { message.getOptional(4) }
            _modify { var child: CRI.SwapUsage? = message.takeOptional(4); defer { message.setOptional(4, child) }; yield &child }
        }
        public var io: CRI.IoUsage? {
            get { message.getOptional(5) }
            _modify { var child: CRI.IoUsage? = message.takeOptional(5); defer { message.setOptional(5, child) }; yield &child }
        }
    }
    public struct WindowsContainerStats: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.WindowsContainerStats")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var attributes: CRI.ContainerAttributes? {
            get { message.getOptional(0) }
            _modify { var child: CRI.ContainerAttributes? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
        public var cpu: CRI.WindowsCpuUsage? {
            get { message.getOptional(1) }
            _modify { var child: CRI.WindowsCpuUsage? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
        public var memory: CRI.WindowsMemoryUsage? {
            get { message.getOptional(2) }
            _modify { var child: CRI.WindowsMemoryUsage? = message.takeOptional(2); defer { message.setOptional(2, child) }; yield &child }
        }
        public var writableLayer: CRI.WindowsFilesystemUsage? {
            get { message.getOptional(3) }
            _modify { var child: CRI.WindowsFilesystemUsage? = message.takeOptional(3); defer { message.setOptional(3, child) }; yield &child }
        }
    }
    public struct PsiStats: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.PsiStats")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var full: CRI.PsiData? {
            get { message.getOptional(0) }
            _modify { var child: CRI.PsiData? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
        public var `some`: CRI.PsiData? {
            get { message.getOptional(1) }
            _modify { var child: CRI.PsiData? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
    }
    public struct PsiData: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.PsiData")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var total: Int { get { message.get(0) } set { message.set(0, newValue) } }
        public var avg10: Double { get { message.get(1) } set { message.set(1, newValue) } }
        public var avg60: Double { get { message.get(2) } set { message.set(2, newValue) } }
        public var avg300: Double { get { message.get(3) } set { message.set(3, newValue) } }
    }
    public struct CpuUsage: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.CpuUsage")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var timestamp: Int { get { message.get(0) } set { message.set(0, newValue) } }
        public var usageCoreNanoSeconds: CRI.UInt64Value? {
            get { message.getOptional(1) }
            _modify { var child: CRI.UInt64Value? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
        public var usageNanoCores: CRI.UInt64Value? {
            get { message.getOptional(2) }
            _modify { var child: CRI.UInt64Value? = message.takeOptional(2); defer { message.setOptional(2, child) }; yield &child }
        }
        public var psi: CRI.PsiStats? {
            get { message.getOptional(3) }
            _modify { var child: CRI.PsiStats? = message.takeOptional(3); defer { message.setOptional(3, child) }; yield &child }
        }
    }
    public struct WindowsCpuUsage: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.WindowsCpuUsage")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var timestamp: Int { get { message.get(0) } set { message.set(0, newValue) } }
        public var usageCoreNanoSeconds: CRI.UInt64Value? {
            get { message.getOptional(1) }
            _modify { var child: CRI.UInt64Value? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
        public var usageNanoCores: CRI.UInt64Value? {
            get { message.getOptional(2) }
            _modify { var child: CRI.UInt64Value? = message.takeOptional(2); defer { message.setOptional(2, child) }; yield &child }
        }
    }
    public struct MemoryUsage: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.MemoryUsage")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var timestamp: Int { get { message.get(0) } set { message.set(0, newValue) } }
        public var workingSetBytes: CRI.UInt64Value? {
            get { message.getOptional(1) }
            _modify { var child: CRI.UInt64Value? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
        public var availableBytes: CRI.UInt64Value? {
            get { message.getOptional(2) }
            _modify { var child: CRI.UInt64Value? = message.takeOptional(2); defer { message.setOptional(2, child) }; yield &child }
        }
        public var usageBytes: CRI.UInt64Value? {
            get { message.getOptional(3) }
            _modify { var child: CRI.UInt64Value? = message.takeOptional(3); defer { message.setOptional(3, child) }; yield &child }
        }
        public var rssBytes: CRI.UInt64Value? {
            get { message.getOptional(4) }
            _modify { var child: CRI.UInt64Value? = message.takeOptional(4); defer { message.setOptional(4, child) }; yield &child }
        }
        public var pageFaults: CRI.UInt64Value? {
            get { message.getOptional(5) }
            _modify { var child: CRI.UInt64Value? = message.takeOptional(5); defer { message.setOptional(5, child) }; yield &child }
        }
        public var majorPageFaults: CRI.UInt64Value? {
            get { message.getOptional(6) }
            _modify { var child: CRI.UInt64Value? = message.takeOptional(6); defer { message.setOptional(6, child) }; yield &child }
        }
        public var psi: CRI.PsiStats? {
            get { message.getOptional(7) }
            _modify { var child: CRI.PsiStats? = message.takeOptional(7); defer { message.setOptional(7, child) }; yield &child }
        }
    }
    public struct IoUsage: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.IoUsage")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var timestamp: Int { get { message.get(0) } set { message.set(0, newValue) } }
        public var psi: CRI.PsiStats? {
            get { message.getOptional(1) }
            _modify { var child: CRI.PsiStats? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
    }
    public struct SwapUsage: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.SwapUsage")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var timestamp: Int { get { message.get(0) } set { message.set(0, newValue) } }
        public var swapAvailableBytes: CRI.UInt64Value? {
            get { message.getOptional(1) }
            _modify { var child: CRI.UInt64Value? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
        public var swapUsageBytes: CRI.UInt64Value? {
            get { message.getOptional(2) }
            _modify { var child: CRI.UInt64Value? = message.takeOptional(2); defer { message.setOptional(2, child) }; yield &child }
        }
    }
    public struct WindowsMemoryUsage: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.WindowsMemoryUsage")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var timestamp: Int { get { message.get(0) } set { message.set(0, newValue) } }
        public var workingSetBytes: CRI.UInt64Value? {
            get { message.getOptional(1) }
            _modify { var child: CRI.UInt64Value? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
        public var availableBytes: CRI.UInt64Value? {
            get { message.getOptional(2) }
            _modify { var child: CRI.UInt64Value? = message.takeOptional(2); defer { message.setOptional(2, child) }; yield &child }
        }
        public var pageFaults: CRI.UInt64Value? {
            get { message.getOptional(3) }
            _modify { var child: CRI.UInt64Value? = message.takeOptional(3); defer { message.setOptional(3, child) }; yield &child }
        }
        public var commitMemoryBytes: CRI.UInt64Value? {
            get { message.getOptional(4) }
            _modify { var child: CRI.UInt64Value? = message.takeOptional(4); defer { message.setOptional(4, child) }; yield &child }
        }
    }
    public struct ReopenContainerLogRequest: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.ReopenContainerLogRequest")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var containerId: String { get { message.get(0) } set { message.set(0, newValue) } }
    }
    public struct CheckpointContainerRequest: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.CheckpointContainerRequest")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var containerId: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var location: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var timeout: Int { get { message.get(2) } set { message.set(2, newValue) } }
    }
    public struct ContainerEventResponse: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.ContainerEventResponse")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var containerId: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var containerEventType: Int { get { message.get(1) } set { message.set(1, newValue) } }
        public var createdAt: Int { get { message.get(2) } set { message.set(2, newValue) } }
        public var podSandboxStatus: CRI.PodSandboxStatus? {
            get { message.getOptional(3) }
            _modify { var child: CRI.PodSandboxStatus? = message.takeOptional(3); defer { message.setOptional(3, child) }; yield &child }
        }
        public var containersStatuses: [CRI.ContainerStatus] { get { message.getList(4) } set { message.setList(4, newValue) } }
    }
    public struct ListMetricDescriptorsResponse: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.ListMetricDescriptorsResponse")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var descriptors: [CRI.MetricDescriptor] { get { message.getList(0) } set { message.setList(0, newValue) } }
    }
    public struct MetricDescriptor: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.MetricDescriptor")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var name: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var help: String { get { message.get(1) } set { message.set(1, newValue) } }
        public var labelKeys: [String] { get { message.getList(2) } set { message.setList(2, newValue) } }
    }
    public struct ListPodSandboxMetricsResponse: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.ListPodSandboxMetricsResponse")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var podMetrics: [CRI.PodSandboxMetrics] { get { message.getList(0) } set { message.setList(0, newValue) } }
    }
    public struct StreamPodSandboxMetricsResponse: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.StreamPodSandboxMetricsResponse")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var podSandboxMetrics: [CRI.PodSandboxMetrics] { get { message.getList(0) } set { message.setList(0, newValue) } }
    }
    public struct PodSandboxMetrics: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.PodSandboxMetrics")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var podSandboxId: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var metrics: [CRI.Metric] { get { message.getList(1) } set { message.setList(1, newValue) } }
        public var containerMetrics: [CRI.ContainerMetrics] { get { message.getList(2) } set { message.setList(2, newValue) } }
    }
    public struct ContainerMetrics: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.ContainerMetrics")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var containerId: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var metrics: [CRI.Metric] { get { message.getList(1) } set { message.setList(1, newValue) } }
    }
    public struct Metric: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.Metric")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var name: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var timestamp: Int { get { message.get(1) } set { message.set(1, newValue) } }
        public var metricType: Int { get { message.get(2) } set { message.set(2, newValue) } }
        public var labelValues: [String] { get { message.getList(3) } set { message.setList(3, newValue) } }
        public var value: CRI.UInt64Value? {
            get { message.getOptional(4) }
            _modify { var child: CRI.UInt64Value? = message.takeOptional(4); defer { message.setOptional(4, child) }; yield &child }
        }
    }
    public struct RuntimeConfigResponse: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.RuntimeConfigResponse")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var linux: CRI.LinuxRuntimeConfiguration? {
            get { message.getOptional(0) }
            _modify { var child: CRI.LinuxRuntimeConfiguration? = message.takeOptional(0); defer { message.setOptional(0, child) }; yield &child }
        }
    }
    public struct LinuxRuntimeConfiguration: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.LinuxRuntimeConfiguration")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var cgroupDriver: Int { get { message.get(0) } set { message.set(0, newValue) } }
    }
    public struct UpdatePodSandboxResourcesRequest: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.UpdatePodSandboxResourcesRequest")
        public var message: Message
        public init(_ message: Message) { self.message = message }
        public var podSandboxId: String { get { message.get(0) } set { message.set(0, newValue) } }
        public var overhead: CRI.LinuxContainerResources? {
            get { message.getOptional(1) }
            _modify { var child: CRI.LinuxContainerResources? = message.takeOptional(1); defer { message.setOptional(1, child) }; yield &child }
        }
        public var resources: CRI.LinuxContainerResources? {
            get { message.getOptional(2) }
            _modify { var child: CRI.LinuxContainerResources? = message.takeOptional(2); defer { message.setOptional(2, child) }; yield &child }
        }
    }
    public struct CheckpointContainerResponse: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.CheckpointContainerResponse")
        public var message: Message
        public init(_ message: Message) { self.message = message }
    }
    public struct GetEventsRequest: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.GetEventsRequest")
        public var message: Message
        public init(_ message: Message) { self.message = message }
    }
    public struct ImageFsInfoRequest: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.ImageFsInfoRequest")
        public var message: Message
        public init(_ message: Message) { self.message = message }
    }
    public struct ListMetricDescriptorsRequest: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.ListMetricDescriptorsRequest")
        public var message: Message
        public init(_ message: Message) { self.message = message }
    }
    public struct ListPodSandboxMetricsRequest: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.ListPodSandboxMetricsRequest")
        public var message: Message
        public init(_ message: Message) { self.message = message }
    }
    public struct RemoveContainerResponse: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.RemoveContainerResponse")
        public var message: Message
        public init(_ message: Message) { self.message = message }
    }
    public struct RemoveImageResponse: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.RemoveImageResponse")
        public var message: Message
        public init(_ message: Message) { self.message = message }
    }
    public struct RemovePodSandboxResponse: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.RemovePodSandboxResponse")
        public var message: Message
        public init(_ message: Message) { self.message = message }
    }
    public struct ReopenContainerLogResponse: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.ReopenContainerLogResponse")
        public var message: Message
        public init(_ message: Message) { self.message = message }
    }
    public struct RuntimeConfigRequest: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.RuntimeConfigRequest")
        public var message: Message
        public init(_ message: Message) { self.message = message }
    }
    public struct StartContainerResponse: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.StartContainerResponse")
        public var message: Message
        public init(_ message: Message) { self.message = message }
    }
    public struct StopContainerResponse: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.StopContainerResponse")
        public var message: Message
        public init(_ message: Message) { self.message = message }
    }
    public struct StopPodSandboxResponse: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.StopPodSandboxResponse")
        public var message: Message
        public init(_ message: Message) { self.message = message }
    }
    public struct StreamPodSandboxMetricsRequest: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.StreamPodSandboxMetricsRequest")
        public var message: Message
        public init(_ message: Message) { self.message = message }
    }
    public struct UpdateContainerResourcesResponse: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.UpdateContainerResourcesResponse")
        public var message: Message
        public init(_ message: Message) { self.message = message }
    }
    public struct UpdatePodSandboxResourcesResponse: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.UpdatePodSandboxResourcesResponse")
        public var message: Message
        public init(_ message: Message) { self.message = message }
    }
    public struct UpdateRuntimeConfigResponse: MessageView {
        public static let descriptor = Schema.cri.require("runtime.v1.UpdateRuntimeConfigResponse")
        public var message: Message
        public init(_ message: Message) { self.message = message }
    }
}
