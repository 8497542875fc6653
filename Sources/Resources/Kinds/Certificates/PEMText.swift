import Objects
import Wire

/// Certificates and the like between `BEGIN` and `END` lines (RFC 7468).
enum PEMText {
    struct Block: Equatable {
        var label: String
        /// `Proc-Type: …` and the like before the body.
        var hasHeaders: Bool
        var body: [UInt8]
    }

    /// The blocks in order. What is none, or has no body that can be read, is passed over, as other text is.
    static func blocks(_ bytes: [UInt8]) -> [Block] {
        let lines = String(decoding: bytes, as: UTF8.self).split(
            omittingEmptySubsequences: false, whereSeparator: \.isNewline
        )
        .map { $0.trimmingTrailingSpaces() }
        var blocks: [Block] = []
        var at = 0
        // The first one behind `at`, looked for once, however many blocks begin before it.
        var end = 0
        while at < lines.count {
            guard let label = Self.label(lines[at], "BEGIN") else {
                at += 1
                continue
            }
            if end <= at { end = lines[(at + 1)...].firstIndex { Self.label($0, "END") != nil } ?? lines.count }
            guard end < lines.count else { break }
            guard Self.label(lines[end], "END") == label else {
                at += 1
                continue
            }
            let inner = lines[(at + 1)..<end]
            let headers = inner.prefix { $0.contains(":") }
            if let body = Base64.decode(Array(inner.dropFirst(headers.count).joined().utf8)) {
                blocks.append(Block(label: String(label), hasHeaders: !headers.isEmpty, body: body))
            }
            at = end + 1
        }
        return blocks
    }

    /// What is wrong with a request for a certificate; nil: nothing that can be seen without reading the block.
    static func problemWithRequest(_ bytes: [UInt8]) -> String? {
        let label = "CERTIFICATE REQUEST"
        guard let first = blocks(bytes).first, first.label == label, first.body.first == sequence else {
            return "PEM block type must be \(label)"
        }
        return nil
    }

    /// What is wrong with one or more certificates, each in a block.
    static func problemWithCertificates(_ bytes: [UInt8]) -> String? {
        let blocks = blocks(bytes)
        for block in blocks {
            guard block.label == "CERTIFICATE" else {
                return "only CERTIFICATE PEM blocks are allowed, found \(GoText.quoted(block.label))"
            }
            if block.hasHeaders { return "no PEM block headers are permitted" }
            if block.body.isEmpty { return "found CERTIFICATE PEM block containing 0 certificates" }
            if block.body.first != sequence { return "x509: malformed certificate" }
        }
        return blocks.isEmpty ? "must contain at least one CERTIFICATE PEM block" : nil
    }

    private static func label(_ line: Substring, _ edge: String) -> Substring? {
        let head = "-----\(edge) "
        guard line.hasPrefix(head), line.hasSuffix("-----"), line.utf8.count > head.utf8.count + 5 else { return nil }
        return line.dropFirst(head.count).dropLast(5)
    }

    /// How all of them begin (X.690, 8.9).
    private static let sequence: UInt8 = 0x30
}

extension Substring {
    fileprivate func trimmingTrailingSpaces() -> Substring {
        var trimmed = self
        while let last = trimmed.last, last == " " || last == "\t" { trimmed.removeLast() }
        return trimmed
    }
}
