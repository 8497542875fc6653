import Objects
import Store
import Wire

/// Where a paged list goes on: the revision that all its pages show, and the next key (meta/v1 `continue`).
struct ContinueToken: Sendable, Equatable {
    /// Stands for the newest revision: pages that go on with it show another one than those before them.
    static let newest = Revision(-1)

    var revision: Revision
    /// Below the list's prefix.
    var start: [UInt8]

    init(revision: Revision, start: [UInt8]) {
        self.revision = revision
        self.start = start
    }

    /// - Parameters:
    ///   - last: the key of the page's last object.
    ///   - prefix: of the list.
    init(revision: Revision, after last: [UInt8], below prefix: [UInt8]) {
        self.init(revision: revision, start: last.dropFirst(prefix.count) + [0])
    }

    init(_ text: String) throws(APIError) {
        func invalid(_ why: String) -> APIError {
            .badRequest("invalid continue token: continue key is not valid: \(why)")
        }
        func invalidOfVersion(_ why: String) -> APIError { invalid("\(why) (version meta.k8s.io/v1)") }
        // Less strict than `Base64URL`, as Kubernetes is: bits too many are passed over.
        let standard = String(text.map { $0 == "-" ? "+" : $0 == "_" ? "/" : $0 })
        let padded = standard + String(repeating: "=", count: (4 - standard.utf8.count % 4) % 4)
        guard !text.contains("="), let json = Base64.decode(padded) else {
            let padding = text.utf8.firstIndex(of: UInt8(ascii: "="))
            let fault = padding.map { text.utf8.distance(from: text.startIndex, to: $0) } ?? Base64.fault(in: padded)
            throw invalid("illegal base64 data at input byte \(fault)")
        }
        var version = ""
        var revision: Int?
        var start = ""
        do {
            var reader = JSONReader(json)
            try reader.beginObject()
            while let key = try reader.nextKey() {
                switch try reader.text(key.text, hasEscapes: key.hasEscapes) {
                case "v": version = try reader.string()
                case "rv": revision = try reader.number().integer
                case "start": start = try reader.string()
                default: try reader.skipValue()
                }
            }
        } catch { throw invalid(error.message) }
        guard version == "meta.k8s.io/v1" else {
            throw invalid("server does not recognize this encoded version \"\(version)\"")
        }
        guard let revision, revision != 0 else { throw invalidOfVersion("incorrect encoded start resourceVersion") }
        guard !start.isEmpty else { throw invalidOfVersion("encoded start key empty") }
        // A key that leads elsewhere is none of this list.
        let parts = start.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard parts.allSatisfy({ !$0.isEmpty && !$0.elementsEqual(".".utf8) && !$0.elementsEqual("..".utf8) }) else {
            throw invalid(start)
        }
        self.revision = revision < 0 ? Self.newest : Revision(Int64(revision))
        self.start = Array(start.utf8)
    }

    /// What a client is told whose pages have been compacted away: it may go on, with pages of another revision.
    static func expired(at start: [UInt8]) -> APIError {
        var error = APIError.expired(
            "The provided continue parameter is too old to display a consistent list result. You can start a new list "
                + "without the continue parameter, or use the continue token in this response to retrieve the remainder "
                + "of the results. Continuing with the provided token results in an inconsistent list - objects that "
                + "were created, modified, or deleted between the time the first chunk was returned and now may show up "
                + "in the list.")
        error.continueToken = ContinueToken(revision: newest, start: start).text
        return error
    }

    /// URL-safe base64 of JSON, without padding.
    var text: String {
        var writer = JSONWriter()
        writer.beginObject()
        writer.key("v")
        writer.string("meta.k8s.io/v1")
        writer.key("rv")
        writer.int(Int(revision.rawValue))
        writer.key("start")
        writer.string(String(decoding: start, as: UTF8.self))
        writer.endObject()
        return Base64URL.encode(writer.bytes)
    }
}
