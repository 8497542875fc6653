import Client
import Objects

/// Which of the objects an owner manages, which it takes over and which it lets go. Pure.
///
/// An owner manages the objects that its selector matches and whose controller reference names it. It takes over
/// matching objects that nobody manages, and lets go what it manages but no longer selects. One that is being deleted
/// does neither.
struct ClaimPlan<T: ResourceView>: Sendable {
    private(set) var owned: [T] = []
    private(set) var adopted: [T] = []
    private(set) var released: [T] = []

    init(_ objects: [T], owner: Meta.ObjectMeta, selector: LabelSelector) {
        for object in objects {
            let metadata = object.metadata
            guard metadata.namespace == owner.namespace else { continue }
            let matches = selector.matches(metadata.labels)
            if let controller = metadata.controllerReference {
                guard controller.uid == owner.uid else { continue }
                if matches {
                    owned.append(object)
                } else if !owner.isDeleting {
                    released.append(object)
                }
            } else if matches, !owner.isDeleting, !metadata.isDeleting {
                adopted.append(object)
            }
        }
    }
}

extension LabelSelector {
    /// The selector of a workload. One that is absent, empty or unreadable selects nothing: it would take over everything.
    static func ofWorkload(_ selector: Meta.LabelSelector?) -> LabelSelector? {
        guard let selector, let parsed = try? LabelSelector(selector), !parsed.isEverything else { return nil }
        return parsed
    }
}
