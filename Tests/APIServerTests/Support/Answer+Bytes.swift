@testable import APIServer

extension Answer {
    /// The body, if it is made already.
    var bytes: [UInt8] { if case .whole(let bytes) = body { bytes } else { [] } }
}
