/// A request that the writer thread answers, once what it did is durable.
enum Job: Sendable {
    typealias Answer<T: Sendable> = CheckedContinuation<Result<T, StoreError>, Never>

    case transaction(Transaction, bytes: Int, Answer<TransactionResult>)
    case grant(seconds: Int64, Answer<LeaseID>)
    case keepAlive(LeaseID, Answer<Void>)
    case revoke(LeaseID, Answer<Void>)
    case compact(Revision, Answer<Void>)

    var bytes: Int {
        if case .transaction(_, let bytes, _) = self { return bytes }
        return 0
    }

    func refuse(_ error: StoreError) {
        switch self {
        case .transaction(_, _, let answer): answer.resume(returning: .failure(error))
        case .grant(_, let answer): answer.resume(returning: .failure(error))
        case .keepAlive(_, let answer), .revoke(_, let answer), .compact(_, let answer):
            answer.resume(returning: .failure(error))
        }
    }
}

/// An answer that waits for the commit.
enum Outcome {
    case transaction(Result<TransactionResult, StoreError>, Job.Answer<TransactionResult>)
    case grant(Result<LeaseID, StoreError>, Job.Answer<LeaseID>)
    case done(Result<Void, StoreError>, Job.Answer<Void>)
    /// Answered later, by the compaction.
    case later

    func send() {
        switch self {
        case .transaction(let result, let answer): answer.resume(returning: result)
        case .grant(let result, let answer): answer.resume(returning: result)
        case .done(let result, let answer): answer.resume(returning: result)
        case .later: break
        }
    }
}
