internal import HTTP2

/// Finds the end of a head (start line, fields, blank line) or of a trailer section, and refuses on the way whatever two
/// recipients could read differently: bare CR or LF, folded lines, blanks before a colon, bytes that are no text. Pure.
///
/// llhttp parses what has passed. In its strict mode it still takes folded lines, bytes above 0x7e, a bare LF as the
/// blank line, several blanks in the request line, and requests without a version (RFC 9112, sections 2.2, 3, 5).
struct HeadScanner {
    enum Start {
        case request
        case response
        /// No start line: the trailer section behind a last chunk.
        case fieldsOnly
    }

    enum Outcome: Equatable {
        case needsMore
        /// The head ends behind so many of these bytes.
        case complete(Int)
        case refused(Refusal)
    }

    private enum Place {
        /// Before the start line: one empty line may come first (RFC 9112, section 2.2).
        case beginning
        case emptyLineEnd
        case startLine
        case startLineEnd
        case fieldStart
        case fieldName
        case fieldValue
        case fieldEnd
        case blankLineEnd
        case done
    }

    private let start: Start
    private let listLimit: Int
    private var place: Place
    private var hadEmptyLine = false
    /// Blanks in the start line so far, and whether the last byte was one.
    private var blanks = 0
    private var wasBlank = true
    /// Bytes of the start line's last word, where a request has its version.
    private var version: UInt64 = 0
    private var versionBytes = 0
    private var fields = 0
    private var bytes = 0

    /// - Parameter listLimit: of the header list, as RFC 9113, section 10.5.1 counts it.
    init(_ start: Start, listLimit: Int) {
        self.start = start
        self.listLimit = listLimit
        place = start == .fieldsOnly ? .fieldStart : .beginning
    }

    /// Nothing of a head has come.
    var isFresh: Bool { bytes == 0 }

    mutating func scan(_ input: UnsafeRawBufferPointer) -> Outcome {
        for at in input.indices {
            let byte = input[at]
            bytes &+= 1
            if bytes &+ 32 &* fields > HTTP1Limits.headBytes(listBytes: listLimit) {
                return .refused(
                    Refusal(431, "the header fields are larger than \(listLimit) bytes", limit: .headerListBytes))
            }
            if let reason = step(byte) { return .refused(reason) }
            if place == .done { return .complete(at + 1) }
        }
        return .needsMore
    }

    private static let carriageReturn: UInt8 = 0x0d
    private static let lineFeed: UInt8 = 0x0a

    /// What is wrong with the byte, if anything.
    private mutating func step(_ byte: UInt8) -> Refusal? {
        switch place {
        case .beginning:
            if byte == Self.carriageReturn, !hadEmptyLine {
                hadEmptyLine = true
                place = .emptyLineEnd
                return nil
            }
            place = .startLine
            return startLine(byte)
        case .emptyLineEnd: return expectLineFeed(byte, then: .beginning)
        case .startLine: return startLine(byte)
        case .startLineEnd: return expectLineFeed(byte, then: .fieldStart)
        case .fieldStart:
            if byte == Self.carriageReturn {
                place = .blankLineEnd
                return nil
            }
            if byte == 0x20 || byte == 0x09 { return .bad("a header field is folded over several lines") }
            fields += 1
            place = .fieldName
            if byte == UInt8(ascii: ":") { return .bad("a header field has no name") }
            return fieldName(byte)
        case .fieldName: return fieldName(byte)
        case .fieldValue:
            if byte == Self.carriageReturn {
                place = .fieldEnd
                return nil
            }
            let isText = byte == 0x09 || (0x20...0x7e).contains(byte)
            return isText ? nil : .bad("a header field's value holds a byte that is no visible ASCII")
        case .fieldEnd: return expectLineFeed(byte, then: .fieldStart)
        case .blankLineEnd: return expectLineFeed(byte, then: .done)
        case .done: return nil
        }
    }

    private mutating func expectLineFeed(_ byte: UInt8, then next: Place) -> Refusal? {
        guard byte == Self.lineFeed else { return .bad("a CR without its LF") }
        place = next
        return nil
    }

    private mutating func fieldName(_ byte: UInt8) -> Refusal? {
        if byte == UInt8(ascii: ":") {
            place = .fieldValue
            return nil
        }
        if byte == 0x20 || byte == 0x09 { return .bad("a blank within or after a header field's name") }
        return Self.isToken(byte) ? nil : .bad("a header field's name holds a byte that is not allowed there")
    }

    private mutating func startLine(_ byte: UInt8) -> Refusal? {
        if byte == Self.carriageReturn {
            place = .startLineEnd
            return start == .request ? requestLineEnded() : nil
        }
        if byte == 0x20 {
            // In a response's reason phrase blanks are text.
            if wasBlank, start == .request { return .bad("the request line has a blank too many") }
            blanks += 1
            wasBlank = true
            version = 0
            versionBytes = 0
            return nil
        }
        wasBlank = false
        guard (0x21...0x7e).contains(byte) || (start == .response && byte >= 0x80) else {
            return .bad("the start line holds a byte that is no visible ASCII")
        }
        if versionBytes < 8 { version = version << 8 | UInt64(byte) }
        versionBytes &+= 1
        return nil
    }

    /// `HTTP/1.1` and `HTTP/1.0`, as eight bytes.
    private static let version11: UInt64 = 0x4854_5450_2f31_2e31
    private static let version10: UInt64 = 0x4854_5450_2f31_2e30

    private func requestLineEnded() -> Refusal? {
        guard blanks == 2, !wasBlank else { return .bad("the request line is not: method, target, version") }
        guard versionBytes == 8 else { return .bad("the request line does not end with a version of HTTP") }
        if version == Self.version11 || version == Self.version10 { return nil }
        // HTTP/ and something else.
        return version >> 24 == Self.version11 >> 24
            ? Refusal(505, "this port speaks HTTP/1.1 and HTTP/2")
            : .bad("the request line does not end with a version of HTTP")
    }

    /// A byte of a token (RFC 9110, section 5.6.2).
    static func isToken(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5a, 0x61...0x7a: true
        case 0x21, 0x23...0x27, 0x2a, 0x2b, 0x2d, 0x2e, 0x5e...0x60, 0x7c, 0x7e: true
        default: false
        }
    }
}
