import Objects

/// Why a token proves nobody. The words are for logs and for `TokenReview`; who shows the token is told 401 and no more.
public enum TokenError: Error, Sendable, Hashable, CustomStringConvertible {
    /// Not a token of a kind that is known here.
    case malformed
    /// No key that is known here has signed it.
    case badSignature
    case wrongIssuer
    /// Made for others: the audiences that it is for, and those that would have been right.
    case wrongAudience([String], wanted: [String])
    case expired
    case notYetValid
    /// What the token is bound to is no more, in words: `service account default/web has been deleted`.
    case revoked(String)

    public var description: String {
        switch self {
        case .malformed, .badSignature, .wrongIssuer: "invalid bearer token"
        case .wrongAudience(let audiences, let wanted):
            "[invalid bearer token, token audiences \(GoText.quoted(audiences)) is invalid for the target audiences "
                + "\(GoText.quoted(wanted))]"
        case .expired: "[invalid bearer token, service account token has expired]"
        case .notYetValid: "[invalid bearer token, service account token is not valid yet]"
        case .revoked(let why): "[invalid bearer token, \(why)]"
        }
    }
}
