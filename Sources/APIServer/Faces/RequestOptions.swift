import FieldOwnership
import Objects
import Store
import Wire
import Resources

/// Reads the options that verbs take from a request's query.
enum RequestOptions {
    static func list(_ query: Query, _ definition: ResourceDefinition, watch: Bool) throws(APIError) -> ListOptions {
        var options = ListOptions()
        if let limit = query["limit"], !limit.isEmpty {
            guard let number = Int(limit) else {
                throw APIError.badRequest("strconv.ParseInt: parsing \(FieldProblem.quoted(limit)): invalid syntax")
            }
            options.limit = max(number, 0)
        }
        options.continueToken = query["continue"] ?? ""
        try selectors(labels: query["labelSelector"] ?? "", fields: query["fieldSelector"] ?? "", definition, &options)
        try revision(query, watch: watch, &options)
        return options
    }

    /// - Parameter definition: of the version that is spoken; the selector is given in the names of the stored one.
    static func selectors(
        labels: String, fields: String, _ definition: ResourceDefinition, _ options: inout ListOptions
    ) throws(APIError) {
        try bound("labelSelector", labels.utf8.count, ServerLimits.selectorBytes, "bytes")
        try bound("fieldSelector", fields.utf8.count, ServerLimits.selectorBytes, "bytes")
        do { options.labels = try LabelSelector(parsing: labels) } catch {
            throw APIError.badRequest("\(error)")
        }
        do {
            let given = try FieldSelector(
                parsing: fields, allowed: definition.selectorNames,
                isGeneric: definition.traits.contains(.isCustom) ? false : nil)
            let names = definition.conversion?.fields ?? [:]
            options.fields =
                names.isEmpty
                ? given
                : FieldSelector(
                    given.requirements.map {
                        .init(field: names[$0.field] ?? $0.field, value: $0.value, isEqual: $0.isEqual)
                    })
        } catch { throw APIError.badRequest("\(error)") }
        let requirements = options.labels.requirements
        try bound("labelSelector", requirements.count, ServerLimits.selectorRequirements, "requirements")
        try bound(
            "labelSelector", requirements.reduce(0) { $0 + $1.values.count }, ServerLimits.selectorValues, "values")
        try bound(
            "fieldSelector", options.fields.requirements.count, ServerLimits.selectorRequirements, "requirements")
    }

    /// A selector is kept for as long as a watch with it is open, and asked about every event that it may mean.
    private static func bound(_ option: String, _ count: Int, _ limit: Int, _ unit: String) throws(APIError) {
        guard count > limit else { return }
        throw APIError.badRequest(
            "\(option) is too long: it has \(count) \(unit), at most \(limit) are allowed; select by fewer, or by a label "
                + "that stands for them")
    }

    private static func revision(_ query: Query, watch: Bool, _ options: inout ListOptions) throws(APIError) {
        let text = query["resourceVersion"] ?? ""
        let match = query["resourceVersionMatch"] ?? ""
        var problems: [FieldProblem] = []
        let sendsInitial = query.flag("sendInitialEvents")
        if watch {
            if sendsInitial != nil, match != "NotOlderThan" {
                problems.append(
                    .forbidden(
                        "resourceVersionMatch",
                        "sendInitialEvents requires setting resourceVersionMatch to NotOlderThan"))
            } else if sendsInitial == nil, !match.isEmpty {
                problems.append(
                    .forbidden(
                        "resourceVersionMatch",
                        "resourceVersionMatch is forbidden for watch unless sendInitialEvents is provided"))
            }
        } else {
            if sendsInitial != nil {
                problems.append(.forbidden("sendInitialEvents", "sendInitialEvents is forbidden for list"))
            }
            if !match.isEmpty {
                if text.isEmpty {
                    problems.append(
                        .forbidden(
                            "resourceVersionMatch",
                            "resourceVersionMatch is forbidden unless resourceVersion is provided"))
                }
                if !options.continueToken.isEmpty {
                    problems.append(
                        .forbidden(
                            "resourceVersionMatch", "resourceVersionMatch is forbidden when continue is provided"))
                }
                if match != "Exact", match != "NotOlderThan" {
                    problems.append(
                        .notSupported(
                            "resourceVersionMatch", FieldProblem.quoted(match), ["Exact", "NotOlderThan", ""]))
                }
                if match == "Exact", text == "0" {
                    problems.append(
                        .forbidden(
                            "resourceVersionMatch",
                            "resourceVersionMatch \"Exact\" is forbidden for resourceVersion \"0\""))
                }
            }
        }
        guard problems.isEmpty else {
            throw APIError.invalid(kind: "ListOptions", group: "meta.k8s.io", name: "", problems)
        }
        options.match = match == "Exact" ? .exact : match == "NotOlderThan" ? .notOlderThan : .unspecified
        guard !text.isEmpty else { return }
        guard let number = UInt64(text), let signed = Int64(exactly: number) else {
            let why =
                "resourceVersion: Invalid value: \(FieldProblem.quoted(text)): strconv.ParseUint: parsing \(FieldProblem.quoted(text)): invalid syntax"
            throw watch ? APIError(500, "", why) : APIError.badRequest("invalid resource version: \(why)")
        }
        options.revision = Revision(signed)
    }

