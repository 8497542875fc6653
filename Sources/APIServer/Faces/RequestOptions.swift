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

    static func selectors(
        labels: String, fields: String, _ definition: ResourceDefinition, _ options: inout ListOptions
    ) throws(APIError) {
        try bound("labelSelector", labels.utf8.count, ServerLimits.selectorBytes, "bytes")
        try bound("fieldSelector", fields.utf8.count, ServerLimits.selectorBytes, "bytes")
        do { options.labels = try LabelSelector(parsing: labels) } catch {
            throw APIError.badRequest("\(error)")
        }
        do { options.fields = try FieldSelector(parsing: fields, allowed: definition.selectorNames) } catch {
            throw APIError.badRequest("\(error)")
        }
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

    /// - Parameter kind: `CreateOptions`, `UpdateOptions`, `PatchOptions`, for the error's words.
    static func write(_ query: Query, kind: String, caller: Caller) throws(APIError) -> WriteOptions {
        var options = WriteOptions(caller: caller)
        options.dryRun = try dryRun(query.all("dryRun"), kind)
        options.fieldManager = query["fieldManager"] ?? ""
        switch query["fieldValidation"] ?? "" {
        case "": break
        case "Ignore": options.validation = .ignore
        case "Warn": options.validation = .warn
        case "Strict": options.validation = .strict
        case let other:
            throw APIError.invalid(
                kind: kind, group: "meta.k8s.io", name: "",
                [.notSupported("fieldValidation", FieldProblem.quoted(other), ["", "Ignore", "Strict", "Warn"])])
        }
        return options
    }

    private static func dryRun(_ values: [String], _ kind: String) throws(APIError) -> Bool {
        let given = values.filter { !$0.isEmpty }
        guard !given.isEmpty else { return false }
        guard given.allSatisfy({ $0 == "All" }) else {
            let shown = "[" + given.map(FieldProblem.quoted).joined(separator: ",") + "]"
            throw APIError.invalid(
                kind: kind, group: "meta.k8s.io", name: "", [.notSupported("dryRun", shown, ["All"])])
        }
        return true
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
