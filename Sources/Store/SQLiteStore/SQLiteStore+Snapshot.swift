internal import Glibc

/// What a snapshot holds.
public struct SnapshotSummary: Sendable, Equatable {
    /// Everything up to it, and nothing after.
    public let revision: Revision
    public let bytes: Int64
}

extension SQLiteStore {
    /// Writes the whole store, as it is at one moment, into the file `path`, while writes go on.
    ///
    /// The file appears whole or not at all, with mode 0600; one that is there is replaced. It is a store of its own,
    /// to be given to `restore`.
    /// - Throws: `.noSpace`, `.unavailable`.
    public func snapshot(to path: String) async throws(StoreError) -> SnapshotSummary {
        if lifetime.isClosing { throw .closed }
        let copy = SnapshotCopy(folder: folder, lifetime: lifetime, path: path)
        let result: Result<SnapshotSummary, StoreError> = await withCheckedContinuation { answer in
            do throws(StoreError) {
                try lifetime.start("apus-snapshot", copy) { copy in
                    do throws(StoreError) {
                        answer.resume(returning: .success(try copy.run()))
                    } catch {
                        answer.resume(returning: .failure(error))
                    }
                }
            } catch {
                answer.resume(returning: .failure(error))
            }
        }
        return try result.get()
    }

    /// Makes a store in `folder` out of a snapshot, after a full check of it. Blocks on the disk.
    ///
    /// - Throws: `.corrupt` when the file is no snapshot or is damaged; `.unavailable` when there is a store in
    ///   `folder` already, or another process has the folder; `.noSpace`.
    public static func restore(snapshot: String, into path: String) throws(StoreError) -> SnapshotSummary {
        let header = DatabaseHeader(file: snapshot)
        if header != .store { throw header.refusal(file: snapshot) }
        let folder = try DataFolder(path)
        defer { folder.release() }
        for file in [folder.database, folder.writeAheadLog] where access(file, F_OK) == 0 {
            throw StoreError(.unavailable, "there is a store in \(path) already (\(file)): restore into another folder")
        }
        let draft = folder.database + ".new"
        try FileBytes.createAnew(draft)
        do throws(StoreError) {
            let revision = try copyAndCheck(snapshot, draft)
            try FileBytes.sync(file: draft)
            try folder.put(draft)
            return SnapshotSummary(revision: revision, bytes: DataFolder.size(folder.database))
        } catch {
            unlink(draft)
            throw error
        }
    }

    private static func copyAndCheck(_ snapshot: String, _ draft: String) throws(StoreError) -> Revision {
        do throws(SQLiteFailure) {
            let source = try Connection(file: snapshot, mode: .readOnly, sharedWith: .nobody)
            let target = try Connection(file: draft, mode: .readWrite, sharedWith: .nobody)
            _ = try Backup.copy(from: source, to: target, pagesPerStep: StoreLimits.snapshotPagesPerStep) { true }
            try OpenDatabase.verify(target, thoroughly: true)
            return try Moment(target.prepare(Moment.query)).revision
        } catch {
            guard error.isCorrupt else { throw error.storeError }
            throw StoreError(.corrupt, "\(snapshot) is a damaged snapshot (\(error.message)): use another one")
        }
    }
}

/// The work of one snapshot, on its thread.
private struct SnapshotCopy {
    let folder: DataFolder
    let lifetime: Lifetime
    let path: String

    func run() throws(StoreError) -> SnapshotSummary {
        let draft = path + ".partial"
        try FileBytes.createAnew(draft)
        do throws(StoreError) {
            let revision = try copy(to: draft)
            try FileBytes.sync(file: draft)
            if rename(draft, path) != 0 { throw .system("rename", draft) }
            try FileBytes.sync(folder: FileBytes.folder(of: path))
            return SnapshotSummary(revision: revision, bytes: DataFolder.size(path))
        } catch {
            unlink(draft)
            throw error
        }
    }

    private func copy(to draft: String) throws(StoreError) -> Revision {
        let whole: Bool
        let revision: Revision
        do throws(SQLiteFailure) {
            let source = try OpenDatabase.readOnly(folder)
            try source.execute("BEGIN")
            revision = try Moment(source.prepare(Moment.query)).revision
            let target = try Connection(file: draft, mode: .readWrite, sharedWith: .nobody)
            whole = try Backup.copy(from: source, to: target, pagesPerStep: StoreLimits.snapshotPagesPerStep) {
                !lifetime.isClosing
            }
            // The copy says "write-ahead" of itself; a snapshot is one file.
            if whole { try target.execute("PRAGMA journal_mode = DELETE") }
        } catch {
            throw error.storeError
        }
        if !whole { throw .closed }
        return revision
    }
}
