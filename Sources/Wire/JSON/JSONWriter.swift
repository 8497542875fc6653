/// Writes JSON text (RFC 8259), escaped as Go's encoding/json escapes, so that both sides' output can be compared.
public struct JSONWriter: Sendable {
    public private(set) var bytes: [UInt8] = []
    /// Two spaces a level and `": "`, as Go's MarshalIndent; nil: compact.
    public let isPretty: Bool
    private var depth = 0
    private var needsComma = false

    public init(pretty: Bool = false, capacity: Int = 512) {
        isPretty = pretty
        bytes.reserveCapacity(capacity)
    }

    public mutating func beginObject() { open(UInt8(ascii: "{")) }
    public mutating func endObject() { close(UInt8(ascii: "}")) }
    public mutating func beginArray() { open(UInt8(ascii: "[")) }
    public mutating func endArray() { close(UInt8(ascii: "]")) }

    public mutating func key(_ name: String) {
        separate()
        quote(name)
        colon()
    }

    /// A key that was quoted and escaped before (`"name":`).
    public mutating func key(prepared: [UInt8]) {
        separate()
        bytes.append(contentsOf: prepared)
        if isPretty { bytes.append(UInt8(ascii: " ")) }
        needsComma = false
        afterKey = true
    }

    public mutating func string(_ text: String) {
        separate()
        quote(text)
        needsComma = true
    }

    /// One value of compact JSON, written straight into memory.
    ///
    /// - Parameters:
    ///   - capacity: how many bytes are kept ready for it at first.
    ///   - body: writes the value; called again, with twice the memory, when there was too little. When it throws,
    ///     nothing but a comma is written (`rewind`).
    public mutating func compact<Failure: Error>(
        capacity: Int, _ body: (inout JSONText) throws(Failure) -> Void
    ) throws(Failure) {
        separate()
        var room = max(capacity, 64)
        var isWritten = false
        while !isWritten {
            try bytes.append(addingCapacity: room) { (output: inout OutputSpan<UInt8>) throws(Failure) in
                try output.withUnsafeMutableBufferPointer { buffer, count throws(Failure) in
                    guard let base = buffer.baseAddress else { return }
                    var text = JSONText(from: base + count, to: base + buffer.count)
                    try body(&text)
                    guard !text.isFull else { return }
                    count += text.count
                    isWritten = true
                }
            }
            room *= 2
        }
        needsComma = true
    }

    /// A place to come back to.
    public struct Mark: Sendable {
        fileprivate let count: Int
        fileprivate let depth: Int
        fileprivate let needsComma: Bool
        fileprivate let afterKey: Bool
    }

    public var mark: Mark { Mark(count: bytes.count, depth: depth, needsComma: needsComma, afterKey: afterKey) }

    /// Takes back what was written since.
    public mutating func rewind(to mark: Mark) {
        bytes.removeSubrange(mark.count...)
        depth = mark.depth
        needsComma = mark.needsComma
        afterKey = mark.afterKey
    }

    /// Hands over what has been written so far, and goes on in the memory of what is given: for text that leaves in
    /// pieces. Not between a mark and its rewind.
    public mutating func exchangeBytes(for taken: inout [UInt8]) {
        swap(&bytes, &taken)
        bytes.removeAll(keepingCapacity: true)
    }

    public mutating func int(_ value: Int) {
        separate()
        appendDecimal(value)
        needsComma = true
    }

    public mutating func unsigned(_ value: UInt64) {
        separate()
        bytes.append(contentsOf: String(value).utf8)
        needsComma = true
    }

    /// As Go prints a float64: shortest form that reads back the same, exponent below 1e-6 and from 1e21.
    public mutating func double(_ value: Double) {
        separate()
        needsComma = true
        guard value.isFinite else {
            bytes.append(contentsOf: "null".utf8)
            return
        }
        bytes.append(contentsOf: Self.text(of: value).utf8)
    }

    public mutating func bool(_ value: Bool) {
        separate()
        bytes.append(contentsOf: (value ? "true" : "false").utf8)
        needsComma = true
    }

    public mutating func null() {
        separate()
        bytes.append(contentsOf: "null".utf8)
        needsComma = true
    }

