/// `$(NAME)` in commands, arguments and values: replaced when NAME is known, left as it is otherwise; `$$` is a dollar.
/// (Kubernetes API, `Container.command` and `EnvVar.value`.)
enum VariableExpansion {
    static func expand(_ text: String, _ value: (String) -> String?) -> String {
        let bytes = Array(text.utf8)
        guard bytes.contains(UInt8(ascii: "$")) else { return text }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var at = 0
        while at < bytes.count {
            let byte = bytes[at]
            guard byte == UInt8(ascii: "$"), at + 1 < bytes.count else {
                result.append(byte)
                at += 1
                continue
            }
            switch bytes[at + 1] {
            case UInt8(ascii: "$"):
                result.append(byte)
                at += 2
            case UInt8(ascii: "("):
                guard let end = bytes[(at + 2)...].firstIndex(of: UInt8(ascii: ")")) else {
                    result.append(contentsOf: bytes[at..<(at + 2)])
                    at += 2
                    continue
                }
                if let known = value(String(decoding: bytes[(at + 2)..<end], as: UTF8.self)) {
                    result.append(contentsOf: known.utf8)
                } else {
                    result.append(contentsOf: bytes[at...end])
                }
                at = end + 1
            default:
                // Neither an escape nor a reference: both bytes stand for themselves.
                result.append(byte)
                result.append(bytes[at + 1])
                at += 2
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
