/// The members of a header that is a list (RFC 9110, section 5.6.1).
enum HeaderList {
    static func members(_ header: String?) -> [Substring] { (header ?? "").split(separator: ",").map(\.trimmingSpaces) }

    /// Whether `If-None-Match` names the representation that the client would be sent (RFC 9110, section 13.1.2).
    ///
    /// - Parameter tag: with its quotes.
    static func names(_ tag: String, ifNoneMatch header: String?) -> Bool {
        members(header).contains { $0 == "*" || $0 == tag || $0 == "W/\(tag)" }
    }
}

extension Substring {
    var trimmingSpaces: Substring {
        var view = self
        while view.first == " " { view.removeFirst() }
        while view.last == " " { view.removeLast() }
        return view
    }
}
