/// A version's name in Kubernetes' order: `v10` before `v2`, those before `v1beta1`, before `v1alpha1`, and names of any
/// other form last (Kubernetes, "Version priority").
public struct VersionName: Sendable, Comparable {
    public let text: String
    /// 3 for `v1`, 2 for beta, 1 for alpha, 0 for other names.
    private let stability: Int
    private let major: Int
    private let minor: Int

    public init(_ text: String) {
        self.text = text
        var rest = text.utf8[...]
        func number() -> Int? {
            let digits = rest.prefix { (0x30...0x39).contains($0) }
            guard let first = digits.first, first != 0x30 else { return nil }
            rest = rest[digits.endIndex...]
            return Int(Substring(digits))
        }
        var found = (stability: 0, major: 0, minor: 0)
        if rest.first == UInt8(ascii: "v") {
            rest = rest.dropFirst()
            if let major = number() {
                if rest.isEmpty {
                    found = (3, major, 0)
                } else {
                    for (word, stability) in [("beta", 2), ("alpha", 1)] where Substring(rest).hasPrefix(word) {
                        rest = rest.dropFirst(word.utf8.count)
                        if let minor = number(), rest.isEmpty { found = (stability, major, minor) }
                        break
                    }
                }
            }
        }
        (stability, major, minor) = found
    }

    /// Whether `a` has less priority than `b`.
    public static func < (a: VersionName, b: VersionName) -> Bool {
        if a.stability != b.stability { return a.stability < b.stability }
        if a.stability == 0 { return a.text > b.text }
        return (a.major, a.minor) < (b.major, b.minor)
    }
}
