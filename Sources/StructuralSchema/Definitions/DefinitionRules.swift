public import Objects

/// What is valid in a CustomResourceDefinition (apiextensions.k8s.io/v1), with Kubernetes' words.
///
/// `metadata` is checked where all kinds' is, but its name, which the specification gives.
public enum DefinitionRules {
    typealias Definition = APIExtensions.CustomResourceDefinition
    typealias Spec = APIExtensions.CustomResourceDefinitionSpec
    typealias Version = APIExtensions.CustomResourceDefinitionVersion

    /// What a new or changed object gets that does not say it itself.
    public static func fillIn(_ definition: inout APIExtensions.CustomResourceDefinition) {
        let kind = definition.spec.names.kind
        if definition.spec.names.singular.isEmpty { definition.spec.names.singular = kind.lowercased() }
        if definition.spec.names.listKind.isEmpty, !kind.isEmpty { definition.spec.names.listKind = kind + "List" }
        if definition.spec.conversion == nil {
            var conversion = APIExtensions.CustomResourceConversion()
            conversion.strategy = "None"
            definition.spec.conversion = conversion
        }
        ConversionRules.fillIn(&definition)
        definition.spec.versions = definition.spec.versions.map { version in
            var version = version
            fillIn(&version)
            return version
        }
    }

    private static func fillIn(_ version: inout APIExtensions.CustomResourceDefinitionVersion) {
        guard var conversion = version.subresources?.scale, conversion.labelSelectorPath == "" else { return }
        conversion.labelSelectorPath = nil
        version.subresources?.scale = conversion
    }

    /// The problems of a definition's name.
    public static func nameProblems(_ definition: APIExtensions.CustomResourceDefinition) -> [String] {
        let spec = definition.spec
        let isRight = definition.metadata.name == "\(spec.names.plural).\(spec.group)"
        return isRight ? [] : ["must be spec.names.plural+\".\"+spec.group"]
    }

    /// Of a definition that is to be created, or that takes the place of another.
    ///
    /// - Parameter before: the one whose place it takes.
    public static func problems(
        _ definition: APIExtensions.CustomResourceDefinition, before: APIExtensions.CustomResourceDefinition? = nil
    ) -> [FieldProblem] {
        var problems = standingProblems(definition)
        if let before { problems += changeProblems(definition, before) }
        return problems + transitionProblems(definition, before)
    }

    /// Those that do not depend on what was before.
    static func standingProblems(_ definition: Definition) -> [FieldProblem] {
        let name = definition.metadata.name
        return nameProblems(definition).map { .invalid("metadata.name", text: name, $0) }
            + specProblems(definition.spec) + statusProblems(definition) + storedProblems(definition)
    }

    /// Those that are new, or that a definition had before without being refused for them.
    static func transitionProblems(_ definition: Definition, _ before: Definition?) -> [FieldProblem] {
        var problems = approvalProblems(definition, before)
        if definition.spec.preserveUnknownFields, before?.spec.preserveUnknownFields != true {
            problems.append(
                .invalid(
                    "spec.preserveUnknownFields", "true",
                    "cannot set to true, set x-kubernetes-preserve-unknown-fields to true in spec.versions[*].schema "
                        + "instead"))
        }
        return problems
    }

    /// Of a new status.
    public static func statusProblems(_ definition: APIExtensions.CustomResourceDefinition) -> [FieldProblem] {
        namesProblems(definition.status.acceptedNames, "status.acceptedNames")
    }

    // MARK: The specification

