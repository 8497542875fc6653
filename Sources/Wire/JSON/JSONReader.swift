/// Reads JSON text (RFC 8259) token by token, as the caller asks: no tree of its own. Errors are worded like Go's
/// encoding/json, which users of Kubernetes know.
public struct JSONReader: Sendable {
    public enum Kind: Sendable { case object, array, string, number, bool, null }

    /// A number as it stands in the text.
    public struct Number: Sendable {
        public let text: Range<Int>
        /// Its value, when it is a whole number without fraction or exponent that fits.
        public let integer: Int?
    }

    public let bytes: [UInt8]
    public private(set) var position = 0
    private let end: Int
    private var depth = 0
    /// Whether the next `nextKey` or `nextElement` is the first in its object or array.
    private var isFirst = false

    public init(_ bytes: [UInt8]) {
        self.bytes = bytes
        end = bytes.count
    }

    /// Which value comes next, without reading it.
    public mutating func peek() throws(WireError) -> Kind {
        skipSpace()
        guard position < end else { throw unexpectedEnd() }
        switch bytes[position] {
        case UInt8(ascii: "{"): return .object
        case UInt8(ascii: "["): return .array
        case UInt8(ascii: "\""): return .string
        case UInt8(ascii: "t"), UInt8(ascii: "f"): return .bool
        case UInt8(ascii: "n"): return .null
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number
        default: throw invalid("looking for beginning of value")
        }
    }

    public mutating func beginObject() throws(WireError) { try open(UInt8(ascii: "{")) }
    public mutating func beginArray() throws(WireError) { try open(UInt8(ascii: "[")) }

    /// The next key's extent between its quotes, or nil at the object's end. The value follows.
    ///
    /// When `hasEscapes` the bytes are not the key yet: use `unescape`.
    public mutating func nextKey() throws(WireError) -> (text: Range<Int>, hasEscapes: Bool)? {
        skipSpace()
        guard position < end else { throw unexpectedEnd() }
        if bytes[position] == UInt8(ascii: "}") {
            close()
            return nil
        }
        if !isFirst {
            guard bytes[position] == UInt8(ascii: ",") else { throw invalid("after object key:value pair") }
            position += 1
            skipSpace()
            guard position < end else { throw unexpectedEnd() }
        }
        guard bytes[position] == UInt8(ascii: "\"") else {
            throw invalid("looking for beginning of object key string")
        }
        let key = try scanString()
        skipSpace()
        guard position < end else { throw unexpectedEnd() }
        guard bytes[position] == UInt8(ascii: ":") else { throw invalid("after object key") }
        position += 1
        isFirst = false
        return key
    }

    /// Whether another element follows; false ends the array.
    public mutating func nextElement() throws(WireError) -> Bool {
        skipSpace()
        guard position < end else { throw unexpectedEnd() }
        if bytes[position] == UInt8(ascii: "]") {
            close()
            return false
        }
        if !isFirst {
            guard bytes[position] == UInt8(ascii: ",") else { throw invalid("after array element") }
            position += 1
            skipSpace()
            guard position < end else { throw unexpectedEnd() }
            if bytes[position] == UInt8(ascii: "]") { throw invalid("looking for beginning of value") }
        }
        isFirst = false
        return true
    }

    public mutating func string() throws(WireError) -> String {
        skipSpace()
        guard position < end, bytes[position] == UInt8(ascii: "\"") else {
            throw invalid("looking for beginning of a string")
        }
        let (range, hasEscapes) = try scanString()
        return try text(range, hasEscapes: hasEscapes)
    }

    /// The text between quotes at `range`. Bytes that are not UTF-8 are an error.
    public func text(_ range: Range<Int>, hasEscapes: Bool) throws(WireError) -> String {
        if hasEscapes { return try unescape(range) }
        return try text(bytes.span.extracting(range), at: range.lowerBound)
    }

    /// A third of the time of `String(validating:as:)`.
    private func text(_ utf8: Span<UInt8>, at position: Int) throws(WireError) -> String {
        do { return String(copying: try UTF8Span(validating: utf8)) } catch {
            throw WireError(.invalidUTF8, at: position, "invalid UTF-8 in a string")
        }
    }

    public mutating func bool() throws(WireError) -> Bool {
        skipSpace()
        if position < end, bytes[position] == UInt8(ascii: "t") {
            try literal("true")
            return true
        }
        try literal("false")
        return false
    }

