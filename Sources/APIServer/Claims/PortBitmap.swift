/// Which ports of a range are given, as Kubernetes stores it (core/v1 `RangeAllocation`): a big-endian number whose bit
/// n stands for the n-th port of the range.
struct PortBitmap: Sendable, Equatable {
    let range: ClosedRange<Int>
    private var words: [UInt64]

    init(_ range: ClosedRange<Int>) {
        self.range = range
        words = Array(repeating: 0, count: (range.count + 63) / 64)
    }

    /// - Parameter data: of the same range; bits beyond it are dropped.
    init(_ range: ClosedRange<Int>, data: [UInt8]) {
        self.init(range)
        for (index, byte) in data.reversed().enumerated() where index / 8 < words.count {
            words[index / 8] |= UInt64(byte) << UInt64(index % 8 * 8)
        }
        let extra = words.count * 64 - range.count
        if extra > 0, let last = words.indices.last { words[last] &= .max >> UInt64(extra) }
    }

    /// Without leading zeros.
    var data: [UInt8] {
        var bytes: [UInt8] = []
        for word in words.reversed() {
            for shift in stride(from: 56, through: 0, by: -8) {
                let byte = UInt8(truncatingIfNeeded: word >> UInt64(shift))
                if !bytes.isEmpty || byte != 0 { bytes.append(byte) }
            }
        }
        return bytes
    }

    /// Whether the port is given; ports beyond the range are not.
    subscript(port: Int) -> Bool {
        get {
            guard range.contains(port) else { return false }
            let offset = port - range.lowerBound
            return words[offset / 64] >> UInt64(offset % 64) & 1 == 1
        }
        set {
            guard range.contains(port) else { return }
            let offset = port - range.lowerBound
            let bit: UInt64 = 1 << UInt64(offset % 64)
            if newValue { words[offset / 64] |= bit } else { words[offset / 64] &= ~bit }
        }
    }

    /// A free port: in the upper part first, so that those that people choose, from the lower end, are seldom taken.
    func free(using generator: inout some RandomNumberGenerator) -> Int? {
        let lower = min(max(16, range.count / 32), 128)
        let reserved = lower < range.count ? lower : 0
        let split = range.lowerBound + reserved
        for part in [split...range.upperBound, range.lowerBound...max(range.lowerBound, split - 1)] {
            let start = Int.random(in: 0..<part.count, using: &generator)
            for step in 0..<part.count {
                let port = part.lowerBound + (start + step) % part.count
                if !self[port] { return port }
            }
        }
        return nil
    }
}
