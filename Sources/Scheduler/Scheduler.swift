public import Client
public struct SchedulerConfiguration: Sendable { public init() {} }
public final class Scheduler: Sendable { public init(client: ClusterClient, configuration: SchedulerConfiguration) {}; public func run() async {} }
