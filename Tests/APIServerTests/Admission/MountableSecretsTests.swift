import Objects
import Testing

@testable import APIServer

@Suite("Secrets that an account lets its pods use")
struct MountableSecretsTests {
    private func account(_ mark: String? = "true") -> Core.ServiceAccount {
        var account = Core.ServiceAccount()
        account.metadata.name = "w"
        if let mark { account.metadata.annotations["kubernetes.io/enforce-mountable-secrets"] = mark }
        var listed = Core.ObjectReference()
        listed.name = "ok"
        account.secrets = [listed]
        return account
    }

    private func spec(_ text: String) throws -> Core.PodSpec {
        Core.PodSpec(try JSONDecoder.decode(Array(text.utf8), as: Core.PodSpec.descriptor).message)
    }

    @Test(
        "Accounts say so as Go reads truth",
        arguments: [("true", true), ("1", true), ("T", true), ("yes", false), ("", false)])
    func mark(_ text: String, _ isEnforced: Bool) {
        #expect(MountableSecrets.areEnforced(account(text)) == isEnforced)
        #expect(!MountableSecrets.areEnforced(account(nil)))
    }

    static let uses: [(String, String?)] = [
        (#"{"volumes":[{"name":"v","secret":{"secretName":"ok"}}]}"#, nil),
        (
            #"{"volumes":[{"name":"v","secret":{"secretName":"s"}}]}"#,
            #"volume with secret.secretName="s" is not allowed because service account w does not reference that secret"#
        ),
        (
            #"{"initContainers":[{"name":"i","envFrom":[{"secretRef":{"name":"s"}}]}]}"#,
            #"init container i with envFrom referencing secret.secretName="s" is not allowed because service account w does not reference that secret"#
        ),
        (
            #"{"containers":[{"name":"c","env":[{"name":"E","valueFrom":{"secretKeyRef":{"name":"s","key":"k"}}}]}]}"#,
            #"container c with envVar E referencing secret.secretName="s" is not allowed because service account w does not reference that secret"#
        ),
        (
            #"{"imagePullSecrets":[{"name":"s"}]}"#,
            #"imagePullSecrets[0].name="s" is not allowed because service account w does not reference that imagePullSecret"#
        ),
    ]

    @Test("What the account does not list is named with where it is used", arguments: uses)
    func problems(_ text: String, _ problem: String?) throws {
        #expect(MountableSecrets.problem(of: try spec(text), account()) == problem)
    }

    @Test("A node's own pods use neither accounts nor secrets nor tokens")
    func mirrors() throws {
        func problem(_ text: String) throws -> String? {
            var pod = Core.Pod()
            pod.spec = try spec(text)
            return MountableSecrets.problem(ofMirror: pod)
        }
        #expect(try problem("{}") == nil)
        #expect(try problem(#"{"serviceAccountName":"w"}"#) == "a mirror pod may not reference service accounts")
        #expect(try problem(#"{"imagePullSecrets":[{"name":"s"}]}"#) == "a mirror pod may not reference secrets")
        #expect(
            try problem(#"{"volumes":[{"name":"v","projected":{"sources":[{"serviceAccountToken":{"path":"t"}}]}}]}"#)
                == "a mirror pod may not use ServiceAccountToken volume projections")
    }
}
