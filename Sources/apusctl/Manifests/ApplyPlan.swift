import Client
import Objects

/// Decides what `apply` has to do for one object: pure.
enum ApplyPlan: Equatable {
    static let lastApplied = "kubectl.kubernetes.io/last-applied-configuration"

    /// The object is not there: make it, with this content.
    case create(Value)
    case unchanged
    /// A strategic merge patch.
    case patch(Value)

    /// - Parameters:
    ///   - manifest: as written, its namespace filled in.
    ///   - current: as the server has it; nil: it has none.
    init(_ manifest: Value, current: Value?, type: MessageDescriptor) throws(PatchError) {
        let modified = Self.annotated(manifest)
        guard let current else {
            self = .create(modified)
            return
        }
        let text = current[member: "metadata"]?[member: "annotations"]?[member: Self.lastApplied]?.text
        // Text that is no JSON was not written by apply: then nothing is known to have been removed.
        let original = text.flatMap { try? FreeValue.parse(Array($0.utf8)) } ?? .map([:])
        let patch = try ThreeWayPatch.strategic(
            original: Self.untyped(original), modified: Self.untyped(modified), current: Self.untyped(current),
            type: type)
        self = patch.members?.isEmpty == false ? .patch(patch) : .unchanged
    }

    /// Without what names its type, which is the same in all three.
    private static func untyped(_ value: Value) -> Value {
        var members = value.members ?? [:]
        members["apiVersion"] = nil
        members["kind"] = nil
        return .map(members)
    }

    /// The manifest with a note of itself, by which the next apply sees what was removed.
    static func annotated(_ manifest: Value) -> Value {
        var plain = manifest.members ?? [:]
        var metadata = plain["metadata"]?.members ?? [:]
        var annotations = metadata["annotations"]?.members ?? [:]
        annotations[lastApplied] = nil
        metadata["annotations"] = .map(annotations)
        plain["metadata"] = .map(metadata)
        let note = String(decoding: FreeValue.text(.map(plain)), as: UTF8.self) + "\n"
        annotations[lastApplied] = .string(note)
        metadata["annotations"] = .map(annotations)
        plain["metadata"] = .map(metadata)
        return .map(plain)
    }
}
