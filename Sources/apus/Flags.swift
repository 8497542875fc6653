/// A flag that a command does not have, or a value that it cannot take.
struct FlagError: Error {
    let message: String
}

/// A command's flags: `--name VALUE` or `--name=VALUE`, and `--name` alone for switches.
struct Flags {
    struct Flag {
        let name: String
        /// What the value is, for help; nil: a switch.
        let value: String?
        /// What counts where it is not given; nil: nothing in particular.
        var fallback: String?
        let help: String
    }
    /// As given.
    private var values: [String: String] = [:]
    private let known: [Flag]

    /// - Throws: `FlagError` for a flag that is not among `known`, or one without its value.
    init(_ arguments: [String], known: [Flag]) throws(FlagError) {
        self.known = known
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            guard argument.hasPrefix("--") else { throw FlagError(message: "unexpected argument \(argument)") }
            let halves = argument.dropFirst(2).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = String(halves[0])
            guard let flag = known.first(where: { $0.name == name }) else {
                throw FlagError(message: "there is no flag --\(name)")
            }
            if halves.count == 2 {
                values[name] = String(halves[1])
            } else if flag.value == nil {
                values[name] = "true"
            } else {
                guard let value = rest.popFirst() else { throw FlagError(message: "--\(name) needs a value") }
                values[name] = value
            }
        }
    }

    /// All that there are, with what counts of each.
    var effective: [String: String] {
        var all: [String: String] = [:]
        for flag in known where flag.name != "help" {
            all[flag.name] = values[flag.name] ?? flag.fallback ?? (flag.value == nil ? "false" : "")
        }
        return all
    }

    subscript(name: String) -> String? { values[name] }
    func isSet(_ name: String) -> Bool { values[name].map { $0 != "false" } ?? false }

    func number(_ name: String, in range: ClosedRange<Int>) throws(FlagError) -> Int? {
        guard let text = values[name] else { return nil }
        guard let number = Int(text), range.contains(number) else {
            throw FlagError(
                message: "--\(name) takes a number from \(range.lowerBound) to \(range.upperBound), not \(text)")
        }
        return number
    }

    static func help(_ command: String, _ about: String, _ known: [Flag]) -> String {
        let lines = known.map { flag in
            let left = "  --\(flag.name)" + (flag.value.map { " \($0)" } ?? "")
            return left + String(repeating: " ", count: max(1, 28 - left.utf8.count)) + flag.help
                + (flag.fallback.map { " (default \($0))" } ?? "")
        }
        return "\(about)\n\nUsage: apus \(command) [FLAGS]\n\n\(lines.joined(separator: "\n"))"
    }
}
