import Glibc
import PKIX
import TestSupport
import Testing
import Wire

@testable import APIServer

@Suite struct PKITests {
    let folder = TemporaryFolder("pki")
    let options = PKI.Options(nodeName: "node-1", extraNames: ["api.example.org", "192.0.2.7"])

    @Test func `openssl trusts every certificate for the purpose that it was made for`() throws {
        let pki = try PKI.prepare(in: folder.path, options: options)
        for (identity, purposes) in [
            (pki.server, ["sslserver"]), (pki.serverToNodes, ["sslclient"]), (pki.admin, ["sslclient"]),
            (pki.scheduler, ["sslclient"]), (pki.controllers, ["sslclient"]), (pki.node, ["sslclient", "sslserver"]),
        ] {
            for purpose in purposes {
                let outcome = OpenSSLCommand.run(
                    "verify", "-x509_strict", "-purpose", purpose, "-CAfile", pki.authorityPath,
                    identity.certificatePath)
                #expect(outcome.status == 0, "\(outcome.text)")
            }
            #expect(OpenSSLCommand.run("pkey", "-check", "-noout", "-in", identity.keyPath).status == 0)
        }
        let wrong = OpenSSLCommand.run(
            "verify", "-purpose", "sslserver", "-CAfile", pki.authorityPath, pki.admin.certificatePath)
        #expect(wrong.status != 0, "a client's certificate is no server's")
    }

    @Test(arguments: ["localhost", "kubernetes.default.svc.cluster.local", "node-1", "api.example.org"])
    func `openssl finds every host name in the server's certificate`(name: String) throws {
        let pki = try PKI.prepare(in: folder.path, options: options)
        let outcome = OpenSSLCommand.run(
            "verify", "-verify_hostname", name, "-CAfile", pki.authorityPath, pki.server.certificatePath)
        #expect(outcome.status == 0, "\(outcome.text)")
    }

    @Test(arguments: ["127.0.0.1", "::1", "10.0.0.1", "192.0.2.7"])
    func `openssl finds every address in the server's certificate`(address: String) throws {
        let pki = try PKI.prepare(in: folder.path, options: options)
        let outcome = OpenSSLCommand.run(
            "verify", "-verify_ip", address, "-CAfile", pki.authorityPath, pki.server.certificatePath)
        #expect(outcome.status == 0, "\(outcome.text)")
    }

    @Test func `subjects are the users and groups that rights are written for`() throws {
        let pki = try PKI.prepare(in: folder.path, options: options)
        func subject(_ identity: PKI.Identity) -> String {
            OpenSSLCommand.run("x509", "-noout", "-subject", "-nameopt", "RFC2253", "-in", identity.certificatePath)
                .text
        }
        #expect(subject(pki.admin) == "subject=CN=kubernetes-admin,O=system:masters\n")
        #expect(subject(pki.scheduler) == "subject=CN=system:kube-scheduler\n")
        #expect(subject(pki.controllers) == "subject=CN=system:kube-controller-manager\n")
        #expect(subject(pki.node) == "subject=CN=system:node:node-1,O=system:nodes\n")
        let text = OpenSSLCommand.run("x509", "-noout", "-text", "-in", pki.authorityPath).text
        #expect(text.contains("prime256v1") && text.contains("CA:TRUE"))
    }

    @Test func `the key of tokens is made once, and its public half is beside it`() throws {
        let pki = try PKI.prepare(in: folder.path, options: options)
        #expect(folder.mode("pki/sa.key") == 0o600)
        let shown = OpenSSLCommand.run("pkey", "-pubout", "-in", "\(folder.path)/pki/sa.key").text
        #expect(String(decoding: folder.read("pki/sa.pub"), as: UTF8.self) == shown)
        #expect(try PKI.prepare(in: folder.path, options: options).serviceAccountKey == pki.serviceAccountKey)
    }

    @Test func `nobody else can read a key, and only the folder's owner gets in`() throws {
        let old = umask(0)
        defer { umask(old) }
        let pki = try PKI.prepare(in: folder.path, options: options)
        try pki.writeKubeconfigs(server: "https://127.0.0.1:6443")
        #expect(folder.mode("pki") == 0o700)
        #expect(folder.mode("pki/ca.key") == 0o600)
        #expect(folder.mode("pki/admin.key") == 0o600)
        #expect(folder.mode("pki/ca.crt") == 0o644)
        #expect(folder.mode("admin.kubeconfig") == 0o600)
        #expect(folder.mode("pki/kubelet.kubeconfig") == 0o600)
        chmod("\(folder.path)/pki/admin.key", 0o644)
        let again = try PKI.prepare(in: folder.path, options: options)
        #expect(folder.mode("pki/admin.key") == 0o600)
        #expect(again.notes == ["closed admin.key to other users"])
    }

