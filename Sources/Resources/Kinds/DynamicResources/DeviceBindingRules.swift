import Objects

/// Conditions that a claim must have before a pod with the device is bound, and those that say it never will: both or none.
enum DeviceBindingRules {
    static func problems(_ conditions: [String], _ failures: [String], _ path: String) -> [FieldProblem] {
        let (good, bad) = ("\(path).bindingConditions", "\(path).bindingFailureConditions")
        func list(_ names: [String], _ path: String) -> [FieldProblem] {
            DeviceRequestRules.list(names, path, DeviceLimits.bindingConditions) {
                FieldWords.name($1, $0, Names.qualifiedNameProblems)
            }
        }
        var problems = list(conditions, good) + list(failures, bad)
        problems += FieldWords.duplicates(conditions) { "\(good)[\($0)]" }
        problems += FieldWords.duplicates(failures) { "\(bad)[\($0)]" }
        for (index, name) in failures.enumerated() where conditions.contains(name) {
            problems.append(
                .invalid(
                    "\(bad)[\(index)]", text: name, "bindingFailureConditions must not overlap with bindingConditions"))
        }
        switch (conditions.isEmpty, failures.isEmpty) {
        case (true, false):
            problems.append(
                .invalid(good, "null", "bindingConditions are required to use bindingFailureConditions"))
        case (false, true):
            problems.append(.invalid(bad, "null", "bindingFailureConditions are required to use bindingConditions"))
        default: break
        }
        return problems
    }
}
