/// Of which Kubernetes the Pod Security Standards are meant: `v1.30`, or whatever is the newest.
public enum SecurityVersion: Sendable, Equatable, CustomStringConvertible {
    /// `v1.x`
    case minor(Int)
    case latest

    /// What a text that is none is told.
    static let words = #"must be "latest" or "v1.x""#

    /// - Returns: nil: the text is neither `latest` nor `v1.x`.
    public init?(_ text: String) {
        if text == "latest" {
            self = .latest
            return
        }
        guard text.hasPrefix("v1.") else { return nil }
        let digits = text.utf8.dropFirst(3)
        guard !digits.isEmpty, digits.allSatisfy({ (0x30...0x39).contains($0) }),
            digits.count == 1 || digits.first != 0x30,
            let minor = Int(text.dropFirst(3))
        else { return nil }
        self = .minor(minor)
    }

    public var description: String {
        switch self {
        case .minor(let minor): "v1.\(minor)"
        case .latest: "latest"
        }
    }

    /// For comparing: nothing is newer than the latest.
    var number: Int {
        switch self {
        case .minor(let minor): minor
        case .latest: .max
        }
    }
}
