import Client
import Objects

/// A deployment's former pod templates, as its replica sets keep them: pure.
struct RolloutHistory {
    struct Revision {
        var number: Int
        var cause: String
        var replicaSet: Apps.ReplicaSet
    }
    static let revisionAnnotation = "deployment.kubernetes.io/revision"
    static let causeAnnotation = "kubernetes.io/change-cause"

    /// By number, the oldest first.
    let revisions: [Revision]

    init(of deployment: Apps.Deployment, _ replicaSets: [Apps.ReplicaSet]) {
        revisions = replicaSets.compactMap { set -> Revision? in
            guard
                set.metadata.ownerReferences.contains(where: {
                    $0.uid == deployment.metadata.uid && $0.controller == true
                }),
                let text = set.metadata.annotations[Self.revisionAnnotation], let number = Int(text)
            else { return nil }
            return Revision(
                number: number, cause: set.metadata.annotations[Self.causeAnnotation] ?? "<none>", replicaSet: set)
        }.sorted { $0.number < $1.number }
    }

    /// The template to go back to.
    ///
    /// - Parameter number: nil or 0: the one before the present one.
    func template(of number: Int?, for deployment: Apps.Deployment) throws(CommandFailure) -> Core.PodTemplateSpec {
        let chosen: Revision?
        if let number, number > 0 {
            chosen = revisions.first { $0.number == number }
        } else {
            chosen = revisions.dropLast().last
        }
        guard let chosen else {
            let known = revisions.map { String($0.number) }.joined(separator: ", ")
            throw CommandFailure(
                number.map { $0 > 0 } ?? false
                    ? "deployment \"\(deployment.metadata.name)\" has no revision \(number ?? 0); it has \(known)"
                    : "deployment \"\(deployment.metadata.name)\" has no former revision to go back to")
        }
        var template = chosen.replicaSet.spec.template
        // The controller's mark of the replica set, not the author's.
        template.metadata.labels["pod-template-hash"] = nil
        return template
    }
}
