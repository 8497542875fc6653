/// Times as JSON has them, `"2008-01-01T01:01:01Z"`, one after another: an object's times are mostly of the same day, and
/// often of the same second, and then little of the text changes.
///
/// A class, so that it is changed in place from wherever times are met.
final class TimestampText {
    private(set) var text: [UInt8] = []
    private var day: Int64 = 0
    private var second: Int64 = 0

    init() { write(seconds: 0) }

    /// - Parameter seconds: since 1970.
    func show(seconds: Int64) {
        guard Timestamp.writable.contains(seconds), seconds >= 0, seconds / 86_400 == day else {
            return write(seconds: seconds)
        }
        guard seconds % 86_400 != second else { return }
        second = seconds % 86_400
        put(second / 3_600, at: 12)
        put(second / 60 % 60, at: 15)
        put(second % 60, at: 18)
    }

    private func write(seconds: Int64) {
        text.removeAll(keepingCapacity: true)
        text.append(UInt8(ascii: "\""))
        Timestamp(seconds: seconds, nanoseconds: 0).appendRFC3339(to: &text)
        text.append(UInt8(ascii: "\""))
        let isAfter1970 = Timestamp.writable.contains(seconds) && seconds >= 0
        // Before, and where the text is not the moment's own: a day that nothing is of.
        day = isAfter1970 ? seconds / 86_400 : -1
        second = isAfter1970 ? seconds % 86_400 : 0
    }

    /// Two digits.
    private func put(_ number: Int64, at place: Int) {
        text[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / 10)
        text[place + 1] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10)
    }
}
