import Objects

/// `/statusz` and `/flagz`: how the server runs and with which flags, as text for people or, for who asks for them, as
/// objects (config.k8s.io, `Statusz` and `Flagz`).
struct DebugPages: Sendable {
    static let names = ["flagz", "statusz"]
    private static let component = "kube-apiserver"
    private static let group = "config.k8s.io"
    private static let secondsPerHour = 3600

    /// What the server was started with, by their names.
    let flags: [String: String]

    /// - Parameters:
    ///   - name: of the page.
    ///   - paths: that the server has.
    ///   - accept: the request's header.
    func answer(_ name: String, paths: [String], accept: String?) throws(APIError) -> Answer {
        let kind = name == "flagz" ? "Flagz" : "Statusz"
        switch try Self.form(accept, kind) {
        case .text: return .text(Self.heading(name) + (name == "flagz" ? flagText : Self.statusText(paths)))
        case .object(let encoding, let version):
            var object: StringMap<Value> = name == "flagz" ? flagObject : Self.statusObject(paths)
            object["kind"] = .string(kind)
            object["apiVersion"] = .string("\(Self.group)/\(version)")
            object["metadata"] = .map(["name": .string(Self.component)])
            var answer = Answer(
                contentType: encoding.mediaType, body: Presenting.text(FreeValue.text(.map(object)), encoding))
            if version == "v1alpha1" {
                answer.warnings = [
                    "This version of the \(name) endpoint is deprecated. Please use a newer version."
                ]
            }
            return answer
        }
    }

    // MARK: Form

    private enum Form {
        case text
        case object(Encoding, version: String)
    }

    private static func form(_ accept: String?, _ kind: String) throws(APIError) -> Form {
        let clauses = AcceptClause.parse(accept ?? "")
        if clauses.isEmpty { return .text }
        for clause in clauses {
            let parameters = clause.parameters
            guard let shape = parameters["as"] else {
                if ["text", "*"].contains(clause.type), ["plain", "*"].contains(clause.subtype) { return .text }
                continue
            }
            guard shape == kind, parameters["g"] == group, let version = parameters["v"],
                ["v1alpha1", "v1beta1"].contains(version), let encoding = clause.encoding, encoding != .protobuf
            else { continue }
            return .object(encoding, version: version)
        }
        throw APIError(
            406, "NotAcceptable",
            "only the following media types are accepted: application/json, application/yaml, "
                + "application/vnd.kubernetes.protobuf, text/plain")
    }

    private static func heading(_ name: String) -> String {
        "\n\(component) \(name)\nWarning: This endpoint is not meant to be machine parseable, has no formatting compatibility "
            + "guarantees and is for debugging purposes only.\n"
    }

    // MARK: Flags

    private var flagText: String {
        "\n" + flags.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)\n" }.joined()
    }

    private var flagObject: StringMap<Value> {
        guard !flags.isEmpty else { return [:] }
        var values: StringMap<Value> = [:]
        for (name, value) in flags { values[name] = .string(value) }
        return ["flags": .map(values)]
    }

    // MARK: Status

    private static var started: Timestamp { Timestamp(seconds: Int64(ProcessMetrics.started), nanoseconds: 0) }
    private static var seconds: Int { max(0, Int(Timestamp.now().seconds - started.seconds)) }
    private static var binary: String { String(Version.kubernetes.dropFirst()) }
    private static var emulated: String { binary.split(separator: ".").prefix(2).joined(separator: ".") }

    private static func statusText(_ paths: [String]) -> String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
        let up = "\(seconds / secondsPerHour) hr \(two(seconds / 60 % 60)) min \(two(seconds % 60)) sec"
        return "\nStarted: \(started)\nUp: \(up)\nBinary version: \(binary)\nEmulation version: \(emulated)\nPaths: "
            + folders(paths).joined(separator: " ") + "\n"
    }

    private static func statusObject(_ paths: [String]) -> StringMap<Value> {
        [
            "startTime": .string(started.rfc3339), "uptimeSeconds": .int(seconds), "goVersion": .string(""),
            "binaryVersion": .string(binary), "emulationVersion": .string(emulated),
            "paths": .list(folders(paths).map { .string($0) }),
        ]
    }

    /// The first part of each path that says how the server does, and not what it keeps.
    private static func folders(_ paths: [String]) -> [String] {
        let others: Set = [".well-known", "api", "apis", "openapi", "openid"]
        return Set(paths.compactMap { $0.split(separator: "/").first.map(String.init) }).subtracting(others).sorted()
            .map { "/\($0)" }
    }
}
