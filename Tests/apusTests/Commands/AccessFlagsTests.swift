import APIServer
import Access
import TestSupport
import Testing

@testable import apus

/// Who may do what is set by flags that are named as kube-apiserver's.
struct AccessFlagsTests {
    private let folder = TemporaryFolder("access")

    private func settings(_ arguments: String...) throws -> AccessSettings {
        let flags = try AccessFlags(try Flags(arguments, known: AccessFlags.flags))
        return try flags.settings(try PKI.prepare(in: folder.path, options: PKI.Options(nodeName: "n")))
    }

    @Test func `nodes and roles decide unless said otherwise, and nobody is somebody`() throws {
        let settings = try settings()
        #expect(settings.modes == [.node, .rbac])
        #expect(settings.allowsAnonymous)
        #expect(settings.tokens.serviceAccounts.issuers == ["https://kubernetes.default.svc.cluster.local"])
        #expect(settings.tokens.serviceAccounts.audiences == ["https://kubernetes.default.svc.cluster.local"])
    }

    @Test func `where everybody may do everything, nobody is not let in`() throws {
        #expect(try !settings("--authorization-mode=AlwaysAllow").allowsAnonymous)
        #expect(try settings("--authorization-mode=AlwaysAllow", "--anonymous-auth=true").allowsAnonymous)
        #expect(try !settings("--anonymous-auth=false").allowsAnonymous)
    }

    @Test func `issuers, audiences and lives of tokens are as the flags say`() throws {
        let settings = try settings(
            "--service-account-issuer=https://new,https://old", "--api-audiences=a,b",
            "--service-account-max-token-expiration=1h", "--service-account-extend-token-expiration=false")
        #expect(settings.tokens.serviceAccounts.issuers == ["https://new", "https://old"])
        #expect(settings.tokens.serviceAccounts.audiences == ["a", "b"])
        #expect(settings.longestToken == 3600)
        #expect(!settings.extendsPodTokens)
    }

    @Test(arguments: [
        "--authorization-mode=Webhook", "--authorization-mode=RBAC,RBAC", "--anonymous-auth=perhaps",
        "--token-auth-file=/nowhere", "--service-account-key-file=/nowhere", "--service-account-issuer=",
        "--service-account-max-token-expiration=1m",
    ])
    func `what cannot be is refused`(argument: String) {
        #expect(throws: (any Error).self) { try settings(argument) }
    }
}
