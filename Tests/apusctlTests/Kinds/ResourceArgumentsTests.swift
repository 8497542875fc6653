import Client
import Testing
@testable import apusctl

@Suite("Kinds have many names")
struct ResourceArgumentsTests {
    @Test(
        "Plural, singular, short, with a group, in any case",
        arguments: [
            ("pods", "pods"), ("pod", "pods"), ("po", "pods"), ("Pod", "pods"), ("deploy", "deployments"),
            ("deployments.apps", "deployments"), ("deployment.apps", "deployments"), ("rs", "replicasets"),
            ("no", "nodes"),
            ("ns", "namespaces"), ("cm", "configmaps"), ("ev", "events"), ("sa", "serviceaccounts"),
            ("lease", "leases"),
            ("secret", "secrets"),
        ])
    func names(name: String, plural: String) throws {
        #expect(try KindInfo.named(name).resource.plural == plural)
    }

    @Test("No name stands for two kinds")
    func distinct() {
        for kind in KindInfo.all {
            for name in [kind.resource.plural, kind.singular] + kind.shortNames {
                #expect(KindInfo.all.filter { $0.answers(to: name) }.count == 1)
            }
        }
    }

    @Test("Several kinds, several names, or pairs")
    func forms() throws {
        #expect(
            try ResourceArguments(["po,rs,pods"]).targets == [
                .init(plural: "pods", name: nil), .init(plural: "replicasets", name: nil),
            ])
        #expect(
            try ResourceArguments(["pod", "a", "b"]).targets == [
                .init(plural: "pods", name: "a"), .init(plural: "pods", name: "b"),
            ])
        #expect(
            try ResourceArguments(["pod/a", "deploy/b"]).targets == [
                .init(plural: "pods", name: "a"), .init(plural: "deployments", name: "b"),
            ])
        #expect(try ResourceArguments(["all"]).plurals == ["pods", "deployments", "replicasets"])
    }

    @Test(
        "What is neither is refused", arguments: [["gadgets"], ["pod/a", "b"], ["pod/"], ["/a"], ["pod/a/b"], [","]])
    func refused(arguments: [String]) {
        #expect(throws: UsageError.self) { try ResourceArguments(arguments) }
    }
}
