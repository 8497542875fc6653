public import Objects

/// What is valid in `metadata`, whatever the kind.
public enum MetadataRules {
    /// Of an object that is to be created.
    public static func problems(_ object: Message, _ definition: ResourceDefinition) -> [FieldProblem] {
        let metadata = Meta.ObjectMeta(Metadata(of: object).message)
        var problems: [FieldProblem] = []
        if !metadata.generateName.isEmpty {
            problems += definition.rules.problemsWithName(metadata.generateName, isPrefix: true).map {
                .invalid("metadata.generateName", text: metadata.generateName, $0)
            }
        }
        if metadata.name.isEmpty {
            problems.append(.required("metadata.name", "name or generateName is required"))
        } else {
            problems += definition.rules.problemsWithName(metadata.name, isPrefix: false).map {
                .invalid("metadata.name", text: metadata.name, $0)
            }
        }
        if definition.isNamespaced {
            problems += Names.labelProblems(metadata.namespace).map {
                .invalid("metadata.namespace", text: metadata.namespace, $0)
            }
        }
        return problems + contentProblems(metadata) + finalizers(metadata.finalizers)
            + unqualifiedFinalizers(metadata.finalizers, definition)
    }

    /// Of a change. Kubernetes looks for most of it several times, by the generic rules and by the kind's, and tells each
    /// finding as a cause.
    public static func updateProblems(
        _ object: Message, old: Message, _ definition: ResourceDefinition
    ) -> [FieldProblem] {
        let metadata = Meta.ObjectMeta(Metadata(of: object).message)
        let before = Meta.ObjectMeta(Metadata(of: old).message)
        let changes = changeProblems(metadata, before)
        let content = contentProblems(metadata)
        let names = finalizers(metadata.finalizers)
        var problems = content + names + changes + content
        if definition.traits.contains(.isCustom) {
            problems += changes + content
        } else {
            if !definition.traits.contains(.leavesMetadataChanges) { problems += changes + content }
            if !definition.traits.contains(.updatesInPart) {
                problems += content + names + unqualifiedFinalizers(metadata.finalizers, definition)
            }
        }
        return problems
    }

