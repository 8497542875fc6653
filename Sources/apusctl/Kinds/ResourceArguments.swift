import Client

/// Which objects a command line names: `pods`, `pods,rs`, `pod a b`, `pod/a deploy/b`.
struct ResourceArguments: Equatable {
    struct Target: Equatable {
        /// The kind's plural name.
        var plural: String
        /// Nil: all of the kind.
        var name: String?
    }
    var targets: [Target] = []

    init(_ arguments: [String]) throws(UsageError) {
        guard let first = arguments.first else { return }
        if arguments.contains(where: { $0.contains("/") }) {
            for argument in arguments {
                let parts = argument.split(separator: "/", omittingEmptySubsequences: false)
                guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
                    throw UsageError("\"\(argument)\": when one object is written KIND/NAME, all must be")
                }
                targets.append(
                    Target(plural: try KindInfo.named(String(parts[0])).resource.plural, name: String(parts[1])))
            }
            return
        }
        var plurals: [String] = []
        for name in first.split(separator: ",") {
            let found = name == "all" ? KindInfo.workloads : [try KindInfo.named(String(name)).resource.plural]
            for plural in found where !plurals.contains(plural) { plurals.append(plural) }
        }
        guard !plurals.isEmpty else { throw UsageError("the first argument is a kind, such as pods") }
        let names = arguments.dropFirst()
        for plural in plurals {
            if names.isEmpty { targets.append(Target(plural: plural, name: nil)) }
            for name in names { targets.append(Target(plural: plural, name: name)) }
        }
    }

    /// The kinds named, each once, in their order.
    var plurals: [String] {
        var found: [String] = []
        for target in targets where !found.contains(target.plural) { found.append(target.plural) }
        return found
    }
}
