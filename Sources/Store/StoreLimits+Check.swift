extension Transaction {
    /// What it weighs while it waits. Saturates rather than overflows.
    var bytes: Int {
        var sum = 0
        for condition in conditions {
            sum += condition.key.count
            if case .value(let value) = condition.equals { sum += value.count }
        }
        for operation in then { sum += operation.bytes }
        for operation in otherwise { sum += operation.bytes }
        return sum
    }

    /// Throws when it breaks a limit that can be judged without looking into the store.
    func check() throws(StoreError) {
        for (count, what) in [
            (conditions.count, "conditions"), (then.count, "operations"), (otherwise.count, "operations"),
        ] where count > StoreLimits.operationsPerTransaction {
            throw .invalid("a transaction may have \(StoreLimits.operationsPerTransaction) \(what), not \(count)")
        }
        for condition in conditions { try StoreLimits.check(condition.key) }
        for operation in then { try operation.check() }
        for operation in otherwise { try operation.check() }
        let bytes = bytes
        if bytes > StoreLimits.transactionBytes {
            throw .invalid("a transaction may hold \(StoreLimits.transactionBytes) bytes, this one has \(bytes)")
        }
    }
}

extension Operation {
    fileprivate var bytes: Int {
        switch self {
        case .put(let key, let value, _): key.count + value.count
        case .delete(let range), .read(let range, _): range.start.count + (range.end?.count ?? 0)
        }
    }

    fileprivate func check() throws(StoreError) {
        guard case .put(let key, let value, _) = self else { return }
        try StoreLimits.check(key)
        if value.count > StoreLimits.valueBytes {
            throw StoreError(
                .valueTooLarge(limitBytes: StoreLimits.valueBytes),
                "a value may have \(StoreLimits.valueBytes) bytes, this one has \(value.count)")
        }
    }
}

extension StoreLimits {
    static func check(_ key: Key) throws(StoreError) {
        if key.isEmpty { throw .invalid("a key must not be empty") }
        if key.count > keyBytes { throw .invalid("a key may have \(keyBytes) bytes, this one has \(key.count)") }
    }
}
