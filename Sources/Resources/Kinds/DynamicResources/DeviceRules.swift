import Objects

/// A device that a driver offers.
enum DeviceRules {
    private static let effects = ["NoExecute", "NoSchedule", "None"]

    /// Whether schedulers have more to do for it than for others.
    static func isElaborate(_ device: Resources.Device) -> Bool {
        !device.taints.isEmpty || !device.consumesCounters.isEmpty
            || device.attributes.values.contains { hasList($0) }
    }

    static func problems(_ device: Resources.Device, _ path: String, choosesNodes: Bool) -> [FieldProblem] {
        var problems = DeviceNameRules.label(device.name, "\(path).name")
        let count = device.attributes.count + device.capacity.count
        if count > DeviceLimits.properties {
            problems.append(
                .invalid(
                    path, String(count),
                    "the total number of attributes and capacities must not exceed \(DeviceLimits.properties)"))
        }
        for entry in device.attributes.entries {
            problems += DeviceNameRules.qualified(entry.key, "\(path).attributes[\(entry.key)]")
            problems += attribute(entry.value, "\(path).attributes[\(entry.key)]")
        }
        for entry in device.capacity.entries {
            let at = "\(path).capacity[\(entry.key)]"
            problems += DeviceNameRules.qualified(entry.key, at)
            problems += DeviceCapacityRules.problems(
                entry.value, at, isShared: device.allowMultipleAllocations == true)
        }
        problems += DeviceRequestRules.list(device.taints, "\(path).taints", DeviceLimits.taints, taint)
        problems += DeviceRequestRules.list(
            device.consumesCounters, "\(path).consumesCounters", DeviceLimits.consumptions,
            {
                DeviceNameRules.requiredLabel($0.counterSet, "\($1).counterSet")
                    + counters($0.counters, "\($1).counters")
            }, unique: \.counterSet)
        problems += nodes(device, path, choosesNodes)
        return problems
            + DeviceBindingRules.problems(device.bindingConditions, device.bindingFailureConditions, path)
    }

    /// What is not offered yet: attributes with lists of values, and what a device takes from its node.
    enum Preview: CaseIterable {
        case lists, nodeResources

        func isUsed(by device: Resources.Device) -> Bool {
            switch self {
            case .lists: device.attributes.values.contains { DeviceRules.hasList($0) }
            case .nodeResources: !device.nodeAllocatableResourceMappings.isEmpty
            }
        }

        func remove(from device: inout Resources.Device) {
            switch self {
            case .lists:
                device.attributes = device.attributes.mapValues { attribute in
                    var attribute = attribute
                    attribute.bools = []
                    attribute.ints = []
                    attribute.strings = []
                    attribute.versions = []
                    return attribute
                }
            case .nodeResources: device.nodeAllocatableResourceMappings = [:]
            }
        }
    }

    static func counters(_ counters: StringMap<Resources.Counter>, _ path: String) -> [FieldProblem] {
        if counters.isEmpty { return [.required(path)] }
        let tooMany = FieldWords.tooMany(path, counters.count, limit: DeviceLimits.counters)
        guard tooMany.isEmpty else { return tooMany }
        return counters.keys.flatMap { DeviceNameRules.label($0, "\(path)[\($0)]") }
    }

    private static func taint(_ taint: Resources.DeviceTaint, _ path: String) -> [FieldProblem] {
        NameShapes.labelKey("\(path).key", taint.key)
            + FieldWords.name("\(path).value", taint.value, Names.labelValueProblems)
            + FieldWords.oneOf("\(path).effect", taint.effect, effects, isRequired: true)
    }

    private static func hasList(_ attribute: Resources.DeviceAttribute) -> Bool {
        valueLists(attribute).contains { $0.count > 0 }
    }

    private static func valueLists(_ attribute: Resources.DeviceAttribute) -> [(field: String, count: Int)] {
        [
            ("bools", attribute.bools.count), ("ints", attribute.ints.count), ("strings", attribute.strings.count),
            ("versions", attribute.versions.count),
        ]
    }

    private static func attribute(_ attribute: Resources.DeviceAttribute, _ path: String) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        if let text = attribute.string { problems += length(text, "\(path).string") }
        if let text = attribute.version { problems += version(text, "\(path).version") }
        for (index, text) in attribute.strings.enumerated() { problems += length(text, "\(path).strings[\(index)]") }
        for (index, text) in attribute.versions.enumerated() { problems += version(text, "\(path).versions[\(index)]") }
        let single = [
            attribute.bool != nil, attribute.int != nil, attribute.string != nil, attribute.version != nil,
        ]
        let given = single.count { $0 } + valueLists(attribute).count { $0.count > 0 }
        guard given != 1 else { return problems }
        let shown = given == 0 ? FieldProblem.quoted("") : InternalForm.text(attribute.message)
        return problems + [.invalid(path, shown, "exactly one value must be specified")]
    }

    private static func length(_ text: String, _ path: String) -> [FieldProblem] {
        text.utf8.count > DeviceLimits.valueBytes ? [.tooLong(path, limitBytes: DeviceLimits.valueBytes)] : []
    }

    private static func version(_ text: String, _ path: String) -> [FieldProblem] {
        let isGood = SemanticVersion.isValid(text)
        return (isGood ? [] : [.invalid(path, text: text, "must be a string compatible with semver.org spec 2.0.0")])
            + length(text, path)
    }

    private static func nodes(_ device: Resources.Device, _ path: String, _ choosesNodes: Bool) -> [FieldProblem] {
        guard choosesNodes else {
            if device.nodeName == nil, device.nodeSelector == nil, device.allNodes == nil { return [] }
            return [
                .invalid(
                    path, "null",
                    "`nodeName`, `nodeSelector` and `allNodes` can only be set if `perDeviceNodeSelection` is set to true "
                        + "in the ResourceSlice spec")
            ]
        }
        var problems: [FieldProblem] = []
        var given: [String] = []
        if let name = device.nodeName {
            if name.isEmpty {
                problems.append(.invalid("\(path).nodeName", text: "", "must not be empty"))
            } else {
                given.append("`nodeName`")
                problems += FieldWords.name("\(path).nodeName", name) { Names.subdomainProblems($0) }
            }
        }
        if let selector = device.nodeSelector {
            given.append("`nodeSelector`")
            problems += NodeSelectorRules.problems(selector, "\(path).nodeSelector")
        }
        if let all = device.allNodes {
            if all {
                given.append("`allNodes`")
            } else {
                problems.append(.invalid("\(path).allNodes", "false", "must be either unset or set to true"))
            }
        }
        let words =
            "exactly one of `nodeName`, `nodeSelector`, or `allNodes` is required when `perDeviceNodeSelection` is set to "
            + "true in the ResourceSlice spec"
        if given.isEmpty { problems.append(.required(path, words)) }
        if given.count > 1 { problems.append(.invalid(path, text: "{\(given.joined(separator: ", "))}", words)) }
        return problems
    }
}
