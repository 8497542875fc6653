import Objects
import Testing

@testable import Access

@Suite("Acting as somebody else") struct ImpersonationTests {
    private func read(_ headers: (String, String)...) throws -> Impersonation? {
        try Impersonation(headers.map { (name: $0.0, value: $0.1) })
    }

    @Test("Without such headers nobody is asked for") func none() throws {
        #expect(try read() == nil)
        #expect(try read(("impersonate-other", "x")) == nil)
    }

    @Test("Groups without a user are a bad request, in Kubernetes' words") func withoutUser() {
        let error = #expect(throws: Impersonation.Malformed.self) { try read(("impersonate-group", "ops")) }
        #expect(
            error?.message
                == #"requested &user.DefaultInfo{Name:"", UID:"", Groups:[]string{"ops"}, "#
                + #"Extra:map[string][]string(nil)} without impersonating a user name"#)
    }

    @Test("A user is authenticated, and in the groups that were asked for") func user() throws {
        let wanted = try #require(try read(("impersonate-user", "ann"), ("impersonate-group", "ops")))
        #expect(wanted.identity == Identity("ann", groups: ["ops", "system:authenticated"]))
        let rights = wanted.rights
        #expect(
            rights == [
                AccessAttributes("impersonate", .init(resource: "users", name: "ann")),
                AccessAttributes("impersonate", .init(resource: "groups", name: "ops")),
            ])
    }

    @Test("A ServiceAccount is asked for as one, and has its groups") func account() throws {
        let wanted = try #require(try read(("impersonate-user", "system:serviceaccount:n:web")))
        #expect(
            wanted.identity.groups == [
                "system:serviceaccounts", "system:serviceaccounts:n", "system:authenticated",
            ])
        #expect(
            wanted.rights == [
                AccessAttributes("impersonate", .init(resource: "serviceaccounts", namespace: "n", name: "web"))
            ])
    }

    @Test("Nobody is nobody: the anonymous user is not authenticated") func anonymous() throws {
        let wanted = try #require(try read(("impersonate-user", "system:anonymous")))
        #expect(wanted.identity.groups == ["system:unauthenticated"])
    }

    @Test("Uid and extras have rights of their own") func extras() throws {
        let wanted = try #require(
            try read(
                ("impersonate-user", "ann"), ("impersonate-uid", "7"),
                ("impersonate-extra-example.com%2fscope", "dev")))
        #expect(wanted.identity.uid == "7")
        #expect(wanted.identity.extra["example.com/scope"] == ["dev"])
        #expect(
            wanted.rights.dropFirst() == [
                AccessAttributes(
                    "impersonate",
                    .init(
                        group: "authentication.k8s.io", resource: "userextras", subresource: "example.com/scope",
                        name: "dev")),
                AccessAttributes("impersonate", .init(group: "authentication.k8s.io", resource: "uids", name: "7")),
            ])
    }

    @Test("All of the rights are needed") func rights() throws {
        var authorizer = Authorizer([.rbac])
        authorizer.roles.setRole(
            RoleName(name: "i"), rules: [AccessRule(verbs: ["impersonate"], groups: [""], resources: ["users"])])
        authorizer.roles.setBinding(
            RoleBindingFacts(
                name: RoleName(name: "b"), role: RoleName(name: "i"), subjects: [RoleSubject(.user, "bob")]))
        let bob = Identity("bob")
        let user = try #require(try read(("impersonate-user", "ann")))
        #expect(try authorizer.impersonate(user, by: bob).name == "ann")
        let masters = try #require(try read(("impersonate-user", "ann"), ("impersonate-group", "system:masters")))
        let refusal = #expect(throws: Refusal.self) { try authorizer.impersonate(masters, by: bob) }
        #expect(
            refusal?.message
                == #"groups "system:masters" is forbidden: User "bob" cannot impersonate resource "groups" in API group "" "#
                + "at the cluster scope")
    }

    @Test("Too many headers are refused before they are asked about") func many() {
        let headers = (0..<1000).map { (name: "impersonate-group", value: "g\($0)") }
        #expect(throws: Impersonation.Malformed.self) { try Impersonation(headers) }
    }
}
