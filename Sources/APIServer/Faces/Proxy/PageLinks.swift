/// Rewrites the links of an HTML page so that they lead through the proxy again, as the page passes in pieces of any size.
/// Pure: a tokenizer that knows tags, attributes, comments, and the elements whose content is no markup (HTML, section
/// 13.2.5), and lets everything pass unchanged but the values of attributes that hold an address.
struct PageLinks {
    /// Longer values pass as they are: no address is.
    static let valueLimit = 8 * 1024
    /// Names of tags and attributes are compared up to here.
    private static let nameLimit = 32

    private enum State {
        case text
        /// After `<`.
        case tagOpen
        case tagName
        /// `<!`, and how much of `--` has come.
        case declaration
        /// Within a comment, and how many dashes in a row there were.
        case comment(dashes: Int)
        /// Between attributes.
        case beforeName
        case name
        /// After a name, whether or not a value follows.
        case afterName
        /// After `=`.
        case beforeValue
        case value(quote: UInt8?)
    }

    private let rewritten: @Sendable (String) -> String
    private var state = State.text
    private var tag: [UInt8] = []
    private var attribute: [UInt8] = []
    private var isClosing = false
    /// The value so far, if it may be an address: it is held back.
    private var value: [UInt8]?
    /// The element whose content is no markup, until its end.
    private var raw: [UInt8]?

    /// - Parameter rewritten: what stands for an address.
    init(rewritten: @escaping @Sendable (String) -> String) { self.rewritten = rewritten }

    mutating func rewrite(_ bytes: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count + 256)
        for byte in bytes { take(byte, &output) }
        return output
    }

    /// What was held back when the page ended.
    mutating func finish() -> [UInt8] {
        defer { value = nil }
        return value ?? []
    }

    private mutating func take(_ byte: UInt8, _ output: inout [UInt8]) {
        if case .value(let quote) = state { return takeValue(byte, quote, &output) }
        if case .beforeValue = state, !Self.isSpace(byte), byte != UInt8(ascii: ">") {
            return beginValue(byte, &output)
        }
        output.append(byte)
        switch state {
        case .text: if byte == UInt8(ascii: "<") { state = .tagOpen }
        case .tagOpen: openTag(byte)
        case .tagName: takeTagName(byte)
        case .declaration:
            tag.append(byte)
            if tag == Array("--".utf8) {
                state = .comment(dashes: 0)
            } else if byte != UInt8(ascii: "-") {
                state = byte == UInt8(ascii: ">") ? .text : .beforeName
                tag = []
            }
        case .comment(let dashes):
            if byte == UInt8(ascii: ">"), dashes >= 2 {
                state = .text
            } else {
                state = .comment(dashes: byte == UInt8(ascii: "-") ? min(dashes + 1, 2) : 0)
            }
        case .beforeName: beginName(byte)
        case .name:
            if byte == UInt8(ascii: "=") {
                state = .beforeValue
            } else if Self.isSpace(byte) {
                state = .afterName
            } else if byte == UInt8(ascii: ">") {
                endTag()
            } else if byte == UInt8(ascii: "/") {
                state = .beforeName
            } else {
                Self.add(byte, to: &attribute)
            }
        case .afterName:
            if byte == UInt8(ascii: "=") { state = .beforeValue } else { beginName(byte) }
        case .beforeValue: if byte == UInt8(ascii: ">") { endTag() }
        case .value: break
        }
    }

    private mutating func openTag(_ byte: UInt8) {
        isClosing = false
        tag = []
        if byte == UInt8(ascii: "/") {
            isClosing = true
            state = .tagName
        } else if Self.isLetter(byte), raw == nil {
            Self.add(byte, to: &tag)
            state = .tagName
        } else if byte == UInt8(ascii: "!"), raw == nil {
            state = .declaration
        } else if byte != UInt8(ascii: "<") {
            state = .text
        }
    }

    private mutating func takeTagName(_ byte: UInt8) {
        if isClosing, tag.isEmpty, !Self.isLetter(byte) {
            state = byte == UInt8(ascii: "<") ? .tagOpen : .text
        } else if byte == UInt8(ascii: ">") {
            endTag()
        } else if Self.isSpace(byte) || byte == UInt8(ascii: "/") {
            // `</` and another name is text within what is no markup.
            state = isWithinRaw ? .text : .beforeName
        } else {
            Self.add(byte, to: &tag)
        }
    }

    /// The tag does not end the element whose content is no markup.
    private var isWithinRaw: Bool { raw != nil && !(isClosing && tag == raw) }

    private mutating func beginName(_ byte: UInt8) {
        if byte == UInt8(ascii: ">") { return endTag() }
        attribute = []
        guard !Self.isSpace(byte), byte != UInt8(ascii: "/") else {
            state = .beforeName
            return
        }
        Self.add(byte, to: &attribute)
        state = .name
    }

    private mutating func endTag() {
        state = .text
        guard !isWithinRaw else { return }
        let name = String(decoding: tag, as: UTF8.self)
        raw = !isClosing && Self.rawElements.contains(name) ? tag : nil
    }

    private mutating func beginValue(_ byte: UInt8, _ output: inout [UInt8]) {
        value = holdsAddress ? [] : nil
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
            output.append(byte)
            state = .value(quote: byte)
        } else {
            state = .value(quote: nil)
            takeValue(byte, nil, &output)
        }
    }

    private var holdsAddress: Bool {
        guard !isClosing else { return false }
        return Self.addresses[String(decoding: tag, as: UTF8.self)]?
            .contains(String(decoding: attribute, as: UTF8.self)) == true
    }

    private mutating func takeValue(_ byte: UInt8, _ quote: UInt8?, _ output: inout [UInt8]) {
        let isOver = quote.map { byte == $0 } ?? (Self.isSpace(byte) || byte == UInt8(ascii: ">"))
        if isOver {
            if let value {
                let text = String(decoding: value, as: UTF8.self)
                output.append(contentsOf: text.utf8.elementsEqual(value) ? Array(rewritten(text).utf8) : value)
            }
            value = nil
            output.append(byte)
            if quote == nil, byte == UInt8(ascii: ">") { endTag() } else { state = .beforeName }
        } else if value == nil {
            output.append(byte)
        } else {
            value?.append(byte)
            guard let held = value, held.count > Self.valueLimit else { return }
            output.append(contentsOf: held)
            value = nil
        }
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0d).contains(byte) }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7a).contains(byte | 0x20) }

    /// In lower case; what does not fit makes the name none that is known.
    private static func add(_ byte: UInt8, to name: inout [UInt8]) {
        guard name.count <= nameLimit else { return }
        name.append((0x41...0x5a).contains(byte) ? byte | 0x20 : byte)
    }

    private static let rawElements: Set<String> = ["script", "style", "textarea", "title", "xmp", "noframes", "iframe"]

    /// The attributes that hold addresses, by tag: those of HTML 4 and 5.
    private static let addresses: [String: Set<String>] = {
        var table: [String: Set<String>] = [:]
        for line in [
            "a href", "applet codebase", "area href", "audio src", "base href", "blockquote cite", "body background",
            "button formaction", "command icon", "del cite", "embed src", "form action", "frame longdesc src",
            "head profile", "html manifest", "iframe longdesc src", "img longdesc src usemap",
            "input formaction src usemap", "ins cite", "link href", "object classid codebase data usemap", "q cite",
            "script src", "source src", "video poster src",
        ] {
            let words = line.split(separator: " ").map(String.init)
            if let tag = words.first { table[tag] = Set(words.dropFirst()) }
        }
        return table
    }()
}
