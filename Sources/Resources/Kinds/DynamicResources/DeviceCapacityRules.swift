import Objects

/// How much of something a device has, and in which portions those who share it may ask for it.
enum DeviceCapacityRules {
    static func problems(_ capacity: Resources.DeviceCapacity, _ path: String, isShared: Bool) -> [FieldProblem] {
        guard let policy = capacity.requestPolicy else { return [] }
        let at = "\(path).requestPolicy"
        guard isShared else { return [.forbidden(at, "allowMultipleAllocations must be true")] }
        if !policy.validValues.isEmpty, policy.validRange != nil {
            let words =
                "exactly one policy can be specified, cannot specify \"validValues\" and \"validRange\" at the same time"
            return [.forbidden(at, words)]
        }
        if !policy.validValues.isEmpty {
            guard let usual = policy.default else {
                return [.required("\(at).default", "required when validValues is defined")]
            }
            return values(policy.validValues, usual, capacity.value, "\(at).validValues")
        }
        guard let range = policy.validRange else { return [] }
        guard let usual = policy.default else {
            return [.required("\(at).default", "required when validRange is defined")]
        }
        return self.range(range, usual, capacity.value, "\(at).validRange")
    }

    private static func values(
        _ values: [Quantity], _ usual: Quantity, _ whole: Quantity, _ path: String
    ) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        for (index, pair) in zip(values, values.dropFirst()).enumerated() where pair.0 > pair.1 {
            problems.append(
                .invalid(
                    "\(path)[\(index + 1)]", text: pair.1.description, "values must be sorted in ascending order"))
        }
        problems += DeviceRequestRules.list(
            values, path, DeviceLimits.values,
            { value, at in
                value > whole
                    ? [.invalid(at, text: value.description, "option is larger than capacity value: \(whole)")] : []
            }, unique: \.description)
        if !values.contains(usual) {
            problems.append(
                .invalid(path, text: usual.description, "default value is not valid according to the requestPolicy"))
        }
        return problems
    }

    private static func range(
        _ range: Resources.CapacityRequestPolicyRange, _ usual: Quantity, _ whole: Quantity, _ path: String
    ) -> [FieldProblem] {
        guard let low = range.min else { return [.required("\(path).min", "required when validRange is defined")] }
        var problems: [FieldProblem] = []
        func refuse(_ field: String, _ value: Quantity, _ why: String) {
            problems.append(.invalid("\(path).\(field)", text: value.description, why))
        }
        if low > whole { refuse("min", low, "min is larger than capacity value: \(whole)") }
        if usual < low { refuse("default", usual, "default is less than min: \(low)") }
        if let high = range.max {
            if low > high { refuse("max", low, "min is larger than max: \(high)") }
            if high > whole { refuse("max", high, "max is larger than capacity value: \(whole)") }
            if usual > high { refuse("default", usual, "default is more than max: \(high)") }
        }
        guard let step = range.step else { return problems }
        if step.isNegative || step.isZero {
            refuse("step", step, "must be greater than zero")
            return problems
        }
        if low + step > whole { refuse("step", step, "one step \(low + step) is larger than capacity value: \(whole)") }
        for value in [usual, range.max].compactMap(\.self) where !isMultiple(value, from: low, of: step) {
            refuse("step", value, "value is not a multiple of a given step (\(step)) from (\(low))")
        }
        return problems
    }

    /// In whole units; a distance or step that Int64 does not hold counts as one that does not fit.
    private static func isMultiple(_ value: Quantity, from low: Quantity, of step: Quantity) -> Bool {
        let (distance, overflow) = value.value.subtractingReportingOverflow(low.value)
        let size = step.value
        return !overflow && size > 0 && distance % size == 0
    }
}
