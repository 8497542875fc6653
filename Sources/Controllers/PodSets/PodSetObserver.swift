import Client
import Objects
import Reconcile

/// Turns what happens to pods into sets that are to be looked at. Holds no informer, since informers hold it.
struct PodSetObserver<PodSet: Controllers.PodSet>: Sendable {
    let sets: ObjectStore<PodSet>
    let queue: WorkQueue<ObjectKey>
    let expectations: Expectations<ObjectKey>

    func changed(_ change: Change<Core.Pod>) {
        let pod = change.object
        let owner = pod.metadata.controllerReference
        if case .updated(let old, _) = change, old.metadata.controllerReference?.uid != owner?.uid,
            let before = setKey(old)
        {
            queue.add(before)
        }
        guard owner != nil else {
            // Somebody may want it.
            for set in sets.all() where set.metadata.namespace == pod.metadata.namespace {
                if set.podSelector?.matches(pod.metadata.labels) == true {
                    queue.add(set.key)
                }
            }
            return
        }
        guard let key = setKey(pod) else { return }
        switch change {
        case .added:
            expectations.creationsSettled(key)
            if pod.metadata.isDeleting { expectations.deletionSettled(key, pod.metadata.uid) }
        case .updated: if pod.metadata.isDeleting { expectations.deletionSettled(key, pod.metadata.uid) }
        case .deleted: expectations.deletionSettled(key, pod.metadata.uid)
        }
        queue.add(key)
    }

    private func setKey(_ pod: Core.Pod) -> ObjectKey? {
        guard let owner = pod.metadata.controllerReference, owner.kind == PodSet.kind,
            owner.apiVersion == PodSet.resource.apiVersion
        else { return nil }
        return ObjectKey(namespace: pod.metadata.namespace, name: owner.name)
    }
}
