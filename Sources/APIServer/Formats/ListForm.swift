import HTTP2
import Objects
import Resources
import Wire

/// A list and how it is to be shown. Its text is made while it is sent, a piece at a time: it is never in memory as a
/// whole, the first bytes leave at once, and the loop has turns in between.
struct ListForm: Sendable {
    let list: ListResult
    let resource: ServedResource
    let accepted: Accepted
    let tableObjects: TableObjects
    let isPretty: Bool
    /// Seconds since 1970, for ages in tables.
    let now: Int64

    /// A little more than a DATA frame, so that the text is in the processor's cache when it is copied into one. A list
    /// that is no longer is sent as a whole, with its length.
    static let pieceBytes = 32 * 1024

    /// What is kept as long as the list is being sent: its objects may have been replaced in the cache meanwhile.
    var heldBytes: Int { list.objects.reduce(2 * Self.pieceBytes) { $0 &+ $1.value.count } }

    func maker() -> any ListMaker {
        accepted.encoding == .protobuf ? BinaryListMaker(self) : JSONListMaker(self)
    }

    /// The whole text at once.
    func text() throws(APIError) -> [UInt8] {
        let maker = maker()
        var text: [UInt8] = []
        var piece = ListPiece()
        var hasMore = true
        while hasMore {
            hasMore = try maker.next(&piece)
            piece.append(to: &text)
        }
        return Presenting.text(text, accepted.encoding)
    }
}

/// A piece of a list's text: bytes made for it, and then, maybe, some of an object as it lies in the cache.
struct ListPiece {
    var made: [UInt8] = []
    var shared: [UInt8] = []
    var range = 0..<0

    var count: Int { made.count + range.count }

    func append(to text: inout [UInt8]) {
        text.append(contentsOf: made)
        text.append(contentsOf: shared[range])
    }

    /// Writes what follows the first `offset` bytes, as much as there is room for. Returns how many bytes those are.
    func write(from offset: Int, to buffer: inout BodyBuffer) -> Int {
        let first = buffer.write(made, from: offset)
        let place = offset + first - made.count
        guard place >= 0, place < range.count else { return first }
        return first + buffer.write(shared[range.lowerBound + place..<range.upperBound])
    }
}

/// Makes the text of a list from its beginning to its end.
protocol ListMaker: AnyObject {
    /// Puts the next piece in place of `piece`, whose memory it uses again. Returns whether there are more.
    func next(_ piece: inout ListPiece) throws(APIError) -> Bool
}

/// The answer to a list as its reader takes it.
final class ListBody: BodySource {
    private let maker: any ListMaker
    private var piece = ListPiece()
    private var offset = 0
    private var hasMore = true

    init(_ maker: any ListMaker) { self.maker = maker }

    /// Makes the beginning. Returns it if it is the whole.
    func begin() throws(APIError) -> [UInt8]? {
        var text: [UInt8] = []
        while hasMore, text.count < ListForm.pieceBytes {
            hasMore = try maker.next(&piece)
            piece.append(to: &text)
        }
        guard hasMore else { return text }
        piece = ListPiece(made: text)
        return nil
    }

    func pull(into buffer: inout BodyBuffer) -> PullOutcome {
        while buffer.remaining > 0 {
            if offset == piece.count {
                guard hasMore else { return .end(trailers: nil) }
                offset = 0
                do throws(APIError) { hasMore = try maker.next(&piece) } catch {
                    // The head said 200. To give nothing is a fault, by which the stream is reset.
                    piece = ListPiece()
                    return .more
                }
            }
            offset += piece.write(from: offset, to: &buffer)
        }
        return hasMore || offset < piece.count ? .more : .end(trailers: nil)
    }
}
