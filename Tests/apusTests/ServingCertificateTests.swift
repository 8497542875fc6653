import APIServer
import Glibc
import PKIX
import Reactor
import Synchronization
import TestSupport
import Testing

@testable import apus

/// A server that runs for years shows a certificate that is good.
struct ServingCertificateTests {
    private let folder = TemporaryFolder("serving")
    private let names = PKI.Options(nodeName: "node-1", now: Int(time(nil)))

    private final class Lines: Sendable {
        private let lines = Mutex<[String]>([])
        func add(_ line: String) { lines.withLock { $0.append(line) } }
        var all: [String] { lines.withLock { $0 } }
    }

    private func contents(_ path: String) -> [UInt8] {
        guard let file = fopen(path, "r") else { return [] }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 64 * 1024)
        let count = fread(&bytes, 1, bytes.count, file)
        return Array(bytes.prefix(count))
    }

    private func replace(_ path: String, by bytes: [UInt8]) {
        guard let file = fopen(path, "w") else { return }
        fwrite(bytes, 1, bytes.count, file)
        fclose(file)
    }

    @Test func `it is made anew a month before its end, and new connections see it`() throws {
        let pki = try PKI.prepare(in: folder.path, options: names)
        let lines = Lines()
        let serving = try ServingCertificate(pki, names: names) { lines.add($0) }
        let first = serving.identity.current
        let end = try #require(CertificateIssuer.notAfter(of: pki.server.certificate))
        serving.look(now: end - PKILimits.renewalSeconds)
        #expect(serving.identity.current === first)
        serving.look(now: end - PKILimits.renewalSeconds + 1)
        #expect(serving.identity.current !== first)
        let renewed = contents(pki.server.certificatePath)
        #expect(renewed != pki.server.certificate)
        #expect(try #require(CertificateIssuer.notAfter(of: renewed)) > end)
        #expect(lines.all.last == "serves with the certificate that is in \(pki.server.certificatePath) now")
        let second = serving.identity.current
        serving.look(now: end - PKILimits.renewalSeconds + 61)
        #expect(serving.identity.current === second)
    }

    @Test func `other files are taken once they stay, and what cannot be used is not`() throws {
        let pki = try PKI.prepare(in: folder.path, options: names)
        let lines = Lines()
        let serving = try ServingCertificate(pki, names: names) { lines.add($0) }
        let first = serving.identity.current
        // Another of the same names and the same authority.
        for path in [pki.server.certificatePath, pki.server.keyPath] { unlink(path) }
        let other = try PKI.prepare(in: folder.path, options: names)
        serving.look(now: names.now)
        #expect(serving.identity.current === first)
        serving.look(now: names.now + 60)
        let second = serving.identity.current
        #expect(second !== first)
        #expect(contents(pki.server.certificatePath) == other.server.certificate)
        replace(pki.server.keyPath, by: Array("none".utf8))
        for seconds in [120, 180, 240] { serving.look(now: names.now + seconds) }
        #expect(serving.identity.current === second)
        #expect(lines.all.filter { $0.hasPrefix("the certificate is not renewed") }.count == 1)
    }
}
