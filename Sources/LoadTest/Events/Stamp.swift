/// The text in every object that says which run wrote it and as which write. It stands in all faces' bytes as it is.
struct Stamp: Sendable {
    private let marker: [UInt8]

    /// - Parameter run: letters and digits that no other run has.
    init(run: String) { marker = Array("apus-load:\(run):".utf8) }

    func text(_ sequence: Int64) -> String {
        String(decoding: marker, as: UTF8.self) + String(sequence) + ";"
    }

    /// The number of the write that an event shows; nil: it is not of this run.
    func sequence(in bytes: RawSpan) -> Int64? {
        ByteSearch.end(of: marker, in: bytes).flatMap { ByteSearch.decimal(in: bytes, at: $0) }
    }
}
