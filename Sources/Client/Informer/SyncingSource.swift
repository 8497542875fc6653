/// What follows a part of the cluster, for those who wait for it and do not read it: an `Informer` of any kind.
public protocol SyncingSource: Sendable {
    /// Follows until the task is cancelled.
    func run() async
    /// Returns when all that there was at the beginning has been seen, or the task is cancelled.
    func waitUntilSynced() async
}

extension Informer: SyncingSource {}
extension MetadataInformer: SyncingSource {}
