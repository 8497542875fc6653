import Objects
import Wire

/// Certificates and the like between `BEGIN` and `END` lines (RFC 7468).
enum PEMText {
    /// What is wrong with the text as one block of that label; nil: nothing that can be seen without reading the block.
    static func problem(_ bytes: [UInt8], label: String) -> String? {
        let text = String(decoding: bytes, as: UTF8.self)
        let words = "PEM block type must be \(label)"
        let lines = text.split(whereSeparator: \.isNewline)
        guard let begin = lines.firstIndex(where: { $0.hasPrefix("-----BEGIN ") }),
            lines[begin] == "-----BEGIN \(label)-----",
            let end = lines[begin...].firstIndex(of: "-----END \(label)-----")
        else { return words }
        let body = lines[(begin + 1)..<end].joined()
        guard let block = Base64.decode(Array(body.utf8)), block.first == sequence else { return words }
        return nil
    }

    /// How all of them begin (X.690, 8.9).
    private static let sequence: UInt8 = 0x30
}