    @Test func `a second start changes nothing`() throws {
        let first = try PKI.prepare(in: folder.path, options: options)
        #expect(first.notes.count == 8)
        let second = try PKI.prepare(in: folder.path, options: options)
        #expect(second.notes == [])
        #expect(second.server.certificate == first.server.certificate && second.admin.key == first.admin.key)
    }

    @Test func `a new name remakes the server's certificate alone`() throws {
        let first = try PKI.prepare(in: folder.path, options: options)
        var changed = options
        changed.extraNames.append("new.example.org")
        let second = try PKI.prepare(in: folder.path, options: changed)
        #expect(second.notes == ["made apiserver.crt (its names have changed)"])
        #expect(second.admin.certificate == first.admin.certificate && second.authority == first.authority)
    }

    @Test func `certificates are renewed in time, and the authority keeps its key`() throws {
        let first = try PKI.prepare(in: folder.path, options: options)
        var later = options
        later.now += 340 * 86400
        #expect(try PKI.prepare(in: folder.path, options: later).notes.count == 6)
        later.now = options.now + 10 * 365 * 86400
        let renewed = try PKI.prepare(in: folder.path, options: later)
        #expect(renewed.notes.first == "renewed ca.crt (expired)")
        #expect(renewed.authority != first.authority)
        // A client that holds the old authority's kubeconfig still trusts the server, at the old time.
        folder.write(String(decoding: first.authority, as: UTF8.self), to: "old.crt")
        let outcome = OpenSSLCommand.run(
            "verify", "-no_check_time", "-CAfile", "\(folder.path)/old.crt", renewed.server.certificatePath)
        #expect(outcome.status == 0, "\(outcome.text)")
    }

    @Test(arguments: ["apiserver.crt", "admin.key", "ca.crt", "ca.key"])
    func `a damaged file is named, with what to do`(name: String) throws {
        _ = try PKI.prepare(in: folder.path, options: options)
        folder.write("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", to: "pki/\(name)")
        let error = #expect(throws: PKIError.self) { try PKI.prepare(in: folder.path, options: options) }
        #expect(error?.code == .damaged)
        #expect(error?.message.contains("\(folder.path)/pki/\(name) is damaged") == true, "\(error?.message ?? "")")
        #expect(error?.message.contains("remove") == true)
    }

    @Test func `an authority without its key is never replaced silently`() throws {
        _ = try PKI.prepare(in: folder.path, options: options)
        unlink("\(folder.path)/pki/ca.key")
        let error = #expect(throws: PKIError.self) { try PKI.prepare(in: folder.path, options: options) }
        #expect(error?.code == .missing)
        #expect(error?.message.contains("ca.key is missing") == true)
    }

    @Test func `an authority with another's key is refused`() throws {
        let other = TemporaryFolder("pki")
        _ = try PKI.prepare(in: folder.path, options: options)
        _ = try PKI.prepare(in: other.path, options: options)
        folder.write(String(decoding: other.read("pki/ca.key"), as: UTF8.self), to: "pki/ca.key")
        let error = #expect(throws: PKIError.self) { try PKI.prepare(in: folder.path, options: options) }
        #expect(error?.message.contains("is not the key of") == true)
    }

    @Test func `a folder that cannot be made is named`() {
        let error = #expect(throws: PKIError.self) { try PKI.prepare(in: "/proc/apus", options: options) }
        #expect(error?.code == .inaccessible && error?.message.contains("/proc/apus") == true)
    }

    @Test func `kubeconfigs hold the identity and the authority`() throws {
        let pki = try PKI.prepare(in: folder.path, options: options)
        try pki.writeKubeconfigs(server: "https://127.0.0.1:7000")
        let text = String(decoding: folder.read("admin.kubeconfig"), as: UTF8.self)
        func data(_ key: String) -> [UInt8]? {
            text.split(separator: "\n").first { $0.contains("\(key): ") }.flatMap {
                Base64.decode(String($0.split(separator: " ").last ?? ""))
            }
        }
        #expect(text.contains("server: \"https://127.0.0.1:7000\""))
        #expect(data("certificate-authority-data") == pki.authority)
        #expect(data("client-certificate-data") == pki.admin.certificate)
        #expect(data("client-key-data") == pki.admin.key)
        try pki.writeKubeconfigs(server: "https://127.0.0.1:7001")
        #expect(String(decoding: folder.read("admin.kubeconfig"), as: UTF8.self).contains(":7001"))
    }
}
