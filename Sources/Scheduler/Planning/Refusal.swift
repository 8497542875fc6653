/// Why a node cannot take a pod: one bit a reason, so that a thousand nodes are counted without a text.
struct Refusal: OptionSet, Hashable, Sendable {
    let rawValue: UInt16

    static let cordoned = Refusal(rawValue: 1 << 0)
    static let otherName = Refusal(rawValue: 1 << 1)
    static let taint = Refusal(rawValue: 1 << 2)
    static let affinity = Refusal(rawValue: 1 << 3)
    static let ports = Refusal(rawValue: 1 << 4)
    static let podCount = Refusal(rawValue: 1 << 5)
    static let cpu = Refusal(rawValue: 1 << 6)
    static let memory = Refusal(rawValue: 1 << 7)
    static let ephemeralStorage = Refusal(rawValue: 1 << 8)
    /// Devices and huge pages; their names are in the texts.
    static let extended = Refusal(rawValue: 1 << 9)

    static let resources: Refusal = [.podCount, .cpu, .memory, .ephemeralStorage, .extended]
    static let all = Refusal(rawValue: (1 << 10) - 1)

    /// As Kubernetes words each, by the number of its bit; the last one is made from the resource's name.
    static let words = [
        "node(s) were unschedulable", "node(s) didn't match the requested node name",
        "node(s) had untolerated taint(s)", "node(s) didn't match Pod's node affinity/selector",
        "node(s) didn't have free ports for the requested pod ports", "Too many pods", "Insufficient cpu",
        "Insufficient memory", "Insufficient ephemeral-storage",
    ]
}

/// Counts of why nodes were refused, and what a person is told of them.
struct RefusalTally: Sendable {
    private var counts = [Int](repeating: 0, count: Refusal.words.count)
    private var devices: [String: Int] = [:]
    /// Every reason that came up: what would have to change.
    private(set) var reasons: Refusal = []

    mutating func add(_ refusal: Refusal) {
        reasons.formUnion(refusal)
        var bits = refusal.subtracting(.extended).rawValue
        while bits != 0 {
            counts[bits.trailingZeroBitCount] += 1
            bits &= bits - 1
        }
    }

    mutating func addDevice(_ name: String) { devices[name, default: 0] += 1 }

    /// `0/3 nodes are available: 1 Too many pods, 2 Insufficient cpu.`
    func message(nodes: Int) -> String {
        if nodes == 0 { return "no nodes available to schedule pods" }
        var parts = zip(counts, Refusal.words).filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        parts += devices.map { "\($0.value) Insufficient \($0.key)" }
        // By the bytes of the texts with their counts, as Kubernetes sorts them.
        parts.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        return "0/\(nodes) nodes are available: \(parts.joined(separator: ", "))."
    }
}
