import FieldOwnership
import Objects
import Testing

@Suite("Who creates or updates owns what it says or changes")
struct UpdateTests {
    static let map = Core.ConfigMap.descriptor

    private func update(
        _ old: String, _ new: String, held: [Meta.ManagedFieldsEntry], claimed: [Meta.ManagedFieldsEntry]? = nil,
        by manager: String = "m", at seconds: Int64 = 9
    ) throws -> [String] {
        shown(
            Kind.configMap.updated(
                from: try message(Self.map, old), to: try message(Self.map, new), held: held,
                claimed: claimed ?? held, by: manager, at: moment(seconds)))
    }

    @Test("a creator owns all but what names the object and what the server writes")
    func create() throws {
        let object = try message(
            Self.map,
            #"{"metadata":{"name":"c","namespace":"n","uid":"u","labels":{"n":"1","own":"yes"}},"data":{"k":"v"}}"#)
        #expect(
            shown(Kind.configMap.created(object, by: "exchange", at: moment(5))) == [
                #"exchange Update v1 5 {"f:data":{".":{},"f:k":{}},"f:metadata":{"f:labels":{".":{},"f:n":{},"f:own":{}}}}"#
            ])
        let nothing = try message(Self.map, #"{"metadata":{"name":"c"}}"#)
        #expect(Kind.configMap.created(nothing, by: "exchange", at: moment(5)).isEmpty)
    }

    @Test("structures that are always there are owned by their fields, others by themselves too")
    func deployment() throws {
        let object = try message(
            Apps.Deployment.descriptor,
            #"""
            {"spec":{"replicas":1,"selector":{"matchLabels":{"a":"b"}},"strategy":{"type":"RollingUpdate",
            "rollingUpdate":{"maxSurge":"25%"}},"template":{"metadata":{"labels":{"a":"b"}},"spec":{"containers":[
            {"name":"c","image":"i","resources":{},"ports":[{"containerPort":80,"protocol":"TCP"}],
            "env":[{"name":"E","valueFrom":{"fieldRef":{"fieldPath":"metadata.name"}}}]}],"securityContext":{}}}},
            "status":{"replicas":3}}
            """#)
        #expect(
            shown(Kind.deployment.created(object, by: "k", at: moment(5))) == [
                #"k Update apps/v1 5 {"f:spec":{"f:replicas":{},"f:selector":{},"f:strategy":{"f:rollingUpdate":{".":{},"#
                    + #""f:maxSurge":{}},"f:type":{}},"f:template":{"f:metadata":{"f:labels":{".":{},"f:a":{}}},"#
                    + #""f:spec":{"f:containers":{"k:{\"name\":\"c\"}":{".":{},"f:env":{".":{},"k:{\"name\":\"E\"}":{".":{},"#
                    + #""f:name":{},"f:valueFrom":{".":{},"f:fieldRef":{}}}},"f:image":{},"f:name":{},"f:ports":{".":{},"#
                    + #""k:{\"containerPort\":80,\"protocol\":\"TCP\"}":{".":{},"f:containerPort":{},"f:protocol":{}}},"#
                    + #""f:resources":{}}},"f:securityContext":{}}}}}"#
            ])
    }

    @Test("conditions are owned by type, times that are always written too; owners by uid, as one")
    func pod() throws {
        let ownership = FieldOwnership(
            Core.Pod.descriptor, as: TypeMeta(apiVersion: "v1", kind: "Pod"), subresource: "status",
            reset: FieldSet([[.field("spec")]]))
        let old = try message(Core.Pod.descriptor, #"{"metadata":{"name":"p"},"status":{"phase":"Pending"}}"#)
        let new = try message(
            Core.Pod.descriptor,
            #"""
            {"metadata":{"name":"p","ownerReferences":[{"apiVersion":"v1","kind":"A","name":"a","uid":"u1"}]},
            "spec":{"nodeName":"n"},"status":{"phase":"Running","podIPs":[{"ip":"1.2.3.4"}],
            "conditions":[{"type":"Ready","status":"True"}]}}
            """#)
        let held = [entry("x", "Update", #"{"f:spec":{"f:nodeName":{}}}"#)]
        #expect(
            shown(ownership.updated(from: old, to: new, held: held, claimed: [], by: "kubelet", at: moment(9))) == [
                #"x Update v1 1 {"f:spec":{"f:nodeName":{}}}"#,
                #"kubelet Update v1/status 9 {"f:metadata":{"f:ownerReferences":{".":{},"k:{\"uid\":\"u1\"}":{}}},"#
                    + #""f:status":{"f:conditions":{".":{},"k:{\"type\":\"Ready\"}":{".":{},"f:lastProbeTime":{},"#
                    + #""f:lastTransitionTime":{},"f:status":{},"f:type":{}}},"f:phase":{},"f:podIPs":{".":{},"#
                    + #""k:{\"ip\":\"1.2.3.4\"}":{".":{},"f:ip":{}}}}}"#,
            ])
    }

    @Test("what another changes is its own, what is removed nobody's")
    func change() throws {
        let held = [entry("a", "Update", #"{"f:data":{".":{},"f:x":{},"f:y":{},"f:z":{}}}"#)]
        #expect(
            try update(#"{"data":{"x":"1","y":"1","z":"1"}}"#, #"{"data":{"x":"2","z":"1","w":"1"}}"#, held: held) == [
                #"a Update v1 1 {"f:data":{".":{},"f:z":{}}}"#, #"m Update v1 9 {"f:data":{"f:w":{},"f:x":{}}}"#,
            ])
    }

    @Test("who has nothing left is a manager no more")
    func nothingLeft() throws {
        let held = [entry("a", "Apply", #"{"f:data":{"f:x":{}}}"#), entry("b", "Update", #"{"f:data":{"f:y":{}}}"#)]
        #expect(
            try update(#"{"data":{"x":"1","y":"1"}}"#, #"{"data":{"x":"2","y":"1"}}"#, held: held) == [
                #"b Update v1 1 {"f:data":{"f:y":{}}}"#, #"m Update v1 9 {"f:data":{"f:x":{}}}"#,
            ])
    }

    @Test("a change of what one owns already moves its time alone")
    func ownChange() throws {
        let text = #"{"f:data":{"f:x":{},".":{}}}"#
        #expect(
            try update(#"{"data":{"x":"1"}}"#, #"{"data":{"x":"2"}}"#, held: [entry("m", "Update", text)]) == [
                "m Update v1 9 \(text)"
            ])
    }

    @Test("an update that changes nothing changes nothing, and of what is never owned nothing counts")
    func noChange() throws {
        let held = [entry("a", "Update", #"{"f:data":{"f:x":{}}}"#)]
        #expect(
            try update(
                #"{"metadata":{"resourceVersion":"1","generation":1},"data":{"x":"1"}}"#,
                #"{"metadata":{"resourceVersion":"2","generation":2,"uid":"u"},"data":{"x":"1"}}"#, held: held)
                == shown(held))
    }

    @Test("an object whose ownership was never noted stays so")
    func untracked() throws {
        #expect(try update(#"{"data":{"x":"1"}}"#, #"{"data":{"x":"2"}}"#, held: []).isEmpty)
    }

    @Test("a single empty entry drops all; none, or what is no entry, none")
    func reset() throws {
        let held = [entry("a", "Update", #"{"f:data":{"f:x":{}}}"#)]
        let (old, new) = (#"{"data":{"x":"1"}}"#, #"{"data":{"x":"1"}}"#)
        #expect(try update(old, new, held: held, claimed: [Meta.ManagedFieldsEntry()]).isEmpty)
        #expect(try update(old, new, held: held, claimed: []) == shown(held))
        #expect(try update(old, new, held: held, claimed: [entry("b", "Strange", "{}")]) == shown(held))
        #expect(try update(old, new, held: held, claimed: [entry("b", "Update", "{\"x\":{}}")]) == shown(held))
        let other = [entry("b", "Update", #"{"f:data":{"f:x":{}}}"#)]
        #expect(try update(old, new, held: held, claimed: other) == shown(other))
    }

    @Test("version and subresource are parts of an updater's identity")
    func identity() throws {
        let held = [
            entry("m", "Update", #"{"f:data":{"f:x":{}}}"#, apiVersion: "v1beta1"),
            entry("m", "Update", #"{"f:data":{"f:y":{}}}"#, subresource: "status"),
            entry("m", "Apply", #"{"f:data":{"f:z":{}}}"#),
        ]
        #expect(
            try update(#"{"data":{"x":"1"}}"#, #"{"data":{"x":"1","n":"1"}}"#, held: held) == [
                #"m Apply v1 1 {"f:data":{"f:z":{}}}"#, #"m Update v1/status 1 {"f:data":{"f:y":{}}}"#,
                #"m Update v1beta1 1 {"f:data":{"f:x":{}}}"#, #"m Update v1 9 {"f:data":{"f:n":{}}}"#,
            ])
    }

    @Test("of more than ten who update the oldest are one")
    func ancientChanges() throws {
        var object = "\"k0\":\"0\""
        var held = [entry("u0", "Update", #"{"f:data":{".":{},"f:k0":{}}}"#, seconds: 0)]
        for number in 1...12 {
            let old = "{\"data\":{\(object)}}"
            object += ",\"k\(number)\":\"0\""
            held = Kind.configMap.updated(
                from: try message(Self.map, old), to: try message(Self.map, "{\"data\":{\(object)}}"), held: held,
                claimed: held, by: "u\(number)", at: moment(Int64(number)))
        }
        #expect(held.count == 10)
        #expect(
            shown(held).first
                == #"ancient-changes Update v1 3 {"f:data":{".":{},"f:k0":{},"f:k1":{},"f:k2":{},"f:k3":{}}}"#)
        #expect(shown(held).last == #"u12 Update v1 12 {"f:data":{"f:k12":{}}}"#)
    }
}
