internal import FrameLog

/// Where a watch over HTTP/1.1 keeps its place in its group's log: memory that does not move, since the log knows it.
/// Freed with its stream.
struct ReaderCell {
    /// First, so that the log's pointer to it is a pointer to the cell.
    private var reader: LogReader
    private let stream: Unmanaged<HTTP1Stream>

    /// The stream owns the cell, so the pointer back to it holds nothing.
    static func make(for stream: HTTP1Stream) -> UnsafeMutablePointer<LogReader> {
        let cell = UnsafeMutablePointer<ReaderCell>.allocate(capacity: 1)
        cell.initialize(
            to: ReaderCell(
                reader: LogReader(wake: {
                    $0.assumingMemoryBound(to: ReaderCell.self).pointee.stream
                        ._withUnsafeGuaranteedRef { $0.bodyAvailable() }
                }), stream: .passUnretained(stream)))
        return UnsafeMutableRawPointer(cell).assumingMemoryBound(to: LogReader.self)
    }

    /// No log may know the reader any more than through `leave`.
    static func free(_ reader: UnsafeMutablePointer<LogReader>) {
        reader.leave()
        let cell = UnsafeMutableRawPointer(reader).assumingMemoryBound(to: ReaderCell.self)
        cell.deinitialize(count: 1)
        cell.deallocate()
    }
}
