import FieldOwnership
import Objects
import Testing

/// An object and its entries, to which configurations are applied one after the other.
struct World {
    let ownership: FieldOwnership
    var object: Value?
    var entries: [Meta.ManagedFieldsEntry] = []
    var now: Int64 = 0

    init(_ ownership: FieldOwnership) { self.ownership = ownership }

    mutating func apply(_ config: String, by manager: String, force: Bool = false) throws(OwnershipError) {
        now += 1
        guard let config = try? free(config) else { return }
        let applied = try ownership.applied(
            config, to: object, held: entries, by: manager, force: force, at: moment(now))
        object = applied.object ?? object
        entries = applied.entries
    }

    /// A member of the object as JSON.
    func text(_ names: String...) -> String {
        var value = object ?? .null
        for name in names {
            guard case .map(let map) = value else { return "none" }
            value = map[name] ?? .null
        }
        return String(decoding: FreeValue.text(value), as: UTF8.self)
    }

    mutating func conflicts(_ config: String, by manager: String) -> [String] {
        do { try apply(config, by: manager) } catch {
            guard case .conflicts(let conflicts) = error else { return ["\(error)"] }
            return [ConflictText.message(conflicts)]
        }
        return []
    }
}

@Suite("Server-side apply")
struct ApplyTests {
    private func map(_ data: String) -> String {
        #"{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a"},"data":\#(data)}"#
    }

    private func deployment(_ containers: String, _ more: String = "") -> String {
        #"{"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"d"},"spec":{\#(more)"template":{"spec":{"containers":\#(containers)}}}}"#
    }

