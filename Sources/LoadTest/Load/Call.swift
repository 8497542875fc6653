internal import HTTP2

/// One call under way: collects its answer, or of a watch its head alone. Belongs to its connection's loop.
final class Call: ClientStreamDelegate {
    private var head: ResponseHead?
    private var body: [UInt8] = []
    private let isWatch: Bool
    private var isOver = false
    private let completion: (Result<Answer, HTTP2Error>) -> Void

    init(isWatch: Bool = false, _ completion: @escaping (Result<Answer, HTTP2Error>) -> Void) {
        self.isWatch = isWatch
        self.completion = completion
    }

    func streamReceivedHead(_ head: ResponseHead, on stream: ClientStream) {
        self.head = head
        let answer = Answer(head: head, body: [], trailers: [:])
        guard isWatch, answer.failure == nil else { return }
        isOver = true
        completion(.success(answer))
        stream.cancel()
    }

    func streamReceived(_ bytes: RawSpan, on stream: ClientStream) {
        stream.consumed(bytes.byteCount)
        guard body.count + bytes.byteCount <= LoadLimits.answerBytes else {
            return stream.cancel(HTTP2Error(.tooLarge, "the answer is larger than \(LoadLimits.answerBytes) bytes"))
        }
        bytes.withUnsafeBytes { body.append(contentsOf: $0) }
    }

    func streamEnded(_ stream: ClientStream, _ outcome: Result<HeaderFields, HTTP2Error>) {
        guard !isOver else { return }
        switch outcome {
        case .failure(let error): completion(.failure(error))
        case .success(let trailers):
            guard let head else {
                return completion(.failure(HTTP2Error(.protocolViolation, "an answer without a head")))
            }
            completion(.success(Answer(head: head, body: body, trailers: trailers)))
        }
    }
}
