/// A word or sign of a label selector's text.
enum LabelSelectorToken: Equatable {
    case end, comma, open, close, equal, doubleEqual, notEqual, not, greater, less
    case word(String)

    var text: String {
        switch self {
        case .end: ""
        case .comma: ","
        case .open: "("
        case .close: ")"
        case .equal: "="
        case .doubleEqual: "=="
        case .notEqual: "!="
        case .not: "!"
        case .greater: ">"
        case .less: "<"
        case .word(let word): word
        }
    }

    var beginsRequirement: Bool {
        switch self {
        case .word, .not: true
        default: false
        }
    }

    static func all(in text: String) -> [LabelSelectorToken] {
        var tokens: [LabelSelectorToken] = []
        var word: [UInt8] = []
        func endWord() {
            if !word.isEmpty { tokens.append(.word(String(decoding: word, as: UTF8.self))) }
            word.removeAll(keepingCapacity: true)
        }
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            let isBeforeEqual = rest.first == UInt8(ascii: "=")
            let token: LabelSelectorToken
            switch byte {
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"):
                endWord()
                continue
            case UInt8(ascii: ","): token = .comma
            case UInt8(ascii: "("): token = .open
            case UInt8(ascii: ")"): token = .close
            case UInt8(ascii: ">"): token = .greater
            case UInt8(ascii: "<"): token = .less
            case UInt8(ascii: "="): token = isBeforeEqual ? .doubleEqual : .equal
            case UInt8(ascii: "!"): token = isBeforeEqual ? .notEqual : .not
            default:
                word.append(byte)
                continue
            }
            if token == .doubleEqual || token == .notEqual { _ = rest.popFirst() }
            endWord()
            tokens.append(token)
        }
        endWord()
        return tokens
    }
}
