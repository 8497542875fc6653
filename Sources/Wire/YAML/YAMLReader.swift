/// Reads YAML and gives each document as JSON text, so that everything behind it reads JSON only.
///
/// Unquoted values are read as Kubernetes' reader reads them: YAML 1.1 booleans (`yes`, `on`, `y`), numbers in base 2,
/// 8, 10 and 16, null; times stay texts. Keys become texts and keep their order. Merge keys (`<<`) are put in.
public enum YAMLReader {
    public struct Document: Sendable, Equatable {
        /// Compact JSON text.
        public var json: [UInt8]
        /// `line 3: key "name" already set in map`; the last value counts.
        public var warnings: [String]

        public init(json: [UInt8], warnings: [String] = []) {
            self.json = json
            self.warnings = warnings
        }
    }

    /// What becomes of a key that a mapping has twice.
    public enum DuplicateKeys: Sendable {
        /// The last value counts, and `Document.warnings` says so.
        case warned
        /// The first one is an error.
        case refused
    }

    /// All documents of a stream; empty ones are left out. A text that is JSON, of one value or several, is read as
    /// such.
    public static func documents(
        _ text: [UInt8], duplicateKeys: DuplicateKeys = .warned
    ) throws(YAMLError) -> [Document] {
        if let documents = jsonDocuments(text) { return documents }
        return try documents(text, duplicateKeys: duplicateKeys, most: Int.max)
    }

    /// Reads the text as YAML, whatever else it may be.
    ///
    /// - Parameter most: how many are wanted; what follows is not looked at.
    private static func documents(
        _ text: [UInt8], duplicateKeys: DuplicateKeys, most: Int
    ) throws(YAMLError) -> [Document] {
        var source = YAMLEventSource(text)
        var documents: [Document] = []
        var repetition = YAMLRepetition()
        while true {
            switch try source.next() {
            case .streamEnd: return documents
            case .documentStart:
                var builder = YAMLDocumentBuilder(repetition)
                let root = try builder.document(&source)
                repetition = builder.repetition
                if let duplicate = builder.duplicates.first, duplicateKeys == .refused { throw duplicate }
                if case .scalar(.null, _) = root { continue }
                let json = try YAMLJSONWriter.json(of: root, &repetition)
                documents.append(Document(json: json, warnings: builder.duplicates.map(\.description)))
                if documents.count == most { return documents }
            default: continue
            }
        }
    }

    /// The first document of a text, whatever follows it, as Kubernetes takes a request's body; an empty text is the empty
    /// object.
    ///
    /// - Parameter tellsDuplicates: whether keys that stand twice are looked for in a text that is JSON too.
    public static func first(_ text: [UInt8], tellsDuplicates: Bool = true) throws(YAMLError) -> Document {
        if let documents = jsonDocuments(text), documents.count == 1, var document = documents.first {
            if tellsDuplicates, let read = try? Self.documents(text, duplicateKeys: .warned, most: 1).first {
                document.warnings = read.warnings
            }
            return document
        }
        return try documents(text, duplicateKeys: .warned, most: 1).first ?? Document(json: Array("{}".utf8))
    }

    /// The only document of a text; an empty text is the empty object.
    public static func single(
        _ text: [UInt8], duplicateKeys: DuplicateKeys = .warned
    ) throws(YAMLError) -> Document {
        let all = try documents(text, duplicateKeys: duplicateKeys)
        guard all.count <= 1 else {
            throw YAMLError(line: 0, column: 0, "the text has \(all.count) documents where one is read: give one")
        }
        return all.first ?? Document(json: Array("{}".utf8))
    }

    /// Nil: the text is no JSON. YAML reads nearly all of JSON, but not the escapes of characters past U+FFFF.
    private static func jsonDocuments(_ text: [UInt8]) -> [Document]? {
        guard text.first(where: { $0 > 0x20 }) == UInt8(ascii: "{") else { return nil }
        var reader = JSONReader(text)
        var documents: [Document] = []
        while true {
            var writer = JSONWriter()
            guard (try? reader.copy(to: &writer)) != nil else { return nil }
            documents.append(Document(json: writer.bytes))
            if (try? reader.finish()) != nil { return documents }
        }
    }
}