    public mutating func null() throws(WireError) {
        skipSpace()
        try literal("null")
    }

    public mutating func number() throws(WireError) -> Number {
        skipSpace()
        let start = position
        var at = position
        if at < end, bytes[at] == UInt8(ascii: "-") { at += 1 }
        let digits = at
        while at < end, isDigit(bytes[at]) { at += 1 }
        position = at
        guard at > digits else { throw invalid("in numeric literal") }
        if bytes[digits] == UInt8(ascii: "0"), at > digits + 1 {
            // The number ends here; whoever reads on says what should have followed.
            position = digits + 1
            return Number(text: start..<position, integer: 0)
        }
        var isWhole = true
        if at < end, bytes[at] == UInt8(ascii: ".") {
            isWhole = false
            at += 1
            let fraction = at
            while at < end, isDigit(bytes[at]) { at += 1 }
            position = at
            guard at > fraction else { throw invalid("after decimal point in numeric literal") }
        }
        if at < end, bytes[at] | 0x20 == UInt8(ascii: "e") {
            isWhole = false
            at += 1
            if at < end, bytes[at] == UInt8(ascii: "+") || bytes[at] == UInt8(ascii: "-") { at += 1 }
            let exponent = at
            while at < end, isDigit(bytes[at]) { at += 1 }
            position = at
            guard at > exponent else { throw invalid("in exponent of numeric literal") }
        }
        position = at
        return Number(text: start..<at, integer: isWhole ? integer(start..<at) : nil)
    }

    /// The value of a number's text; nil when it is out of a Double's range.
    public func double(_ number: Number) -> Double? {
        guard let value = Double(String(decoding: bytes[number.text], as: UTF8.self)), value.isFinite else {
            return nil
        }
        return value
    }

    /// Passes over the next value, checking it, and returns its extent.
    @discardableResult
    public mutating func skipValue() throws(WireError) -> Range<Int> {
        skipSpace()
        let start = position
        switch try peek() {
        case .object:
            try beginObject()
            while try nextKey() != nil { try skipValue() }
        case .array:
            try beginArray()
            while try nextElement() { try skipValue() }
        case .string: _ = try scanString()
        case .number: _ = try number()
        case .bool: _ = try bool()
        case .null: try null()
        }
        return start..<position
    }

    /// Reads the next value and writes it again, in the writer's style: compacts or indents.
    public mutating func copy(to writer: inout JSONWriter) throws(WireError) {
        switch try peek() {
        case .object:
            try beginObject()
            writer.beginObject()
            while let key = try nextKey() {
                writer.key(try text(key.text, hasEscapes: key.hasEscapes))
                try copy(to: &writer)
            }
            writer.endObject()
        case .array:
            try beginArray()
            writer.beginArray()
            while try nextElement() { try copy(to: &writer) }
            writer.endArray()
        case .string: writer.string(try string())
        case .number:
            let text = try number().text
            writer.raw(Array(bytes[text]))
        case .bool: writer.bool(try bool())
        case .null:
            try null()
            writer.null()
        }
    }

    /// Nothing but white space may follow the document.
    public mutating func finish() throws(WireError) {
        skipSpace()
        if position < end { throw invalid("after top-level value") }
    }

    // MARK: Scanning

    private mutating func skipSpace() {
        while position < end {
            let byte = bytes[position]
            guard byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09 else { return }
            position += 1
        }
    }

    private mutating func open(_ bracket: UInt8) throws(WireError) {
        skipSpace()
        guard position < end else { throw unexpectedEnd() }
        guard bytes[position] == bracket else { throw invalid("looking for beginning of value") }
        depth += 1
        if depth > WireLimits.nesting {
            throw WireError(.nestingTooDeep, at: position, "JSON nests deeper than \(WireLimits.nesting) levels")
        }
        position += 1
        isFirst = true
    }

    private mutating func close() {
        position += 1
        depth -= 1
        isFirst = false
    }

    private mutating func scanString() throws(WireError) -> (Range<Int>, Bool) {
        position += 1
        let start = position
        var hasEscapes = false
        while position < end {
            let byte = bytes[position]
            if byte == 0x22 {
                position += 1
                return (start..<position - 1, hasEscapes)
            }
            if byte == 0x5c {
                hasEscapes = true
                position += 1
                guard position < end else { break }
                try checkEscape()
                continue
            }
            if byte < 0x20 { throw invalid("in string literal") }
            position += 1
        }
        throw unexpectedEnd()
    }

