import Controllers

/// The controllers' flags, which `apus up` and `apus controller-manager` share. Their names are kube-controller-manager's.
enum ControllerFlags {
    static let flags: [Flags.Flag] = [
        .init(
            name: "node-monitor-grace-period", value: "TIME",
            help: "a node without a heartbeat for so long is not ready (default 40s)"),
        .init(
            name: "pod-eviction-after", value: "TIME",
            help: "pods leave a node that has not been ready for so long (default 5m)"),
        .init(
            name: "cluster-signing-duration", value: "TIME",
            help: "the longest that certificates are issued for (default 8760h)"),
    ]
    /// Shorter than a second is within what a busy machine needs for one heartbeat; a day is no watch over nodes any more.
    private static let grace = 1000...86_400_000
    private static let eviction = 0...86_400_000
    /// From the shortest that a request may ask for to ten years, which is how long the authority itself lasts.
    private static let issuance = 600_000...315_360_000_000

    static func configuration(_ flags: Flags) throws(FlagError) -> ControllersConfiguration {
        var settings = ControllersConfiguration()
        if let grace = try flags.milliseconds("node-monitor-grace-period", in: grace) {
            settings.nodeGraceMilliseconds = grace
        }
        if let wait = try flags.milliseconds("pod-eviction-after", in: eviction) {
            settings.podEvictionMilliseconds = wait
        }
        if let longest = try flags.milliseconds("cluster-signing-duration", in: issuance) {
            settings.certificateSeconds = longest / 1000
        }
        return settings
    }
}
