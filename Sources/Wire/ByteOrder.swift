internal import Glibc

/// The order of byte strings: that of keys in the store, and of names in Kubernetes' maps.
public enum ByteOrder {
    /// Whether `a` stands before `b`. Keys of one resource have a long beginning in common, so blocks are compared.
    public static func precedes(_ a: [UInt8], _ b: [UInt8]) -> Bool {
        a.withUnsafeBytes { first in b.withUnsafeBytes { second in precedes(first, second) } }
    }

    /// Whether `bytes` begin with `prefix`, by blocks as well.
    public static func begins(_ bytes: [UInt8], with prefix: [UInt8]) -> Bool {
        guard bytes.count >= prefix.count else { return false }
        return bytes.withUnsafeBytes { first in
            prefix.withUnsafeBytes { second in
                guard let a = first.baseAddress, let b = second.baseAddress else { return prefix.isEmpty }
                return memcmp(a, b, second.count) == 0
            }
        }
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
