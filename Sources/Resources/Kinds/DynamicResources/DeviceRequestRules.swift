import Objects
import Wire

/// What a claim asks for: devices of a class, perhaps several kinds of which the first that is there will do.
enum DeviceRequestRules {
    private static let modes = ["All", "ExactCount"]

    static func setDefaults(_ claim: inout Resources.DeviceClaim) {
        for index in claim.requests.indices {
            var request = claim.requests[index]
            if var exact = request.exactly {
                let devices = defaulted(exact.allocationMode, exact.count, exact.tolerations)
                (exact.allocationMode, exact.count, exact.tolerations) = devices
                request.exactly = exact
            }
            for number in request.firstAvailable.indices {
                var other = request.firstAvailable[number]
                let devices = defaulted(other.allocationMode, other.count, other.tolerations)
                (other.allocationMode, other.count, other.tolerations) = devices
                request.firstAvailable[number] = other
            }
            claim.requests[index] = request
        }
    }

    private static func defaulted(
        _ mode: String, _ count: Int, _ tolerations: [Resources.DeviceToleration]
    ) -> (mode: String, count: Int, tolerations: [Resources.DeviceToleration]) {
        let mode = mode.isEmpty ? "ExactCount" : mode
        var tolerations = tolerations
        for index in tolerations.indices where tolerations[index].operator.isEmpty {
            tolerations[index].operator = "Equal"
        }
        return (mode, mode == "ExactCount" && count == 0 ? 1 : count, tolerations)
    }

    static func problems(_ claim: Resources.DeviceClaim, _ path: String) -> [FieldProblem] {
        list(claim.requests, "\(path).requests", DeviceLimits.requests, request, unique: \.name)
            + list(claim.constraints, "\(path).constraints", DeviceLimits.constraints) {
                constraint($0, $1, claim)
            }
            + list(claim.config, "\(path).config", DeviceLimits.configurations) { config, at in
                references(config.requests, "\(at).requests", claim)
                    + configuration(config.deviceConfiguration, at)
            }
    }

    /// A list of at most `limit` items; longer ones are not looked into.
    static func list<Item>(
        _ items: [Item], _ path: String, _ limit: Int, _ problems: (Item, String) -> [FieldProblem],
        unique key: ((Item) -> String)? = nil
    ) -> [FieldProblem] {
        let tooMany = FieldWords.tooMany(path, items.count, limit: limit)
        guard tooMany.isEmpty else { return tooMany }
        let found = items.enumerated().flatMap { problems($1, "\(path)[\($0)]") }
        guard let key else { return found }
        return found + FieldWords.duplicates(items.map(key)) { "\(path)[\($0)]" }
    }

    private static func request(_ request: Resources.DeviceRequest, _ path: String) -> [FieldProblem] {
        let problems = DeviceNameRules.label(request.name, "\(path).name")
        let words = "exactly one of `exactly` or `firstAvailable` is required"
        switch (request.exactly, request.firstAvailable.isEmpty) {
        case (nil, true): return problems + [.required(path, words)]
        case (_?, false):
            return problems + [
                .invalid(path, "null", "\(words), but multiple fields are set")
            ]
        case (let exact?, true):
            let at = "\(path).exactly"
            return problems
                + devices(
                    exact.deviceClassName, exact.selectors, exact.allocationMode, exact.count, exact.tolerations, at)
        case (nil, false):
            return problems
                + list(
                    request.firstAvailable, "\(path).firstAvailable", DeviceLimits.alternatives,
                    { other, at in
                        DeviceNameRules.label(other.name, "\(at).name")
                            + devices(
                                other.deviceClassName, other.selectors, other.allocationMode, other.count,
                                other.tolerations, at)
                    }, unique: \.name)
        }
    }

    private static func devices(
        _ className: String, _ selectors: [Resources.DeviceSelector], _ mode: String, _ count: Int,
        _ tolerations: [Resources.DeviceToleration], _ path: String
    ) -> [FieldProblem] {
        var problems: [FieldProblem] =
            className.isEmpty
            ? [.required("\(path).deviceClassName")]
            : FieldWords.name("\(path).deviceClassName", className) { Names.subdomainProblems($0) }
        problems += self.selectors(selectors, "\(path).selectors")
        switch mode {
        case "All":
            if count != 0 {
                problems.append(
                    .invalid("\(path).count", String(count), "must not be specified when allocationMode is 'All'"))
            }
        case "ExactCount":
            if count <= 0 { problems.append(.invalid("\(path).count", String(count), "must be greater than zero")) }
        default: problems += FieldWords.oneOf("\(path).allocationMode", mode, modes)
        }
        return problems + self.tolerations(tolerations, "\(path).tolerations")
    }