    private static func changeProblems(_ metadata: Meta.ObjectMeta, _ before: Meta.ObjectMeta) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        if before.deletionTimestamp != nil {
            let added = Set(metadata.finalizers).subtracting(before.finalizers).sorted()
            if !added.isEmpty {
                let shown = added.map(GoText.quoted).joined(separator: ", ")
                problems.append(
                    .forbidden(
                        "metadata.finalizers",
                        "no new finalizers can be added if the object is being deleted, found new finalizers "
                            + "[]string{\(shown)}"))
            }
        }
        for (field, new, was) in [
            ("name", metadata.name, before.name), ("namespace", metadata.namespace, before.namespace),
            ("uid", metadata.uid, before.uid),
        ] where new != was {
            problems.append(.invalid("metadata.\(field)", text: new, FieldWords.immutable))
        }
        if metadata.deletionTimestamp != before.deletionTimestamp {
            problems.append(
                .invalid("metadata.deletionTimestamp", shown(metadata.deletionTimestamp), FieldWords.immutable))
        }
        if metadata.deletionGracePeriodSeconds != before.deletionGracePeriodSeconds {
            problems.append(
                .invalid(
                    "metadata.deletionGracePeriodSeconds",
                    metadata.deletionGracePeriodSeconds.map(String.init) ?? "null", FieldWords.immutable))
        }
        return problems
    }

    /// As Go's `time.Time` shows itself.
    private static func shown(_ time: Timestamp?) -> String {
        guard let text = time?.rfc3339 else { return "null" }
        return text.map { $0 == "T" ? " " : $0 == "Z" ? " +0000 UTC" : String($0) }.joined()
    }

    /// Of an object's within another, which need not have a name.
    public static func embeddedProblems(_ metadata: Meta.ObjectMeta, _ path: String) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        for (field, name) in [("name", metadata.name), ("generateName", metadata.generateName)] where !name.isEmpty {
            problems += NameShapes.pathSegmentProblems(name).map {
                .invalid("\(path).\(field)", text: name, $0)
            }
        }
        if !metadata.namespace.isEmpty {
            problems += Names.labelProblems(metadata.namespace).map {
                .invalid("\(path).namespace", text: metadata.namespace, $0)
            }
        }
        return problems + labels(metadata.labels, "\(path).labels")
            + annotations(metadata.annotations, "\(path).annotations")
            + metadata.finalizers.flatMap { finalizer in
                Names.qualifiedNameProblems(finalizer).map { .invalid("\(path).finalizers", text: finalizer, $0) }
            }
    }

    private static func contentProblems(_ metadata: Meta.ObjectMeta) -> [FieldProblem] {
        labels(metadata.labels, "metadata.labels") + annotations(metadata.annotations, "metadata.annotations")
            + owners(metadata.ownerReferences)
    }

    /// Labels, also those of pod templates and node selectors.
    static func labels(_ labels: StringMap<String>, _ path: String) -> [FieldProblem] {
        labels.entries.flatMap { entry in
            Names.qualifiedNameProblems(entry.key).map { FieldProblem.invalid(path, text: entry.key, $0) }
                + Names.labelValueProblems(entry.value).map { FieldProblem.invalid(path, text: entry.value, $0) }
        }
    }

    /// All annotations of an object together, keys and values.
    private static let annotationsLimitBytes = 256 * 1024

    static func annotations(_ annotations: StringMap<String>, _ path: String) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        var size = 0
        for entry in annotations.entries {
            problems += Names.qualifiedNameProblems(entry.key.lowercased()).map { .invalid(path, text: entry.key, $0) }
            size += entry.key.utf8.count + entry.value.utf8.count
        }
        if size > annotationsLimitBytes { problems.append(.tooLong(path, limitBytes: annotationsLimitBytes)) }
        return problems
    }

    private static func owners(_ references: [Meta.OwnerReference]) -> [FieldProblem] {
        let path = "metadata.ownerReferences"
        var problems: [FieldProblem] = []
        var controller: String?
        for reference in references {
            let version = reference.apiVersion.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
            if version.isEmpty {
                problems.append(.invalid("\(path).apiVersion", text: reference.apiVersion, "version must not be empty"))
            }
            for (field, text) in [("kind", reference.kind), ("name", reference.name), ("uid", reference.uid)]
            where text.isEmpty {
                problems.append(.invalid("\(path).\(field)", text: text, "must not be empty"))
            }
            if reference.kind == "Event", reference.apiVersion == "v1" {
                problems.append(
                    .invalid(
                        path, FieldWords.json(reference.message), "/v1, Kind=Event is disallowed from being an owner"))
            }
            guard reference.controller == true else { continue }
            if let controller {
                problems.append(
                    .invalid(
                        path, "[\(references.map { FieldWords.json($0.message) }.joined(separator: ","))]",
                        "Only one reference can have Controller set to true. Found \"true\" in references for \(controller) "
                            + "and \(reference.kind)/\(reference.name)"))
            } else {
                controller = "\(reference.kind)/\(reference.name)"
            }
        }
        return problems
    }

    private static func finalizers(_ finalizers: [String]) -> [FieldProblem] {
        let path = "metadata.finalizers"
        var problems: [FieldProblem] = []
        for finalizer in finalizers {
            problems += Names.qualifiedNameProblems(finalizer).map { .invalid(path, text: finalizer, $0) }
        }
        if finalizers.contains(Finalizers.orphan), finalizers.contains(Finalizers.foreground) {
            problems.append(
                .invalid(
                    path, "[\(finalizers.map(GoText.quoted).joined(separator: ","))]",
                    "finalizer \(Finalizers.orphan) and \(Finalizers.foreground) cannot be both set"
                ))
        }
        return problems
    }

    /// Names that stand for themselves are Kubernetes' own; of custom objects only a warning says so.
    private static func unqualifiedFinalizers(
        _ finalizers: [String], _ definition: ResourceDefinition
    ) -> [FieldProblem] {
        guard !definition.traits.contains(.isCustom) else { return [] }
        return finalizers.enumerated().compactMap { index, finalizer in
            finalizer.contains("/") || Finalizers.standard.contains(finalizer)
                ? nil
                : .invalid(
                    "metadata.finalizers[\(index)]", text: finalizer,
                    "name is neither a standard finalizer name nor is it fully qualified")
        }
    }
}
