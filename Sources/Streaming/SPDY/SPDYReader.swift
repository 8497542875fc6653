/// Reads what the server of a SPDY/3.1 connection sends, data piece by piece. Header blocks are passed over: nothing that
/// a server says in them concerns who opened the streams. Pure.
struct SPDYReader {
    enum Event: Equatable {
        /// A piece of a stream's data; the stream's other half has ended with it when it is last.
        case data(UInt32, [UInt8], isLast: Bool)
        /// The server's half has ended, without data.
        case ended(UInt32)
        case reset(UInt32)
        case ping(UInt32)
        case goAway
        /// What came is no SPDY/3.
        case broken
    }

    private enum Place {
        case head
        case data(stream: UInt32, isLast: Bool)
        case control
        case dead
    }

    private var place = Place.head
    private var head: [UInt8] = []
    private var kind: SPDYFrame.Kind?
    private var flags: UInt8 = 0
    private var left = 0
    private var control: [UInt8] = []

    init() {}

    mutating func read(_ input: UnsafeRawBufferPointer, _ handle: (Event) -> Void) {
        var at = 0
        while at < input.count {
            switch place {
            case .dead: return
            case .head:
                head.append(input[at])
                at += 1
                if head.count == SPDYFrame.headBytes { headArrived(handle) }
            case .data(let stream, let isLast):
                let count = min(left, input.count - at)
                let piece = [UInt8](UnsafeRawBufferPointer(rebasing: input[at..<at + count]))
                at += count
                left -= count
                if left == 0 { place = .head }
                handle(.data(stream, piece, isLast: isLast && left == 0))
            case .control:
                let count = min(left, input.count - at)
                // A header block is long, and its beginning is all that is looked at.
                let room = max(0, Self.controlPrefix - control.count)
                control.append(contentsOf: UnsafeRawBufferPointer(rebasing: input[at..<at + min(count, room)]))
                at += count
                left -= count
                if left == 0 { controlArrived(handle) }
            }
        }
    }

    /// What is kept of a control frame: a stream's or ping's number.
    private static let controlPrefix = 4

    private static func number(_ bytes: some Sequence<UInt8>) -> UInt32 {
        bytes.reduce(0) { $0 << 8 | UInt32($1) }
    }

    private mutating func headArrived(_ handle: (Event) -> Void) {
        let first = Self.number(head[0..<4])
        flags = head[4]
        left = Int(Self.number(head[5..<8]))
        head.removeAll(keepingCapacity: true)
        guard first & 0x8000_0000 != 0 else {
            let isLast = flags & 1 != 0
            if left == 0 {
                if isLast { handle(.ended(first)) }
            } else {
                place = .data(stream: first, isLast: isLast)
            }
            return
        }
        guard first >> 16 & 0x7fff == 3, left <= StreamingLimits.controlFrameBytes else {
            place = .dead
            return handle(.broken)
        }
        kind = SPDYFrame.Kind(rawValue: UInt16(first & 0xffff))
        control = []
        place = .control
        if left == 0 { controlArrived(handle) }
    }

    private mutating func controlArrived(_ handle: (Event) -> Void) {
        place = .head
        let number = Self.number(control) & 0x7fff_ffff
        let hasNumber = control.count == Self.controlPrefix
        switch kind {
        case .rstStream where hasNumber: handle(.reset(number))
        case .ping where hasNumber: handle(.ping(number))
        case .goAway: handle(.goAway)
        case .synReply where hasNumber, .headers where hasNumber:
            if flags & 1 != 0 { handle(.ended(number)) }
        // Streams that the server opens, windows that nobody here keeps, settings, and kinds of later versions.
        default: break
        }
    }
}
