/// For each indexed value the events at which an object had it, before or after: what a watch with a selector reads of
/// history instead of all of it.
///
/// Events are named by their sequence numbers, kept in 32 bits: enough to tell apart those that are here at one time.
/// An event costs four bytes a place here, and for a value that no other event has, an entry of the table: some 40.
struct Postings {
    private enum Posting {
        case one(UInt32)
        /// Ascending. Those of dropped events may still stand at the front.
        case many([UInt32])

        mutating func append(_ sequence: UInt32) {
            switch self {
            case .one(let before):
                if before != sequence { self = .many([before, sequence]) }
            case .many(var sequences):
                self = .one(0)
                if sequences.last != sequence { sequences.append(sequence) }
                self = .many(sequences)
            }
        }

        /// Forgets what came before `sequence` and itself. Returns whether nothing is left.
        mutating func drop(through sequence: UInt32) -> Bool {
            switch self {
            case .one(let only): return only == sequence
            case .many(var sequences):
                if sequences.last == sequence { return true }
                let half = sequences.count / 2
                guard half >= 16, Postings.distance(from: sequence, to: sequences[half]) <= 0 else { return false }
                self = .one(0)
                sequences.removeFirst(half + 1)
                self = .many(sequences)
                return false
            }
        }
    }
    private var postings: [IndexPlace: Posting] = [:]

    /// How many values have events.
    var count: Int { postings.count }

    private static func short(_ sequence: Int) -> UInt32 { UInt32(truncatingIfNeeded: sequence) }

    private static func distance(from a: UInt32, to b: UInt32) -> Int { Int(Int32(bitPattern: b &- a)) }

    mutating func add(_ sequence: Int, at places: [IndexPlace]) {
        let short = Self.short(sequence)
        for place in places {
            postings[place, default: .one(short)].append(short)
        }
    }

    /// To be called for the oldest event that is still here.
    mutating func drop(_ sequence: Int, at places: [IndexPlace]) {
        let short = Self.short(sequence)
        for place in places where postings[place]?.drop(through: short) == true { postings[place] = nil }
    }

    /// How many events from `start` up to and without `end` have one of these values. An event with two of them counts
    /// twice.
    func count(at places: [IndexPlace], from start: Int, upTo end: Int) -> Int {
        places.reduce(0) { sum, place in
            switch postings[place] {
            case nil: sum
            case .one(let only): sum + (Self.isWithin(only, start, end) ? 1 : 0)
            case .many(let sequences):
                sum + Self.first(from: end, in: sequences) - Self.first(from: start, in: sequences)
            }
        }
    }

    /// The first `limit` events from `start` up to and without `end` that have one of these values, in order.
    func sequences(at places: [IndexPlace], from start: Int, upTo end: Int, limit: Int) -> [Int] {
        var found: [Int] = []
        for place in places {
            switch postings[place] {
            case nil: break
            case .one(let only):
                if Self.isWithin(only, start, end) { found.append(Self.long(only, near: start)) }
            case .many(let sequences):
                let from = Self.first(from: start, in: sequences)
                let to = min(Self.first(from: end, in: sequences), from + limit)
                guard from < to else { continue }
                for sequence in sequences[from..<to] { found.append(Self.long(sequence, near: start)) }
            }
        }
        guard places.count > 1 else { return found }
        found.sort()
        var unique: [Int] = []
        for sequence in found where unique.last != sequence && unique.count < limit { unique.append(sequence) }
        return unique
    }

    private static func isWithin(_ sequence: UInt32, _ start: Int, _ end: Int) -> Bool {
        distance(from: short(start), to: sequence) >= 0 && distance(from: short(end), to: sequence) < 0
    }

    private static func long(_ sequence: UInt32, near start: Int) -> Int {
        start + distance(from: short(start), to: sequence)
    }

    /// The index of the first sequence number that is not below `start`.
    private static func first(from start: Int, in sequences: [UInt32]) -> Int {
        let start = short(start)
        var low = 0
        var high = sequences.count
        while low < high {
            let middle = (low + high) / 2
            if distance(from: start, to: sequences[middle]) < 0 { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
