import Objects
public import Resources

/// The resource `customresourcedefinitions`.
public enum CustomResourceDefinitions {
    public static let definition = ResourceDefinition(
        "apiextensions.k8s.io/v1", "customresourcedefinitions", "CustomResourceDefinition",
        shortNames: ["crd", "crds"], categories: ["api-extensions"], isNamespaced: false,
        verbs: [.create, .delete, .deletecollection, .get, .list, .patch, .update, .watch],
        storageName: "apiextensions.k8s.io/customresourcedefinitions", subresources: [.status],
        traits: [.tracksGeneration, .updatesNeedVersion, .statusOwnsNoMetadata], rules: DefinitionObjectRules(),
        rows: RowPlan([
            .name,
            Column("Created At", .date, about: "When the definition was made.", reads: []) { object, _ in
                .text(APIExtensions.CustomResourceDefinition(object).metadata.creationTimestamp?.rfc3339 ?? "")
            },
        ]))
}

/// Definitions as objects: written, changed, deleted.
struct DefinitionObjectRules: ResourceRules {
    typealias Definition = APIExtensions.CustomResourceDefinition

    func setDefaults(_ object: inout Message) {
        var definition = Definition(object)
        DefinitionRules.fillIn(&definition)
        object = definition.message
    }

    func prepareForCreate(_ object: inout Message) { noteStorage(&object) }

    func prepareForUpdate(_ object: inout Message, old: Message, subresource: Subresource?) {
        if subresource == nil { noteStorage(&object) }
    }

    private func noteStorage(_ object: inout Message) {
        var definition = Definition(object)
        DefinitionStatus.noteStorage(&definition)
        object = definition.message
    }

    func validateCreate(_ object: Message) -> [FieldProblem] { DefinitionRules.problems(Definition(object)) }

    /// A new status is looked at by itself: what the specification had before stays good.
    func validateUpdate(_ object: Message, old: Message, subresource: Subresource?) -> [FieldProblem] {
        subresource == .status
            ? DefinitionRules.statusProblems(Definition(object))
            : DefinitionRules.problems(Definition(object), before: Definition(old))
    }

    /// A deletion begins by removing the definition's objects; the finalizer holds it from then on.
    func holdsDeletion(_ object: Message) -> Bool { Metadata(of: object).deletionSeconds == nil }

    func markDeleting(_ object: inout Message) {
        var definition = Definition(object)
        let now = definition.metadata.deletionTimestamp?.seconds ?? 0
        if !definition.metadata.finalizers.contains(DefinitionStatus.finalizer) {
            definition.metadata.finalizers += [DefinitionStatus.finalizer]
        }
        // Definitions have no grace period and do not show one, and their generation counts changes alone.
        definition.metadata.deletionGracePeriodSeconds = nil
        definition.metadata.generation -= 1
        DefinitionStatus.set(
            .terminating, true, reason: "InstanceDeletionPending",
            message: "CustomResourceDefinition marked for deletion; CustomResource deletion will begin soon", now: now,
            in: &definition.status)
        object = definition.message
    }
}
