import APIServer

/// Which of the built-in admission plugins are asked, named as kube-apiserver's flags.
enum AdmissionFlags {
    static let flags: [Flags.Flag] = [
        .init(
            name: "enable-admission-plugins", value: "NAME,...",
            help: "asked beside the usual ones, such as OwnerReferencesPermissionEnforcement"),
        .init(name: "disable-admission-plugins", value: "NAME,...", help: "not asked, though they usually are"),
    ]

    static func selection(_ flags: Flags) throws(FlagError) -> AdmissionSelection {
        func list(_ name: String) -> [String] { (flags[name] ?? "").split(separator: ",").map(String.init) }
        do {
            return try AdmissionSelection(
                enable: list("enable-admission-plugins"), disable: list("disable-admission-plugins"))
        } catch { throw FlagError(message: "\(error)") }
    }
}
