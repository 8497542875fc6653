import Objects

extension BuiltinResources {
    static let limitRanges = ResourceDefinition(
        "v1", "limitranges", "LimitRange", shortNames: ["limits"], traits: [.createsOnUpdate, .leavesMetadataChanges],
        rules: LimitRangeRules(), rows: .nameAndCreation)
}

/// What a namespace's pods, containers and claims may ask for at least and at the most.
struct LimitRangeRules: ResourceRules {
    private static let types = ["Container", "PersistentVolumeClaim", "Pod"]

    func setDefaults(_ object: inout Message) {
        var range = Core.LimitRange(object)
        guard range.spec.limits.contains(where: { $0.type == "Container" }) else { return }
        range.spec.limits = range.spec.limits.map { limit in
            guard limit.type == "Container" else { return limit }
            var limit = limit
            limit.default = Self.filled(limit.default, from: limit.max)
            limit.defaultRequest = Self.filled(Self.filled(limit.defaultRequest, from: limit.default), from: limit.min)
            return limit
        }
        object = range.message
    }

    private static func filled(_ amounts: StringMap<Quantity>, from other: StringMap<Quantity>) -> StringMap<Quantity> {
        var amounts = amounts
        for entry in other.entries where amounts[entry.key] == nil { amounts[entry.key] = entry.value }
        return amounts
    }

    func validate(_ object: Message) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        var types: Set<String> = []
        for (index, limit) in Core.LimitRange(object).spec.limits.enumerated() {
            let path = "spec.limits[\(index)]"
            problems += typeName(limit.type, "\(path).type")
            if !types.insert(limit.type).inserted { problems.append(.duplicate("\(path).type", limit.type)) }
            problems += item(limit, path)
        }
        return problems
    }

    private func typeName(_ type: String, _ path: String) -> [FieldProblem] {
        let problems = FieldWords.name(path, type, Names.qualifiedNameProblems)
        guard problems.isEmpty, !type.contains("/"), !Self.types.contains(type) else { return problems }
        return [.invalid(path, text: type, "must be a standard limit type or fully qualified")]
    }

    private func item(_ limit: Core.LimitRangeItem, _ path: String) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        var parts = [("max", limit.max), ("min", limit.min), ("maxLimitRequestRatio", limit.maxLimitRequestRatio)]
        if limit.type == "Pod" {
            for (field, amounts) in [("default", limit.default), ("defaultRequest", limit.defaultRequest)]
            where !amounts.isEmpty {
                problems.append(.forbidden("\(path).\(field)", "may not be specified when `type` is 'Pod'"))
            }
        } else {
            parts += [("default", limit.default), ("defaultRequest", limit.defaultRequest)]
        }
        if limit.type == "PersistentVolumeClaim", limit.min["storage"] == nil, limit.max["storage"] == nil {
            problems.append(
                .required(
                    "\(path).limits", "either minimum or maximum storage value is required, but neither was provided"))
        }
        var names: Set<String> = []
        for (field, amounts) in parts {
            for entry in amounts.entries {
                names.insert(entry.key)
                let at = "\(path).\(field)[\(entry.key)]"
                problems +=
                    limit.type == "Pod" || limit.type == "Container"
                    ? ResourceListRules.containerResource(entry.key, at)
                    : ResourceListRules.standardResource(entry.key, at)
            }
        }
        for name in names.sorted() { problems += order(limit, name, path) }
        return problems
    }

    /// The amounts of one resource, from the smallest to the largest: min, default request, default, max.
    private func order(_ limit: Core.LimitRangeItem, _ name: String, _ path: String) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        func check(
            _ small: Quantity?, _ large: Quantity?, at field: String, showing shown: Quantity?,
            _ words: (String, String)
        ) {
            guard let small, let large, small > large, let shown else { return }
            problems.append(
                .invalid(
                    "\(path).\(field)[\(name)]", text: shown.description,
                    "\(words.0) value \(small) is greater than \(words.1) value \(large)"))
        }
        let isPod = limit.type == "Pod"
        let (min, max) = (limit.min[name], limit.max[name])
        let standard = isPod ? nil : limit.default[name]
        let request = isPod ? nil : limit.defaultRequest[name]
        check(min, max, at: "min", showing: min, ("min", "max"))
        check(min, request, at: "defaultRequest", showing: request, ("min", "default request"))
        check(request, max, at: "defaultRequest", showing: request, ("default request", "max"))
        check(request, standard, at: "defaultRequest", showing: request, ("default request", "default limit"))
        check(min, standard, at: "default", showing: min, ("min", "default"))
        check(standard, max, at: "default", showing: max, ("default", "max"))
        if let ratio = limit.maxLimitRequestRatio[name] { problems += self.ratio(ratio, min, max, name, path) }
        if let standard, let request, standard != request, !ResourceListRules.isOvercommittable(name) {
            problems.append(
                .invalid(
                    "\(path).defaultRequest[\(name)]", text: request.description,
                    "default value \(standard) must equal to defaultRequest value \(request) in \(name)"))
        }
        return problems
    }

    private func ratio(
        _ ratio: Quantity, _ min: Quantity?, _ max: Quantity?, _ name: String, _ path: String
    ) -> [FieldProblem] {
        let path = "\(path).maxLimitRequestRatio[\(name)]"
        var problems: [FieldProblem] = []
        if ratio < Quantity(1) {
            problems.append(.invalid(path, text: ratio.description, "ratio \(ratio) is less than 1"))
        }
        guard let min, let max, !min.isZero else { return problems }
        let limit = Double(max.milliValue) / Double(min.milliValue)
        if Double(ratio.milliValue) / 1000 > limit {
            problems.append(
                .invalid(
                    path, text: ratio.description,
                    "ratio \(ratio) is greater than max/min = \(FixedPoint.text(limit, digits: 6))"))
        }
        return problems
    }
}

/// A number with a fixed count of decimals, as C's `%f` writes it.
enum FixedPoint {
    static func text(_ number: Double, digits: Int) -> String {
        var scale = 1.0
        for _ in 0..<digits { scale *= 10 }
        let scaled = (number.magnitude * scale).rounded(.toNearestOrEven)
        guard scaled < 9e18 else { return "\(number)" }
        let whole = UInt64(scaled)
        let (left, right) = whole.quotientAndRemainder(dividingBy: UInt64(scale))
        let tail = String(right)
        return (number < 0 ? "-" : "") + "\(left)." + String(repeating: "0", count: Swift.max(0, digits - tail.count))
            + tail
    }
}
