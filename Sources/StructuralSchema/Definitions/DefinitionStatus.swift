public import Objects

/// A definition's status: which names it got, whether it is served, what its objects are stored as.
public enum DefinitionStatus {
    public enum Condition: String, Sendable {
        case namesAccepted = "NamesAccepted"
        case established = "Established"
        case nonStructural = "NonStructuralSchema"
        case terminating = "Terminating"
        case approval = "KubernetesAPIApprovalPolicyConformant"
    }

    /// Objects of a definition that is deleted are removed before it is.
    public static let finalizer = "customresourcecleanup.apiextensions.k8s.io"

    public static func isTrue(_ status: APIExtensions.CustomResourceDefinitionStatus, _ condition: Condition) -> Bool {
        status.conditions.contains { $0.type == condition.rawValue && $0.status == "True" }
    }

    /// Sets a condition; its time changes with its status only.
    ///
    /// - Parameter now: seconds since 1970.
    public static func set(
        _ condition: Condition, _ isTrue: Bool, reason: String, message: String, now: Int64,
        in status: inout APIExtensions.CustomResourceDefinitionStatus
    ) {
        var made = APIExtensions.CustomResourceDefinitionCondition()
        made.type = condition.rawValue
        made.status = isTrue ? "True" : "False"
        made.reason = reason
        made.message_ = message
        made.lastTransitionTime = Timestamp(seconds: now, nanoseconds: 0)
        var conditions = status.conditions
        if let at = conditions.firstIndex(where: { $0.type == condition.rawValue }) {
            if conditions[at].status == made.status { made.lastTransitionTime = conditions[at].lastTransitionTime }
            conditions[at] = made
        } else {
            conditions.append(made)
        }
        status.conditions = conditions
    }

    /// The versions that objects may be stored as: those before, and the one that new objects are stored as.
    public static func noteStorage(_ definition: inout APIExtensions.CustomResourceDefinition) {
        guard let storage = definition.spec.versions.first(where: \.storage)?.name,
            !definition.status.storedVersions.contains(storage)
        else { return }
        definition.status.storedVersions = definition.status.storedVersions + [storage]
    }

    /// Names that are in use within a group.
    public struct TakenNames: Sendable {
        /// Plurals, singulars and short names.
        public var resources: Set<String> = []
        /// Kinds and list kinds.
        public var kinds: Set<String> = []

        public init() {}

        public mutating func insert(_ names: APIExtensions.CustomResourceDefinitionNames) {
            resources.formUnion([names.plural, names.singular] + names.shortNames)
            kinds.formUnion([names.kind, names.listKind])
            resources.remove("")
            kinds.remove("")
        }
    }

    /// The status that a definition is to have.
    ///
    /// - Parameter taken: the names that others of its group have, and built-in resources.
    /// - Returns: nil when it has it already.
    public static func plan(
        _ definition: APIExtensions.CustomResourceDefinition, taken: TakenNames, now: Int64
    ) -> APIExtensions.CustomResourceDefinitionStatus? {
        let before = definition.status
        var status = before
        let conflict = acceptNames(of: definition.spec.names, taken, &status)
        if let conflict {
            set(
                .namesAccepted, false, reason: conflict.reason, message: conflict.message, now: now, in: &status)
            if !isTrue(before, .established) {
                set(
                    .established, false, reason: "NotAccepted", message: "not all names are accepted", now: now,
                    in: &status)
            }
        } else {
            set(.namesAccepted, true, reason: "NoConflicts", message: "no conflicts found", now: now, in: &status)
            if !isTrue(before, .established) {
                set(
                    .established, true, reason: "InitialNamesAccepted",
                    message: "the initial names have been accepted", now: now, in: &status)
            }
        }
        noteStructure(of: definition.spec, now, &status)
        noteApproval(of: definition, now, &status)
        return status == before ? nil : status
    }

    private static func acceptNames(
        of names: APIExtensions.CustomResourceDefinitionNames, _ taken: TakenNames,
        _ status: inout APIExtensions.CustomResourceDefinitionStatus
    ) -> (reason: String, message: String)? {
        var accepted = status.acceptedNames
        var conflict: (reason: String, message: String)?
        func isFree(_ name: String, among used: Set<String>, _ reason: String) -> Bool {
            guard used.contains(name) else { return true }
            conflict = (reason, "\"\(name)\" is already in use")
            return false
        }
        if isFree(names.plural, among: taken.resources, "PluralConflict") { accepted.plural = names.plural }
        if isFree(names.singular, among: taken.resources, "SingularConflict") { accepted.singular = names.singular }
        let used = names.shortNames.filter(taken.resources.contains).map { "\"\($0)\" is already in use" }
        if used.isEmpty {
            accepted.shortNames = names.shortNames
        } else {
            conflict = ("ShortNamesConflict", GoText.aggregate(used))
        }
        if isFree(names.kind, among: taken.kinds, "KindConflict") { accepted.kind = names.kind }
        if isFree(names.listKind, among: taken.kinds, "ListKindConflict") { accepted.listKind = names.listKind }
        accepted.categories = names.categories
        status.acceptedNames = accepted
        return conflict
    }

    /// Definitions of old whose schemas are not structural say so; the others say nothing.
    private static func noteStructure(
        of spec: APIExtensions.CustomResourceDefinitionSpec, _ now: Int64,
        _ status: inout APIExtensions.CustomResourceDefinitionStatus
    ) {
        var problems: [FieldProblem] = []
        for (index, version) in spec.versions.enumerated() {
            guard let props = version.schema?.openAPIV3Schema else { continue }
            problems += SchemaRules.problems(of: props, at: "spec.versions[\(index)].schema.openAPIV3Schema")
        }
        if spec.preserveUnknownFields {
            problems.append(.invalid("spec.preserveUnknownFields", "true", "must be false"))
        }
        guard !problems.isEmpty else {
            status.conditions = status.conditions.filter { $0.type != Condition.nonStructural.rawValue }
            return
        }
        let message = GoText.aggregate(problems.map(\.description))
        set(.nonStructural, true, reason: "Violations", message: message, now: now, in: &status)
    }

    private static func noteApproval(
        of definition: APIExtensions.CustomResourceDefinition, _ now: Int64,
        _ status: inout APIExtensions.CustomResourceDefinitionStatus
    ) {
        switch DefinitionRules.approval(definition) {
        case nil: break
        case .approved(let why)?:
            set(.approval, true, reason: "ApprovedAnnotation", message: why, now: now, in: &status)
        case .bypassed(let why)?:
            set(.approval, false, reason: "UnapprovedAnnotation", message: why, now: now, in: &status)
        case .missing(let why)?:
            set(.approval, false, reason: "MissingAnnotation", message: why, now: now, in: &status)
        case .invalid(let why)?:
            set(.approval, false, reason: "InvalidAnnotation", message: why, now: now, in: &status)
        }
    }
}
