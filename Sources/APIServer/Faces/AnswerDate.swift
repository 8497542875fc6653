import Objects

/// When an answer was made, as the field `date` says (RFC 9110, 6.6.1). The text is made once a second.
struct AnswerDate {
    static let header = "date"

    private var second = Int64.min
    private var shown = ""

    mutating func text(_ now: Timestamp) -> String {
        if now.seconds != second { (second, shown) = (now.seconds, now.httpDate) }
        return shown
    }
}
