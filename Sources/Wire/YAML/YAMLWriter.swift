/// Writes JSON text as YAML in the style of Kubernetes' tools: two spaces a level, lists at their key's column, longer
/// texts as blocks, and quotes where a plain text would be read as something else.
public enum YAMLWriter {
    /// - Parameter sortingKeys: keys in byte order, as Kubernetes' server writes them; else in the order of the text.
    public static func text(json: [UInt8], sortingKeys: Bool = false) throws(WireError) -> [UInt8] {
        var reader = JSONReader(json)
        let root = try Node(&reader)
        try reader.finish()
        var emitter = Emitter(sortsKeys: sortingKeys)
        emitter.write(root, indent: 0, isInline: false)
        return emitter.out
    }

    private indirect enum Node {
        case scalar(String)
        case string(String)
        case list([Node])
        case map([(key: String, value: Node)])

        init(_ reader: inout JSONReader) throws(WireError) {
            switch try reader.peek() {
            case .object:
                try reader.beginObject()
                var entries: [(String, Node)] = []
                while let key = try reader.nextKey() {
                    entries.append((try reader.text(key.text, hasEscapes: key.hasEscapes), try Node(&reader)))
                }
                self = .map(entries)
            case .array:
                try reader.beginArray()
                var items: [Node] = []
                while try reader.nextElement() { items.append(try Node(&reader)) }
                self = .list(items)
            case .string: self = .string(try reader.string())
            default: self = .scalar(String(decoding: reader.bytes[try reader.skipValue()], as: UTF8.self))
            }
        }
    }

    private struct Emitter {
        let sortsKeys: Bool
        var out: [UInt8] = []

        init(sortsKeys: Bool) { self.sortsKeys = sortsKeys }

        private mutating func pad(_ indent: Int) { out.append(contentsOf: repeatElement(0x20, count: indent)) }
        private mutating func line(_ text: String) {
            out.append(contentsOf: text.utf8)
            out.append(0x0a)
        }

        /// - Parameter isInline: the first line stands behind `- ` and needs no indent.
        mutating func write(_ node: Node, indent: Int, isInline: Bool) {
            switch node {
            case .scalar(let text):
                if !isInline { pad(indent) }
                line(text)
            case .string(let text):
                if !isInline { pad(indent) }
                string(text, indent: indent)
            case .list(let items) where items.isEmpty:
                if !isInline { pad(indent) }
                line("[]")
            case .map(let entries) where entries.isEmpty:
                if !isInline { pad(indent) }
                line("{}")
            case .list(let items):
                for (index, item) in items.enumerated() {
                    if index > 0 || !isInline { pad(indent) }
                    out.append(contentsOf: "- ".utf8)
                    write(item, indent: indent + 2, isInline: true)
                }
            case .map(let entries):
                let ordered =
                    sortsKeys ? entries.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) } : entries
                for (index, entry) in ordered.enumerated() {
                    if index > 0 || !isInline { pad(indent) }
                    out.append(contentsOf: Self.quotedIfNeeded(entry.key).utf8)
                    out.append(0x3a)
                    value(entry.value, indent: indent)
                }
            }
        }

        private mutating func value(_ node: Node, indent: Int) {
            switch node {
            case .list(let items) where !items.isEmpty:
                out.append(0x0a)
                write(node, indent: indent, isInline: false)
            case .map(let entries) where !entries.isEmpty:
                out.append(0x0a)
                write(node, indent: indent + 2, isInline: false)
            case .string(let text):
                out.append(0x20)
                string(text, indent: indent + 2)
            default:
                out.append(0x20)
                write(node, indent: 0, isInline: true)
            }
        }

        /// Texts of several lines as literal blocks, unless a block could not say them.
        private mutating func string(_ text: String, indent: Int) {
            let isBlock =
                text.utf8.contains(0x0a) && text.unicodeScalars.allSatisfy { Self.isPrintable($0) || $0 == "\n" }
            guard isBlock, !text.hasPrefix(" "), !text.hasPrefix("\n"),
                !text.split(separator: "\n").contains(where: { $0.hasSuffix(" ") || $0.hasPrefix("\t") })
            else {
                line(Self.quotedIfNeeded(text))
                return
            }
            let trailing = text.reversed().prefix { $0 == "\n" }.count
            line(trailing == 0 ? "|-" : trailing == 1 ? "|" : "|+")
            let body = trailing == 0 ? text[...] : text.dropLast()
            for part in body.split(separator: "\n", omittingEmptySubsequences: false) {
                if part.isEmpty {
                    out.append(0x0a)
                } else {
                    pad(indent)
                    line(String(part))
                }
            }
        }

        private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
            scalar.value >= 0x20 && scalar.value != 0x7f && !(0x80..<0xa0).contains(scalar.value)
                && scalar.value != 0xfeff
                && scalar.value != 0x2028 && scalar.value != 0x2029
        }

        /// YAML 1.1 reads these single letters as booleans elsewhere.
        private static let wary: Set<String> = ["y", "Y", "n", "N", "="]

        static func quotedIfNeeded(_ text: String) -> String {
            guard text.unicodeScalars.allSatisfy(isPrintable) else { return escaped(text) }
            if YAMLScalar.needsQuotes(text) || wary.contains(text) || looksLikeTime(text) { return escaped(text) }
            guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else { return "\"\"" }
            let opens = "-?:,[]{}#&*!|>'\"%@`".unicodeScalars
            var needs = last == " " || first == " " || text.contains(": ") || text.contains(" #") || last == ":"
            if opens.contains(first) {
                let second = text.unicodeScalars.dropFirst().first
                let isHarmless = (first == "-" || first == "?" || first == ":") && second != nil && second != " "
                needs = needs || !isHarmless || text == "---" || text.hasPrefix("--- ")
            }
            return needs ? "'" + text.replacing("'", with: "''") + "'" : text
        }

        /// Dates are a type of their own in YAML 1.1.
        private static func looksLikeTime(_ text: String) -> Bool {
            let bytes = Array(text.utf8.prefix(10))
            return bytes.count == 10 && bytes[4] == 0x2d && bytes[7] == 0x2d
                && bytes.enumerated().allSatisfy {
                    $0.offset == 4 || $0.offset == 7 || (0x30...0x39).contains($0.element)
                }
        }

        private static func escaped(_ text: String) -> String {
            var shown = "\""
            for scalar in text.unicodeScalars {
                switch scalar {
                case "\"": shown += "\\\""
                case "\\": shown += "\\\\"
                case "\n": shown += "\\n"
                case "\t": shown += "\\t"
                case "\r": shown += "\\r"
                case _ where isPrintable(scalar): shown.unicodeScalars.append(scalar)
                default:
                    let hex = String(scalar.value, radix: 16, uppercase: true)
                    shown +=
                        scalar.value < 0x100
                        ? "\\x" + String(repeating: "0", count: 2 - hex.utf8.count) + hex
                        : "\\u" + String(repeating: "0", count: max(0, 4 - hex.utf8.count)) + hex
                }
            }
            return shown + "\""
        }
    }
}
