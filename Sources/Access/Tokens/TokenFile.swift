/// Tokens from a file: lines of `token,user,uid` and perhaps `"group1,group2"` (CSV, RFC 4180), as kube-apiserver's
/// `--token-auth-file` reads them.
public struct TokenFile: Sendable {
    /// A file that cannot be read as tokens, and where.
    public struct Failure: Error, Sendable, Hashable, CustomStringConvertible {
        public let description: String
    }

    /// By the token's digest: looking a token up takes the same time however much of it is right.
    private var identities: [Digest: Identity] = [:]

    public init() {}

    /// - Parameter name: of the file, for the error's words.
    public init(_ text: [UInt8], name: String) throws(Failure) {
        guard text.count <= AccessLimits.tokenFileBytes else {
            throw Failure(description: "\(name) has more than \(AccessLimits.tokenFileBytes) bytes")
        }
        var reader = CSVReader(text)
        while let (line, fields) = try reader.record(name) {
            guard fields.count >= 3 else {
                throw Failure(
                    description:
                        "token file '\(name)' must have at least 3 columns (token, user name, user uid), found "
                        + "\(fields.count) in line \(line)")
            }
            guard !fields[0].isEmpty else { continue }
            var identity = Identity(fields[1], uid: fields[2])
            if fields.count >= 4, !fields[3].isEmpty {
                identity.groups = fields[3].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            }
            identities[Digest(Array(fields[0].utf8))] = identity
        }
    }

    public var isEmpty: Bool { identities.isEmpty }

    public func identity(_ token: [UInt8]) -> Identity? {
        identities.isEmpty ? nil : identities[Digest(token)]
    }
}

/// Reads CSV a record at a time.
private struct CSVReader {
    private let text: [UInt8]
    private var at = 0
    private var line = 1

    init(_ text: [UInt8]) { self.text = text }

    /// The next record and its line; empty lines are passed over.
    mutating func record(_ name: String) throws(TokenFile.Failure) -> (line: Int, fields: [String])? {
        while at < text.count, text[at] == 0x0a || (text[at] == 0x0d && at + 1 < text.count && text[at + 1] == 0x0a) {
            if text[at] == 0x0a { line += 1 }
            at += 1
        }
        guard at < text.count else { return nil }
        let start = line
        var fields: [String] = []
        while true {
            fields.append(try field(name))
            guard at < text.count else { break }
            let byte = text[at]
            at += 1
            if byte == 0x0a {
                line += 1
                break
            }
        }
        return (start, fields)
    }

    /// Up to the comma or line feed that ends it, which is left to the caller.
    private mutating func field(_ name: String) throws(TokenFile.Failure) -> String {
        var bytes: [UInt8] = []
        guard at < text.count, text[at] == UInt8(ascii: "\"") else {
            while at < text.count, text[at] != UInt8(ascii: ","), text[at] != 0x0a {
                guard text[at] != UInt8(ascii: "\"") else {
                    throw TokenFile.Failure(description: "\(name): line \(line): bare \" in a field without quotes")
                }
                bytes.append(text[at])
                at += 1
            }
            if bytes.last == 0x0d, at == text.count || text[at] == 0x0a { bytes.removeLast() }
            return String(decoding: bytes, as: UTF8.self)
        }
        at += 1
        while at < text.count {
            let byte = text[at]
            at += 1
            if byte == 0x0a { line += 1 }
            guard byte == UInt8(ascii: "\"") else {
                bytes.append(byte)
                continue
            }
            if at < text.count, text[at] == UInt8(ascii: "\"") {
                bytes.append(byte)
                at += 1
                continue
            }
            if at < text.count, text[at] == 0x0d, at + 1 == text.count || text[at + 1] == 0x0a { at += 1 }
            guard at == text.count || text[at] == UInt8(ascii: ",") || text[at] == 0x0a else { break }
            return String(decoding: bytes, as: UTF8.self)
        }
        throw TokenFile.Failure(description: "\(name): line \(line): a quote does not end where its field ends")
    }
}
