import Objects

/// What a claim got, and who uses it.
enum ClaimStatusRules {
    static func problems(_ claim: Resources.ResourceClaim, old: Resources.ResourceClaim) -> [FieldProblem] {
        let status = claim.status
        var problems = DeviceRequestRules.list(
            status.reservedFor, "status.reservedFor", DeviceLimits.consumers,
            { user, at in
                FieldWords.required("\(at).resource", user.resource) + FieldWords.required("\(at).name", user.name)
                    + FieldWords.required("\(at).uid", user.uid)
            }, unique: \.uid)
        let allocated = Set((status.allocation?.devices.results ?? []).map(\.share))
        for (index, device) in status.devices.enumerated() {
            problems += self.device(device, allocated, "status.devices[\(index)]")
        }
        problems += FieldWords.duplicates(status.devices.map { $0.share.joined(separator: "/") }) {
            "status.devices[\($0)]"
        }
        if !status.reservedFor.isEmpty {
            if status.allocation == nil {
                problems.append(.forbidden("status.reservedFor", "may not be specified when `allocated` is not set"))
            } else if claim.metadata.deletionTimestamp != nil,
                status.reservedFor.contains(where: { !old.status.reservedFor.contains($0) })
            {
                problems.append(
                    .forbidden(
                        "status.reservedFor",
                        "new entries may not be added while `deallocationRequested` or `deletionTimestamp` are set"))
            }
        }
        guard let allocation = status.allocation else { return problems }
        if let before = old.status.allocation {
            return problems + FieldWords.unchanged("status.allocation", allocation.message, before.message)
        }
        return problems + self.allocation(allocation, claim.spec.devices, "status.allocation")
    }

    private static func allocation(
        _ allocation: Resources.AllocationResult, _ claim: Resources.DeviceClaim, _ path: String
    ) -> [FieldProblem] {
        let at = "\(path).devices"
        var problems = DeviceRequestRules.list(allocation.devices.results, "\(at).results", DeviceLimits.results) {
            DeviceRequestRules.reference($0.request, "\($1).request", claim)
                + NameShapes.driver("\($1).driver", $0.driver) + DeviceNameRules.pool($0.pool, "\($1).pool")
                + DeviceNameRules.label($0.device, "\($1).device")
                + DeviceBindingRules.problems($0.bindingConditions, $0.bindingFailureConditions, $1)
                + DeviceRequestRules.tolerations($0.tolerations, "\($1).tolerations")
                + DeviceShareRules.problems($0.shareID, "\($1).shareID")
        }
        problems += DeviceRequestRules.list(
            allocation.devices.config, "\(at).config", 2 * DeviceLimits.configurations
        ) {
            FieldWords.oneOf("\($1).source", $0.source, ["FromClaim", "FromClass"], isRequired: true)
                + DeviceRequestRules.references($0.requests, "\($1).requests", claim)
                + DeviceRequestRules.configuration($0.deviceConfiguration, $1)
        }
        guard let selector = allocation.nodeSelector else { return problems }
        return problems + NodeSelectorRules.problems(selector, "\(path).nodeSelector")
    }

    private static func device(
        _ device: Resources.AllocatedDeviceStatus, _ allocated: Set<[String]>, _ path: String
    ) -> [FieldProblem] {
        var problems = NameShapes.driver("\(path).driver", device.driver)
        problems += DeviceNameRules.pool(device.pool, "\(path).pool")
        problems += DeviceNameRules.label(device.device, "\(path).device")
        problems += DeviceShareRules.problems(device.shareID, "\(path).shareID")
        if !allocated.contains(device.share) {
            problems.append(
                .invalid(
                    path, text: "\(device.driver)/\(device.pool)/\(device.device)",
                    "must be an allocated device in the claim"))
        }
        problems += FieldWords.tooMany("\(path).conditions", device.conditions.count, limit: DeviceLimits.conditions)
        problems += ConditionRules.problems(device.conditions, "\(path).conditions")
        if let data = device.data { problems += DeviceRequestRules.parameters(data, "\(path).data") }
        return problems + (device.networkData.map { network($0, "\(path).networkData") } ?? [])
    }

    private static func network(_ data: Resources.NetworkDeviceData, _ path: String) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        for (field, text, limit) in [
            ("interfaceName", data.interfaceName, DeviceLimits.interfaceNameBytes),
            ("hardwareAddress", data.hardwareAddress, DeviceLimits.hardwareAddressBytes),
        ] where text.utf8.count > limit {
            problems.append(.tooLong("\(path).\(field)", limitBytes: limit))
        }
        return problems
            + DeviceRequestRules.list(
                data.ips, "\(path).ips", DeviceLimits.addresses, { FieldWords.interfaceAddress($1, $0) }, unique: { $0 }
            )
    }
}