    static func tolerations(_ tolerations: [Resources.DeviceToleration], _ path: String) -> [FieldProblem] {
        tolerations.enumerated().flatMap { toleration($1, "\(path)[\($0)]") }
    }

    static func selectors(_ selectors: [Resources.DeviceSelector], _ path: String) -> [FieldProblem] {
        list(selectors, path, DeviceLimits.selectors) { selector, at in
            guard let expression = selector.cel?.expression else { return [.required("\(at).cel")] }
            if expression.isEmpty { return [.required("\(at).cel.expression")] }
            guard expression.utf8.count > DeviceLimits.expressionBytes else { return [] }
            return [.tooLong("\(at).cel.expression", limitBytes: DeviceLimits.expressionBytes)]
        }
    }

    private static func toleration(_ toleration: Resources.DeviceToleration, _ path: String) -> [FieldProblem] {
        var problems: [FieldProblem] =
            toleration.key.isEmpty ? [] : NameShapes.labelKey("\(path).key", toleration.key)
        switch toleration.operator {
        case "Exists":
            if !toleration.value.isEmpty {
                problems.append(
                    .invalid("\(path).value", text: toleration.value, "must be empty for operator `Exists`"))
            }
        case "Equal": problems += FieldWords.name("\(path).value", toleration.value, Names.labelValueProblems)
        default:
            problems += FieldWords.oneOf(
                "\(path).operator", toleration.operator, ["Equal", "Exists"], isRequired: true)
        }
        if toleration.effect.isEmpty { return problems }
        return problems + FieldWords.oneOf("\(path).effect", toleration.effect, ["NoExecute", "NoSchedule", "None"])
    }

    private static func constraint(
        _ constraint: Resources.DeviceConstraint, _ path: String, _ claim: Resources.DeviceClaim
    ) -> [FieldProblem] {
        let problems = references(constraint.requests, "\(path).requests", claim)
        if let name = constraint.matchAttribute {
            return problems + DeviceNameRules.fullyQualified(name, "\(path).matchAttribute")
        }
        if let name = constraint.distinctAttribute {
            return problems + DeviceNameRules.fullyQualified(name, "\(path).distinctAttribute")
        }
        return problems + [
            .required(
                path,
                "exactly one of \"matchAttribute\" or \"distinctAttribute\" is required, but multiple fields are set")
        ]
    }

    /// Names of requests of the claim, or of one of their alternatives: `gpu`, `gpu/large`.
    static func references(
        _ names: [String], _ path: String, _ claim: Resources.DeviceClaim
    ) -> [FieldProblem] {
        list(names, path, DeviceLimits.requests, { reference($0, $1, claim) }, unique: { $0 })
    }

    static func reference(_ name: String, _ path: String, _ claim: Resources.DeviceClaim) -> [FieldProblem] {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        let unknown = FieldProblem.invalid(
            path, text: name,
            "must be the name of a request in the claim or the name of a request and a subrequest separated by '/'")
        if parts.count > 2 { return [unknown] }
        let found = claim.requests.first { $0.name == parts[0] }
        let isKnown =
            found.map { found in parts.count == 1 || found.firstAvailable.contains { $0.name == parts[1] } } ?? false
        return parts.flatMap { DeviceNameRules.label($0, path) } + (isKnown ? [] : [unknown])
    }

    /// What a driver is told, in its own words.
    static func configuration(_ configuration: Resources.DeviceConfiguration, _ path: String) -> [FieldProblem] {
        guard let opaque = configuration.opaque else { return [.required("\(path).opaque")] }
        return NameShapes.driver("\(path).opaque.driver", opaque.driver)
            + parameters(opaque.parameters, "\(path).opaque.parameters")
    }

    static func parameters(_ parameters: RawJSON, _ path: String) -> [FieldProblem] {
        if parameters.bytes.isEmpty { return [.required(path)] }
        // What is too long is not even read.
        guard parameters.bytes.count <= DeviceLimits.parameterBytes else {
            return [.tooLong(path, limitBytes: DeviceLimits.parameterBytes)]
        }
        do {
            switch try FreeValue.parse(parameters.bytes) {
            case .map: return []
            case .null: return [.required(path)]
            default: return [.invalid(path, text: "<value omitted>", "must be a valid JSON object")]
            }
        } catch {
            return [.invalid(path, text: "<value omitted>", "error parsing data as JSON: \(error.message)")]
        }
    }
}
