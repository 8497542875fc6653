internal import Glibc

/// The order of byte strings: that of keys in the store, and of names in Kubernetes' maps.
public enum ByteOrder {
    /// Whether `a` stands before `b`. Keys of one resource have a long beginning in common, so blocks are compared.
    public static func precedes(_ a: [UInt8], _ b: [UInt8]) -> Bool {
        a.withUnsafeBytes { first in b.withUnsafeBytes { second in precedes(first, second) } }
    }

    /// Whether `a` stands before `b` by their UTF-8. (Swift's `<` on strings orders by Unicode normal form.)
    public static func precedes(_ a: String, _ b: String) -> Bool {
        var (a, b) = (a, b)
        return a.withUTF8 { first in
            b.withUTF8 { second in precedes(UnsafeRawBufferPointer(first), UnsafeRawBufferPointer(second)) }
        }
    }

    private static func precedes(_ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer) -> Bool {
        let common = min(a.count, b.count)
        if common > 0, let first = a.baseAddress, let second = b.baseAddress {
            let order = memcmp(first, second, common)
            if order != 0 { return order < 0 }
        }
        return a.count < b.count
    }
}
