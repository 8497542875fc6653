import Objects

/// Numbers for the texts of node labels, so that selectors compare numbers. Texts that no node has get none.
struct LabelTable: Sendable {
    private var numbers: [String: Int32] = [:]
    private(set) var texts: [String] = []

    var count: Int { texts.count }

    /// Nil: no node has it in a label.
    func number(_ text: String) -> Int32? { numbers[text] }

    mutating func codes(_ labels: StringMap<String>) -> LabelCodes {
        LabelCodes(labels.entries.map { LabelCodes.Pair(key: intern($0.key), value: intern($0.value)) })
    }

    private mutating func intern(_ text: String) -> Int32 {
        if let known = numbers[text] { return known }
        let number = Int32(truncatingIfNeeded: texts.count)
        numbers[text] = number
        texts.append(text)
        return number
    }
}

/// The labels of one node as numbers.
struct LabelCodes: Sendable {
    struct Pair: Sendable {
        let key: Int32
        let value: Int32
    }
    private let pairs: [Pair]

    init(_ pairs: [Pair] = []) {
        self.pairs = pairs.sorted { $0.key < $1.key }
    }

    /// The number of the label's value; nil: there is no such label.
    func value(_ key: Int32) -> Int32? {
        var low = 0
        var high = pairs.count
        while low < high {
            let middle = (low + high) / 2
            if pairs[middle].key < key { low = middle + 1 } else { high = middle }
        }
        return low < pairs.count && pairs[low].key == key ? pairs[low].value : nil
    }
}

/// Numbers for lists of taints: most nodes share one of a few.
struct TaintTable: Sendable {
    struct Taint: Hashable, Sendable {
        let key: String
        let value: String
        let effect: String

        init(key: String, value: String = "", effect: String) {
            self.key = key
            self.value = value
            self.effect = effect
        }

        init(_ taint: Core.Taint) { self.init(key: taint.key, value: taint.value, effect: taint.effect) }
    }
    private(set) var lists: [[Taint]] = [[]]
    private var numbers: [[Taint]: Int32] = [[]: 0]

    mutating func number(of list: [Taint]) -> Int32 {
        if let known = numbers[list] { return known }
        let number = Int32(truncatingIfNeeded: lists.count)
        numbers[list] = number
        lists.append(list)
        return number
    }
}
