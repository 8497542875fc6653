import Testing

@testable import Objects

@Suite("Strategic merge patches follow the schema")
struct StrategicMergePatchTests {
    private static let pod = Core.Pod.descriptor

    /// Document, patch, result: of pods.
    static let examples = [
        // Lists of maps merge by key; what is new comes first where nothing orders it.
        (
            #"{"spec":{"containers":[{"name":"a","image":"1"},{"name":"b"}]}}"#,
            #"{"spec":{"containers":[{"name":"c"},{"name":"a","image":"2"}]}}"#,
            #"{"spec":{"containers":[{"name":"c"},{"image":"2","name":"a"},{"name":"b"}]}}"#
        ),
        // Lists of scalars are unions.
        (
            #"{"metadata":{"finalizers":["a","b"]}}"#, #"{"metadata":{"finalizers":["b","c"]}}"#,
            #"{"metadata":{"finalizers":["a","b","c"]}}"#
        ),
        (
            #"{"metadata":{"finalizers":["a","b","c"]}}"#,
            #"{"metadata":{"$deleteFromPrimitiveList/finalizers":["b"]}}"#,
            #"{"metadata":{"finalizers":["a","c"]}}"#
        ),
        (
            #"{"metadata":{"finalizers":["a","b"]}}"#,
            #"{"metadata":{"$setElementOrder/finalizers":["c","b"],"$deleteFromPrimitiveList/finalizers":["a"],"finalizers":["c"]}}"#,
            #"{"metadata":{"finalizers":["c","b"]}}"#
        ),
        // Lists without a strategy are replaced.
        (
            #"{"spec":{"tolerations":[{"key":"a"}]}}"#, #"{"spec":{"tolerations":[{"key":"b"}]}}"#,
            #"{"spec":{"tolerations":[{"key":"b"}]}}"#
        ),
        // Maps of the user's keys merge as JSON does.
        (
            #"{"metadata":{"labels":{"a":"1","b":"2"}}}"#, #"{"metadata":{"labels":{"a":null,"c":"3"}}}"#,
            #"{"metadata":{"labels":{"b":"2","c":"3"}}}"#
        ),
        // Directives.
        (
            #"{"metadata":{"labels":{"a":"1"}}}"#, #"{"metadata":{"labels":{"$patch":"replace","b":"2"}}}"#,
            #"{"metadata":{"labels":{"b":"2"}}}"#
        ),
        (
            #"{"spec":{"securityContext":{"runAsUser":1}}}"#, #"{"spec":{"securityContext":{"$patch":"delete"}}}"#,
            #"{"spec":{"securityContext":{}}}"#
        ),
        (
            #"{"spec":{"volumes":[{"name":"v","emptyDir":{}}]}}"#,
            #"{"spec":{"volumes":[{"name":"v","$retainKeys":["name","hostPath"],"hostPath":{"path":"/x"}}]}}"#,
            #"{"spec":{"volumes":[{"hostPath":{"path":"/x"},"name":"v"}]}}"#
        ),
        // What the order does not name stays before the named item that it stood before.
        (
            #"{"spec":{"containers":[{"name":"a"},{"name":"b"},{"name":"c"}]}}"#,
            #"{"spec":{"$setElementOrder/containers":[{"name":"c"},{"name":"a"}]}}"#,
            #"{"spec":{"containers":[{"name":"b"},{"name":"c"},{"name":"a"}]}}"#
        ),
        // Nothing to act on: directives and nulls leave no trace.
        (
            #"{}"#,
            #"{"spec":{"volumes":[{"name":"v","$retainKeys":["name"]},{"name":"w","$patch":"delete"}],"hostname":null}}"#,
            #"{"spec":{"volumes":[{"name":"v"}]}}"#
        ),
        // What the schema does not know merges as JSON; the decoder judges it later.
        (#"{"spec":{}}"#, #"{"spec":{"nope":{"a":1}}}"#, #"{"spec":{"nope":{"a":1}}}"#),
    ]

    @Test("Lists and maps", arguments: examples)
    func rules(_ example: (String, String, String)) throws {
        let result = try StrategicMergePatch.apply(try json(example.1), to: try json(example.0), type: Self.pod)
        #expect(shown(result) == example.2)
    }

    /// Patch, code, words.
    static let refusals: [(String, PatchError.Code, String)] = [
        (
            #"{"spec":{"containers":[{"image":"x"}]}}"#, .unmergeable,
            "map: map[image:x] does not contain declared merge key: name"
        ),
        (#"{"spec":{"containers":["x"]}}"#, .unmergeable, "list element types are not identical: [[map[name:a]] [x]]"),
        (#"{"spec":{"containers":[["x"]]}}"#, .doesNotApply, "lists of lists are not supported"),
        (
            #"{"spec":{"containers":[{"name":"a","$patch":"odd"}]}}"#, .unmergeable,
            "unknown patch type: odd in map: map[$patch:odd name:a]"
        ),
        (#"{"spec":{"$patch":7}}"#, .unmergeable, "unknown patch type: 7 in map: map[$patch:7]"),
        (#"{"spec":{"$setElementOrder/containers":7}}"#, .malformed, "invalid patch format of setElementOrder list"),
        (#"{"spec":{"$retainKeys":7}}"#, .malformed, "invalid patch format of retainKeys"),
        (
            #"{"metadata":{"$deleteFromPrimitiveList/finalizers":7}}"#, .malformed,
            "invalid patch format of primitive list"
        ),
    ]

    @Test("What the schema gives no meaning to is refused", arguments: refusals)
    func refused(_ refusal: (String, PatchError.Code, String)) throws {
        let document = try json(#"{"metadata":{"finalizers":["f"]},"spec":{"containers":[{"name":"a"}]}}"#)
        let patch = try json(refusal.0)
        let error = #expect(throws: PatchError.self) {
            try StrategicMergePatch.apply(patch, to: document, type: Self.pod)
        }
        #expect(error?.code == refusal.1)
        #expect(error?.message == refusal.2)
    }

    @Test("The same item patched again and again costs no more than the bound")
    func repeats() throws {
        var big: StringMap<Value> = StringMap((0..<20_000).map { ("k\($0)", .int($0)) })
        big["name"] = .string("a")
        let again = Value.map(["name": .string("a"), "x": .int(1)])
        let patch = Value.map([
            "spec": .map(["containers": .list([.map(big)] + Array(repeating: again, count: 20_000))])
        ])
        let document = try json(#"{"spec":{"containers":[{"name":"a"}]}}"#)
        var limits = PatchLimits.standard
        limits.steps = 4 * 1024 * 1024
        let error = #expect(throws: PatchError.self) {
            try StrategicMergePatch.apply(patch, to: document, type: Self.pod, limits: limits)
        }
        #expect(error?.code == .tooLarge)
    }

    // MARK: Three ways

    @Test("A client's apply changes what its author wrote and nothing else", arguments: 0..<300)
    func threeWay(_ seed: Int) throws {
        var random = Seeded(seed)
        let original = Self.spec(&random, prefix: "o")
        let modified = Self.spec(&random, prefix: "o")
        // Somebody else adds items and fields of their own.
        let foreign = Self.spec(&random, prefix: "f")
        let current = try StrategicMergePatch.apply(foreign, to: original, type: Self.pod)
        let patch = try ThreeWayPatch.strategic(
            original: original, modified: modified, current: current, type: Self.pod)
        let result = try StrategicMergePatch.apply(patch, to: current, type: Self.pod)
        let (wanted, before) = (Self.items(modified), Self.items(original))
        let found = Self.items(result)
        for (name, image) in wanted { #expect(found[name] == image) }
        for name in before.keys where wanted[name] == nil { #expect(found[name] == nil) }
        for (name, image) in Self.items(foreign) { #expect(found[name] == image) }
        // The author's items stand in the author's order.
        let order = Self.names(modified)
        #expect(Self.names(result).filter { order.contains($0) } == order)
        let again = try ThreeWayPatch.strategic(original: modified, modified: modified, current: result, type: Self.pod)
        #expect(again == .map([:]))
    }

    private static func spec(_ random: inout Seeded, prefix: String) -> Value {
        var names = (0..<4).map { "\(prefix)\($0)" }.filter { _ in Bool.random(using: &random) }
        names.shuffle(using: &random)
        let containers: [Value] = names.map {
            .map(["name": .string($0), "image": .string("i\(Int.random(in: 0...1, using: &random))")])
        }
        return .map(["spec": .map(["containers": .list(containers)])])
    }
    private static func list(_ value: Value) -> [StringMap<Value>] {
        (value.asMap?["spec"]?.asMap?["containers"]?.asList ?? []).compactMap(\.asMap)
    }
    private static func names(_ value: Value) -> [String] { list(value).map { $0["name"]?.asString ?? "" } }
    private static func items(_ value: Value) -> [String: String] {
        Dictionary(list(value).map { ($0["name"]?.asString ?? "", $0["image"]?.asString ?? "") }) { $1 }
    }
}
