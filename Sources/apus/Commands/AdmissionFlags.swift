import APIServer

/// Which of the built-in admission plugins are asked, named as kube-apiserver's flags.
enum AdmissionFlags {
    static let flags: [Flags.Flag] = [
        .init(
            name: "enable-admission-plugins", value: "NAME,...",
            help: "asked beside the usual ones, such as OwnerReferencesPermissionEnforcement"),
        .init(name: "disable-admission-plugins", value: "NAME,...", help: "not asked, though they usually are"),
        .init(
            name: file, value: "FILE",
            help: "an AdmissionConfiguration: Pod Security's defaults and exemptions"),
    ]
    private static let file = "admission-control-config-file"

    static func selection(_ flags: Flags) throws(FlagError) -> AdmissionSelection {
        func list(_ name: String) -> [String] { (flags[name] ?? "").split(separator: ",").map(String.init) }
        do {
            return try AdmissionSelection(
                enable: list("enable-admission-plugins"), disable: list("disable-admission-plugins"),
                configuration: try flags[file].map { try configuration($0) } ?? AdmissionConfiguration())
        } catch { throw FlagError(message: "\(error)") }
    }

    /// Files that it names lie beside it, unless their paths are absolute.
    private static func configuration(_ path: String) throws -> AdmissionConfiguration {
        let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
        return try AdmissionConfiguration(try AccessFlags.read(path), name: path) { other in
            try AccessFlags.read(other.hasPrefix("/") ? other : "\(folder)\(other)")
        }
    }
}