    /// - Parameters:
    ///   - kind: `CreateOptions`, `UpdateOptions`, `PatchOptions`, for the error's words.
    ///   - userAgent: names the manager when nothing else does.
    ///   - isApply: of a server-side apply, which must say who applies.
    static func write(
        _ query: Query, kind: String, caller: Caller, userAgent: String = "", isApply: Bool = false
    ) throws(APIError) -> WriteOptions {
        var options = WriteOptions(caller: caller)
        var problems: [FieldProblem] = []
        let manager = query["fieldManager"] ?? ""
        if kind == "PatchOptions" {
            options.force = try flag("force", query)
            if !isApply, options.force != nil {
                problems.append(.forbidden("force", "may not be specified for non-apply patch"))
            }
            if isApply, manager.isEmpty {
                problems.append(.required("fieldManager", "is required for apply patch"))
            }
        }
        problems += managerProblems(manager)
        options.fieldManager = manager.isEmpty ? ManagerName.ofUserAgent(userAgent) : manager
        let dryRun = query.all("dryRun").filter { !$0.isEmpty }
        options.dryRun = !dryRun.isEmpty
        problems += dryRunProblems(dryRun)
        switch query["fieldValidation"] ?? "" {
        case "": break
        case "Ignore": options.validation = .ignore
        case "Warn": options.validation = .warn
        case "Strict": options.validation = .strict
        case let other:
            problems.append(
                .notSupported("fieldValidation", FieldProblem.quoted(other), ["", "Ignore", "Strict", "Warn"]))
        }
        guard problems.isEmpty else {
            throw APIError.invalid(kind: kind, group: "meta.k8s.io", name: "", problems)
        }
        return options
    }

    /// A manager's name: at most 128 bytes, which can all be shown.
    static func managerProblems(_ name: String) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        if name.utf8.count > OwnershipLimits.managerNameBytes {
            problems.append(.tooLong("fieldManager", limitBytes: OwnershipLimits.managerNameBytes))
        }
        if let (scalar, place) = ManagerName.unprintable(name) {
            let hex = String(scalar.value, radix: 16, uppercase: true)
            let code = "U+" + String(repeating: "0", count: max(4 - hex.utf8.count, 0)) + hex
            problems.append(
                .invalid("fieldManager", text: name, "invalid character \(code) (at position \(place))"))
        }
        return problems
    }

    private static func flag(_ name: String, _ query: Query) throws(APIError) -> Bool? {
        guard let text = query[name], !text.isEmpty else { return nil }
        switch text {
        case "1", "t", "T", "true", "TRUE", "True": return true
        case "0", "f", "F", "false", "FALSE", "False": return false
        // As in Kubernetes, which takes any other text to be meant.
        default: return true
        }
    }

    private static func dryRunProblems(_ given: [String]) -> [FieldProblem] {
        if given.allSatisfy({ $0 == "All" }) { return [] }
        let shown = "[" + given.map(FieldProblem.quoted).joined(separator: ",") + "]"
        return [.notSupported("dryRun", shown, ["All"])]
    }

    private static func dryRun(_ values: [String], _ kind: String) throws(APIError) -> Bool {
        let given = values.filter { !$0.isEmpty }
        let problems = dryRunProblems(given)
        guard problems.isEmpty else {
            throw APIError.invalid(kind: kind, group: "meta.k8s.io", name: "", problems)
        }
        return !given.isEmpty
    }

    /// From the body, a meta/v1 `DeleteOptions` if there is one, and the query.
    static func delete(_ query: Query, body: [UInt8], encoding: Encoding, caller: Caller) throws(APIError)
        -> DeleteOptions
    {
        var given = Meta.DeleteOptions()
        if !body.isEmpty {
            let type = Meta.DeleteOptions.descriptor
            switch encoding {
            case .protobuf:
                do {
                    let envelope = try Envelope(reading: body)
                    given = Meta.DeleteOptions(try BinaryDecoder.decode(body, in: envelope.object, as: type))
                } catch { throw APIError.badRequest("DeleteOptions cannot be read: \(error)") }
            case .json:
                do { given = Meta.DeleteOptions(try JSONDecoder.decode(body, as: type).message) } catch {
                    throw APIError.badRequest("DeleteOptions cannot be read: \(error)")
                }
            case .yaml:
                do {
                    given = Meta.DeleteOptions(
                        try JSONDecoder.decode(try YAMLReader.single(body).json, as: type).message)
                } catch {
                    throw APIError.badRequest("DeleteOptions cannot be read: \(error)")
                }
            }
        }
        var options = DeleteOptions(caller: caller)
        options.dryRun = try dryRun(given.dryRun + query.all("dryRun"), "DeleteOptions")
        options.gracePeriodSeconds = given.gracePeriodSeconds
        if let text = query["gracePeriodSeconds"] {
            guard let seconds = Int(text) else {
                throw APIError.badRequest("strconv.ParseInt: parsing \(FieldProblem.quoted(text)): invalid syntax")
            }
            options.gracePeriodSeconds = seconds
        }
        if let seconds = options.gracePeriodSeconds, seconds < 0 { options.gracePeriodSeconds = 1 }
        options.uid = given.preconditions?.uid
        options.resourceVersion = given.preconditions?.resourceVersion
        let orphans = given.orphanDependents ?? query.flag("orphanDependents")
        let policy = given.propagationPolicy ?? query["propagationPolicy"]
        if let policy, !policy.isEmpty {
            guard let known = Propagation(rawValue: policy) else {
                throw APIError.invalid(
                    kind: "DeleteOptions", group: "meta.k8s.io", name: "",
                    [
                        .notSupported(
                            "propagationPolicy", FieldProblem.quoted(policy),
                            ["Foreground", "Background", "Orphan", "nil"])
                    ])
            }
            if orphans != nil {
                throw APIError.invalid(
                    kind: "DeleteOptions", group: "meta.k8s.io", name: "",
                    [
                        .invalid(
                            "propagationPolicy", text: policy,
                            "orphanDependents and deletionPropagation cannot be both set")
                    ])
            }
            options.propagation = known
        } else if let orphans {
            options.propagation = orphans ? .orphan : .background
        }
        return options
    }
}
