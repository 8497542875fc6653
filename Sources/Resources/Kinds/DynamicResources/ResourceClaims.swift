public import Objects

extension BuiltinResources {
    static let resourceClaims = ResourceDefinition(
        "resource.k8s.io/v1", "resourceclaims", "ResourceClaim", subresources: [.status],
        traits: [.returnsDeleted, .statusKeepsMetadata], rules: ResourceClaimRules(),
        rows: RowPlan([
            .name,
            Column(
                "State", about: "Whether it has its devices, and somebody who uses them.",
                reads: ["metadata.deletionTimestamp", "status.allocation", "status.reservedFor"]
            ) { object, _ in .text(ResourceClaimRules.state(Resources.ResourceClaim(object))) }, .age,
        ]))
}

/// Devices that pods want, which they get, and who uses them.
struct ResourceClaimRules: ResourceRules {
    static func state(_ claim: Resources.ResourceClaim) -> String {
        var states: [String] = []
        let isDeleted = claim.metadata.deletionTimestamp != nil
        if isDeleted { states.append("deleted") }
        if claim.status.allocation != nil {
            states.append("allocated")
            if !claim.status.reservedFor.isEmpty { states.append("reserved") }
        } else if !isDeleted {
            states.append("pending")
        }
        return states.joined(separator: ",")
    }

    func setDefaults(_ object: inout Message) {
        var claim = Resources.ResourceClaim(object)
        DeviceRequestRules.setDefaults(&claim.spec.devices)
        object = claim.message
    }

    /// What drivers say of devices goes with the devices.
    func prepareForUpdate(_ object: inout Message, old: Message, subresource: Subresource?) {
        guard subresource == .status else { return }
        var claim = Resources.ResourceClaim(object)
        func shares(_ claim: Resources.ResourceClaim) -> Set<[String]> {
            Set((claim.status.allocation?.devices.results ?? []).map(\.share))
        }
        let gone = shares(Resources.ResourceClaim(old)).subtracting(shares(claim))
        guard !gone.isEmpty else { return }
        claim.status.devices.removeAll { gone.contains($0.share) }
        object = claim.message
    }

    /// What is wanted never changes, so it is judged once.
    func validateCreate(_ object: Message) -> [FieldProblem] {
        DeviceRequestRules.problems(Resources.ResourceClaim(object).spec.devices, "spec.devices")
    }

    func validateUpdate(_ object: Message, old: Message, subresource: Subresource?) -> [FieldProblem] {
        let (new, was) = (Resources.ResourceClaim(object), Resources.ResourceClaim(old))
        if subresource == .status { return ClaimStatusRules.problems(new, old: was) }
        return FieldWords.unchanged("spec", new.spec.message, was.spec.message)
    }
}

extension Resources.DeviceRequestAllocationResult {
    /// What tells it from others: driver, pool, device and which share of it.
    var share: [String] { [driver, pool, device, shareID ?? ""] }
}

extension Resources.AllocatedDeviceStatus {
    /// As `DeviceRequestAllocationResult.share`.
    public var share: [String] { [driver, pool, device, shareID ?? ""] }
}
