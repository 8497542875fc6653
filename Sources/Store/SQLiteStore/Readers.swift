/// Answers reads on threads of their own, each with its connection.
final class Readers: Sendable {
    struct Request: Sendable {
        let range: KeyRange
        let revision: Revision?
        let limit: Int
        let answer: CheckedContinuation<Result<ReadResult, StoreError>, Never>
    }

    private let inbox = Inbox<Request>(countLimit: StoreLimits.waitingReads, byteLimit: .max)

    func read(_ range: KeyRange, at revision: Revision?, limit: Int) async throws(StoreError) -> ReadResult {
        let result: Result<ReadResult, StoreError> = await withCheckedContinuation { answer in
            let request = Request(range: range, revision: revision, limit: limit, answer: answer)
            switch inbox.send(request) {
            case nil: break
            case .closed: answer.resume(returning: .failure(.closed))
            case .full: answer.resume(returning: .failure(.tooManyWaiting))
            }
        }
        return try result.get()
    }

    /// The body of each reader thread.
    func run(_ reader: SnapshotReader) {
        while true {
            let (request, isClosed) = inbox.takeFirst()
            guard let request else {
                if isClosed { return }
                inbox.wait()
                continue
            }
            do throws(StoreError) {
                request.answer.resume(
                    returning: .success(try reader.read(request.range, at: request.revision, limit: request.limit)))
            } catch {
                request.answer.resume(returning: .failure(error))
            }
        }
    }

    func close() { inbox.close() }
}
