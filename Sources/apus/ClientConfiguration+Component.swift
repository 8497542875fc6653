import Client

extension ClientConfiguration {
    /// The same for one of the cluster's components, which owns what it writes under the name that Kubernetes' own has:
    /// tools know these, and leave their fields alone.
    ///
    /// - Parameter component: as it is called on the command line.
    func of(_ component: String) -> ClientConfiguration {
        var configuration = self
        configuration.userAgent =
            switch component {
            case "controller-manager", "scheduler", "proxy": "kube-\(component)"
            default: component
            }
        return configuration
    }
}
