/// A command line that cannot be carried out, in words.
public struct UsageError: Error, Equatable, CustomStringConvertible {
    public let description: String
}

/// A flag: its name, its value's name in help (nil: a switch), what it does, and how it changes the options.
struct LoadFlag {
    let name: String
    let value: String?
    let help: String
    let apply: (inout LoadOptions, String) throws(UsageError) -> Void

    init(
        _ name: String, _ value: String?, _ help: String,
        _ apply: @escaping (inout LoadOptions, String) throws(UsageError) -> Void
    ) {
        self.name = name
        self.value = value
        self.help = help
        self.apply = apply
    }

    static func text(
        _ name: String, _ value: String, _ help: String, _ path: WritableKeyPath<LoadOptions, String?>
    ) -> LoadFlag {
        LoadFlag(name, value, help) { (options, text) throws(UsageError) in options[keyPath: path] = text }
    }

    private static func outside(_ name: String, _ what: String, _ range: String, _ text: String) -> UsageError {
        UsageError(description: "--\(name) takes \(what) from \(range), not \(text)")
    }

    static func number(
        _ name: String, _ help: String, _ path: WritableKeyPath<LoadOptions, Int>, _ range: ClosedRange<Int>
    ) -> LoadFlag {
        LoadFlag(name, "N", help) { (options, text) throws(UsageError) in
            guard let number = Int(text), range.contains(number) else {
                throw outside(name, "a whole number", "\(range.lowerBound) to \(range.upperBound)", text)
            }
            options[keyPath: path] = number
        }
    }

    static func decimal(
        _ name: String, _ value: String, _ help: String, _ path: WritableKeyPath<LoadOptions, Double>,
        _ range: ClosedRange<Double>
    ) -> LoadFlag {
        LoadFlag(name, value, help) { (options, text) throws(UsageError) in
            // A duration may carry its unit.
            let digits = value == "SECONDS" && text.hasSuffix("s") ? String(text.dropLast()) : text
            guard let number = Double(digits), range.contains(number) else {
                throw outside(name, "a number", "\(range.lowerBound) to \(range.upperBound)", text)
            }
            options[keyPath: path] = number
        }
    }

    static func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ name: String, _ help: String, _ path: WritableKeyPath<LoadOptions, Choice>
    ) -> LoadFlag {
        let names = Choice.allCases.map(\.rawValue)
        return LoadFlag(name, names.joined(separator: "|"), help) { (options, text) throws(UsageError) in
            guard let choice = Choice(rawValue: text) else {
                throw UsageError(description: "--\(name) takes one of \(names.joined(separator: ", ")), not \(text)")
            }
            options[keyPath: path] = choice
        }
    }

    static func toggle(_ name: String, _ help: String, _ path: WritableKeyPath<LoadOptions, Bool>) -> LoadFlag {
        LoadFlag(name, nil, help) { (options, _) throws(UsageError) in options[keyPath: path] = true }
    }

    static var all: [LoadFlag] { server + load + scenarios + output }

    static var server: [LoadFlag] {
        [
            text(
                "kubeconfig", "FILE", "the cluster to load; else $KUBECONFIG, else .apus/admin.kubeconfig",
                \.kubeconfig),
            text("context", "NAME", "the kubeconfig's context; else its current one", \.context),
            text(
                "server", "URL", "instead of a kubeconfig: https://HOST:PORT, http:// or unix:// for plain HTTP/2",
                \.server),
            text("ca", "FILE", "with --server: who signed the server's certificate", \.authorityPath),
            text("cert", "FILE", "with --server: the client's certificate", \.certificatePath),
            text("key", "FILE", "with --server: its key", \.keyPath),
            text("token-file", "FILE", "with --server: holds the client's bearer token", \.tokenPath),
            toggle("insecure", "with --server: believe any certificate", \.skipsVerification),
            LoadFlag("pid", "PID", "the server's process on this machine: shows its CPU and memory") {
                (options, text) throws(UsageError) in
                guard let pid = Int(text), pid > 0 else {
                    throw UsageError(description: "--pid takes a process number, not \(text)")
                }
                options.pid = pid
            },
        ]
    }

    static var load: [LoadFlag] {
        [
            choice("face", "the server's face to use: binary RPC, or REST in JSON or protobuf", \.face),
            number("connections", "connections that the watches share (10)", \.connections, 1...10_000),
            number("watches", "watches; 0 measures writes alone (1000)", \.watches, 0...1_000_000),
            number("loops", "threads that read (1)", \.loops, 1...64),
            number("objects", "objects that are written in turn (100)", \.objects, 1...1_000_000),
            number("size", "bytes of each object's data (1024)", \.sizeBytes, 0...1_000_000),
            number("writes", "end after so many calls", \.writes, 1...1_000_000_000),
            decimal("duration", "SECONDS", "end after so long (10; soak: 600)", \.durationSeconds, 0.01...31_536_000),
            decimal(
                "rate", "R", "calls a second, whatever is delivered; else as fast as --in-flight", \.rate,
                0.01...1_000_000),
            number(
                "in-flight", "calls unanswered, or not delivered to all watches, at once (4)", \.inFlight, 1...4_096),
            decimal(
                "drain", "SECONDS", "what has not come so long after the last delivery is missing (15)", \.drainSeconds,
                0.1...3_600),
            LoadFlag("namespace", "NAME", "where the objects are; made when absent and then removed; else a new one") {
                (options, text) throws(UsageError) in
                guard !text.isEmpty, text.utf8.count <= 63, text.utf8.allSatisfy(isNameByte) else {
                    throw UsageError(description: "--namespace takes a name of a-z, 0-9 and -, not \(text)")
                }
                options.namespace = text
            },
            toggle("keep", "leave the objects and the namespace there", \.keeps),
        ]
    }

    static var scenarios: [LoadFlag] {
        [
            decimal("slow-percent", "P", "slow: the share of slow readers (10)", \.slowPercent, 0...100),
            choice("slow-mode", "slow: do not read, read little, or keep the window closed (stall)", \.slowness),
            decimal(
                "churn", "R", "churn, soak: watches cancelled and opened again a second (1000; soak: 50)",
                \.churnPerSecond, 0.01...1_000_000),
            choice("by", "interest: what tells watches apart (label)", \.interestKind),
            number("hits", "interest: watches that one write interests (3)", \.hits, 1...10_000),
            LoadFlag("mix", "OP=W,…", "mixed: weights of update, get, list, watch (\(OperationMix.usual))") {
                (options, text) throws(UsageError) in
                guard let mix = OperationMix(parsing: text) else {
                    throw UsageError(description: "--mix takes weights like \(OperationMix.usual), not \(text)")
                }
                options.mix = mix
            },
            decimal(
                "lose", "SECONDS", "soak: a connection is lost so often; 0 for never (10)", \.loseSeconds, 0...86_400),
        ]
    }

    static var output: [LoadFlag] {
        [
            text("report", "FILE", "write a page with plots", \.reportPath),
            text("json", "FILE", "write the figures as JSON; - for standard output", \.jsonPath),
            toggle("quiet", "no progress, and no table", \.isQuiet),
            toggle("help", "this text", \.isHelp),
        ]
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
        default: false
        }
    }
}
