import Objects

extension BuiltinResources {
    static let volumeAttachments = ResourceDefinition(
        "storage.k8s.io/v1", "volumeattachments", "VolumeAttachment", isNamespaced: false, subresources: [.status],
        traits: [.returnsDeleted, .updatesNeedVersion, .statusKeepsMetadata], rules: VolumeAttachmentRules(),
        rows: RowPlan([
            .name, Column("Attacher", format: "name", about: "Who attaches the volume.", field: "spec.attacher"),
            Column("PV", about: "The volume.", field: "spec.source.persistentVolumeName"),
            Column("Node", about: "Where it is attached.", field: "spec.nodeName"),
            Column("Attached", .boolean, about: "Whether it is.", field: "status.attached", absent: .flag(false)), .age,
        ]))
}

/// The wish that a volume be attached to a node, and what came of it.
struct VolumeAttachmentRules: ResourceRules {
    private static let messageLimitBytes = 1024
    private static let metadataLimitBytes = 256 * 1024

    func setDefaults(_ object: inout Message) {
        var attachment = Storage.VolumeAttachment(object)
        guard var volume = attachment.spec.source.inlineVolumeSpec else { return }
        var source = volume.persistentVolumeSource
        VolumeSourceDefaults.apply(&source.message)
        volume.persistentVolumeSource = source
        attachment.spec.source.inlineVolumeSpec = volume
        object = attachment.message
    }

    func validate(_ object: Message) -> [FieldProblem] {
        let attachment = Storage.VolumeAttachment(object)
        return FieldWords.required("spec.attacher", attachment.spec.attacher)
            + source(attachment.spec.source, "spec.source")
            + FieldWords.name("spec.nodeName", attachment.spec.nodeName) { Names.subdomainProblems($0) }
            + status(attachment.status)
    }

    /// Names that older ones may have kept from before they were looked at.
    func validateCreate(_ object: Message) -> [FieldProblem] {
        let spec = Storage.VolumeAttachment(object).spec
        let volume = spec.source.persistentVolumeName.map {
            FieldWords.name("spec.source.persistentVolumeName", $0) { Names.subdomainProblems($0) }
        }
        return NameShapes.driver("spec.attacher", spec.attacher) + (volume ?? [])
    }

    private func source(_ source: Storage.VolumeAttachmentSource, _ path: String) -> [FieldProblem] {
        let words = "must specify exactly one of inlineVolumeSpec and persistentVolumeName"
        guard let name = source.persistentVolumeName else {
            return source.inlineVolumeSpec.map {
                PersistentVolumeSpecRules(path: "\(path).inlineVolumeSpec", isInline: true).problems($0)
            } ?? [.required(path, words)]
        }
        if source.inlineVolumeSpec != nil { return [.forbidden(path, words)] }
        if name.isEmpty {
            return [.required("\(path).persistentVolumeName", "must specify non empty persistentVolumeName")]
        }
        return []
    }

    private func status(_ status: Storage.VolumeAttachmentStatus) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        let size = status.attachmentMetadata.entries.reduce(0) { $0 + $1.key.utf8.count + $1.value.utf8.count }
        if size > Self.metadataLimitBytes {
            problems.append(.tooLong("status.attachmentMetadata", limitBytes: Self.metadataLimitBytes))
        }
        for (field, error) in [("attachError", status.attachError), ("detachError", status.detachError)] {
            guard let error else { continue }
            if error.message_.utf8.count > Self.messageLimitBytes {
                // The limit that is told is that of the metadata, as there.
                problems.append(.tooLong("status.\(field).message", limitBytes: Self.metadataLimitBytes))
            }
            problems += FieldWords.inRange("status.\(field).errorCode", error.errorCode, 0...Int(Int32.max))
        }
        return problems
    }

    func validateUpdate(_ object: Message, old: Message, subresource: Subresource?) -> [FieldProblem] {
        FieldWords.unchanged(
            "spec", Storage.VolumeAttachment(object).spec.message, Storage.VolumeAttachment(old).spec.message)
    }
}