    private mutating func checkEscape() throws(WireError) {
        switch bytes[position] {
        case 0x22, 0x5c, UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"), UInt8(ascii: "n"),
            UInt8(ascii: "r"), UInt8(ascii: "t"):
            position += 1
        case UInt8(ascii: "u"):
            position += 1
            for _ in 0..<4 {
                guard position < end else { throw unexpectedEnd() }
                guard hexValue(bytes[position]) != nil else { throw invalid("in \\u hexadecimal character escape") }
                position += 1
            }
        default: throw invalid("in string escape code")
        }
    }

    /// Resolves escapes; lone surrogates become U+FFFD, as in Go.
    private func unescape(_ range: Range<Int>) throws(WireError) -> String {
        var out: [UInt8] = []
        out.reserveCapacity(range.count)
        var at = range.lowerBound
        while at < range.upperBound {
            let byte = bytes[at]
            guard byte == 0x5c else {
                out.append(byte)
                at += 1
                continue
            }
            let code = bytes[at + 1]
            at += 2
            switch code {
            case UInt8(ascii: "b"): out.append(0x08)
            case UInt8(ascii: "f"): out.append(0x0c)
            case UInt8(ascii: "n"): out.append(0x0a)
            case UInt8(ascii: "r"): out.append(0x0d)
            case UInt8(ascii: "t"): out.append(0x09)
            case UInt8(ascii: "u"):
                var unit = hexUnit(at)
                at += 4
                if unit & 0xfc00 == 0xd800, at + 6 <= range.upperBound, bytes[at] == 0x5c,
                    bytes[at + 1] == UInt8(ascii: "u")
                {
                    let low = hexUnit(at + 2)
                    if low & 0xfc00 == 0xdc00 {
                        unit = 0x10000 + (unit - 0xd800) << 10 + (low - 0xdc00)
                        at += 6
                    }
                }
                let scalar = Unicode.Scalar(unit) ?? "\u{fffd}"
                out.append(contentsOf: String(Character(scalar)).utf8)
            default: out.append(code)
            }
        }
        return try text(out.span, at: range.lowerBound)
    }

    private func hexUnit(_ at: Int) -> UInt32 {
        var unit: UInt32 = 0
        for i in 0..<4 { unit = unit << 4 | UInt32(hexValue(bytes[at + i]) ?? 0) }
        return unit
    }

    private func hexValue(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }

    private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    private func integer(_ range: Range<Int>) -> Int? {
        var value = 0
        let negative = bytes[range.lowerBound] == UInt8(ascii: "-")
        for at in (negative ? range.lowerBound + 1 : range.lowerBound)..<range.upperBound {
            let digit = Int(bytes[at] - 0x30)
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            let (sum, carry) = product.subtractingReportingOverflow(digit)
            if overflow || carry { return nil }
            value = sum
        }
        if negative { return value }
        let (positive, overflow) = value.multipliedReportingOverflow(by: -1)
        return overflow ? nil : positive
    }

    private mutating func literal(_ word: StaticString) throws(WireError) {
        for i in 0..<word.utf8CodeUnitCount {
            guard position < end else { throw unexpectedEnd() }
            let expected = word.withUTF8Buffer { $0[i] }
            guard bytes[position] == expected else {
                throw invalid("in literal \(word) (expecting '\(Character(Unicode.Scalar(expected)))')")
            }
            position += 1
        }
    }

    private func unexpectedEnd() -> WireError {
        WireError(.truncated, at: end, "unexpected end of JSON input")
    }

    private func invalid(_ context: String) -> WireError {
        guard position < end else { return unexpectedEnd() }
        let byte = bytes[position]
        let shown: String
        switch byte {
        case 0x27: shown = "'\\''"
        case 0x22: shown = "'\"'"
        case 0x0a: shown = "'\\n'"
        case 0x0d: shown = "'\\r'"
        case 0x09: shown = "'\\t'"
        case 0x20...0x7e: shown = "'\(Character(Unicode.Scalar(byte)))'"
        case 0xa1...0xff: shown = "'\(Character(Unicode.Scalar(byte)))'"
        case 0x80...0xa0: shown = "'\\u00\(String(byte, radix: 16))'"
        default: shown = "'\\x\(byte < 16 ? "0" : "")\(String(byte, radix: 16))'"
        }
        return WireError(.invalidJSON, at: position, "invalid character \(shown) \(context)")
    }
}
