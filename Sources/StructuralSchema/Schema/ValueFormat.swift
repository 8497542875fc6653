import Objects

/// Formats of strings that are checked (Kubernetes, "Value validation"; OpenAPI 3). Others are no more than notes.
enum ValueFormat {
    static func isKnown(_ name: String) -> Bool { names.contains(name) }

    private static let names: Set<String> = [
        "bsonobjectid", "uri", "email", "hostname", "ipv4", "ipv6", "cidr", "mac", "uuid", "uuid3", "uuid4", "uuid5",
        "isbn", "isbn10", "isbn13", "creditcard", "ssn", "hexcolor", "rgbcolor", "byte", "password", "date", "duration",
        "datetime", "date-time", "k8s-short-name", "k8s-long-name",
    ]

    /// Whether the text has the format; texts of a format that is not known have.
    static func holds(_ name: String, _ text: String) -> Bool {
        switch name {
        case "date-time", "datetime": (try? Timestamp(rfc3339: text)) != nil
        case "date": text.utf8.count == 10 && (try? Timestamp(rfc3339: text + "T00:00:00Z")) != nil
        case "duration": isDuration(text)
        case "byte": isBase64(text)
        case "uuid": isUUID(text, version: nil)
        case "uuid3": isUUID(text, version: "3")
        case "uuid4": isUUID(text, version: "4")
        case "uuid5": isUUID(text, version: "5")
        case "ipv4": AddressText.isIPv4(text)
        case "ipv6": AddressText.isIPv6(text)
        case "cidr": AddressText.isCIDR(text)
        case "mac": AddressText.isMAC(text)
        case "hostname": isHostname(text)
        case "email": isEmail(text)
        case "uri": isURI(text)
        case "hexcolor": matches(text, "^#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$")
        case "rgbcolor": isRGB(text)
        case "ssn": matches(text, "^[0-9]{3}[- ]?[0-9]{2}[- ]?[0-9]{4}$")
        case "bsonobjectid": matches(text, "^[0-9a-fA-F]{24}$")
        case "creditcard": isCreditCard(text)
        case "isbn10": isISBN10(text)
        case "isbn13": isISBN13(text)
        case "isbn": isISBN10(text) || isISBN13(text)
        case "k8s-short-name": Names.labelProblems(text).isEmpty
        case "k8s-long-name": Names.subdomainProblems(text).isEmpty
        default: true
        }
    }

    private static func matches(_ text: String, _ pattern: String) -> Bool {
        (try? PatternShelf.shared.pattern(pattern))?.matches(text) ?? false
    }

    private static func isHex(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
    }

    private static func isUUID(_ text: String, version: Unicode.Scalar?) -> Bool {
        let digits = text.utf8.filter { $0 != 0x2d }
        let isGrouped = text.utf8.count == 32 || text.utf8.count == 36
        guard isGrouped, digits.count == 32, digits.allSatisfy(isHex) else { return false }
        if text.utf8.count == 36 {
            for (index, byte) in text.utf8.enumerated() where [8, 13, 18, 23].contains(index) != (byte == 0x2d) {
                return false
            }
        }
        guard let version else { return true }
        guard digits[12] == UInt8(ascii: version) else { return false }
        return version == "3" || [0x38, 0x39, 0x61, 0x62, 0x41, 0x42].contains(digits[16])
    }

    private static func isBase64(_ text: String) -> Bool {
        matches(text, "^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=|[A-Za-z0-9+/]{4})$")
    }

    private static func isDuration(_ text: String) -> Bool {
        if (try? GoDuration(parsing: text)) != nil { return true }
        // Also in words: `2 weeks`, `3 days`.
        return matches(
            text,
            "^\\s*[0-9]+(\\.[0-9]+)?\\s*(ns|nano|us|µs|micro|ms|milli|s|sec|second|m|min|minute|h|hr|hour|d|day|w|wk|week)s?$"
        )
    }

    /// RFC 1034's names, and internationalized ones (`xn--`).
    private static func isHostname(_ text: String) -> Bool {
        guard !text.isEmpty, text.utf8.count <= 255 else { return false }
        let labels = text.split(separator: ".", omittingEmptySubsequences: false)
        return labels.allSatisfy { label in
            (1...63).contains(label.utf8.count) && !label.hasPrefix("-") && !label.hasSuffix("-")
                && label.unicodeScalars.allSatisfy {
                    $0 == "-" || $0.properties.isAlphabetic || $0.properties.numericType != nil
                }
        }
    }

    private static func isEmail(_ text: String) -> Bool {
        var address = text[...]
        // `Name <a@b>` is an address too (RFC 5322).
        if let open = address.lastIndex(of: "<"), address.hasSuffix(">") {
            address = address[address.index(after: open)...].dropLast()
        }
        guard let at = address.lastIndex(of: "@") else { return false }
        let (local, domain) = (address[..<at], address[address.index(after: at)...])
        guard !local.isEmpty, !domain.isEmpty, local.utf8.count <= 64 || local.hasPrefix("\"") else { return false }
        let isPlain = local.unicodeScalars.allSatisfy { scalar in
            !scalar.isASCII || matches(String(scalar), "[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]")
        }
        let isQuoted = local.hasPrefix("\"") && local.hasSuffix("\"") && local.utf8.count > 1
        guard isQuoted || isPlain && !local.hasPrefix(".") && !local.hasSuffix(".") && !local.contains("..") else {
            return false
        }
        return isHostname(String(domain)) || domain.hasPrefix("[") && domain.hasSuffix("]")
    }

    /// An absolute URI or a path (RFC 3986, as request lines have it).
    private static func isURI(_ text: String) -> Bool {
        guard !text.isEmpty, text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7f }) else { return false }
        return matches(text, "^([A-Za-z][A-Za-z0-9+.-]*:[^\\s]+|/[^\\s]*)$")
            && !matches(text, "%([^0-9A-Fa-f]|.[^0-9A-Fa-f]|.?$)")
    }

    private static func isRGB(_ text: String) -> Bool {
        let part = "\\s*(0|[1-9][0-9]?|1[0-9][0-9]?|2[0-4][0-9]|25[0-5])\\s*"
        return matches(text, "^rgb\\(\(part),\(part),\(part)\\)$")
    }

    private static func digits(_ text: String) -> [Int]? {
        let plain = text.utf8.filter { $0 != 0x2d && $0 != 0x20 }
        guard plain.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return plain.map { Int($0) - 0x30 }
    }

    /// Luhn's check.
    private static func isCreditCard(_ text: String) -> Bool {
        guard let digits = digits(text), (13...19).contains(digits.count) else { return false }
        var sum = 0
        for (index, digit) in digits.reversed().enumerated() {
            let doubled = index % 2 == 1 ? digit * 2 : digit
            sum += doubled > 9 ? doubled - 9 : doubled
        }
        return sum % 10 == 0
    }

    private static func isISBN10(_ text: String) -> Bool {
        let isTen = text.hasSuffix("X") || text.hasSuffix("x")
        guard let digits = digits(isTen ? String(text.dropLast()) : text), digits.count == (isTen ? 9 : 10) else {
            return false
        }
        let all = isTen ? digits + [10] : digits
        return all.enumerated().reduce(0) { $0 + ($1.offset + 1) * $1.element } % 11 == 0
    }

    private static func isISBN13(_ text: String) -> Bool {
        guard let digits = digits(text), digits.count == 13 else { return false }
        return digits.enumerated().reduce(0) { $0 + ($1.offset % 2 == 0 ? 1 : 3) * $1.element } % 10 == 0
    }
}
