import FieldOwnership
import Objects
import TestSupport
import Testing

@Suite("Sets of fields are combined as sets of their paths")
struct FieldSetAlgebraTests {
    /// Paths over a small alphabet, so that sets overlap.
    private static func paths(_ generator: inout SeededGenerator) -> [FieldPath] {
        let elements: [PathElement] = [
            .field("a"), .field("b"), .key([.init(name: "name", value: .string("x"))]),
            .key([.init(name: "name", value: .string("y"))]), .value(.int(1)), .value(.string("1")), .index(0),
        ]
        return (0..<Int.random(in: 0...12, using: &generator)).map { _ in
            (0..<Int.random(in: 1...3, using: &generator)).map { _ in elements.randomElement(using: &generator)! }
        }
    }

    private static func texts(_ set: FieldSet) -> Set<String> { Set(set.paths.map(\.text)) }

    @Test("union, intersection and difference", arguments: 0..<300)
    func algebra(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let (first, second) = (Self.paths(&generator), Self.paths(&generator))
        let (a, b) = (FieldSet(first), FieldSet(second))
        let (x, y) = (Set(first.map(\.text)), Set(second.map(\.text)))
        #expect(Self.texts(a) == x)
        #expect(a.count == x.count)
        #expect(Self.texts(a.union(b)) == x.union(y))
        #expect(Self.texts(a.intersection(b)) == x.intersection(y))
        #expect(Self.texts(a.subtracting(b)) == x.subtracting(y))
        #expect(Self.texts(a.subtractingAll(within: b)) == x.filter { path in !y.contains { path.hasPrefix($0) } })
        #expect(a.intersects(b) == !x.isDisjoint(with: y))
        #expect(a.isSuperset(of: b) == x.isSuperset(of: y))
        #expect(a.union(b) == b.union(a))
        for path in first { #expect(a.contains(path)) }
    }

    @Test("steps are sorted by kind, then by bytes, numbers by value")
    func order() {
        let set = FieldSet([
            [.index(2)], [.index(10)], [.value(.string("b"))], [.value(.int(3))], [.value(.double(2.5))],
            [.key([.init(name: "b", value: .int(1))])], [.key([.init(name: "a", value: .string("z"))])],
            [.field("é")], [.field("z")], [.field("B")],
        ])
        #expect(
            set.paths.map(\.text) == [
                ".B", ".z", ".é", #"[a="z"]"#, "[b=1]", "[=2.5]", "[=3]", #"[="b"]"#, "[2]", "[10]",
            ])
    }
}
