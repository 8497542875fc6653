/// The command line does not say what to do: exit code 2.
struct UsageError: Error, Equatable, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}

/// A command's arguments, checked against what it takes.
struct ParsedArguments: Sendable {
    private(set) var positionals: [String] = []
    /// What stands behind `--`.
    private var values: [String: [String]] = [:]

    /// Options may stand anywhere; after `--` nothing is an option. One-letter flags can be joined: `-Aw`. A lone `-` is
    /// an argument: the standard input.
    init(_ arguments: [String], for spec: CommandSpec) throws(UsageError) {
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            if argument == "--" {
                positionals += rest
                break
            }
            if argument.hasPrefix("--") {
                try long(argument.dropFirst(2), &rest, spec)
            } else if argument.hasPrefix("-"), argument.count > 1 {
                try letters(argument.dropFirst(), &rest, spec)
            } else {
                positionals.append(argument)
            }
        }
        if flag("help") { return }
        guard spec.positionals.contains(positionals.count) else {
            let wanted = spec.positionals.lowerBound
            throw UsageError(
                positionals.count < wanted
                    ? "something is missing: apusctl \(spec.name) \(spec.usage)"
                    : "\"\(positionals[spec.positionals.upperBound])\" is one argument too many: apusctl \(spec.name) \(spec.usage)"
            )
        }
    }

    func flag(_ name: String) -> Bool { values[name]?.last == "true" }
    func value(_ name: String) -> String? { values[name]?.last }
    func all(_ name: String) -> [String] { values[name] ?? [] }
    func isGiven(_ name: String) -> Bool { values[name] != nil }

    /// A whole number that is not negative.
    func count(_ name: String) throws(UsageError) -> Int? {
        guard let text = value(name) else { return nil }
        guard let number = Int(text), number >= 0 else {
            throw UsageError("--\(name) takes a whole number from 0, not \"\(text)\"")
        }
        return number
    }

    /// Seconds, written as a number or like 1m30s.
    func seconds(_ name: String) throws(UsageError) -> Int? {
        guard let text = value(name) else { return nil }
        if let number = Int(text), number >= 0 { return number }
        var total = 0
        var digits = ""
        for character in text {
            if character.isNumber {
                digits.append(character)
                continue
            }
            guard let number = Int(digits), number < 1_000_000, let unit = ["s": 1, "m": 60, "h": 3600][character]
            else {
                throw UsageError("--\(name) takes seconds, or a duration like 1m30s, not \"\(text)\"")
            }
            total += number * unit
            digits = ""
        }
        guard digits.isEmpty, !text.isEmpty else {
            throw UsageError("--\(name) takes seconds, or a duration like 1m30s, not \"\(text)\"")
        }
        return total
    }

    private mutating func long(
        _ text: Substring, _ rest: inout ArraySlice<String>, _ spec: CommandSpec
    ) throws(UsageError) {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let name = String(parts.first ?? "")
        guard let option = spec.option(named: name) else { throw unknown("--\(name)", spec) }
        try take(option, "--\(name)", parts.count > 1 ? String(parts[1]) : nil, &rest)
    }

    private mutating func letters(
        _ text: Substring, _ rest: inout ArraySlice<String>, _ spec: CommandSpec
    ) throws(UsageError) {
        var text = text
        while let letter = text.popFirst() {
            guard let option = spec.option(letter: letter) else { throw unknown("-\(letter)", spec) }
            if option.argument == .none, text.first != "=" {
                values[option.name, default: []].append("true")
                continue
            }
            // `-nNAME`, `-n=NAME`, `-n NAME`.
            if text.first == "=" { text = text.dropFirst() }
            try take(option, "-\(letter)", text.isEmpty ? nil : String(text), &rest)
            return
        }
    }

    private mutating func take(
        _ option: CommandSpec.Option, _ shown: String, _ attached: String?, _ rest: inout ArraySlice<String>
    ) throws(UsageError) {
        switch option.argument {
        case .none:
            let value = attached ?? "true"
            guard value == "true" || value == "false" else {
                throw UsageError("\(shown) is true or false, not \"\(value)\"")
            }
            values[option.name, default: []].append(value)
        case .value(let name):
            guard let value = attached ?? rest.popFirst() else {
                throw UsageError("\(shown) needs a value: \(shown) \(name)")
            }
            if !option.isRepeatable, let first = values[option.name]?.first, first != value {
                throw UsageError("\(shown) is given twice, as \"\(first)\" and as \"\(value)\"")
            }
            values[option.name, default: []].append(value)
        }
    }

    private func unknown(_ shown: String, _ spec: CommandSpec) -> UsageError {
        UsageError("apusctl \(spec.name) has no option \(shown): see apusctl help \(spec.name)")
    }
}
