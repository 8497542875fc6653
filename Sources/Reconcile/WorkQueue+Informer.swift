public import Client

extension WorkQueue<ObjectKey> {
    /// Adds the key of each object that appears or changes; one that is gone is nobody's work. Before the informer runs.
    public func follow<Object: ResourceView>(_ informer: Informer<Object>) {
        informer.onChange { [self] change in
            if case .deleted = change { return }
            add(change.object.key)
        }
    }
}
