/// The texts that stand above messages and fields in `proto/`, found by name.
///
/// The table is static text of the program (`proto/README.md` tells its form). An index of it is made for each document
/// that is written and dropped with it: nothing of it stays in memory.
struct DescriptionTable {
    private let bytes: [UInt8]
    /// A message's full name to where its line begins.
    private var lines: [String: Int] = [:]

    /// What is said of one message.
    struct Entry {
        /// Paragraphs are parted by an empty line; empty: nothing is said.
        var text = ""
        fileprivate var fields: [(name: String, text: String)] = []

        /// What is said of the field of that JSON name; empty: nothing.
        func field(_ name: String) -> String { fields.first { $0.name == name }?.text ?? "" }
    }

    init(_ table: StaticString = Descriptions.table) {
        bytes = table.withUTF8Buffer { Array($0) }
        var package = ""
        var at = 0
        while at < bytes.count {
            let end = endOfLine(at)
            switch bytes[at] {
            case UInt8(ascii: "P"): package = text(min(at + 2, end)..<end)
            case UInt8(ascii: "M"):
                let start = min(at + 2, end)
                let tab = bytes[start..<end].firstIndex(of: Self.tab) ?? end
                lines["\(package).\(text(start..<tab))"] = at
            default: break
            }
            at = end + 1
        }
    }

    func entry(_ fullName: String) -> Entry {
        var entry = Entry()
        guard let start = lines[fullName] else { return entry }
        var end = endOfLine(start)
        entry.text = columns(start..<end).text
        var at = end + 1
        while at < bytes.count, bytes[at] == UInt8(ascii: "F") {
            end = endOfLine(at)
            entry.fields.append(columns(at..<end))
            at = end + 1
        }
        return entry
    }

    private static let tab = UInt8(ascii: "\t")

    private func endOfLine(_ start: Int) -> Int {
        var at = start
        while at < bytes.count, bytes[at] != UInt8(ascii: "\n") { at += 1 }
        return at
    }

    private func columns(_ line: Range<Int>) -> (name: String, text: String) {
        let parts = bytes[line].split(separator: Self.tab)
        guard parts.count > 1 else { return ("", "") }
        let paragraphs = parts.dropFirst(2).map { String(decoding: $0, as: UTF8.self) }
        return (String(decoding: parts[1], as: UTF8.self), paragraphs.joined(separator: "\n\n"))
    }

    private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}
