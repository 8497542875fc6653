import Objects
import Policy
import Wire

/// What an operator says to the plugins: the file of `--admission-control-config-file` (apiserver.config.k8s.io/v1,
/// `AdmissionConfiguration`), whose entries have a plugin's own configuration or the path of its file.
public struct AdmissionConfiguration: Sendable, Equatable {
    var podSecurity = SecurityConfiguration()

    public init() {}

    private static let apiVersion = "apiserver.config.k8s.io/v1"
    private static let configurable = "PodSecurity"

    /// - Parameters:
    ///   - text: the file's, in YAML or JSON.
    ///   - name: the file's, for messages.
    ///   - read: gives another file's text, by a path as it stands in this one.
    public init(
        _ text: [UInt8], name: String, read: (_ path: String) throws -> [UInt8]
    ) throws(AdmissionConfigurationError) {
        let whole = try Self.object(text, name)
        guard whole["apiVersion"] == .string(Self.apiVersion), whole["kind"] == .string("AdmissionConfiguration") else {
            throw AdmissionConfigurationError(
                "\(name): apiVersion and kind must be \(Self.apiVersion) and AdmissionConfiguration")
        }
        try Self.check(whole, ["apiVersion", "kind", "plugins"], name)
        guard let plugins = whole["plugins"], plugins != .null else { return }
        guard case .list(let entries) = plugins else {
            throw AdmissionConfigurationError("\(name): plugins must be a list")
        }
        var seen: Set<String> = []
        for (index, entry) in entries.enumerated() {
            let place = "\(name): plugins[\(index)]"
            guard case .map(let members) = entry, case .string(let plugin)? = members["name"] else {
                throw AdmissionConfigurationError("\(place) must be an object with a name")
            }
            try Self.check(members, ["name", "path", "configuration"], place)
            guard AdmissionChain.names.contains(plugin) else {
                throw AdmissionConfigurationError("\(place): there is no plugin \(GoText.quoted(plugin))")
            }
            guard seen.insert(plugin).inserted else {
                throw AdmissionConfigurationError("\(place): \(plugin) stands twice")
            }
            guard let value = try Self.configuration(members, place, read) else { continue }
            guard plugin == Self.configurable else {
                throw AdmissionConfigurationError("\(place): \(plugin) takes no configuration")
            }
            do { podSecurity = try SecurityConfiguration(value) } catch {
                throw AdmissionConfigurationError("\(place): \(plugin): \(error)")
            }
        }
    }

    /// A plugin's configuration, from its entry or from the file that it names; nil: there is none.
    private static func configuration(
        _ entry: StringMap<Value>, _ place: String, _ read: (String) throws -> [UInt8]
    ) throws(AdmissionConfigurationError) -> Value? {
        if let value = entry["configuration"], value != .null { return value }
        switch entry["path"] {
        case nil, .null?, .string("")?: return nil
        case .string(let path)?:
            let text: [UInt8]
            do { text = try read(path) } catch { throw AdmissionConfigurationError("\(place): \(error)") }
            return .map(try object(text, path))
        default: throw AdmissionConfigurationError("\(place).path must be a string")
        }
    }

    private static func object(_ text: [UInt8], _ name: String) throws(AdmissionConfigurationError) -> StringMap<Value>
    {
        let value: Value
        do { value = try FreeValue.parse(YAMLReader.single(text, duplicateKeys: .refused).json) } catch {
            throw AdmissionConfigurationError("\(name): \(error)")
        }
        guard case .map(let members) = value else { throw AdmissionConfigurationError("\(name) has no object") }
        return members
    }

    private static func check(
        _ members: StringMap<Value>, _ known: [String], _ place: String
    ) throws(AdmissionConfigurationError) {
        for name in members.keys where !known.contains(name) {
            throw AdmissionConfigurationError("\(place): unknown field \(GoText.quoted(name))")
        }
    }
}

/// A file that cannot be followed: which, where in it, and why.
public struct AdmissionConfigurationError: Error, Sendable, Equatable, CustomStringConvertible {
    public let description: String
    init(_ description: String) { self.description = description }
}
