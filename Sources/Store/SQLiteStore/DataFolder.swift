internal import Glibc
internal import Synchronization

/// The folder that a store lives in, held by one process at a time.
///
/// `store.db` and `store.db-wal` are SQLite's, `lock` says who has the folder. The folder is 0700 and the files 0600:
/// secrets are stored in them.
final class DataFolder: Sendable {
    let path: String
    /// The descriptor of the lock file; -1 once it has been given up.
    private let lock: Atomic<Int32>

    var database: String { path + "/store.db" }
    var writeAheadLog: String { path + "/store.db-wal" }

    /// Makes the folder if need be and takes it.
    /// - Throws: `.unavailable`, naming the other process when one has it.
    init(_ path: String) throws(StoreError) {
        self.path = path
        if mkdir(path, 0o700) != 0, errno != EEXIST { throw .system("make the folder", path) }
        if chmod(path, 0o700) != 0 { throw .system("protect the folder", path) }
        let file = path + "/lock"
        let lock = Glibc.open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        if lock < 0 { throw .system("open", file) }
        if flock(lock, LOCK_EX | LOCK_NB) != 0 {
            let code = errno
            let owner = FileBytes.read(lock, limit: 256).map { String(decoding: $0, as: UTF8.self) } ?? ""
            Glibc.close(lock)
            if code != EWOULDBLOCK { throw .system("lock", file, code) }
            let who = owner.isEmpty ? "another process" : owner
            throw StoreError(.unavailable, "\(path) is in use by \(who): stop it, or use another folder")
        }
        // Only for that message: a full disk must not keep the store from opening.
        _ = ftruncate(lock, 0)
        FileBytes.write(Array(DataFolder.processName.utf8), to: lock)
        self.lock = Atomic(lock)
    }

    deinit { release() }

    /// Lets others have the folder.
    func release() {
        let descriptor = lock.exchange(-1, ordering: .acquiringAndReleasing)
        guard descriptor >= 0 else { return }
        // Unlocked rather than only closed: a child that is just being started may hold a copy until it execs.
        flock(descriptor, LOCK_UN)
        Glibc.close(descriptor)
    }

    /// Such as "process 4711 (apus)".
    private static var processName: String {
        let name = FileBytes.read("/proc/self/comm", limit: 64).map { bytes in
            String(decoding: bytes.prefix { $0 != 10 }, as: UTF8.self)
        }
        return "process \(getpid()) (\(name ?? "?"))"
    }

    /// The database, made if there is none.
    /// - Throws: `.corrupt` when what is there is no store; it is left as it is.
    func prepareDatabase() throws(StoreError) {
        switch DatabaseHeader(file: database) {
        case .missing:
            if access(writeAheadLog, F_OK) == 0 {
                throw StoreError(
                    .corrupt, "\(writeAheadLog) is there but \(database) is not: restore the store from a snapshot")
            }
            try create()
        case .store: break
        case let other: throw other.refusal(file: database)
        }
    }

    /// Makes the database beside its place and moves it there, so that it is there whole or not at all.
    private func create() throws(StoreError) {
        let draft = database + ".new"
        try FileBytes.createAnew(draft)
        do throws(SQLiteFailure) {
            let connection = try Connection(file: draft, mode: .readWrite, sharedWith: .nobody)
            try connection.execute(Schema.create)
        } catch {
            unlink(draft)
            throw error.storeError
        }
        try put(draft)
    }

    /// Moves a finished database to its place, durably.
    func put(_ draft: String) throws(StoreError) {
        if rename(draft, database) != 0 { throw .system("rename", draft) }
        try FileBytes.sync(folder: path)
    }

    /// Bytes of a file, 0 when it is not there.
    static func size(_ file: String) -> Int64 {
        var status = stat()
        return stat(file, &status) == 0 ? Int64(status.st_size) : 0
    }
}

extension StoreError {
    /// A system call failed on a file.
    static func system(_ action: String, _ file: String, _ code: Int32 = errno) -> StoreError {
        let full = code == ENOSPC || code == EDQUOT
        return StoreError(full ? .noSpace : .unavailable, "could not \(action) \(file): \(SystemError.text(code))")
    }
}
