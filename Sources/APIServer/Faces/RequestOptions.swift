import FieldOwnership
import Objects
import Store
import Wire
import Resources

/// Reads the options that verbs take from a request's query.
enum RequestOptions {
    static func list(_ query: Query, _ definition: ResourceDefinition, watch: Bool) throws(APIError) -> ListOptions {
        var options = ListOptions()
        options.limit = max(try query.int("limit") ?? 0, 0)
        options.timeoutSeconds = min(max(try query.int("timeoutSeconds") ?? 0, 0), Int(ServerLimits.longestSeconds))
        options.continueToken = query["continue"] ?? ""
        try checkMatch(query, watch: watch)
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
                isGeneric: definition.traits.contains(.isCustom) ? false : nil, words: definition.selectorRefusal)
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

    /// Which parameters go together.
    private static func checkMatch(_ query: Query, watch: Bool) throws(APIError) {
        let match = query["resourceVersionMatch"] ?? ""
        let problems =
            watch
            ? watchProblems(match, query) : listProblems(match, version: query["resourceVersion"] ?? "", query)
        guard problems.isEmpty else {
            throw APIError.invalid(kind: "ListOptions", group: "meta.k8s.io", name: "", problems)
        }
    }

    private static let match = "resourceVersionMatch"

    private static func watchProblems(_ given: String, _ query: Query) -> [FieldProblem] {
        let sendsInitial = query.flag("sendInitialEvents") != nil
        var problems: [FieldProblem] = []
        if sendsInitial, given != "NotOlderThan" {
            problems.append(
                .forbidden(match, "sendInitialEvents requires setting resourceVersionMatch to NotOlderThan"))
        }
        guard !given.isEmpty else { return problems }
        if !sendsInitial {
            problems.append(
                .forbidden(match, "resourceVersionMatch is forbidden for watch unless sendInitialEvents is provided"))
        }
        if given != "NotOlderThan" {
            problems.append(.notSupported(match, GoText.quoted(given), ["NotOlderThan"]))
        }
        if query["continue"]?.isEmpty == false {
            problems.append(.forbidden(match, "resourceVersionMatch is forbidden when continue is provided"))
        }
        return problems
    }

    private static func listProblems(_ given: String, version: String, _ query: Query) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        if !given.isEmpty {
            if version.isEmpty {
                problems.append(
                    .forbidden(match, "resourceVersionMatch is forbidden unless resourceVersion is provided"))
            }
            if query["continue"]?.isEmpty == false {
                problems.append(.forbidden(match, "resourceVersionMatch is forbidden when continue is provided"))
            }
            if given != "Exact", given != "NotOlderThan" {
                problems.append(.notSupported(match, GoText.quoted(given), ["Exact", "NotOlderThan", ""]))
            }
            if given == "Exact", version == "0" {
                problems.append(
                    .forbidden(match, "resourceVersionMatch \"exact\" is forbidden for resourceVersion \"0\""))
            }
        }
        if query.flag("sendInitialEvents") != nil {
            problems.append(.forbidden("sendInitialEvents", "sendInitialEvents is forbidden for list"))
        }
        return problems
    }

    private static func revision(_ query: Query, watch: Bool, _ options: inout ListOptions) throws(APIError) {
        options.match =
            switch query[match] ?? "" {
            case "Exact": .exact
            case "NotOlderThan": .notOlderThan
            default: .unspecified
            }
        let text = query["resourceVersion"] ?? ""
        if !watch, !options.continueToken.isEmpty {
            // The token is looked at first.
            _ = try ContinueToken(options.continueToken)
            guard text.isEmpty || text == "0" else {
                throw APIError.badRequest("specifying resource version is not allowed when using continue")
            }
            return
        }
        do { options.revision = try revision(text) } catch {
            throw watch ? APIError(500, "", error.message) : .badRequest("invalid resource version: \(error.message)")
        }
        guard let revision = options.revision else { return }
        // As Kubernetes does: pages of a version that is named are of just that one, and whatever is at hand has none.
        if revision == .zero {
            options.limit = 0
        } else if options.limit > 0, options.match == .unspecified {
            options.match = .exact
        }
    }

    /// Nil: none is named.
    private static func revision(_ text: String) throws(GoParse.Fault) -> Revision? {
        guard !text.isEmpty else { return nil }
        do { return Revision(Int64(clamping: try GoParse.unsigned(text))) } catch {
            throw GoParse.Fault(
                message: "resourceVersion: Invalid value: \(GoText.quoted(text)): \(error.message)")
        }
    }

    /// Refuses a `timeout` that is no duration. One that is makes no difference: answers take less.
    static func checkTimeout(_ query: Query) throws(APIError) {
        guard let text = query["timeout"], !text.isEmpty else { return }
        do { _ = try GoDuration(parsing: text) } catch {
            throw APIError.badRequest("invalid timeout specified in the request URL - \(error)")
        }
    }

    /// How old a single object may be that is asked for; nil: not at all.
    static func get(_ query: Query) throws(APIError) -> Revision? {
        guard query.flag("export") != true else {
            throw APIError.badRequest("the export parameter, deprecated since v1.14, is no longer supported")
        }
        do { return try revision(query["resourceVersion"] ?? "") } catch { throw APIError(500, "", error.message) }
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
            options.force = query.flag("force")
            if !isApply, options.force != nil {
                problems.append(.forbidden("force", "may not be specified for non-apply patch"))
            }
            if isApply, manager.isEmpty {
                problems.append(.required("fieldManager", "is required for apply patch"))
            }
        }
        problems += managerProblems(manager)
        options.fieldManager = manager.isEmpty ? ManagerName.ofUserAgent(userAgent) : manager
        let dryRun = query.all("dryRun")
        options.dryRun = !dryRun.isEmpty
        problems += dryRunProblems(dryRun)
        if let text = query["fieldValidation"], !text.isEmpty {
            if let validation = FieldValidation(rawValue: text) {
                options.validation = validation
            } else {
                problems.append(
                    .notSupported("fieldValidation", GoText.quoted(text), ["", "Ignore", "Strict", "Warn"]))
            }
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

    static func dryRunProblems(_ given: [String]) -> [FieldProblem] {
        if given.allSatisfy({ $0 == "All" }) { return [] }
        let shown = "[" + given.map(GoText.quoted).joined(separator: ",") + "]"
        return [.notSupported("dryRun", shown, ["All"])]
    }
}
