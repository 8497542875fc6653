import Objects

/// A number of pods, or a share of them in percent.
enum PodShareRules {
    static func notNegative(_ value: IntOrString, _ path: String) -> [FieldProblem] {
        switch value {
        case .int(let number): return FieldWords.notNegative(path, number)
        case .string(let text):
            let digits = text.utf8.dropLast()
            if text.hasSuffix("%"), !digits.isEmpty, digits.allSatisfy({ (0x30...0x39).contains($0) }) { return [] }
            return [
                .invalid(
                    path, text: text,
                    "a valid percent string must be a numeric string followed by an ending '%' (e.g. '1%',  or '93%', regex "
                        + "used for validation is '[0-9]+%')")
            ]
        }
    }

    static func notMoreThanAll(_ value: IntOrString, _ path: String) -> [FieldProblem] {
        guard case .string = value, number(value) > 100 else { return [] }
        return [.invalid(path, shown(value), "must not be greater than 100%")]
    }

    /// The number, or the number of percent; one that is none counts as 1.
    static func number(_ value: IntOrString) -> Int {
        switch value {
        case .int(let number): number
        case .string(let text): Int(text.dropLast()) ?? 1
        }
    }

    static func shown(_ value: IntOrString) -> String {
        switch value {
        case .int(let number): String(number)
        case .string(let text): GoText.quoted(text)
        }
    }
}
