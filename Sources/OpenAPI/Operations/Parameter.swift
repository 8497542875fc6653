import Objects
import Wire

/// A parameter of an operation.
struct Parameter {
    enum Location: String { case path, query }
    let name: String
    /// `string`, `integer`, `boolean`.
    let type: String
    let location: Location
    let description: String

    static func query(_ name: String, _ type: String, _ description: String) -> Parameter {
        Parameter(name: name, type: type, location: .query, description: description)
    }

    func write(_ dialect: Dialect, to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("description", description)
        writer.member("in", location.rawValue)
        writer.member("name", name)
        if location == .path { writer.member("required", true) }
        if dialect == .v3 {
            writer.key("schema")
            writer.beginObject()
        }
        writer.member("type", type)
        writer.member("uniqueItems", true)
        if dialect == .v3 { writer.endObject() }
        writer.endObject()
    }

    // MARK: Of paths

    static func name(of kind: String) -> Parameter {
        Parameter(name: "name", type: "string", location: .path, description: "The name of the \(kind).")
    }
    static let namespace = Parameter(
        name: "namespace", type: "string", location: .path, description: "The namespace that the objects are in.")
    static let proxiedPath = Parameter(
        name: "path", type: "string", location: .path, description: "The path that is asked for behind the proxy.")
    static let pretty = query("pretty", "string", "true: the answer is indented, for people to read.")

    // MARK: Of writes

    static let dryRun = query(
        "dryRun", "string",
        "All: the request goes through every stage, admission and validation included, and changes nothing.")
    static let fieldManager = query(
        "fieldManager", "string",
        "The name under which the changed fields are owned, of at most 128 printable characters. By default the first"
            + " part of the request's User-Agent.")
    static let applyManager = query(
        "fieldManager", "string",
        "The name under which the changed fields are owned, of at most 128 printable characters. Must be given to apply;"
            + " other patches take the first part of the request's User-Agent by default.")
    static let fieldValidation = query(
        "fieldValidation", "string",
        "What becomes of fields that are unknown or given twice. Ignore: they are dropped. Warn: they are dropped, and the"
            + " answer carries a warning for each; the default. Strict: the request is refused.")
    static let force = query(
        "force", "boolean",
        "Apply takes fields over that others own, instead of failing with a conflict. Only for apply.")

    // MARK: Of deletions

    static let gracePeriodSeconds = query(
        "gracePeriodSeconds", "integer",
        "Seconds that the object has to end in order; 0: it is gone at once. By default the object's own.")
    static let orphanDependents = query(
        "orphanDependents", "boolean",
        "Deprecated in favour of propagationPolicy: true leaves what the object owns in place. Not both may be given.")
    static let propagationPolicy = query(
        "propagationPolicy", "string",
        "What becomes of what the object owns. Background: it is deleted afterwards. Foreground: it is deleted first."
            + " Orphan: it stays. The default is the kind's own.")
    static let ignoreReadError = query(
        "ignoreStoreReadErrorWithClusterBreakingPotential", "boolean",
        "Deletes an object that can no longer be read, without its finalizers and preconditions being looked at.")

    // MARK: Of lists and watches

    static let lists: [Parameter] = [
        query(
            "allowWatchBookmarks", "boolean",
            "A watch may be sent BOOKMARK events, which say how far it has come and bear no object. They come when the server"
                + " sees fit."),
        query(
            "continue", "string",
            "Where a list goes on: metadata.continue of its page before, with all other parameters as they were. The pages"
                + " show one revision; a token that has grown too old is answered with 410."),
        query(
            "fieldSelector", "string",
            "Only objects whose fields have these values: metadata.name=a,spec.nodeName!=b. Each kind has its own few."),
        query(
            "labelSelector", "string", "Only objects whose labels match: app=web,tier in (a, b),!legacy."),
        query(
            "limit", "integer",
            "How many objects a page of a list may hold at most. When there are more, metadata.continue leads on."),
        pretty,
        query(
            "resourceVersion", "string",
            "The revision that a list must at least, or exactly, show, or after which a watch begins. Not given: the"
                + " newest; 0: whatever the server has at hand."),
        query(
            "resourceVersionMatch", "string",
            "How a list takes resourceVersion. NotOlderThan: that revision or a later one. Exact: that one."),
        query(
            "sendInitialEvents", "boolean",
            "A watch begins with an ADDED event for each object that there is, and a bookmark after the last of them. Needs"
                + " resourceVersionMatch=NotOlderThan, and allowWatchBookmarks for the bookmark."),
        query("timeoutSeconds", "integer", "After how many seconds a list or a watch ends."),
        query("watch", "boolean", "Answer with events as they happen, until the watch ends."),
    ]

    /// Of lists and watches where the path has `pretty` already.
    static let selectionsAndWatch = lists.filter { $0.name != "pretty" }
    /// What selects the objects of a deletion of many.
    static let selections = lists.filter { !["allowWatchBookmarks", "watch", "pretty"].contains($0.name) }

    /// The fields of a type of options that travels in a request's query.
    static func fields(of options: MessageDescriptor, _ descriptions: DescriptionTable) -> [Parameter] {
        let entry = descriptions.entry(options.fullName)
        return options.fields.map { field in
            query(field.name, field.kind == .time ? "string" : field.kind.scalarType.type, entry.field(field.name))
        }
        .sorted { $0.name < $1.name }
    }
}
