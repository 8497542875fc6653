import Wire

/// The messages of one answer, in order. One reader.
struct MessageStream: Sendable {
    private let answer: OpenedAnswer
    private var deframer: GRPCDeframer

    init(_ answer: OpenedAnswer, limit: Int) {
        self.answer = answer
        deframer = GRPCDeframer(limitBytes: limit)
    }

    /// Nil: the server ended the stream in good order.
    mutating func next() async throws(ClientError) -> [UInt8]? {
        while true {
            do throws(GRPCDeframer.Failure) {
                if let message = try deframer.next() { return message }
            } catch { throw ClientError(error) }
            if let piece = try await answer.piece() {
                deframer.append(piece)
                continue
            }
            if let failure = CallStatus.failure(answer.head, trailers: try await answer.trailers()) { throw failure }
            guard deframer.pendingBytes == 0 else {
                throw ClientError(.unavailable, "the stream ended within a message")
            }
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

extension ClientError {
    init(_ failure: GRPCDeframer.Failure) {
        switch failure {
        case .compressed:
            self.init(.internal, "the server sent a compressed message, which was not asked for")
        case .tooLarge(let bytes, let limit):
            self.init(.tooLarge, "the server sent a message of \(bytes) bytes; \(limit) are the limit")
        }
    }
}
