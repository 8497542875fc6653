import Objects

extension BuiltinResources {
    static let namespaces = ResourceDefinition(
        "v1", "namespaces", "Namespace", shortNames: ["ns"], isNamespaced: false,
        verbs: ResourceDefinition.Verb.allCases.filter { $0 != .deletecollection },
        subresources: [.finalize, .status], selectable: ["status.phase"], traits: [.returnsDeleted],
        rules: NamespaceRules(),
        rows: RowPlan([.name, Column("Status", about: "The status of the namespace.", field: "status.phase"), .age]))
}

/// A namespace lives until its content is gone: `spec.finalizers` holds it.
struct NamespaceRules: ResourceRules {
    static let nameLabel = "kubernetes.io/metadata.name"
    static let finalizer = "kubernetes"

    func problemsWithName(_ name: String, isPrefix: Bool) -> [String] { Names.labelProblems(name, isPrefix: isPrefix) }

    func setDefaults(_ object: inout Message) {
        var namespace = Core.Namespace(object)
        let name = namespace.metadata.name
        if !name.isEmpty, namespace.metadata.labels[Self.nameLabel] != name {
            namespace.metadata.labels[Self.nameLabel] = name
        }
        if namespace.status.phase.isEmpty { namespace.status.phase = "Active" }
        object = namespace.message
    }

    func prepareForCreate(_ object: inout Message) {
        var namespace = Core.Namespace(object)
        namespace.status = Core.NamespaceStatus()
        namespace.status.phase = "Active"
        if !namespace.spec.finalizers.contains(Self.finalizer) { namespace.spec.finalizers += [Self.finalizer] }
        object = namespace.message
    }

    func prepareForUpdate(_ object: inout Message, old: Message, subresource: Subresource?) {
        // What holds the namespace is let go through `finalize` alone.
        guard subresource != .finalize else { return }
        var namespace = Core.Namespace(object)
        namespace.spec.finalizers = Core.Namespace(old).spec.finalizers
        object = namespace.message
    }

    func validateCreate(_ object: Message) -> [FieldProblem] { finalizers(object) { _ in "spec.finalizers" } }

    private func finalizers(_ object: Message, _ path: (Int) -> String) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        for (index, finalizer) in Core.Namespace(object).spec.finalizers.enumerated() {
            let path = path(index)
            let found = Names.qualifiedNameProblems(finalizer)
            problems += found.map { .invalid(path, text: finalizer, $0) }
            if found.isEmpty, !finalizer.contains("/"), finalizer != Self.finalizer {
                problems.append(
                    .invalid(
                        path, text: finalizer, "name is neither a standard finalizer name nor is it fully qualified"))
            }
        }
        return problems
    }

    func validateUpdate(
        _ object: Message, old: Message, subresource: Subresource?
    ) -> [FieldProblem] {
        if subresource == .finalize { return finalizers(object) { "spec.finalizers[\($0)]" } }
        let phase = Core.Namespace(object).status.phase
        guard subresource == .status else { return [] }
        let isDeleted = Metadata(of: old).deletionSeconds != nil
        if isDeleted, phase != "Terminating" {
            return [
                .invalid("status.Phase", text: phase, "may only be 'Terminating' if `deletionTimestamp` is not empty")
            ]
        }
        if !isDeleted, phase != "Active" {
            return [.invalid("status.Phase", text: phase, "may only be 'Active' if `deletionTimestamp` is empty")]
        }
        return []
    }

    func holdsDeletion(_ object: Message) -> Bool { !Core.Namespace(object).spec.finalizers.isEmpty }

    func markDeleting(_ object: inout Message) {
        var namespace = Core.Namespace(object)
        namespace.status.phase = "Terminating"
        // Namespaces have no grace period, and do not show one.
        namespace.metadata.deletionGracePeriodSeconds = nil
        object = namespace.message
    }
}
