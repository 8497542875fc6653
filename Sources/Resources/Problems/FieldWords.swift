import Objects

/// Words and checks that many fields share.
enum FieldWords {
    static let immutable = "field is immutable"
    static let notNegative = "must be greater than or equal to 0"
    static let positive = "must be greater than 0"
    static let port = "must be between 1 and 65535, inclusive"
    static let address = "must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)"

    /// A part of an object as messages show it.
    static func json(_ message: Message) -> String {
        String(decoding: JSONEncoder.encode(message, as: nil), as: UTF8.self)
    }

    static func json(_ map: StringMap<String>) -> String {
        if map.isEmpty { return "null" }
        return String(decoding: FreeValue.text(.map(map.mapValues { .string($0) })), as: UTF8.self)
    }

    static func notNegative(_ path: String, _ value: Int?) -> [FieldProblem] {
        guard let value, value < 0 else { return [] }
        return [.invalid(path, String(value), notNegative)]
    }

    static func inRange(_ path: String, _ value: Int?, _ range: ClosedRange<Int>) -> [FieldProblem] {
        guard let value, !range.contains(value) else { return [] }
        return [
            .invalid(path, String(value), "must be between \(range.lowerBound) and \(range.upperBound), inclusive")
        ]
    }

    static func required(_ path: String, _ text: String) -> [FieldProblem] {
        text.isEmpty ? [.required(path)] : []
    }

    /// A text that is one of a few.
    static func oneOf(_ path: String, _ text: String, _ supported: [String], isRequired: Bool = false) -> [FieldProblem]
    {
        if isRequired, text.isEmpty { return [.required(path)] }
        return supported.contains(text) ? [] : [.notSupported(path, GoText.quoted(text), supported)]
    }

    static func name(_ path: String, _ text: String, _ problems: (String) -> [String]) -> [FieldProblem] {
        problems(text).map { .invalid(path, text: text, $0) }
    }

    /// Keys of config maps and secrets, which become file names.
    static func configKeyProblems(_ key: String) -> [String] {
        var problems: [String] = []
        if key.utf8.count > 253 { problems.append("must be no more than 253 characters") }
        let isPlain = key.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x41...0x5a).contains(byte) || (0x61...0x7a).contains(byte) || byte == 0x2d
                || byte == 0x2e || byte == 0x5f
        }
        if key.isEmpty || !isPlain {
            problems.append(
                "a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g. 'key.name',  or "
                    + "'KEY_NAME',  or 'key-name', regex used for validation is '[-._a-zA-Z0-9]+')")
        }
        if key == "." {
            problems.append("must not be '.'")
        } else if key == ".." {
            problems.append("must not be '..'")
        } else if key.hasPrefix("..") {
            problems.append("must not start with '..'")
        }
        return problems
    }

    /// The name of a port, for services and probes (IANA service names, RFC 6335).
    static func portNameProblems(_ name: String) -> [String] {
        var problems: [String] = []
        let bytes = name.utf8
        if bytes.count > 15 { problems.append("must be no more than 15 characters") }
        let isLetter: (UInt8) -> Bool = { (0x61...0x7a).contains($0) }
        if !bytes.allSatisfy({ isLetter($0) || (0x30...0x39).contains($0) || $0 == 0x2d }) || bytes.isEmpty {
            problems.append("must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)")
        }
        if !bytes.contains(where: isLetter) { problems.append("must contain at least one letter (a-z)") }
        if name.contains("--") { problems.append("must not contain consecutive hyphens") }
        if bytes.first == 0x2d || bytes.last == 0x2d { problems.append("must not begin or end with a hyphen") }
        return problems
    }

    /// A port by number or by name.
    static func port(_ path: String, _ port: IntOrString) -> [FieldProblem] {
        switch port {
        case .int(let number): (1...65535).contains(number) ? [] : [.invalid(path, String(number), Self.port)]
        case .string(let name): portNameProblems(name).map { .invalid(path, text: name, $0) }
        }
    }

    /// A path within a volume: relative, and without going up.
    static func descendingPath(_ path: String, _ text: String) -> [FieldProblem] {
        let absolute: [FieldProblem] =
            text.hasPrefix("/") ? [.invalid(path, text: text, "must be a relative path")] : []
        return absolute + withoutBacksteps(path, text)
    }

    /// The path of a file that the node writes: names that begin with two dots are the node's own.
    static func localPath(_ path: String, _ text: String) -> [FieldProblem] {
        let reserved: [FieldProblem] =
            text.hasPrefix("..") && !text.hasPrefix("../")
            ? [.invalid(path, text: text, "must not start with '..'")] : []
        return descendingPath(path, text) + reserved
    }

    static func withoutBacksteps(_ path: String, _ text: String) -> [FieldProblem] {
        text.split(separator: "/").contains("..") ? [.invalid(path, text: text, "must not contain '..'")] : []
    }
}
