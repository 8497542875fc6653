/// The messages of one answer, in order. One reader.
struct MessageStream: Sendable {
    private let answer: OpenedAnswer
    private var deframer: MessageDeframer

    init(_ answer: OpenedAnswer, limit: Int) {
        self.answer = answer
        deframer = MessageDeframer(limit: limit)
    }

    /// Nil: the server ended the stream in good order.
    mutating func next() async throws(ClientError) -> [UInt8]? {
        while true {
            if let message = try deframer.next() { return message }
            if let piece = try await answer.piece() {
                deframer.receive(piece)
                continue
            }
            if let failure = CallStatus.failure(answer.head, trailers: try await answer.trailers()) { throw failure }
            guard deframer.isEmpty else { throw ClientError(.unavailable, "the stream ended within a message") }
            return nil
        }
    }
}

/// The bytes of one answer of the REST face, as they arrive. One reader.
public struct ByteStream: Sendable {
    private let answer: OpenedAnswer

    init(_ answer: OpenedAnswer) {
        self.answer = answer
    }

    /// Nil at the end.
    public func next() async throws(ClientError) -> [UInt8]? { try await answer.piece() }

    /// What is left, up to a bound: an error's text.
    func rest() async -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < RPCLimits.errorBodyBytes, let piece = try? await answer.piece() {
            bytes.append(contentsOf: piece)
        }
        return bytes
    }
}
