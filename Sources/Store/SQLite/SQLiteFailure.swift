internal import CSQLite
internal import Glibc

/// What SQLite said when it could not do something.
struct SQLiteFailure: Error {
    /// SQLite's extended result code; its low byte is the primary one.
    let code: Int32
    /// The system call's errno, 0 when none failed.
    let systemError: Int32
    let message: String
    let file: String

    init(code: Int32, systemError: Int32 = 0, message: String, file: String) {
        self.code = code
        self.systemError = systemError
        self.message = message
        self.file = file
    }

    private var primary: Int32 { code & 0xff }

    /// No room on the disk (or in the quota), found while writing and so before a commit could have become durable.
    var isNoSpace: Bool {
        if primary == SQLITE_FULL { return true }
        return primary == SQLITE_IOERR && !isSyncFailure && (systemError == ENOSPC || systemError == EDQUOT)
    }

    /// fsync failed: all bytes of a commit were handed to the kernel, and nobody knows which of them reached the disk.
    var isSyncFailure: Bool { code == SQLITE_IOERR | (4 << 8) }

    static func corrupt(_ message: String, file: String) -> SQLiteFailure {
        SQLiteFailure(code: SQLITE_CORRUPT, message: message, file: file)
    }

    var isCorrupt: Bool { primary == SQLITE_CORRUPT || primary == SQLITE_NOTADB }

    /// The same, for the store's callers.
    var storeError: StoreError {
        if isNoSpace {
            return StoreError(
                .noSpace,
                "the disk is full: nothing was written to \(file); writes work again as soon as there is room")
        }
        if isSyncFailure {
            return StoreError(
                .unknownOutcome, "the disk did not confirm a write to \(file)\(systemText): it may have happened")
        }
        if isCorrupt {
            return StoreError(
                .corrupt, "\(file) is damaged (\(message)): keep it, and restore the store from a snapshot")
        }
        return StoreError(.unavailable, "\(file): \(message)\(systemText)")
    }

    private var systemText: String { systemError == 0 ? "" : " (\(SystemError.text(systemError)))" }
}

/// Names of the system's errors.
enum SystemError {
    /// What errno `code` means, in words.
    static func text(_ code: Int32) -> String {
        guard let text = strerror(code) else { return "error \(code)" }
        return String(cString: text)
    }
}
