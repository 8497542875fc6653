/// A regular expression in RE2's syntax, compiled for asking whether a text matches somewhere.
///
/// It is followed along all ways at once (Thompson's construction), so a match takes time in proportion to text and
/// pattern, whatever they are; no way is tried twice.
final class Pattern: Sendable {
    enum Instruction: Sendable {
        case scalar(UInt32)
        /// A class in `sets`.
        case set(Int32)
        case split(Int32, Int32)
        case jump(Int32)
        case assertion(PatternTree.Assertion)
        case match
    }
    let program: [Instruction]
    let sets: [ScalarSet]

    init(_ text: String) throws(PatternError) {
        var compiler = PatternCompiler(source: text)
        try compiler.emit(try PatternParser.parse(text))
        compiler.program.append(.match)
        program = compiler.program
        sets = compiler.sets
    }

    /// Whether the text matches; nil when to find out takes more steps than a value may cost.
    func matches(_ text: String) -> Bool? {
        var budget = SchemaLimits.steps
        return matches(text, budget: &budget)
    }

    /// - Parameter budget: the steps that it may take; less what it took.
    func matches(_ text: String, budget: inout Int) -> Bool? {
        var search = PatternSearch(self, budget: budget)
        defer { budget -= search.steps }
        return search.run(Array(text.unicodeScalars))
    }
}

/// Writes a tree out as a program.
struct PatternCompiler {
    let source: String
    var program: [Pattern.Instruction] = []
    var sets: [ScalarSet] = []

    init(source: String) { self.source = source }

    private mutating func add(_ instruction: Pattern.Instruction) throws(PatternError) -> Int {
        guard program.count < SchemaLimits.patternInstructions else {
            throw PatternError(code: .tooLarge, part: source)
        }
        program.append(instruction)
        return program.count - 1
    }

    private var here: Int32 { Int32(program.count) }

    mutating func emit(_ tree: PatternTree) throws(PatternError) {
        switch tree {
        case .empty: break
        case .scalar(let scalar): _ = try add(.scalar(scalar))
        case .set(let set):
            if let known = sets.firstIndex(of: set) {
                _ = try add(.set(Int32(known)))
            } else {
                sets.append(set)
                _ = try add(.set(Int32(sets.count - 1)))
            }
        case .assertion(let assertion): _ = try add(.assertion(assertion))
        case .sequence(let parts): for part in parts { try emit(part) }
        case .choice(let choices):
            var ends: [Int] = []
            for (index, choice) in choices.enumerated() {
                guard index < choices.count - 1 else {
                    try emit(choice)
                    break
                }
                let split = try add(.jump(0))
                try emit(choice)
                ends.append(try add(.jump(0)))
                program[split] = .split(Int32(split + 1), here)
            }
            for end in ends { program[end] = .jump(here) }
        case .repetition(let part, let least, let most):
            for _ in 0..<least { try emit(part) }
            guard let most else {
                let split = try add(.jump(0))
                try emit(part)
                _ = try add(.jump(Int32(split)))
                program[split] = .split(Int32(split + 1), here)
                return
            }
            var splits: [Int] = []
            for _ in least..<max(least, most) {
                splits.append(try add(.jump(0)))
                try emit(part)
            }
            for split in splits { program[split] = .split(Int32(split + 1), here) }
        }
    }
}

/// One search: the places in the program that the text so far leads to.
private struct PatternSearch {
    private let pattern: Pattern
    private var current: [Int32] = []
    private var following: [Int32] = []
    /// By instruction: the round in which it was reached last.
    private var reached: [Int32]
    private var round: Int32 = 0
    private var open: [Int32] = []
    private(set) var steps = 0
    private let budget: Int

    init(_ pattern: Pattern, budget: Int) {
        self.budget = budget
        self.pattern = pattern
        reached = [Int32](repeating: -1, count: pattern.program.count)
    }

    mutating func run(_ text: [Unicode.Scalar]) -> Bool? {
        for at in 0...text.count {
            round = Int32(truncatingIfNeeded: at)
            // Those that were here before have marked themselves in the round that begins.
            if at == 0 { current.removeAll(keepingCapacity: true) }
            if follow(0, at, text) { return true }
            guard at < text.count else { return false }
            let scalar = text[at].value
            steps &+= current.count
            if steps > budget { return nil }
            swap(&current, &following)
            current.removeAll(keepingCapacity: true)
            round = Int32(truncatingIfNeeded: at + 1)
            for place in following {
                let takes: Bool =
                    switch pattern.program[Int(place)] {
                    case .scalar(let wanted): wanted == scalar
                    case .set(let index): pattern.sets[Int(index)].contains(scalar)
                    default: false
                    }
                if takes, follow(place + 1, at + 1, text) { return true }
            }
        }
        return false
    }

    /// Adds the places that are reached from `start` without taking a character; true at the end of the pattern.
    private mutating func follow(_ start: Int32, _ at: Int, _ text: [Unicode.Scalar]) -> Bool {
        open.append(start)
        while let place = open.popLast() {
            if reached[Int(place)] == round { continue }
            reached[Int(place)] = round
            steps &+= 1
            switch pattern.program[Int(place)] {
            case .match:
                open.removeAll(keepingCapacity: true)
                return true
            case .jump(let target): open.append(target)
            case .split(let first, let second):
                open.append(second)
                open.append(first)
            case .assertion(let assertion): if Self.holds(assertion, at, text) { open.append(place + 1) }
            case .scalar, .set: current.append(place)
            }
        }
        return false
    }

    private static func holds(_ assertion: PatternTree.Assertion, _ at: Int, _ text: [Unicode.Scalar]) -> Bool {
        switch assertion {
        case .textStart: at == 0
        case .textEnd: at == text.count
        case .lineStart: at == 0 || text[at - 1] == "\n"
        case .lineEnd: at == text.count || text[at] == "\n"
        case .wordBoundary: isBoundary(at, text)
        case .noWordBoundary: !isBoundary(at, text)
        }
    }

    private static func isBoundary(_ at: Int, _ text: [Unicode.Scalar]) -> Bool {
        (at > 0 && isWord(text[at - 1])) != (at < text.count && isWord(text[at]))
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "0"..."9", "A"..."Z", "a"..."z", "_": true
        default: false
        }
    }
}
