/// Reads the bootstrap policy's text, which is a fifth of the same in YAML:
///
/// ```
/// role NAME [in NAMESPACE] [joins GROUP]… [gathers GROUP]…
///   VERB… | API-GROUP… | RESOURCE… [| NAME…]
///   VERB… | PATH…
/// binding NAME [in NAMESPACE] of [cluster] ROLE
///   user NAME
///   group NAME
///   account NAMESPACE/NAME
/// ```
/// `""` is the empty word: the core API group. A role that joins a group is gathered by the role that gathers it.
enum PolicyText {
    struct Role: Equatable {
        var name: String
        var namespace = ""
        var joins: [String] = []
        var gathers: [String] = []
        var rules: [AccessRule] = []
    }
    struct Binding: Equatable {
        var name: String
        var namespace = ""
        var role = ""
        var isOfClusterRole = false
        var subjects: [RoleSubject] = []
    }
    enum Entry: Equatable {
        case role(Role)
        case binding(Binding)
    }

    /// A line that says nothing is our own bug: it traps in debug and is passed over in release.
    static func entries(_ text: StaticString) -> [Entry] {
        var entries: [Entry] = []
        for line in text.description.utf8.split(separator: UInt8(ascii: "\n")) {
            let isHead = line.first != UInt8(ascii: " ")
            guard isHead else {
                let last = entries.popLast()
                switch last {
                case .role(var role)?:
                    if let rule = rule(line) { role.rules.append(rule) } else { assertionFailure("a bad rule") }
                    entries.append(.role(role))
                case .binding(var binding)?:
                    if let subject = subject(words(line)) {
                        binding.subjects.append(subject)
                    } else {
                        assertionFailure("a bad subject")
                    }
                    entries.append(.binding(binding))
                case nil: assertionFailure("a line before the first head")
                }
                continue
            }
            if let entry = head(words(line)) { entries.append(entry) } else { assertionFailure("a bad head") }
        }
        return entries
    }

    private static func words(_ line: Substring.UTF8View) -> [String] {
        line.split(separator: UInt8(ascii: " ")).map { word in
            word.elementsEqual("\"\"".utf8) ? "" : String(Substring(word))
        }
    }

    private static func head(_ words: [String]) -> Entry? {
        var rest = words[...]
        guard let kind = rest.popFirst(), let name = rest.popFirst() else { return nil }
        var role = Role(name: name)
        var binding = Binding(name: name)
        while let word = rest.popFirst() {
            guard var value = rest.popFirst() else { return nil }
            switch word {
            case "in":
                role.namespace = value
                binding.namespace = value
            case "joins": role.joins.append(value)
            case "gathers": role.gathers.append(value)
            case "of":
                if value == "cluster", let next = rest.popFirst() {
                    binding.isOfClusterRole = true
                    value = next
                }
                binding.role = value
            default: return nil
            }
        }
        switch kind {
        case "role": return .role(role)
        case "binding": return binding.role.isEmpty ? nil : .binding(binding)
        default: return nil
        }
    }

    private static func rule(_ line: Substring.UTF8View) -> AccessRule? {
        let parts = line.split(separator: UInt8(ascii: "|")).map(words)
        switch parts.count {
        case 2: return AccessRule(verbs: parts[0], paths: parts[1])
        case 3: return AccessRule(verbs: parts[0], groups: parts[1], resources: parts[2])
        case 4: return AccessRule(verbs: parts[0], groups: parts[1], resources: parts[2], names: parts[3])
        default: return nil
        }
    }

    private static func subject(_ words: [String]) -> RoleSubject? {
        guard words.count == 2 else { return nil }
        switch words[0] {
        case "user": return RoleSubject(.user, words[1])
        case "group": return RoleSubject(.group, words[1])
        case "account":
            let halves = words[1].split(separator: "/")
            guard halves.count == 2 else { return nil }
            return RoleSubject(.serviceAccount, String(halves[1]), namespace: String(halves[0]))
        default: return nil
        }
    }
}
