import Objects

/// Conditions in the form that all newer kinds share (meta/v1 `Condition`).
enum ConditionRules {
    private static let reasonLimit = 1024
    private static let messageLimit = 32768

    static func problems(_ conditions: [Meta.Condition], _ path: String) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        var types: Set<String> = []
        for (index, condition) in conditions.enumerated() {
            let at = "\(path)[\(index)]"
            if !types.insert(condition.type).inserted { problems.append(.duplicate("\(at).type", condition.type)) }
            problems += FieldWords.name("\(at).type", condition.type, Names.qualifiedNameProblems)
            problems += FieldWords.oneOf("\(at).status", condition.status, ["False", "True", "Unknown"])
            problems += FieldWords.notNegative("\(at).observedGeneration", condition.observedGeneration)
            if condition.lastTransitionTime == nil {
                problems.append(.required("\(at).lastTransitionTime", "must be set"))
            }
            problems += reason(condition.reason, "\(at).reason")
            if condition.message_.utf8.count > messageLimit {
                problems.append(.tooLong("\(at).message", limitBytes: messageLimit))
            }
        }
        return problems
    }

    private static func reason(_ reason: String, _ path: String) -> [FieldProblem] {
        if reason.isEmpty { return [.required(path, "must be set")] }
        var problems: [FieldProblem] = []
        let bytes = reason.utf8
        func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5a).contains(byte) || (0x61...0x7a).contains(byte) }
        func isPart(_ byte: UInt8) -> Bool {
            isLetter(byte) || (0x30...0x39).contains(byte) || [0x5f, 0x2c, 0x3a].contains(byte)
        }
        let isGood = isLetter(bytes.first ?? 0) && bytes.allSatisfy(isPart) && bytes.last != 0x2c && bytes.last != 0x3a
        if !isGood {
            problems.append(
                .invalid(
                    path, text: reason,
                    "a condition reason must start with alphabetic character, optionally followed by a string of "
                        + "alphanumeric characters or '_,:', and must end with an alphanumeric character or '_' (e.g. "
                        + "'my_name',  or 'MY_NAME',  or 'MyName',  or 'ReasonA,ReasonB',  or 'ReasonA:ReasonB', regex used for "
                        + "validation is '[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?')"))
        }
        if bytes.count > reasonLimit { problems.append(.tooLong(path, limitBytes: reasonLimit)) }
        return problems
    }
}
