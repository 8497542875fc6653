import Objects

/// How a manager came to own fields.
public enum ManagerOperation: String, Sendable {
    case apply = "Apply"
    case update = "Update"
}

/// What tells one entry of `managedFields` from another. Who applies is one manager whatever version of the API it
/// uses; who updates is another in each.
public struct ManagerIdentity: Sendable, Hashable {
    public let name: String
    public let operation: ManagerOperation
    /// Empty for one that applies.
    public let apiVersion: String
    /// Empty: the object itself.
    public let subresource: String

    public init(name: String, operation: ManagerOperation, apiVersion: String, subresource: String = "") {
        self.name = name
        self.operation = operation
        self.apiVersion = operation == .apply ? "" : apiVersion
        self.subresource = subresource
    }

    /// As messages about conflicts name it.
    var description: String {
        var text = GoText.quoted(name)
        if !subresource.isEmpty { text += " with subresource \(GoText.quoted(subresource))" }
        if operation == .update { text += " using \(apiVersion)" }
        return text
    }

    /// By name, then as the entries are sorted.
    static func precedes(_ a: ManagerIdentity, _ b: ManagerIdentity) -> Bool {
        for (first, second) in [
            (a.name, b.name), (a.operation.rawValue, b.operation.rawValue), (a.apiVersion, b.apiVersion),
            (a.subresource, b.subresource),
        ] {
            switch Order(first, second) {
            case .before: return true
            case .after: return false
            case .same: continue
            }
        }
        return false
    }
}

/// Names of managers that no client has, and where others come from.
public enum ManagerName {
    /// Owns what was there before anybody's ownership was noted.
    public static let beforeFirstApply = "before-first-apply"
    /// Owns what the oldest of too many updating managers owned.
    public static let ancientChanges = "ancient-changes"
    /// For whom the `last-applied-configuration` annotation is kept, and believed.
    public static let kubectl = "kubectl"
    /// Who does not name itself.
    public static let unknown = "unknown"

    /// The name of a client that gives none: what stands before the first `/` of its `User-Agent`, as far as it can be
    /// printed, at most 128 bytes; may be empty.
    public static func ofUserAgent(_ userAgent: String) -> String {
        var name = ""
        for scalar in userAgent.unicodeScalars {
            if scalar == "/" { break }
            guard isPrintable(scalar) else { continue }
            if name.utf8.count + String(scalar).utf8.count > OwnershipLimits.managerNameBytes { break }
            name.unicodeScalars.append(scalar)
        }
        return name
    }

    /// The first scalar that a name must not have, and its place in bytes.
    public static func unprintable(_ name: String) -> (scalar: Unicode.Scalar, place: Int)? {
        var place = 0
        for scalar in name.unicodeScalars {
            if !isPrintable(scalar) { return (scalar, place) }
            place += String(scalar).utf8.count
        }
        return nil
    }

    /// Letters, marks, numbers, punctuation, symbols, and the ASCII space.
    private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x7f { return scalar.value >= 0x20 }
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator,
            .spaceSeparator:
            return false
        default: return true
        }
    }
}
