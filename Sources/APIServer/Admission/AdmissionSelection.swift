/// Which of the built-in plugins have a say; kube-apiserver's names for them.
public struct AdmissionSelection: Sendable, Equatable {
    /// The names of those that are asked.
    let names: Set<String>
    /// What those that take a configuration are told.
    let configuration: AdmissionConfiguration

    /// As the server has it when nobody says otherwise.
    public static let standard = AdmissionSelection(
        names: AdmissionChain.names.subtracting(AdmissionChain.offByDefault))

    private init(names: Set<String>) {
        self.names = names
        configuration = AdmissionConfiguration()
    }

    /// - Parameters:
    ///   - enable: asked in addition to those that are asked by default.
    ///   - disable: not asked.
    /// - Throws: for a name that is not known, or one that stands in both lists.
    public init(
        enable: [String], disable: [String], configuration: AdmissionConfiguration = AdmissionConfiguration()
    ) throws(AdmissionSelectionError) {
        for (flag, given) in [("enable", enable), ("disable", disable)] {
            for name in given where !AdmissionChain.names.contains(name) {
                throw AdmissionSelectionError(
                    description: "\(flag)-admission-plugins plugin \"\(name)\" is unknown; there are: "
                        + AdmissionChain.names.sorted().joined(separator: ", "))
            }
        }
        let both = Set(enable).intersection(disable).sorted()
        guard both.isEmpty else {
            throw AdmissionSelectionError(
                description: "\(both.joined(separator: ", ")) in enable-admission-plugins and "
                    + "disable-admission-plugins overlapped")
        }
        names = Self.standard.names.union(enable).subtracting(disable)
        self.configuration = configuration
    }
}

/// A choice of plugins that cannot be made.
public struct AdmissionSelectionError: Error, Sendable, Equatable, CustomStringConvertible {
    public let description: String
}
