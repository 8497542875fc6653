/// Which part of a container's log a reader wants (Kubernetes API, `PodLogOptions`).
struct LogQuery: Sendable, Equatable {
    var follows = false
    var isPrevious = false
    var timestamps = false
    /// Nil: all lines.
    var tailLines: Int?
    var since: Moment?
    var limitBytes: Int?
}

/// Turns the bytes of log files into what a reader asked for. Lines may come in pieces of any size.
struct LogFormatter {
    private let since: Moment?
    private let timestamps: Bool
    private var remainingBytes: Int?
    /// The start of a line whose end has not been read.
    private var pending: [UInt8] = []
    private var isInsideLine = false
    private var isWanted = false

    init(_ query: LogQuery) {
        since = query.since
        timestamps = query.timestamps
        remainingBytes = query.limitBytes
    }

    /// Nothing more will be let through.
    var isFull: Bool { remainingBytes == 0 }

    /// Takes raw bytes and appends what they say to `output`.
    mutating func read(_ bytes: some Collection<UInt8>, into output: inout [UInt8]) {
        pending.append(contentsOf: bytes)
        var start = pending.startIndex
        while let end = pending[start...].firstIndex(of: UInt8(ascii: "\n")) {
            line(pending[start..<end], &output)
            start = end + 1
        }
        pending.removeSubrange(..<start)
        // Runtimes cut lines at 16 KiB; what is longer without an end is no log line, and is passed over.
        if pending.count > KubeletLimits.logChunkBytes * 2 { pending.removeAll() }
    }

    private mutating func line(_ bytes: ArraySlice<UInt8>, _ output: inout [UInt8]) {
        guard let line = CRILogLine(bytes) else { return }
        if !isInsideLine {
            isWanted = since.map { since in line.moment.map { $0 >= since } ?? true } ?? true
            if isWanted, timestamps { append(line.time + [UInt8(ascii: " ")], &output) }
        }
        isInsideLine = line.isPartial
        guard isWanted else { return }
        append(line.content, &output)
        if !line.isPartial { append([UInt8(ascii: "\n")], &output) }
    }

    private mutating func append(_ bytes: some Collection<UInt8>, _ output: inout [UInt8]) {
        guard let room = remainingBytes else { return output.append(contentsOf: bytes) }
        let part = bytes.prefix(room)
        output.append(contentsOf: part)
        remainingBytes = room - part.count
    }
}
