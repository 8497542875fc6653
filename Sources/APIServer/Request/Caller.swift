/// Who asks: the user and groups that authentication has proved.
struct Caller: Sendable, Equatable {
    var user: String
    var groups: [String]

    /// The server itself, which keeps what every cluster has.
    static let server = Caller(user: "system:apiserver", groups: ["system:masters"])

    /// Somebody without credentials, who may see only what is open to all.
    static let anonymous = Caller(user: "system:anonymous", groups: ["system:unauthenticated"])
    var isAnonymous: Bool { user == Self.anonymous.user }
}