    @Test("creates, refuses to change what is another's, takes it by force, and removes what is applied no more")
    func configMap() throws {
        var world = World(Kind.configMap)
        try world.apply(map(#"{"x":"1","y":"1"}"#), by: "m1")
        #expect(shown(world.entries) == [#"m1 Apply v1 1 {"f:data":{"f:x":{},"f:y":{}}}"#])
        #expect(
            world.conflicts(map(#"{"x":"2"}"#), by: "m2") == [
                #"Apply failed with 1 conflict: conflict with "m1": .data.x"#
            ])
        try world.apply(map(#"{"x":"2"}"#), by: "m2", force: true)
        #expect(
            shown(world.entries) == [
                #"m1 Apply v1 1 {"f:data":{"f:y":{}}}"#, #"m2 Apply v1 3 {"f:data":{"f:x":{}}}"#,
            ])
        try world.apply(map("{}"), by: "m2")
        #expect(world.text("data") == #"{"y":"1"}"#)
        #expect(shown(world.entries)[1] == #"m2 Apply v1 4 {"f:data":{}}"#)
    }

    @Test("the same again changes nothing, the time neither; another who applies the same shares what it is")
    func again() throws {
        var world = World(Kind.configMap)
        try world.apply(map(#"{"x":"1"}"#), by: "m1")
        let before = world.object
        try world.apply(map(#"{"x":"1"}"#), by: "m1")
        #expect(world.object == before)
        #expect(shown(world.entries) == [#"m1 Apply v1 1 {"f:data":{"f:x":{}}}"#])
        try world.apply(map(#"{"x":"1"}"#), by: "m2")
        #expect(
            shown(world.entries) == [
                #"m2 Apply v1 - {"f:data":{"f:x":{}}}"#, #"m1 Apply v1 1 {"f:data":{"f:x":{}}}"#,
            ])
        // What is shared stays when one lets go of it.
        try world.apply(map("{}"), by: "m1")
        #expect(world.text("data") == #"{"x":"1"}"#)
        try world.apply(map("{}"), by: "m2")
        #expect(world.text("data") == "null")
    }

    @Test("several conflicts are told by manager and path")
    func severalConflicts() throws {
        var world = World(Kind.configMap)
        try world.apply(map(#"{"x":"1","y":"1"}"#), by: "m1")
        world.entries += [entry("u", "Update", #"{"f:data":{"f:z":{}}}"#, subresource: "sub")]
        world.object = try free(map(#"{"x":"1","y":"1","z":"1"}"#))
        #expect(
            world.conflicts(map(#"{"x":"2","y":"2","z":"2"}"#), by: "m2") == [
                """
                Apply failed with 3 conflicts: conflicts with "m1":
                - .data.x
                - .data.y
                conflicts with "u" with subresource "sub" using v1:
                - .data.z
                """
            ])
    }

    @Test("list items are merged by their keys, with the defaults of those, and each has its owner")
    func lists() throws {
        var world = World(Kind.deployment)
        try world.apply(deployment(#"[{"name":"c","image":"i","ports":[{"containerPort":80}]}]"#), by: "m1")
        #expect(
            shown(world.entries) == [
                #"m1 Apply apps/v1 1 {"f:spec":{"f:template":{"f:spec":{"f:containers":{"k:{\"name\":\"c\"}":{".":{},"#
                    + #""f:image":{},"f:name":{},"f:ports":{"k:{\"containerPort\":80,\"protocol\":\"TCP\"}":{".":{},"#
                    + #""f:containerPort":{}}}}}}}}}"#
            ])
        try world.apply(deployment(#"[{"name":"side","image":"s"}]"#), by: "m2")
        #expect(
            world.text("spec", "template", "spec", "containers")
                == #"[{"image":"i","name":"c","ports":[{"containerPort":80}]},{"image":"s","name":"side"}]"#)
        try world.apply(deployment("[]"), by: "m2")
        #expect(
            world.text("spec", "template", "spec", "containers")
                == #"[{"image":"i","name":"c","ports":[{"containerPort":80}]}]"#)
        // Nothing is left that it says a value of.
        #expect(world.entries.count == 1)
    }

    @Test("what a structure has by default goes with it when it is applied no more, and stays when others own it")
    func dangling() throws {
        var world = World(Kind.deployment)
        try world.apply(
            deployment(#"[{"name":"c","image":"i"}]"#, #""strategy":{"rollingUpdate":{"maxSurge":1}},"#), by: "m1")
        guard case .map(var object)? = world.object, case .map(var spec)? = object["spec"] else {
            Issue.record("no object")
            return
        }
        spec["strategy"] = try free(#"{"type":"RollingUpdate","rollingUpdate":{"maxSurge":1,"maxUnavailable":"25%"}}"#)
        object["spec"] = .map(spec)
        world.object = .map(object)
        var shared = world
        try world.apply(deployment(#"[{"name":"c","image":"i"}]"#), by: "m1")
        #expect(world.text("spec", "strategy") == "null")
        shared.entries += [entry("u", "Update", #"{"f:spec":{"f:strategy":{"f:type":{}}}}"#, apiVersion: "apps/v1")]
        try shared.apply(deployment(#"[{"name":"c","image":"i"}]"#), by: "m1")
        #expect(shared.text("spec", "strategy") == #"{"type":"RollingUpdate"}"#)
    }

    @Test("an object without entries was somebody's before")
    func beforeFirstApply() throws {
        var world = World(Kind.configMap)
        world.object = try free(map(#"{"x":"1"}"#))
        try world.apply(map(#"{"y":"2"}"#), by: "m1")
        #expect(
            shown(world.entries) == [
                #"m1 Apply v1 1 {"f:data":{"f:y":{}}}"#,
                #"before-first-apply Update v1 1 {"f:data":{".":{},"f:x":{}}}"#,
            ])
        #expect(
            world.conflicts(map(#"{"x":"2","y":"2"}"#), by: "m1") == [
                #"Apply failed with 1 conflict: conflict with "before-first-apply" using v1: .data.x"#
            ])
    }

    @Test("what kubectl noted of its own patches it may apply over, and only what is still as it was noted")
    func lastApplied() throws {
        var world = World(Kind.configMap)
        let noted =
            #"{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"a\"},\"data\":{\"x\":\"1\",\"y\":\"1\"}}"#
        world.object = try free(
            #"{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a","annotations":{"kubectl.kubernetes.io/last-applied-configuration":"\#(noted)"}},"data":{"x":"1","y":"other"}}"#
        )
        world.entries = [
            entry("kubectl-client-side-apply", "Update", #"{"f:data":{".":{},"f:x":{}}}"#),
            entry("edit", "Update", #"{"f:data":{"f:y":{}}}"#),
        ]
        #expect(
            world.conflicts(map(#"{"x":"2"}"#), by: "other") == [
                #"Apply failed with 1 conflict: conflict with "kubectl-client-side-apply" using v1: .data.x"#
            ])
        #expect(
            world.conflicts(map(#"{"x":"2","y":"2"}"#), by: "kubectl") == [
                #"Apply failed with 1 conflict: conflict with "edit" using v1: .data.y"#
            ])
        try world.apply(map(#"{"x":"2"}"#), by: "kubectl")
        #expect(world.text("data") == #"{"x":"2","y":"other"}"#)
        #expect(
            world.text("metadata", "annotations")
                == #"{"kubectl.kubernetes.io/last-applied-configuration":"{\"apiVersion\":\"v1\",\"data\":{\"x\":\"2\"},\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"a\"}}\n"}"#
        )
    }

    @Test(
        "what no configuration may say is refused in the words that clients know",
        arguments: [
            (
                #"{"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"d"},"spec":{"template":{"spec":{"containers":[{"name":"c","ports":[{"containerPort":80},{"containerPort":80}]}]}}}}"#,
                #"failed to create typed patch object (/d; apps/v1, Kind=Deployment): .spec.template.spec.containers[name="c"].ports: duplicate entries for key [containerPort=80,protocol="TCP"]"#
            ),
            (
                #"{"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"d"},"spec":{"template":{"spec":{"containers":[{"name":"c","bad":1}]}}}}"#,
                #"failed to create typed patch object (/d; apps/v1, Kind=Deployment): .spec.template.spec.containers[name="c"].bad: field not declared in schema"#
            ),
            (
                #"{"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"d","namespace":"n"},"spec":{"replicas":"x","paused":1,"template":{"spec":{"containers":[{"name":"c","image":8080}]}}}}"#,
                """
                failed to create typed patch object (n/d; apps/v1, Kind=Deployment): errors:
                  .spec.paused: expected boolean, got &{1}
                  .spec.replicas: expected numeric (int or float), got string
                  .spec.template.spec.containers[name="c"].image: expected string, got &value.valueUnstructured{Value:8080}
                """
            ),
            (
                #"{"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"d"},"spec":{"template":{"spec":{"containers":{"name":"c"}}}}}"#,
                "failed to create typed patch object (/d; apps/v1, Kind=Deployment): "
                    + ".spec.template.spec.containers: expected list, got &{map[name:c]}"
            ),
        ])
    func faults(config: String, words: String) throws {
        var world = World(Kind.deployment)
        do {
            try world.apply(config, by: "m")
            Issue.record("it was applied")
        } catch { #expect(error == .untypable(words)) }
    }

    @Test("another kind, and entries of one's own, are refused")
    func badRequests() throws {
        var world = World(Kind.configMap)
        for (config, words) in [
            (#"{"kind":"ConfigMap","metadata":{"name":"a"}}"#, "invalid object type: /, Kind=ConfigMap"),
            (#"{"apiVersion":"apps/v1","kind":"Deployment"}"#, "invalid object type: apps/v1, Kind=Deployment"),
            (
                #"{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a","managedFields":[{}]}}"#,
                "metadata.managedFields must be nil"
            ),
        ] {
            do {
                try world.apply(config, by: "m")
                Issue.record("it was applied")
            } catch { #expect(error == .badRequest(words)) }
        }
    }

    @Test(
        "shared items take the configuration's order, others keep their place",
        arguments: [
            ("abc", "ca", "bca"), ("abc", "x", "abcx"), ("ab", "xa", "xab"), ("abcd", "dxb", "acdxb"), ("", "ab", "ab"),
            ("ab", "ab", "ab"), ("ab", "ba", "ba"),
        ])
    func order(live: String, config: String, merged: String) throws {
        func finalizers(_ letters: String) -> String {
            let list = letters.map { "\"\($0)\"" }.joined(separator: ",")
            return #"{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a","finalizers":[\#(list)]}}"#
        }
        var world = World(Kind.configMap)
        world.object = try free(finalizers(live))
        try world.apply(finalizers(config), by: "m")
        #expect(world.text("metadata", "finalizers") == "[" + merged.map { "\"\($0)\"" }.joined(separator: ",") + "]")
    }
}
