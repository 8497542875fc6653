import Objects

extension BuiltinResources {
    static let csiDrivers = ResourceDefinition(
        "storage.k8s.io/v1", "csidrivers", "CSIDriver", isNamespaced: false,
        traits: [.returnsDeleted, .updatesNeedVersion], rules: CSIDriverRules(),
        rows: RowPlan([
            .name,
            Column(
                "AttachRequired", .boolean,
                about: "Whether volumes must be attached to a node before they are mounted.",
                field: "spec.attachRequired", absent: .flag(true)),
            Column(
                "PodInfoOnMount", .boolean, about: "Whether the driver is told for which pod it mounts.",
                field: "spec.podInfoOnMount", absent: .flag(false)),
            Column(
                "StorageCapacity", .boolean, about: "Whether the scheduler heeds the capacity that the driver reports.",
                field: "spec.storageCapacity", absent: .flag(false)),
            Column(
                "TokenRequests", about: "For whom the driver is given tokens of pods.",
                reads: ["spec.tokenRequests.audience"]
            ) { object, _ in
                let requests = Storage.CSIDriver(object).spec.tokenRequests
                return .text(requests.isEmpty ? "<unset>" : requests.map(\.audience).joined(separator: ","))
            },
            Column(
                "RequiresRepublish", .boolean, about: "Whether volumes are published again from time to time.",
                field: "spec.requiresRepublish", absent: .flag(false)),
            Column("Modes", about: "How long its volumes live.", reads: ["spec.volumeLifecycleModes"]) { object, _ in
                let modes = Storage.CSIDriver(object).spec.volumeLifecycleModes
                return .text(modes.isEmpty ? "<none>" : modes.joined(separator: ","))
            }, .age,
        ]))
}

/// A storage driver of the cluster, and what it needs.
struct CSIDriverRules: ResourceRules {
    private static let policies = ["File", "None", "ReadWriteOnceWithFSType"]
    private static let tokenSeconds = 600...(1 << 32)
    private static let updateSeconds = 10

    func setDefaults(_ object: inout Message) {
        var driver = Storage.CSIDriver(object)
        if driver.spec.attachRequired == nil { driver.spec.attachRequired = true }
        if driver.spec.podInfoOnMount == nil { driver.spec.podInfoOnMount = false }
        if driver.spec.storageCapacity == nil { driver.spec.storageCapacity = false }
        if driver.spec.fsGroupPolicy == nil { driver.spec.fsGroupPolicy = "ReadWriteOnceWithFSType" }
        if driver.spec.volumeLifecycleModes.isEmpty { driver.spec.volumeLifecycleModes = ["Persistent"] }
        if driver.spec.requiresRepublish == nil { driver.spec.requiresRepublish = false }
        if driver.spec.seLinuxMount == nil { driver.spec.seLinuxMount = false }
        object = driver.message
    }

    /// Counts the changes that kubelets must act on.
    func prepareForUpdate(_ object: inout Message, old: Message, subresource: Subresource?) {
        var driver = Storage.CSIDriver(object)
        let (new, was) = (driver.spec, Storage.CSIDriver(old).spec)
        let isSame =
            new.tokenRequests == was.tokenRequests && new.requiresRepublish == was.requiresRepublish
            && new.seLinuxMount == was.seLinuxMount
        guard !isSame else { return }
        driver.metadata.generation = Storage.CSIDriver(old).metadata.generation + 1
        object = driver.message
    }

    func validate(_ object: Message) -> [FieldProblem] {
        let spec = Storage.CSIDriver(object).spec
        var problems: [FieldProblem] = []
        for (field, flag) in [
            ("attachedRequired", spec.attachRequired), ("podInfoOnMount", spec.podInfoOnMount),
            ("storageCapacity", spec.storageCapacity), ("seLinuxMount", spec.seLinuxMount),
        ] where flag == nil {
            problems.append(.required("spec.\(field)"))
        }
        problems += FieldWords.oneOf("spec.fsGroupPolicy", spec.fsGroupPolicy ?? "", Self.policies, isRequired: true)
        problems += tokens(spec.tokenRequests, "spec.tokenRequests")
        for mode in spec.volumeLifecycleModes {
            problems += FieldWords.oneOf("spec.volumeLifecycleModes", mode, ["Persistent", "Ephemeral"])
        }
        if let seconds = spec.nodeAllocatableUpdatePeriodSeconds, seconds < Self.updateSeconds {
            problems.append(
                .invalid(
                    "spec.nodeAllocatableUpdatePeriodSeconds", String(seconds),
                    "must be greater than or equal to \(Self.updateSeconds) seconds"))
        }
        if spec.serviceAccountTokenInSecrets != nil, spec.tokenRequests.isEmpty {
            problems.append(
                .invalid(
                    "spec.serviceAccountTokenInSecrets", String(spec.serviceAccountTokenInSecrets ?? false),
                    "serviceAccountTokenInSecrets must not be set when tokenRequests is empty"))
        }
        return problems
    }

    private func tokens(_ requests: [Storage.TokenRequest], _ path: String) -> [FieldProblem] {
        var problems = FieldWords.duplicates(requests.map(\.audience)) { "\(path)[\($0)].audience" }
        for (index, request) in requests.enumerated() {
            guard let seconds = request.expirationSeconds, !Self.tokenSeconds.contains(seconds) else { continue }
            let why =
                seconds < Self.tokenSeconds.lowerBound
                ? "may not specify a duration less than 10 minutes"
                : "may not specify a duration larger than 2^32 seconds"
            problems.append(.invalid("\(path)[\(index)].expirationSeconds", String(seconds), why))
        }
        return problems
    }

    func validateUpdate(_ object: Message, old: Message, subresource: Subresource?) -> [FieldProblem] {
        let (new, was) = (Storage.CSIDriver(object).spec, Storage.CSIDriver(old).spec)
        var problems: [FieldProblem] = []
        if new.attachRequired != was.attachRequired {
            problems.append(
                .invalid("spec.attachedRequired", String(new.attachRequired ?? false), FieldWords.immutable))
        }
        if new.volumeLifecycleModes != was.volumeLifecycleModes {
            problems.append(
                .invalid("spec.volumeLifecycleModes", FieldWords.json(new.volumeLifecycleModes), FieldWords.immutable))
        }
        return problems
    }
}
