/// What names, label keys and label values may look like (Kubernetes, "Object Names and IDs"; RFC 1123, RFC 1035).
///
/// Each function returns the problems in Kubernetes' words; none: the text is good.
public enum Names {
    private static let labelLimit = 63
    private static let subdomainLimit = 253

    private static let labelWords =
        "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and "
        + "end with an "
        + "alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is "
        + "'[a-z0-9]([-a-z0-9]*[a-z0-9])?')"
    private static let subdomainWords =
        "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must "
        + "start and end "
        + "with an alphanumeric character (e.g. 'example.com', regex used for validation is "
        + "'[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')"
    private static let nameWords =
        "name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an "
        + "alphanumeric "
        + "character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is "
        + "'([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')"
    private static let qualifiedWords =
        "a qualified name must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an "
        + "alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is "
        + "'([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]') with an optional DNS subdomain prefix and '/' (e.g. "
        + "'example.com/MyName')"
    private static let valueWords =
        "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must "
        + "start and end "
        + "with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is "
        + "'(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')"
    private static let dns1035Words =
        "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic "
        + "character, and "
        + "end with an alphanumeric character (e.g. 'my-name',  or 'abc-123', regex used for validation is "
        + "'[a-z]([-a-z0-9]*[a-z0-9])?')"

    private static func isLower(_ byte: UInt8) -> Bool { (0x61...0x7a).contains(byte) || (0x30...0x39).contains(byte) }
    private static func isAlphanumeric(_ byte: UInt8) -> Bool { isLower(byte) || (0x41...0x5a).contains(byte) }

    private static func tooLong(_ limit: Int) -> String { "must be no more than \(limit) characters" }

    private static func isLabel(_ bytes: some BidirectionalCollection<UInt8>) -> Bool {
        guard let first = bytes.first, let last = bytes.last, isLower(first), isLower(last) else { return false }
        return bytes.allSatisfy { isLower($0) || $0 == 0x2d }
    }

    /// - Parameter isPrefix: the text is the beginning of a name that will be completed: it may end with `-`. As in
    ///   Kubernetes the character before that `-` goes unchecked.
    private static func whole(_ text: String, isPrefix: Bool) -> String {
        isPrefix && text.utf8.count > 1 && text.hasSuffix("-") ? text.dropLast(2) + "a" : text
    }

    public static func labelProblems(_ text: String, isPrefix: Bool = false) -> [String] {
        let text = whole(text, isPrefix: isPrefix)
        var problems: [String] = []
        if text.utf8.count > labelLimit { problems.append(tooLong(labelLimit)) }
        if !isLabel(text.utf8) { problems.append(labelWords) }
        return problems
    }

    public static func dns1035Problems(_ text: String, isPrefix: Bool = false) -> [String] {
        let text = whole(text, isPrefix: isPrefix)
        var problems: [String] = []
        if text.utf8.count > labelLimit { problems.append(tooLong(labelLimit)) }
        if !isLabel(text.utf8) || (0x30...0x39).contains(text.utf8.first ?? 0) { problems.append(dns1035Words) }
        return problems
    }

    public static func subdomainProblems(_ text: String, isPrefix: Bool = false) -> [String] {
        let text = whole(text, isPrefix: isPrefix)
        var problems: [String] = []
        if text.utf8.count > subdomainLimit { problems.append(tooLong(subdomainLimit)) }
        let labels = text.utf8.split(separator: 0x2e, omittingEmptySubsequences: false)
        if !labels.allSatisfy({ isLabel($0) }) { problems.append(subdomainWords) }
        return problems
    }

    private static func isName(_ text: Substring) -> Bool {
        guard let first = text.utf8.first, let last = text.utf8.last, isAlphanumeric(first), isAlphanumeric(last) else {
            return false
        }
        return text.utf8.allSatisfy { isAlphanumeric($0) || $0 == 0x2d || $0 == 0x5f || $0 == 0x2e }
    }

    /// Keys of labels and annotations, names of finalizers and resources: `example.com/name`.
    public static func qualifiedNameProblems(_ text: String) -> [String] {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        var problems: [String] = []
        guard parts.count <= 2, let name = parts.last else { return [qualifiedWords] }
        if parts.count == 2 {
            if parts[0].isEmpty {
                problems.append("prefix part must be non-empty")
            } else {
                problems += subdomainProblems(String(parts[0])).map { "prefix part \($0)" }
            }
        }
        if name.isEmpty {
            problems.append("name part must be non-empty")
        } else if name.utf8.count > labelLimit {
            problems.append("name part \(tooLong(labelLimit))")
        }
        if !isName(name) { problems.append(nameWords) }
        return problems
    }

    public static func labelValueProblems(_ text: String) -> [String] {
        var problems: [String] = []
        if text.utf8.count > labelLimit { problems.append(tooLong(labelLimit)) }
        if !text.isEmpty, !isName(text[...]) { problems.append(valueWords) }
        return problems
    }
}
