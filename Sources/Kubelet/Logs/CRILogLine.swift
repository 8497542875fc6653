internal import Objects

/// One line of a container's log as runtimes write it (CRI, "container log"): time, stream, tags, content.
///
///     2016-10-06T00:17:09.669794202Z stdout F content
///
/// The tag `P` says that the line goes on in the next record.
struct CRILogLine: Equatable {
    /// Of the first part: RFC 3339 with nanoseconds.
    var time: ArraySlice<UInt8>
    var stream: ArraySlice<UInt8>
    var isPartial: Bool
    /// Without the line end.
    var content: ArraySlice<UInt8>

    /// Nil for bytes that are no such line.
    init?(_ line: ArraySlice<UInt8>) {
        let space = UInt8(ascii: " ")
        guard let first = line.firstIndex(of: space),
            let second = line[(first + 1)...].firstIndex(of: space)
        else { return nil }
        time = line[..<first]
        stream = line[(first + 1)..<second]
        let rest = line[(second + 1)...]
        // A line without content may end right after its tag.
        let third = rest.firstIndex(of: space) ?? rest.endIndex
        let tags = rest[..<third]
        guard !time.isEmpty, stream.elementsEqual("stdout".utf8) || stream.elementsEqual("stderr".utf8),
            let tag = tags.first, tag == UInt8(ascii: "P") || tag == UInt8(ascii: "F")
        else { return nil }
        isPartial = tag == UInt8(ascii: "P")
        content = third < rest.endIndex ? rest[(third + 1)...] : rest[third...]
    }

    /// Milliseconds since 1970; nil when the time is none.
    var moment: Moment? {
        (try? Timestamp(rfc3339: String(decoding: time, as: UTF8.self))).map { Moment($0) }
    }
}