    private static func specProblems(_ spec: Spec) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        if spec.group.isEmpty {
            problems.append(.required("spec.group"))
        } else {
            let words = Names.subdomainProblems(spec.group)
            if !words.isEmpty {
                problems.append(.invalid("spec.group", text: spec.group, words.joined(separator: ",")))
            } else if !spec.group.contains(".") {
                problems.append(.invalid("spec.group", text: spec.group, "should be a domain with at least one dot"))
            }
        }
        problems += oneOf("spec.scope", spec.scope, ["Cluster", "Namespaced"])
        for (index, version) in spec.versions.enumerated() where version.schema?.openAPIV3Schema == nil {
            problems.append(.required("spec.versions[\(index)].schema.openAPIV3Schema", "schemas are required"))
        }
        let shared = SharedParts(spec.versions)
        if spec.preserveUnknownFields, hasDefaults(spec) {
            problems.append(
                .invalid("spec.preserveUnknownFields", "true", "must be false in order to use defaults in the schema"))
        }
        problems += VersionRules.problems(spec.versions, shared)
        problems += versionListProblems(spec.versions, shared)
        for (name, text) in [
            ("plural", spec.names.plural), ("singular", spec.names.singular), ("kind", spec.names.kind),
            ("listKind", spec.names.listKind),
        ] where text.isEmpty {
            problems.append(.required("spec.names.\(name)"))
        }
        problems += namesProblems(spec.names, "spec.names")
        if let conversion = spec.conversion {
            if conversion.strategy != "None", spec.preserveUnknownFields {
                problems.append(
                    .invalid(
                        "spec.conversion.strategy", text: conversion.strategy,
                        "must be None if spec.preserveUnknownFields is true"))
            }
            problems += ConversionRules.problems(conversion, "spec.conversion")
        }
        return problems
    }

    static func oneOf(_ field: String, _ text: String, _ supported: [String]) -> [FieldProblem] {
        if text.isEmpty { return [.required(field)] }
        return supported.contains(text) ? [] : [.notSupported(field, GoText.quoted(text), supported)]
    }

    private static func versionListProblems(_ versions: [Version], _ shared: SharedParts) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        if Set(versions.map(\.name)).count < versions.count {
            problems.append(.invalid("spec.versions", shared.shown(versions), "must contain unique version names"))
        }
        if versions.filter(\.storage).count != 1 {
            problems.append(
                .invalid(
                    "spec.versions", versions.isEmpty ? "null" : shared.shown(versions),
                    "must have exactly one version marked as storage version"))
        }
        return problems
    }

    /// Whether one of the schemas has a default somewhere.
    private static func hasDefaults(_ spec: Spec) -> Bool {
        spec.versions.contains { version in
            guard let props = version.schema?.openAPIV3Schema, let schema = try? StructuralSchema(props) else {
                return false
            }
            return schema.nodes.contains { $0.fallback >= 0 }
        }
    }

    private static func namesProblems(
        _ names: APIExtensions.CustomResourceDefinitionNames, _ field: String
    ) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        func check(_ place: String, _ text: String, _ shape: String, _ words: String = "") {
            let found = Names.dns1035Problems(shape)
            guard !text.isEmpty, !found.isEmpty else { return }
            problems.append(.invalid("\(field).\(place)", text: text, words + found.joined(separator: ",")))
        }
        let mixed = "may have mixed case, but should otherwise match: "
        check("plural", names.plural, names.plural)
        check("singular", names.singular, names.singular)
        check("kind", names.kind, names.kind.lowercased(), mixed)
        check("listKind", names.listKind, names.listKind.lowercased(), mixed)
        for (index, name) in names.shortNames.enumerated() { check("shortNames[\(index)]", name, name) }
        if !names.kind.isEmpty, names.kind == names.listKind {
            problems.append(
                .invalid("\(field).listKind", text: names.listKind, "kind and listKind may not be the same"))
        }
        for (index, name) in names.categories.enumerated() { check("categories[\(index)]", name, name) }
        return problems
    }

    // MARK: Change and status

    static func changeProblems(_ definition: Definition, _ before: Definition) -> [FieldProblem] {
        let (spec, old) = (definition.spec, before.spec)
        var problems: [FieldProblem] = []
        func same(_ field: String, _ new: String, _ old: String) {
            if new != old { problems.append(.invalid(field, text: new, "field is immutable")) }
        }
        if DefinitionStatus.isTrue(before.status, .established) {
            same("spec.scope", spec.scope, old.scope)
            same("spec.names.kind", spec.names.kind, old.names.kind)
        }
        same("spec.group", spec.group, old.group)
        same("spec.names.plural", spec.names.plural, old.names.plural)
        return problems
    }

    private static func storedProblems(_ definition: Definition) -> [FieldProblem] {
        let stored = definition.status.storedVersions
        if stored.isEmpty {
            return [.invalid("status.storedVersions", "null", "must have at least one stored version")]
        }
        let versions = definition.spec.versions
        var problems: [FieldProblem] = []
        for (index, name) in stored.enumerated() where !versions.contains(where: { $0.name == name }) {
            problems.append(
                .invalid(
                    "status.storedVersions[\(index)]", text: name,
                    "missing from spec.versions; \(name) was previously a storage version, and must remain in "
                        + "spec.versions until a storage migration ensures no data remains persisted in \(name) and "
                        + "removes \(name) from status.storedVersions"))
        }
        if let storage = versions.first(where: \.storage)?.name, !stored.contains(storage) {
            problems.append(
                .invalid(
                    "status.storedVersions", GoNumber.shown(.list(stored.map { .string($0) })),
                    "must have the storage version \(storage)"))
        }
        return problems
    }

    static let approval = "api-approved.kubernetes.io"

    /// Whether the group is one that belongs to Kubernetes' community.
    static func isProtected(_ group: String) -> Bool {
        group == "k8s.io" || group.hasSuffix(".k8s.io") || group == "kubernetes.io" || group.hasSuffix(".kubernetes.io")
    }

    /// Whether the group may be used; nil where nobody asks.
    enum Approval: Equatable {
        case approved(String)
        case bypassed(String)
        case missing(String)
        case invalid(String)
    }

    static func approval(_ definition: Definition) -> Approval? {
        guard isProtected(definition.spec.group) else { return nil }
        let said = definition.metadata.annotations[approval] ?? ""
        let page = "see https://github.com/kubernetes/enhancements/pull/1111"
        if said.isEmpty {
            return .missing(
                "protected groups must have approval annotation \"\(approval)\", \(page)")
        }
        if said.hasPrefix("unapproved") { return .bypassed("not approved: \"\(said)\"") }
        if said.hasPrefix("https://") || said.hasPrefix("http://") { return .approved("approved in \(said)") }
        return .invalid(
            "protected groups must have approval annotation \"\(approval)\" with either a URL or a reason starting "
                + "with \"unapproved\", \(page)")
    }

    private static func approvalProblems(_ definition: Definition, _ before: Definition?) -> [FieldProblem] {
        let field = "metadata.annotations[\(approval)]"
        let state = approval(definition)
        if let before, approval(before) == state { return [] }
        switch state {
        case .missing(let why)?: return [.required(field, why)]
        case .invalid(let why)?:
            return [.invalid(field, text: definition.metadata.annotations[approval] ?? "", why)]
        default: return []
        }
    }
}
