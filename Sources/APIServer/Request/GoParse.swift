import Objects

/// Numbers and truths in queries and fields as Go's `strconv` reads them, with its words: clients compare whole messages.
enum GoParse {
    struct Fault: Error, Sendable { var message: String }

    /// `strconv.ParseInt(text, 10, 64)`.
    static func int(_ text: String) throws(Fault) -> Int {
        var digits = text.utf8[...]
        if let sign = digits.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { digits.removeFirst() }
        guard isDecimal(digits) else { throw fault("ParseInt", text, "invalid syntax") }
        guard let number = Int(text) else { throw fault("ParseInt", text, "value out of range") }
        return number
    }

    /// `strconv.ParseUint(text, 10, 64)`.
    static func unsigned(_ text: String) throws(Fault) -> UInt64 {
        guard isDecimal(text.utf8[...]) else { throw fault("ParseUint", text, "invalid syntax") }
        guard let number = UInt64(text) else { throw fault("ParseUint", text, "value out of range") }
        return number
    }

    /// Whether `strconv.ParseBool(text)` is true.
    static func isTrue(_ text: String) -> Bool { truths.contains(text) }

    private static let truths: Set<String> = ["1", "t", "T", "true", "TRUE", "True"]

    private static func isDecimal(_ digits: Substring.UTF8View) -> Bool {
        !digits.isEmpty && digits.allSatisfy { (0x30...0x39).contains($0) }
    }

    private static func fault(_ function: String, _ text: String, _ why: String) -> Fault {
        Fault(message: "strconv.\(function): parsing \(GoText.quoted(text)): \(why)")
    }
}

extension Query {
    /// A number; nil: the parameter is not there.
    func int(_ name: String) throws(APIError) -> Int? {
        guard let text = self[name] else { return nil }
        do { return try GoParse.int(text) } catch { throw APIError.badRequest(error.message) }
    }
}
