public import Client
public struct ControllersConfiguration: Sendable { public init(rootCertificate: String) {} }
public struct ControllerManager: Sendable {
    public init(client: ClusterClient, configuration: ControllersConfiguration) {}; public func run() async {}
}
