import Objects

extension BuiltinResources {
    static let apiServices = ResourceDefinition(
        "apiregistration.k8s.io/v1", "apiservices", "APIService", categories: ["api-extensions"], isNamespaced: false,
        storageName: "apiregistration.k8s.io/apiservices", subresources: [.status],
        traits: [.updatesNeedVersion, .statusKeepsMetadata], rules: APIServiceRules(),
        rows: RowPlan([
            .name,
            Column(
                "Service", about: "Who serves the group's version.",
                reads: ["spec.service.namespace", "spec.service.name"]
            ) { object, _ in
                guard let service = APIRegistration.APIService(object).spec.service else { return .text("Local") }
                return .text("\(service.namespace)/\(service.name)")
            },
            Column(
                "Available", about: "Whether it is being served.",
                reads: ["status.conditions.type", "status.conditions.status", "status.conditions.reason"]
            ) { object, _ in
                let conditions = APIRegistration.APIService(object).status.conditions
                guard let found = conditions.first(where: { $0.type == "Available" }) else { return .text("Unknown") }
                return .text(found.status == "True" ? "True" : "\(found.status) (\(found.reason))")
            }, .age,
        ]))
}

/// Who serves a version of an API group: this server, or another behind a service.
struct APIServiceRules: ResourceRules {
    private static let servicePort = 443
    private static let groupPriorities = 1...20000
    private static let versionPriorities = 1...1000

    func problemsWithName(_ name: String, isPrefix: Bool) -> [String] { NameShapes.pathSegmentProblems(name) }

    func setDefaults(_ object: inout Message) {
        var service = APIRegistration.APIService(object)
        guard service.spec.service != nil, service.spec.service?.port == nil else { return }
        service.spec.service?.port = Self.servicePort
        object = service.message
    }

    /// What the server serves itself is there at once.
    func record(_ object: inout Message, old: Message?, subresource: Subresource?, by writer: Writer) {
        var service = APIRegistration.APIService(object)
        guard old == nil, service.spec.service == nil else { return }
        var condition = APIRegistration.APIServiceCondition()
        condition.type = "Available"
        condition.status = "True"
        condition.reason = "Local"
        condition.message_ = "Local APIServices are always available"
        condition.lastTransitionTime = writer.now
        service.status.conditions = [condition]
        object = service.message
    }

    func validate(_ object: Message) -> [FieldProblem] {
        let service = APIRegistration.APIService(object)
        let spec = service.spec
        var problems: [FieldProblem] = []
        let name = "\(spec.version).\(spec.group)"
        if service.metadata.name != name, NameShapes.pathSegmentProblems(service.metadata.name).isEmpty {
            problems.append(
                .invalid(
                    "metadata.name", text: service.metadata.name,
                    "must be `spec.version+\".\"+spec.group`: \(GoText.quoted(name))"))
        }
        if !spec.group.isEmpty {
            problems += FieldWords.name("spec.group", spec.group) { Names.subdomainProblems($0) }
        } else if spec.version != "v1" {
            problems.append(.required("spec.group", "only v1 may have an empty group and it better be legacy kube"))
        }
        problems += FieldWords.name("spec.version", spec.version) { Names.dns1035Problems($0) }
        for (field, number, range) in [
            ("groupPriorityMinimum", spec.groupPriorityMinimum, Self.groupPriorities),
            ("versionPriority", spec.versionPriority, Self.versionPriorities),
        ] where !range.contains(number) {
            problems.append(
                .invalid("spec.\(field)", String(number), "must be positive and less than \(range.upperBound)"))
        }
        return problems + target(spec) + status(service.status)
    }

    private func target(_ spec: APIRegistration.APIServiceSpec) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        let skips = "spec.insecureSkipTLSVerify"
        guard let service = spec.service else {
            if !spec.caBundle.isEmpty {
                problems.append(
                    .invalid(
                        "spec.caBundle", text: "\(spec.caBundle.count) bytes",
                        "local APIServices may not have a caBundle"
                    ))
            }
            if spec.insecureSkipTLSVerify {
                problems.append(.invalid(skips, "true", "local APIServices may not have insecureSkipTLSVerify"))
            }
            return problems
        }
        problems += FieldWords.required("spec.service.namespace", service.namespace)
        problems += FieldWords.required("spec.service.name", service.name)
        if let port = service.port, !(1...65535).contains(port) {
            problems.append(.invalid("spec.service.port", String(port), "port is not valid: \(FieldWords.port)"))
        }
        if spec.insecureSkipTLSVerify, !spec.caBundle.isEmpty {
            problems.append(.invalid(skips, "true", "may not be true if caBundle is present"))
        }
        return problems
    }

    private func status(_ status: APIRegistration.APIServiceStatus) -> [FieldProblem] {
        status.conditions.enumerated().flatMap {
            FieldWords.oneOf("status.conditions[\($0)].status", $1.status, ["True", "False", "Unknown"])
        }
    }
}