    /// Text that is valid JSON already.
    public mutating func raw(_ text: [UInt8]) {
        if isPretty, let first = text.first, first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
            var reader = JSONReader(text)
            if (try? reader.copy(to: &self)) != nil { return }
        }
        separate()
        bytes.append(contentsOf: text)
        needsComma = true
    }

    /// Ends a document among several with a line feed, as watch events are sent.
    public mutating func newline() {
        bytes.append(UInt8(ascii: "\n"))
        needsComma = false
        afterKey = false
    }

    private var afterKey = false

    private mutating func separate() {
        if afterKey {
            afterKey = false
            return
        }
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        if isPretty, depth > 0 { indent() }
    }

    private mutating func open(_ bracket: UInt8) {
        separate()
        bytes.append(bracket)
        depth += 1
        needsComma = false
    }

    private mutating func close(_ bracket: UInt8) {
        depth -= 1
        if isPretty, needsComma { indent() }
        bytes.append(bracket)
        needsComma = true
        afterKey = false
    }

    private mutating func colon() {
        bytes.append(UInt8(ascii: ":"))
        if isPretty { bytes.append(UInt8(ascii: " ")) }
        needsComma = false
        afterKey = true
    }

    private mutating func indent() {
        bytes.append(UInt8(ascii: "\n"))
        for _ in 0..<depth {
            bytes.append(UInt8(ascii: " "))
            bytes.append(UInt8(ascii: " "))
        }
    }

    private mutating func appendDecimal(_ value: Int) {
        if value >= 0, value < 10 {
            bytes.append(UInt8(ascii: "0") + UInt8(value))
            return
        }
        bytes.append(contentsOf: String(value).utf8)
    }

    private mutating func quote(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { utf8 in
            var clean = 0
            var at = 0
            while at < utf8.count {
                let byte = utf8[at]
                if byte >= 0x20, byte < 0x7f, byte != 0x22, byte != 0x5c, byte != 0x3c, byte != 0x3e, byte != 0x26 {
                    at += 1
                    continue
                }
                if byte >= 0x7f, !isLineSeparator(utf8, at) {
                    at += 1
                    continue
                }
                bytes.append(contentsOf: utf8[clean..<at])
                if byte >= 0x80 {
                    bytes.append(contentsOf: (utf8[at + 2] == 0xa8 ? "\\u2028" : "\\u2029").utf8)
                    at += 3
                } else {
                    escape(byte)
                    at += 1
                }
                clean = at
            }
            bytes.append(contentsOf: utf8[clean..<at])
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// U+2028 and U+2029 break JavaScript that reads JSON as source.
    private func isLineSeparator(_ utf8: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
        utf8[at] == 0xe2 && at + 2 < utf8.count && utf8[at + 1] == 0x80 && utf8[at + 2] | 1 == 0xa9
    }

    private mutating func escape(_ byte: UInt8) {
        bytes.append(UInt8(ascii: "\\"))
        switch byte {
        case 0x22, 0x5c: bytes.append(byte)
        case 0x0a: bytes.append(UInt8(ascii: "n"))
        case 0x0d: bytes.append(UInt8(ascii: "r"))
        case 0x09: bytes.append(UInt8(ascii: "t"))
        case 0x08: bytes.append(UInt8(ascii: "b"))
        case 0x0c: bytes.append(UInt8(ascii: "f"))
        case 0x7f:
            bytes.removeLast()
            bytes.append(byte)
        default:
            bytes.append(contentsOf: "u00".utf8)
            bytes.append(Self.hex(byte >> 4))
            bytes.append(Self.hex(byte & 15))
        }
    }

    private static func hex(_ digit: UInt8) -> UInt8 {
        digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
    }

    static func text(of value: Double) -> String {
        if value == 0 { return value.sign == .minus ? "-0" : "0" }
        let magnitude = value.magnitude
        let swift = "\(value)"
        // Swift prints 5e-324, 1e+21, 100.0, 1e-05; Go prints 5e-324, 1e+21, 100, 0.00001.
        let parts = swift.split(separator: "e", maxSplits: 1)
        var digits = String(parts[0])
        if digits.hasSuffix(".0") { digits.removeLast(2) }
        guard parts.count == 2, let exponent = Int(parts[1]) else { return digits }
        if magnitude < 1e-6 || magnitude >= 1e21 {
            return digits + "e" + (exponent < 0 ? "-" : "+") + String(exponent.magnitude)
        }
        let negative = digits.hasPrefix("-")
        if negative { digits.removeFirst() }
        let halves = digits.split(separator: ".", maxSplits: 1)
        let whole = String(halves[0])
        let fraction = halves.count == 2 ? String(halves[1]) : ""
        var text = ""
        if exponent < 0 {
            text = "0." + String(repeating: "0", count: -exponent - 1) + whole + fraction
        } else {
            let padded = fraction + String(repeating: "0", count: max(0, exponent - fraction.count))
            text = whole + String(padded.prefix(exponent))
            let rest = padded.dropFirst(exponent)
            if !rest.isEmpty { text += "." + rest }
        }
        return (negative ? "-" : "") + text
    }
}
