public import Objects

/// Who writes, and when: what some kinds record of it.
public struct Writer: Sendable {
    public var user: String
    public var uid: String
    public var groups: [String]
    /// What else authentication knows of the user.
    public var extra: StringMap<[String]>
    public var now: Timestamp

    /// - Parameter seconds: since 1970.
    public init(
        user: String, uid: String = "", groups: [String] = [], extra: StringMap<[String]> = [:], seconds: Int64
    ) {
        self.user = user
        self.uid = uid
        self.groups = groups
        self.extra = extra
        now = Timestamp(seconds: seconds, nanoseconds: 0)
    }
}
