/// Comparing what nobody is to guess.
enum SecretBytes {
    /// In a time that does not tell where they differ.
    static func areSame(_ a: [UInt8], _ b: [UInt8]) -> Bool {
        guard a.count == b.count else { return false }
        return zip(a, b).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
