import Controllers

/// The controllers' flags, which `apus up` and `apus controller-manager` share. Their names are kube-controller-manager's.
enum ControllerFlags {
    static let flags: [Flags.Flag] = [
        .init(
            name: "node-monitor-grace-period", value: "TIME",
            fallback: "40s", help: "a node without a heartbeat for so long is not ready"),
        .init(
            name: "pod-eviction-after", value: "TIME",
            fallback: "5m", help: "pods leave a node that has not been ready for so long"),
        .init(
            name: "cluster-signing-duration", value: "TIME",
            fallback: "8760h", help: "the longest that certificates are issued for"),
        .init(
            name: "legacy-service-account-token-clean-up-period", value: "TIME",
            fallback: "8760h", help: "tokens in Secrets are kept so long unused"),
    ]
    /// Shorter than a second is within what a busy machine needs for one heartbeat; a day is no watch over nodes any more.
    private static let grace = 1000...86_400_000
    private static let eviction = 0...86_400_000
    /// From the shortest that a request may ask for to ten years, which is how long the authority itself lasts.
    private static let issuance = 600_000...315_360_000_000
    /// The use of tokens is noted by the day.
    private static let unusedTokens = 86_400_000...315_360_000_000

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
        if let unused = try flags.milliseconds("legacy-service-account-token-clean-up-period", in: unusedTokens) {
            settings.unusedTokenSeconds = unused / 1000
        }
        return settings
    }
}
