import Resources

/// The part of a block from which addresses are given unasked: the upper one first, so that those that people choose,
/// from the lower end, are seldom taken (Kubernetes, "ServiceIPStaticSubrange").
struct AddressBand: Sendable {
    private let base: UInt128
    private let family: IPAddress.Family
    /// How many addresses may be given, from the one after the block's own.
    private let count: UInt64
    private let reserved: UInt64

    init(_ network: IPNetwork) {
        base = network.base.value
        family = network.family
        // Neither the block's own address nor, in IPv4, its broadcast address.
        count = network.count - (network.family == .v4 ? 2 : 1)
        let lower = min(max(16, network.count / 16), 256)
        reserved = lower < count ? lower : 0
    }

    func address(_ offset: UInt64) -> IPAddress {
        IPAddress(family: family, value: base &+ 1 &+ UInt128(offset))
    }

    /// A free address: the first from a random place on in the upper part, then one of the lower part.
    ///
    /// - Parameter limit: at most so many are looked at in each part.
    func free(limit: Int = 65536, using generator: inout some RandomNumberGenerator, isTaken: (IPAddress) -> Bool)
        -> IPAddress?
    {
        for range in [reserved..<count, 0..<reserved] where !range.isEmpty {
            let size = range.upperBound - range.lowerBound
            let start = UInt64.random(in: 0..<size, using: &generator)
            for step in 0..<min(size, UInt64(limit)) {
                let offset = range.lowerBound + (start &+ step) % size
                let address = address(offset)
                if !isTaken(address) { return address }
            }
        }
        return nil
    }
}
