import Wire
import TestSupport

/// Documents with the texts that YAML makes hard.
enum RandomJSON {
    private static let pieces = [
        "a", "word", " ", "  ", "\n", "\n\n", ":", ": ", " #", "-", "- ", "'", "\"", "\\", "\t", "1", "0x", "1_0", ".",
        "e3", "true", "null",
        "~", "y", "é", "\u{a0}", "😀", "\u{1}", "{", "}", "[", "]", ",", "*", "&", "!", "|", ">", "%",
        "@", "`", "<<", "=", "?", "2020-01-02", "12:30", "\r", "\r\n", "---", "...",
    ]

    /// Line breaks of YAML 1.1 that YAML 1.2 knows no more, and what other programs read or write wrongly.
    private static let strangePieces = pieces + ["\u{85}", "\u{2028}", "\u{feff}", "\u{7f}"]

    /// An object in compact form, its keys different from each other.
    static func document(_ random: inout SeededGenerator, isStrange: Bool = false) -> [UInt8] {
        var maker = Maker(random: random, pieces: isStrange ? strangePieces : pieces)
        maker.object(0)
        random = maker.random
        return maker.writer.bytes
    }

    /// A text in quotes.
    static func text(_ random: inout SeededGenerator) -> [UInt8] {
        var maker = Maker(random: random, pieces: pieces)
        maker.writer.string(maker.text())
        random = maker.random
        return maker.writer.bytes
    }
}

private struct Maker {
    var random: SeededGenerator
    let pieces: [String]
    var writer = JSONWriter()

    init(random: SeededGenerator, pieces: [String]) {
        self.random = random
        self.pieces = pieces
    }

    mutating func object(_ depth: Int) {
        writer.beginObject()
        var keys: Set<String> = []
        for _ in 0..<(random.next() % 5) {
            let key = text()
            guard keys.insert(key).inserted else { continue }
            writer.key(key)
            value(depth + 1)
        }
        writer.endObject()
    }

    private mutating func value(_ depth: Int) {
        switch random.next() % (depth > 4 ? 6 : 9) {
        case 0: writer.null()
        case 1: writer.bool(random.next() % 2 == 0)
        case 2: writer.int(Int(truncatingIfNeeded: random.next()) >> Int(random.next() % 64))
        case 3: writer.double(Double(Int(random.next() % 2_000_001) - 1_000_000) / 1024 + 0.0001)
        case 4, 5: writer.string(text())
        case 6:
            writer.beginArray()
            for _ in 0..<(random.next() % 4) { value(depth + 1) }
            writer.endArray()
        default: object(depth)
        }
    }

    mutating func text() -> String {
        var text = ""
        for _ in 0..<(random.next() % (random.next() % 8 == 0 ? 60 : 6)) {
            text += pieces[Int(random.next() % UInt64(pieces.count))]
        }
        return text
    }
}
