/// The pods' network: one of the 256 /24 networks of 10.244.0.0/16.
struct PodSubnet: Sendable, Equatable, CustomStringConvertible {
    /// N of 10.244.N.0/24.
    let number: UInt8

    var description: String { "10.244.\(number).0/24" }
    private var first: UInt32 { 0x0af4_0000 | UInt32(number) << 8 }

    init(number: UInt8) { self.number = number }

    /// From the text that `description` makes.
    init?(_ text: some StringProtocol) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 4, parts[0] == "10", parts[1] == "244", parts[3] == "0/24", let number = UInt8(parts[2])
        else { return nil }
        self.number = number
    }

    /// The remembered network where it is still free, else the first free one from where the folder's hash points.
    /// - Parameter taken: the machine's routes but those of this cluster's own bridge.
    /// - Returns: nil when all are taken.
    static func choose(remembered: PodSubnet?, hash: UInt64, taken: [Route]) -> PodSubnet? {
        func isFree(_ subnet: PodSubnet) -> Bool { !taken.contains { $0.overlaps(subnet.first, length: 24) } }
        if let remembered, isFree(remembered) { return remembered }
        let start = UInt8(truncatingIfNeeded: hash)
        for step in UInt8.min...UInt8.max {
            let subnet = PodSubnet(number: start &+ step)
            if isFree(subnet) { return subnet }
        }
        return nil
    }
}

/// A network that the machine has a route to.
struct Route: Sendable, Equatable {
    var interface: String
    /// In host byte order.
    var network: UInt32
    var mask: UInt32

    /// A default route overlaps with nothing: every other one is more specific.
    func overlaps(_ other: UInt32, length: Int) -> Bool {
        let otherMask = UInt32.max << UInt32(32 - min(max(length, 1), 32))
        let common = mask & otherMask
        return mask != 0 && network & common == other & common
    }

    /// The lines of `/proc/net/route` (proc_net(5)): tab-separated, the first a heading; numbers are hexadecimal in the
    /// machine's byte order, which on little-endian machines is the reverse of how addresses are written.
    static func parse(_ text: String) -> [Route] {
        text.split(separator: "\n").dropFirst().compactMap { line in
            let columns = line.split(separator: "\t").map { $0.filter { $0 != " " } }
            guard columns.count >= 8, let network = UInt32(columns[1], radix: 16),
                let mask = UInt32(columns[7], radix: 16)
            else { return nil }
            return Route(interface: columns[0], network: UInt32(bigEndian: network), mask: UInt32(bigEndian: mask))
        }
    }
}
