import Access
import Objects

/// What becomes of ServiceAccounts' tokens in Secrets that nobody has used for long: first they count no more, and after as
/// long again they go. Pure.
struct UnusedTokenPlan: Sendable {
    enum Step: Equatable {
        case keep
        /// The label with which its token counts no more.
        case invalidate(day: String)
        case delete
    }
    private static let secondsPerDay: Int64 = 24 * 3600

    /// For how long a token is kept that is not used, in seconds.
    let unusedSeconds: Int64
    /// Seconds since 1970.
    let now: Int64

    /// Whether the use of tokens has been noted for long enough that not being noted means not being used.
    ///
    /// - Parameter map: that says since when.
    func mayJudge(_ map: Core.ConfigMap) -> Bool {
        guard let since = LegacyToken.midnight(map.data[LegacyToken.trackedSince] ?? "") else { return false }
        return now >= since + Self.secondsPerDay + unusedSeconds
    }

    /// - Parameters:
    ///   - account: that the Secret names, if it is there.
    ///   - isMounted: by a pod.
    func step(_ secret: Core.Secret, account: Core.ServiceAccount?, isMounted: Bool) -> Step {
        let metadata = secret.metadata
        let bound = now - unusedSeconds
        guard secret.type == LegacyToken.secretType, !metadata.isDeleting, !isMounted,
            let created = metadata.creationTimestamp, created.seconds < bound
        else { return .keep }
        // Days in this form are in order as texts.
        let day = LegacyToken.day(bound)
        if let used = metadata.labels[LegacyToken.lastUsed] {
            guard LegacyToken.midnight(used) != nil, used < day else { return .keep }
        }
        // Those that people have made themselves their account does not list.
        guard let account, account.secrets.contains(where: { $0.name == metadata.name }) else { return .keep }
        let uid = metadata.annotations[LegacyToken.accountUID] ?? ""
        guard uid.isEmpty || uid == account.metadata.uid else { return .keep }
        let invalid = metadata.labels[LegacyToken.invalidSince] ?? ""
        guard LegacyToken.midnight(invalid) != nil else { return .invalidate(day: LegacyToken.day(now)) }
        return invalid < day ? .delete : .keep
    }
}
