public import Client
public import Objects
public import Reactor

/// How a node's agent is set up.
public struct KubeletConfiguration: Sendable {
    /// The Node's name; usually the machine's host name in lower case.
    public var nodeName: String
    /// Path of the container runtime's unix socket.
    public var criSocket: String
    /// An absolute path; made if it is not there. Pods' files and logs lie in it.
    public var dataDirectory: String
    /// The address by which the API server and pods reach this node.
    public var nodeIP: String
    /// Of the node's HTTPS server; 0: any that is free.
    public var port: Int
    /// Address to listen at; empty: the node's own.
    public var bindAddress: String
    /// The server's certificate, key, and the authorities of those who may read from it.
    public var tls: TLSServerConfiguration
    /// Labels and taints that the node registers with, beside those that every node has.
    public var labels: StringMap<String>
    public var taints: [Core.Taint]
    public var maxPods: Int
    public var dns: ClusterDNS
    /// The control group under which pods are put; empty: the runtime's own.
    public var cgroupParent: String
    /// Between renewals of the node's lease. After four of them without a renewal it has run out.
    public var heartbeatMilliseconds = KubeletLimits.leaseRenewMilliseconds
    public var time: TimeSource

    public init(
        nodeName: String, criSocket: String, dataDirectory: String, nodeIP: String, port: Int = 10_250,
        bindAddress: String = "", tls: TLSServerConfiguration, labels: StringMap<String> = [:],
        taints: [Core.Taint] = [], maxPods: Int = 110, dns: ClusterDNS = ClusterDNS(), cgroupParent: String = "",
        time: TimeSource = .system
    ) {
        self.nodeName = nodeName
        self.criSocket = criSocket
        self.dataDirectory = dataDirectory
        self.nodeIP = nodeIP
        self.port = port
        self.bindAddress = bindAddress
        self.tls = tls
        self.labels = labels
        self.taints = taints
        self.maxPods = maxPods
        self.dns = dns
        self.cgroupParent = cgroupParent
        self.time = time
    }
}

/// Why a node's agent could not start.
public struct KubeletError: Error, Sendable, CustomStringConvertible {
    public let message: String
    public var description: String { message }
    init(_ message: String) { self.message = message }
}
