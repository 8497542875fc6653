/// What a command takes: what its arguments are parsed by, and what its help is made of.
struct CommandSpec: Sendable {
    struct Option: Sendable {
        enum Argument: Sendable, Equatable {
            /// `--flag`, or `--flag=false`.
            case none
            /// `--option VALUE` or `--option=VALUE`; the name stands in the help.
            case value(String)
        }
        /// Without its dashes.
        var name: String
        /// One letter; nil: there is none.
        var letter: Character?
        var argument: Argument
        var help: String
        /// What a flag without a value means: `-w` in `--watch`.
        var isRepeatable = false
    }
    /// The words after `apusctl`.
    var name: String
    /// One line, for the list of commands.
    var summary: String
    /// What follows the name.
    var usage: String
    var details = ""
    var options: [Option] = []
    /// How many arguments that are no options it takes.
    var positionals: ClosedRange<Int>
    var examples: [String] = []

    /// Options that every command takes.
    static let shared: [Option] = [
        Option(
            name: "kubeconfig", argument: .value("FILE"),
            help: "the cluster's kubeconfig (default: $KUBECONFIG, then .apus/admin.kubeconfig)"),
        Option(
            name: "context", argument: .value("NAME"), help: "a context of the kubeconfig other than its current one"),
        Option(
            name: "namespace", letter: "n", argument: .value("NAME"),
            help: "the namespace (default: the context's, then \"default\")"),
        Option(name: "help", letter: "h", argument: .none, help: "this help"),
    ]

    /// How many of the first words are options with a value that every command takes, and their values. Those without a
    /// value (`--help`) are words of their own to whoever finds the command.
    static func leadingShared(_ arguments: [String]) -> Int {
        let taking = shared.filter { $0.argument != .none }
        var count = 0
        while count < arguments.count {
            let word = arguments[count]
            let isLong = { (option: Option) in word == "--\(option.name)" }
            let isLetter = { (option: Option) in option.letter.map { word == "-\($0)" } ?? false }
            if taking.contains(where: { isLong($0) || isLetter($0) }) {
                count += 2
            } else if taking.contains(where: { option in
                word.hasPrefix("--\(option.name)=")
                    || (option.letter.map { word.hasPrefix("-\($0)") && !word.hasPrefix("--") } ?? false)
            }) {
                count += 1
            } else {
                break
            }
        }
        return min(count, arguments.count)
    }

    func option(named name: String) -> Option? { (options + Self.shared).first { $0.name == name } }
    func option(letter: Character) -> Option? { (options + Self.shared).first { $0.letter == letter } }

    /// The command's help.
    var help: String {
        var text = "\(summary)\n\nUsage: apusctl \(name)\(usage.isEmpty ? "" : " " + usage)\n"
        if !details.isEmpty { text += "\n\(details)\n" }
        if !options.isEmpty { text += "\nOptions:\n" + Self.lines(options) }
        text += "\nOptions of all commands:\n" + Self.lines(Self.shared)
        if !examples.isEmpty { text += "\nExamples:\n" + examples.map { "  apusctl \($0)\n" }.joined() }
        return text
    }

    private static func lines(_ options: [Option]) -> String {
        let left = options.map { option -> String in
            let letter = option.letter.map { "-\($0), " } ?? "    "
            guard case .value(let name) = option.argument else { return "  \(letter)--\(option.name)" }
            return "  \(letter)--\(option.name) \(name)"
        }
        let width = (left.map(\.count).max() ?? 0) + 2
        return zip(left, options).map { left, option in
            left + String(repeating: " ", count: width - left.count) + option.help + "\n"
        }.joined()
    }
}
