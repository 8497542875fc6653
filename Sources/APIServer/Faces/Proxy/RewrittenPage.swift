import HTTP2
import Wire

/// The body of a page whose links are rewritten as it passes.
final class RewrittenPage: BodySource {
    private static let pieceBytes = 16 * 1024
    /// What is compressed can become a thousand times as long.
    private static let compressedPieceBytes = 2 * 1024

    private let source: any BodySource
    private var links: PageLinks
    private let inflation: Inflation?
    private var piece: [UInt8] = []
    private var offset = 0
    private var end: PullOutcome?

    /// - Parameter inflation: for a page that arrives compressed.
    init(_ source: any BodySource, _ links: PageLinks, _ inflation: Inflation?) {
        self.source = source
        self.links = links
        self.inflation = inflation
    }

    func pull(into buffer: inout BodyBuffer) -> PullOutcome {
        while true {
            offset += buffer.write(piece, from: offset)
            if offset < piece.count { return .more }
            if let end { return end }
            if buffer.remaining == 0 { return .more }
            let room = inflation == nil ? Self.pieceBytes : Self.compressedPieceBytes
            let (outcome, bytes) = BodyBuffer.collect(capacity: room, from: source)
            do throws(Inflation.Broken) {
                piece = links.rewrite(try inflation?.next(bytes) ?? bytes)
            } catch {
                // The head has been sent. To give nothing is a fault, by which the stream is reset.
                piece = []
                offset = 0
                return .more
            }
            offset = 0
            switch outcome {
            case .more: break
            case .blocked where piece.isEmpty: return .blocked
            case .blocked: break
            case .end:
                piece += links.finish()
                end = outcome
            }
        }
    }
}
