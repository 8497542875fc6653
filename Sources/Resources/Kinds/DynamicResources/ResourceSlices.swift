import Objects

extension BuiltinResources {
    static let resourceSlices = ResourceDefinition(
        "resource.k8s.io/v1", "resourceslices", "ResourceSlice", isNamespaced: false,
        selectable: ["spec.driver", "spec.nodeName"],
        selectorRefusal: { "field label not supported for resource.k8s.io/v1, Kind=ResourceSlice: \($0)" },
        traits: [.returnsDeleted, .tracksGeneration],
        rules: ResourceSliceRules(),
        rows: RowPlan([
            .name, Column("Node", about: "The node that has the devices.", field: "spec.nodeName"),
            Column("Driver", about: "Who hands the devices out.", field: "spec.driver"),
            Column("Pool", about: "The pool that they belong to.", field: "spec.pool.name"), .age,
        ]))
}

/// Devices that a driver offers, all of them together with the other slices of a pool.
struct ResourceSliceRules: ResourceRules {
    func prepareForCreate(_ object: inout Message) { Self.removePreviews(from: &object, old: nil) }

    func prepareForUpdate(_ object: inout Message, old: Message, subresource: Subresource?) {
        Self.removePreviews(from: &object, old: old)
    }

    /// What is not offered yet is dropped, unless the slice has it already.
    private static func removePreviews(from object: inout Message, old: Message?) {
        let known = old.map { Resources.ResourceSlice($0).spec.devices } ?? []
        var slice = Resources.ResourceSlice(object)
        for preview in DeviceRules.Preview.allCases where !known.contains(where: preview.isUsed(by:)) {
            for index in slice.spec.devices.indices where preview.isUsed(by: slice.spec.devices[index]) {
                preview.remove(from: &slice.spec.devices[index])
            }
        }
        object = slice.message
    }

    func warnings(_ object: Message, old: Message?) -> [String] {
        let driver = Resources.ResourceSlice(object).spec.driver
        guard driver != driver.lowercased() else { return [] }
        return [
            "spec.driver: driver names should be lowercase; \(GoText.quoted(driver)) contains uppercase characters"
        ]
    }

    func record(_ object: inout Message, old: Message?, subresource: Subresource?, by writer: Writer) {
        var slice = Resources.ResourceSlice(object)
        for index in slice.spec.devices.indices {
            for number in slice.spec.devices[index].taints.indices
            where slice.spec.devices[index].taints[number].timeAdded == nil {
                slice.spec.devices[index].taints[number].timeAdded = writer.now
            }
        }
        object = slice.message
    }

    func validate(_ object: Message) -> [FieldProblem] {
        let spec = Resources.ResourceSlice(object).spec
        var problems = NameShapes.driver("spec.driver", spec.driver)
        problems += DeviceNameRules.pool(spec.pool.name, "spec.pool.name")
        if spec.pool.resourceSliceCount <= 0 {
            problems.append(
                .invalid(
                    "spec.pool.resourceSliceCount", String(spec.pool.resourceSliceCount), "must be greater than zero"))
        }
        if spec.pool.generation < 0 {
            problems.append(
                .invalid(
                    "spec.pool.generation", String(spec.pool.generation), "must be greater than or equal to zero"))
        }
        problems += nodes(spec)
        if !spec.sharedCounters.isEmpty, !spec.devices.isEmpty {
            problems.append(.invalid("spec", text: "", "only one of `sharedCounters` or `devices` is allowed"))
        }
        let isElaborate = spec.devices.contains { DeviceRules.isElaborate($0) }
        problems += DeviceRequestRules.list(
            spec.devices, "spec.devices", isElaborate ? DeviceLimits.elaborateDevices : DeviceLimits.devices,
            { DeviceRules.problems($0, $1, choosesNodes: spec.perDeviceNodeSelection == true) }, unique: \.name)
        return problems
            + DeviceRequestRules.list(
                spec.sharedCounters, "spec.sharedCounters", DeviceLimits.counterSets,
                {
                    DeviceNameRules.requiredLabel($0.name, "\($1).name")
                        + DeviceRules.counters($0.counters, "\($1).counters")
                }, unique: \.name)
    }

    private func nodes(_ spec: Resources.ResourceSliceSpec) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        var given: [String] = []
        if let name = spec.nodeName {
            if name.isEmpty {
                problems.append(
                    .invalid("spec.nodeName", text: "", "must be either unset or set to a non-empty string"))
            } else {
                given.append("`nodeName`")
                problems += FieldWords.name("spec.nodeName", name) { Names.subdomainProblems($0) }
            }
        }
        if let selector = spec.nodeSelector {
            given.append("`nodeSelector`")
            problems += NodeSelectorRules.problems(selector, "spec.nodeSelector")
            if selector.nodeSelectorTerms.count != 1 {
                problems.append(
                    .invalid(
                        "spec.nodeSelector.nodeSelectorTerms",
                        InternalForm.text(selector.nodeSelectorTerms.map(\.message)),
                        "must have exactly one node selector term"))
            }
        }
        for (field, flag) in [("allNodes", spec.allNodes), ("perDeviceNodeSelection", spec.perDeviceNodeSelection)] {
            guard let flag else { continue }
            if flag {
                given.append("`\(field)`")
            } else {
                problems.append(.invalid("spec.\(field)", "false", "must be either unset or set to true"))
            }
        }
        let words =
            "exactly one of `nodeName`, `nodeSelector`, `allNodes`, `perDeviceNodeSelection` is required"
        if given.isEmpty { problems.append(.required("spec", words)) }
        if given.count > 1 {
            problems.append(
                .invalid(
                    "spec", text: "{\(given.joined(separator: ", "))}", "\(words), but multiple fields are set"))
        }
        return problems
    }

    func validateUpdate(_ object: Message, old: Message, subresource: Subresource?) -> [FieldProblem] {
        let (new, was) = (Resources.ResourceSlice(object).spec, Resources.ResourceSlice(old).spec)
        return FieldWords.unchanged("spec.pool.name", new.pool.name, was.pool.name)
            + FieldWords.unchanged("spec.driver", new.driver, was.driver)
            + FieldWords.unchanged("spec.nodeName", new.nodeName ?? "", was.nodeName ?? "")
    }
}
