import Objects
import Wire

/// Lists: how long, and without doubles.
extension FieldWords {
    static func tooMany(_ path: String, _ count: Int, limit: Int) -> [FieldProblem] {
        guard count > limit else { return [] }
        return [
            FieldProblem(type: .tooMany, field: path, detail: "Too many: \(count): must have at most \(limit) items")
        ]
    }

    /// The same text a second time.
    static func duplicates(_ texts: [String], _ path: (Int) -> String) -> [FieldProblem] {
        var seen: Set<String> = []
        return texts.enumerated().compactMap { index, text in
            seen.insert(text).inserted ? nil : .duplicate(path(index), text)
        }
    }

    /// A list as messages show it.
    static func json(_ texts: [String]) -> String {
        String(decoding: FreeValue.text(.list(texts.map { .string($0) })), as: UTF8.self)
    }

    /// Bytes as messages show them.
    static func base64(_ bytes: [UInt8]) -> String { FieldProblem.quoted(Base64.encode(bytes)) }

    /// What may not change once it is there.
    static func unchanged(_ path: String, _ new: String, _ old: String) -> [FieldProblem] {
        new == old ? [] : [.invalid(path, text: new, immutable)]
    }
    static func unchanged(_ path: String, _ new: Message?, _ old: Message?) -> [FieldProblem] {
        new == old ? [] : [.invalid(path, new.map { InternalForm.text($0) } ?? "null", immutable)]
    }
}
