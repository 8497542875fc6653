/// What a file's first bytes say about it (SQLite's "Database File Format", section 1.3), read without SQLite, which
/// might change the file.
enum DatabaseHeader: Equatable {
    case missing
    case store
    case otherVersion(Int32)
    case otherDatabase
    case noDatabase

    init(file: String) {
        guard let bytes = FileBytes.read(file, limit: 100) else {
            self = .missing
            return
        }
        self.init(bytes)
    }

    init(_ bytes: [UInt8]) {
        guard bytes.count == 100, bytes.starts(with: Array("SQLite format 3\0".utf8)) else {
            self = .noDatabase
            return
        }
        func number(at offset: Int) -> Int32 {
            Int32(bitPattern: bytes[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) })
        }
        let version = number(at: 60)
        if number(at: 68) != Schema.applicationID {
            self = .otherDatabase
        } else {
            self = version == Schema.version ? .store : .otherVersion(version)
        }
    }

    /// Why such a file cannot be used.
    func refusal(file: String) -> StoreError {
        switch self {
        case .missing: StoreError(.unavailable, "there is no file \(file)")
        case .otherVersion(let version):
            StoreError(
                .corrupt,
                "\(file) has version \(version) of the store's tables, this program knows \(Schema.version): "
                    + "use the program that wrote it")
        case .otherDatabase:
            StoreError(.corrupt, "\(file) is a database, but not a store of Apus: it was left as it is")
        case .store, .noDatabase: StoreError(.corrupt, "\(file) is not a store of Apus: it was left as it is")
        }
    }
}
