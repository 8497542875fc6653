import Objects

extension BuiltinResources {
    static let deviceClasses = ResourceDefinition(
        "resource.k8s.io/v1", "deviceclasses", "DeviceClass", isNamespaced: false,
        traits: [.returnsDeleted, .tracksGeneration], rules: DeviceClassRules())
}

/// Which devices are of a class, and how they are set up.
struct DeviceClassRules: ResourceRules {
    func validate(_ object: Message) -> [FieldProblem] {
        let spec = Resources.DeviceClass(object).spec
        var problems = DeviceRequestRules.selectors(spec.selectors, "spec.selectors")
        problems += DeviceRequestRules.list(spec.config, "spec.config", DeviceLimits.configurations) {
            DeviceRequestRules.configuration($0.deviceConfiguration, $1)
        }
        guard let name = spec.extendedResourceName, !isExtended(name) else { return problems }
        return problems + [
            .invalid("spec.extendedResourceName", text: name, "must be a valid extended resource name")
        ]
    }

    /// `example.com/gpu`: with a domain, and not one of Kubernetes' own.
    private func isExtended(_ name: String) -> Bool {
        name.contains("/") && !name.contains("kubernetes.io/") && !name.hasPrefix("requests.")
            && Names.qualifiedNameProblems("requests.\(name)").isEmpty
    }
}
